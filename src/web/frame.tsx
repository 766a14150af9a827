// The frame of every page: skip link, the room's name, the other language, «Forlat siden», and the content. There is
// no script at all, so that everything works where scripts do not.

import type { Child } from "hono/jsx";
import { iconPath, stylesheetPath } from "./assets.ts";
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
  readonly children?: Child;
};

const name = "Framme";

const words: InEach<{ skip: string; exit: string; exitNote: string; demo: string; topics: string }> = {
  nb: {
    skip: "Gå til innholdet",
    exit: "Forlat siden",
    exitNote:
      "«Forlat siden» åpner værvarselet på yr.no. Den sletter ikke det nettleseren har lagret i loggen sin.",
    demo: "Dette er en demonstrasjon. Telefonnumrene til tjenestene er oppdiktede. 112 og 116 111 er ekte.",
    topics: "Språk og utgang",
  },
  nn: {
    skip: "Gå til innhaldet",
    exit: "Forlat sida",
    exitNote:
      "«Forlat sida» opnar vêrmeldinga på yr.no. Ho slettar ikkje det nettlesaren har lagra i loggen sin.",
    demo: "Dette er ein demonstrasjon. Telefonnummera til tenestene er oppdikta. 112 og 116 111 er ekte.",
    topics: "Språk og utgang",
  },
};

const nameOf: InEach<string> = { nb: "Bokmål", nn: "Nynorsk" };

/** A whole page, as text with its doctype: without one a browser lays it out by the rules of 1998. */
export function pageText(wish: FrameWish): string {
  return `<!doctype html>${(<Frame {...wish} />).toString()}`;
}

function Frame({ language, title, paths, home, posted, demo, children }: FrameWish) {
  const text = words[language];
  const others = languages.filter((one) => one !== language);
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{title === name ? name : `${title} – ${name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        {/* A number becomes a link where we mean it to. */}
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href={iconPath} type="image/svg+xml" />
        <link rel="stylesheet" href={stylesheetPath} />
      </head>
      <body>
        <a class="ds-skip-link" href="#innhold">
          {text.skip}
        </a>
        <header class="top">
          <div class="room">
            <a class="name" href={home}>
              {name}
            </a>
            <nav aria-label={text.topics}>
              {others.map((other) => (
                <OtherLanguage language={other} path={paths[other]} posted={posted} />
              ))}
              <a class="ds-button" data-color="danger" href={exitAddress} rel="noreferrer">
                {text.exit}
              </a>
            </nav>
          </div>
        </header>
        {demo && (
          <aside class="demo" aria-label="Demo">
            <div class="room">{text.demo}</div>
          </aside>
        )}
        <main id="innhold" tabindex={-1}>
          <div class="room">{children}</div>
        </main>
        <footer class="foot">
          <div class="room">
            <p>{text.exitNote}</p>
          </div>
        </footer>
      </body>
    </html>
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
