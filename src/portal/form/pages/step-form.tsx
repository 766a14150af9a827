// The form around a step's question, and what every page of the way has: boxes on top, and what a draft is.

import type { Child } from "hono/jsx";
import { Box, Heading, SubmitButton, Text, type Tint } from "../../../web/parts.tsx";
import type { PageWish } from "../../pages/page.tsx";
import { formPaths, type Step, stepPath } from "../steps.ts";
import { backField, fromCheckQuery } from "../way.ts";
import { frameWords } from "../words.ts";

/** `fromCheck`: the page was opened from the one that shows every answer, and leads back there. */
export type StepWish = PageWish & { readonly fromCheck?: boolean };

/** Something to be told on top of a page. */
export type Notice = { readonly tint: Tint; readonly heading: string; readonly text: string };

/** Boxes on top of a page, one below the other. */
export function Notices({ notices }: { notices: readonly Notice[] }) {
  return (
    <>
      {notices.map(({ tint, heading, text }) => (
        <Box tint={tint} label={heading}>
          <Heading>{heading}</Heading>
          <Text>{text}</Text>
        </Box>
      ))}
    </>
  );
}

/** A form that posts to the step's own address, and remembers where it was opened from. */
export function StepForm({ wish, step, children }: { wish: StepWish; step: Step; children?: Child }) {
  return (
    <form method="post" action={stepPath(wish.language, step)} novalidate>
      <BackNote wish={wish} />
      {children}
      <SubmitButton>{frameWords[wish.language].way.next}</SubmitButton>
    </form>
  );
}

/** Remembers that the page was opened from the one that shows every answer. */
export function BackNote({ wish: { fromCheck } }: { wish: StepWish }) {
  return fromCheck ? <input type="hidden" name={backField} value={fromCheckQuery.value} /> : null;
}

/** That nothing is sent, how long it is kept, and a way to be rid of it at once. */
export function DraftNote({ wish: { language } }: { wish: PageWish }) {
  const { way } = frameWords[language];
  return (
    <section class="draft">
      <Text>{way.draft}</Text>
      <form method="post" action={formPaths.erase[language]}>
        <button type="submit" class="ds-button" data-variant="secondary" data-color="neutral">
          {way.erase}
        </button>
      </form>
    </section>
  );
}
