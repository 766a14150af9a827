// A report's page. Before the person who asks has opened it, it shows number, time and channel and a button; after that
// the report itself, its clocks, its receipts, and who has looked. Whatever came from outside is text, and shown as that.

import { Box, Heading, SubmitButton, Text, Title } from "../../web/parts.tsx";
import { weekAfter } from "../../core/schedule.ts";
import { dayIn } from "../../web/language.ts";
import type { Section } from "../../wire/ks-reading.ts";
import { channelNames, custodyOf, receiptSentence } from "../custody.ts";
import { flagText } from "../flags.ts";
import { openPath, paths, pdfPath } from "../paths.ts";
import type { Opening, ReceiptRow, ReportShown } from "../people-store.ts";
import type { ReportRead } from "../read-report.ts";
import { Fact, inboxPage, Moment, type PageWish } from "./page.tsx";
import { Deadline, numberName, startOf } from "./row.tsx";

export type ReportView = {
  readonly facts: ReportShown;
  readonly openings: readonly Opening[];
  readonly receipts: readonly ReceiptRow[];
  /** Null: not opened by this person since they logged in. */
  readonly report: ReportRead | null;
};

export function reportPage(wish: PageWish, view: ReportView, now: number): string {
  const name = `Melding ${numberName(view.facts.serial).toLowerCase()}`;
  return inboxPage(
    wish,
    name,
    <>
      <p>
        <a class="ds-link" href={paths.list}>
          Til lista over meldinger
        </a>
      </p>
      <Title>{name}</Title>
      {view.report ? (
        <Opened view={view} report={view.report} now={now} />
      ) : (
        <Unopened view={view} now={now} />
      )}
    </>,
  );
}

function Unopened({ view: { facts, openings }, now }: { view: ReportView; now: number }) {
  return (
    <>
      <Facts facts={facts} isOpened={openings.length > 0} now={now} />
      <form method="post" action={openPath(facts.id)}>
        <Text>
          Når du åpner meldingen, blir navnet ditt og tidspunktet stående i meldingens tilgangslogg.
          {openings.length === 0 &&
            " Det blir også kvittert nasjonalt for at meldingen er åpnet hos tjenesten."}
        </Text>
        <SubmitButton>Åpne meldingen</SubmitButton>
      </form>
      <AccessLog openings={openings} />
    </>
  );
}

function Opened({ view, report, now }: { view: ReportView; report: ReportRead; now: number }) {
  const { facts, openings, receipts } = view;
  return (
    <>
      {report.isChanged && <ChangedBox />}
      <div class="beside">
        <div class="known">
          <Facts facts={facts} isOpened now={now} />
        </div>
        <div class="said-there stack">
          <Flags flags={facts.flags} />
          <p>
            <a class="ds-link" href={pdfPath(facts.id)}>
              Åpne meldingen som PDF
            </a>
          </p>
          {report.sections ? <Sections sections={report.sections} /> : <AsItCame report={report} />}
        </div>
        <div class="known stack">
          <Receipts facts={facts} receipts={receipts} />
          <AccessLog openings={openings} />
        </div>
      </div>
    </>
  );
}

function Facts({ facts, isOpened, now }: { facts: ReportShown; isOpened: boolean; now: number }) {
  const start = startOf(facts);
  const threeWeeks = weekAfter(weekAfter(weekAfter(start.getTime())));
  return (
    <dl class="facts">
      <Fact name="Referanse">{facts.reference}</Fact>
      <Fact name="Meldt">
        <Moment at={start} /> ({channelNames[facts.channel]})
      </Fact>
      <Fact name="Frist for gjennomgang">
        <Deadline start={start} isOpened={isOpened} now={now} />
        <span class="when">
          {" "}
          Barnevernsloven § 2-1: snarest, og senest innen en uke. Regnet fra {startWords(facts)}.
        </span>
      </Fact>
      <Fact name="Frist for tilbakemelding til melder">
        {dayIn("nb", threeWeeks)}
        <span class="when"> Barnevernsloven § 13-3: innen tre uker.</span>
      </Fact>
    </dl>
  );
}

function startWords({ acceptedAt, channel }: ReportShown): string {
  if (acceptedAt === null) return "da meldingen kom hit, fordi ingen har oppgitt når den ble sendt";
  if (channel === "svarinn") return "da meldingen ble sendt gjennom SvarInn";
  return "da meldingen var lagret i den nasjonale tjenesten";
}

function ChangedBox() {
  return (
    <section class="ds-card stack" data-variant="tinted" data-color="danger" role="alert">
      <Heading>Meldingen er ikke slik den kom</Heading>
      <Text>
        Det som ligger her, er noe annet enn det som ble registrert. Ikke bygg på det som står under. Ta
        kontakt med den som drifter innboksen med en gang, og oppgi referansen.
      </Text>
    </section>
  );
}

function Flags({ flags }: { flags: readonly string[] }) {
  if (flags.length === 0) return null;
  return (
    <Box tint="warning" label="Vær oppmerksom">
      <Heading size="xs">Vær oppmerksom</Heading>
      <ul class="ds-list">
        {flags.map((flag) => (
          <li>{flagText(flag)}</li>
        ))}
      </ul>
    </Box>
  );
}

function Sections({ sections }: { sections: readonly Section[] }) {
  return (
    <>
      {sections.map(({ heading, groups }) => (
        <section>
          <Heading>{heading}</Heading>
          {groups.map((group) => (
            <>
              {group.heading !== null && (
                <h3 class="ds-heading" data-size="2xs">
                  {group.heading}
                </h3>
              )}
              <dl class="facts">
                {group.entries.map(({ label, value }) => (
                  <Fact name={label}>
                    <span class="said">{value}</span>
                  </Fact>
                ))}
              </dl>
            </>
          ))}
        </section>
      ))}
    </>
  );
}

function AsItCame({ report: { text, isCut } }: { report: ReportRead }) {
  return (
    <section>
      <Heading>Meldingen slik den kom</Heading>
      <Box tint="warning" label="Ikke i vanlig form">
        <Text>
          Meldingen er ikke i den formen som bekymringsmeldinger skal ha, så innboksen kan ikke dele den opp.
          Her er teksten slik den er. Se også PDF-en.
        </Text>
      </Box>
      <pre class="said">{text === "" ? "(tom)" : text}</pre>
      {isCut && (
        <Text>Teksten er lengre enn det som vises her. Hele meldingen står i fagsystemets kopi.</Text>
      )}
    </section>
  );
}

function Receipts({ facts, receipts }: { facts: ReportShown; receipts: readonly ReceiptRow[] }) {
  const kinds = receipts.map(({ kind }) => kind);
  return (
    <section>
      <Heading>Kvitteringer</Heading>
      <Text>{custodyOf(facts.channel, kinds)}.</Text>
      {receipts.length > 0 && (
        <ol class="steps">
          {receipts.map(({ kind, at }) => (
            <li>
              <span>{receiptSentence(kind)}</span>
              <span class="when">
                <Moment at={at} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function AccessLog({ openings }: { openings: readonly Opening[] }) {
  return (
    <section>
      <Heading>Tilgangslogg</Heading>
      {openings.length === 0 ? (
        <Text>Ingen har åpnet meldingen ennå.</Text>
      ) : (
        <ol class="ds-list">
          {openings.map(({ name, at, what }) => (
            <li>
              {name} {what === "pdf" ? "så PDF-en" : "åpnet meldingen"} <Moment at={at} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
