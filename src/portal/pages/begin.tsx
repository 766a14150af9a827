// Before a report is begun: what it takes, what is kept meanwhile, and what is here from before.

import { momentIn } from "../../web/language.ts";
import { Box, Heading, Text, Title } from "../../web/parts.tsx";
import { BeforeContent } from "../form/pages/before.tsx";
import { formPaths } from "../form/steps.ts";
import { sendPaths } from "../send-paths.ts";
import { sendingTexts } from "../texts-sending.ts";
import { type PageWish, portalPage, UrgentBox } from "./page.tsx";

export type BeginView = {
  /** Where a draft goes on, and when it is erased; null: none is running. */
  readonly running: { readonly path: string; readonly erasedAt: number } | null;
  readonly hasSent: boolean;
  /** Somebody looked for what is not here any more. */
  readonly isGone: boolean;
  /** When this network may begin another one, if that must wait. */
  readonly waitUntil: string | null;
};

export function beginPage(wish: PageWish, view: BeginView): string {
  const { begin } = sendingTexts[wish.language];
  const content = (
    <>
      {view.isGone && !view.hasSent && <Said heading={begin.gone} text={begin.goneText} tint="warning" />}
      {view.isGone && view.hasSent && (
        <Said heading={begin.goneSent} text={begin.goneSentText} tint="warning" />
      )}
      {view.waitUntil !== null && (
        <Said heading={begin.tooMany} text={begin.tooManyText(view.waitUntil)} tint="warning" />
      )}
      <Title>{begin.title}</Title>
      {view.running && <UrgentBox language={wish.language} />}
      {view.running && <Running {...wish} {...view.running} />}
      {view.hasSent && (
        <Box tint="info" label={begin.sent}>
          <Heading>{begin.sent}</Heading>
          <Text>{begin.sentText}</Text>
          <p>
            <a class="ds-link" href={sendPaths.sent[wish.language]}>
              {begin.toSent}
            </a>
          </p>
        </Box>
      )}
      {!view.running && <BeforeContent language={wish.language} />}
    </>
  );
  return portalPage({ ...wish, page: null, at: formPaths.before, title: begin.title, content });
}

function Said({ heading, text, tint }: { heading: string; text: string; tint: "warning" | "info" }) {
  return (
    <Box tint={tint} label={heading}>
      <Heading>{heading}</Heading>
      <Text>{text}</Text>
    </Box>
  );
}

function Running({ language, path, erasedAt }: PageWish & NonNullable<BeginView["running"]>) {
  const { begin } = sendingTexts[language];
  return (
    <Box tint="info" label={begin.running}>
      <Heading>{begin.running}</Heading>
      <Text>{begin.runningText(momentIn(language, erasedAt))}</Text>
      <p>
        <a class="ds-button" href={path}>
          {begin.goOn}
        </a>
      </p>
      <form method="post" action={formPaths.erase[language]}>
        <button type="submit" class="ds-button" data-variant="secondary" data-color="danger">
          {begin.erase}
        </button>
      </form>
    </Box>
  );
}

/** What was written is erased. */
export function erasedPage(wish: PageWish, hasSent: boolean): string {
  const { erased, begin } = sendingTexts[wish.language];
  const content = (
    <>
      <Title>{erased.title}</Title>
      <Text isLead>{erased.text}</Text>
      {hasSent && (
        <Text>
          {erased.alreadySent}{" "}
          <a class="ds-link" href={sendPaths.sent[wish.language]}>
            {begin.toSent}
          </a>
        </Text>
      )}
      <p>
        <a class="ds-link" href={formPaths.before[wish.language]}>
          {erased.again}
        </a>
      </p>
      <UrgentBox language={wish.language} />
    </>
  );
  return portalPage({ ...wish, page: null, at: sendPaths.erased, title: erased.title, content });
}
