// The frame of the portal's pages: the room's name, the other language, «Forlat siden», and the content.

import type { Child } from "hono/jsx";
import { documentText, productName } from "./document.tsx";
import { type InEach, type Language, languages } from "./language.ts";

/** A neutral page that many have open: weather. Its address tells nothing of ours. */
export const exitAddress = "https://www.yr.no/";

export type FrameWish = {
  readonly language: Language;
  /** Of this page, in the head. It never holds what a person typed. */
  readonly title: string;
  /** This page in each language. */
  readonly paths: InEach<string>;
  readonly home: string;
  /** What was posted to get this page, so that the other language can show the same. */
  readonly posted?: Readonly<Record<string, string>> | undefined;
  readonly demo: boolean;
  /** What every page of the room ends with, before the words about leaving. */
  readonly foot?: Child;
  readonly children?: Child;
};

const words: InEach<{ exit: string; exitNote: string; demo: string; topics: string }> = {
  nb: {
    exit: "Forlat siden",
    exitNote:
      "«Forlat siden» åpner værvarselet på yr.no. Den sletter ikke det nettleseren har lagret i loggen sin.",
    demo: "Dette er en demonstrasjon. Telefonnumrene til tjenestene er oppdiktede. 112 og 116 111 er ekte.",
    topics: "Språk og utgang",
  },
  nn: {
    exit: "Forlat sida",
    exitNote:
      "«Forlat sida» opnar vêrmeldinga på yr.no. Ho slettar ikkje det nettlesaren har lagra i loggen sin.",
    demo: "Dette er ein demonstrasjon. Telefonnummera til tenestene er oppdikta. 112 og 116 111 er ekte.",
    topics: "Språk og utgang",
  },
};

const nameOf: InEach<string> = { nb: "Bokmål", nn: "Nynorsk" };

/** A whole page, as text. */
export function pageText({ language, title, demo, foot, children, ...rest }: FrameWish): string {
  const text = words[language];
  return documentText({
    language,
    title,
    header: <Header language={language} {...rest} />,
    notice: demo && text.demo,
    foot: (
      <>
        {foot}
        <p>{text.exitNote}</p>
      </>
    ),
    children,
  });
}

function Header({
  language,
  paths,
  home,
  posted,
}: Pick<FrameWish, "language" | "paths" | "home" | "posted">) {
  const text = words[language];
  const others = languages.filter((one) => one !== language);
  return (
    <>
      <a class="name" href={home}>
        {productName}
      </a>
      <nav aria-label={text.topics}>
        {others.map((other) => (
          <OtherLanguage language={other} path={paths[other]} posted={posted} />
        ))}
        <a class="ds-button" data-color="danger" href={exitAddress} rel="noreferrer">
          {text.exit}
        </a>
      </nav>
    </>
  );
}

type OtherLanguageWish = {
  readonly language: Language;
  readonly path: string;
  readonly posted: FrameWish["posted"];
};

/** A link; or, on a page that answers what was posted, a button that posts the same to the other language. */
function OtherLanguage({ language, path, posted }: OtherLanguageWish) {
  if (!posted)
    return (
      <a class="ds-link" href={path} lang={language} hreflang={language}>
        {nameOf[language]}
      </a>
    );
  return (
    <form method="post" action={path}>
      {Object.entries(posted).map(([field, value]) => (
        <input type="hidden" name={field} value={value} />
      ))}
      <button type="submit" class="as-link" lang={language}>
        {nameOf[language]}
      </button>
    </form>
  );
}
