// The log's page, for a journalist as much as for a reporter: how long the log is, who has signed it and when, and what
// that shows and does not. Only totals: when a single entry came could tell when somebody reported.

import { countOf, type Language, momentIn } from "../../web/language.ts";
import { Box, Heading, Text, Title } from "../../web/parts.tsx";
import type { LogView, Signed } from "../hub-log.ts";
import { paths } from "../paths.ts";
import { logTexts } from "../texts-log.ts";
import { Command, Keys, List, withKeys } from "./log-parts.tsx";
import { type PageWish, portalPage } from "./page.tsx";

type Seen = Extract<LogView, { is: "seen" }>;

/** `address`: where the hub publishes its log. */
export function logPage(wish: PageWish, view: LogView, address: string): string {
  const { log } = logTexts[wish.language];
  const content = (
    <>
      <Title>{log.title}</Title>
      <Text isLead>{log.lead}</Text>
      {view.is === "seen" ? <Now {...wish} seen={view} /> : <NotReached {...wish} />}
      <section>
        <Heading>{log.provesHeading}</Heading>
        <List items={log.proves} />
      </section>
      <section>
        <Heading>{log.notHeading}</Heading>
        <List items={log.not} />
      </section>
      <Self {...wish} address={address} />
    </>
  );
  return portalPage({ ...wish, page: "log", title: log.title, content });
}

function NotReached({ language }: { language: Language }) {
  const { log } = logTexts[language];
  return (
    <Box tint="warning" label={log.down}>
      <Heading>{log.down}</Heading>
      <Text>{log.downText}</Text>
      <Text>{log.stillValid}</Text>
    </Box>
  );
}

function Now({ language, seen }: { language: Language; seen: Seen }) {
  const { log } = logTexts[language];
  const isConfirmed = seen.doubts.length === 0;
  const heading = isConfirmed ? log.confirmed : log.doubted;
  // Who has not signed is nothing beside a log that is not the one that was signed.
  const broken = seen.doubts.filter((doubt) => doubt !== "witnesses" && doubt !== "no-witnesses");
  const isBroken = broken.length > 0;
  return (
    <>
      <Box tint={isConfirmed ? "success" : isBroken ? "danger" : "warning"} label={heading}>
        <Heading>{heading}</Heading>
        {isConfirmed ? (
          <Text>{log.confirmedText}</Text>
        ) : (
          (isBroken ? broken : seen.doubts).map((doubt) => <Text>{log.doubts[doubt]}</Text>)
        )}
        {!isConfirmed && <Text>{log.stillValid}</Text>}
      </Box>
      <section>
        <Heading>{log.factsHeading}</Heading>
        <dl class="facts">
          <Fact term={log.size} text={countOf(seen.size)} />
          <Fact term={log.asked} text={momentIn(language, seen.askedAt)} />
          <Fact term={log.root} text={seen.root} />
        </dl>
      </section>
      {seen.witnesses.length > 0 && <Witnesses language={language} seen={seen} isBroken={isBroken} />}
    </>
  );
}

function Fact({ term, text }: { term: string; text: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </div>
  );
}

type WitnessesWish = { readonly language: Language; readonly seen: Seen; readonly isBroken: boolean };

function Witnesses({ language, seen, isBroken }: WitnessesWish) {
  const { log } = logTexts[language];
  const byAll = Math.min(...seen.witnesses.map(({ size }) => size));
  return (
    <section>
      <Heading>{log.witnessesHeading}</Heading>
      <Text>{log.witnessesText}</Text>
      <List items={seen.witnesses.map((witness) => signedText(language, witness))} />
      {byAll > 0 && !isBroken && (
        <Text>{byAll < seen.size ? log.reach(countOf(byAll), countOf(seen.size)) : log.reachAll}</Text>
      )}
    </section>
  );
}

function signedText(language: Language, { name, at, isFresh }: Signed): string {
  const { log } = logTexts[language];
  if (at === null) return log.notSigned(name);
  const said = log.signedAt(name, momentIn(language, at));
  return isFresh ? said : `${said} ${log.notFresh}`;
}

function Self({ language, address }: { language: Language; address: string }) {
  const { log } = logTexts[language];
  return (
    <section>
      <Heading>{log.selfHeading}</Heading>
      <Text>{log.self}</Text>
      <Command text={`framme verify --log --url ${address} ${withKeys}`} />
      <Text>{log.selfCheckpoint}</Text>
      <Command text={`curl ${address}/log/checkpoint/cosigned`} />
      <Keys language={language} />
      <p>
        <a class="ds-link" href={paths.verify[language]}>
          {log.toVerify}
        </a>
      </p>
    </section>
  );
}
