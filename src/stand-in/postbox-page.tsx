// The postbox's one page: what has arrived, newest first. A demonstration only, in Bokmål.

import { pageText } from "../web/frame.tsx";
import { momentIn } from "../web/language.ts";
import { Heading, Text, Title } from "../web/parts.tsx";

/** A mail or a text message as it came. `at` is epoch milliseconds. */
export type Arrived = {
  readonly kind: "mail" | "sms";
  readonly at: number;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

/** The page. */
export function postboxPage(arrived: readonly Arrived[]): string {
  const children = (
    <>
      <Title>Postkassen (stedfortreder)</Title>
      <Text isLead>
        Her vises e-post og tekstmeldinger som portalen sender i demonstrasjonen. Ingenting blir sendt videre.
      </Text>
      {arrived.length === 0 && (
        <Text>
          Ingenting har kommet ennå. En påminnelse blir sendt tre uker etter meldingen, og ordlyden står på
          siden der den blir bestilt.
        </Text>
      )}
      {arrived.map(({ kind, at, from, to, subject, text }) => (
        <section class="ds-card stack" data-color="neutral">
          <Heading size="xs">{kind === "mail" ? subject : "Tekstmelding"}</Heading>
          <Text>{text}</Text>
          <p class="when">
            {`${momentIn("nb", at)}, til ${to}`}
            {from && `, fra ${from}`}
          </p>
        </section>
      ))}
    </>
  );
  const paths = { nb: "/", nn: "/" };
  return pageText({ language: "nb", demo: true, title: "Postkassen", paths, home: "/", children });
}
