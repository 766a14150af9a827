// What every page of every room is put together from: head, skip link, and the places for a room's own header, notice
// and foot around the content. There is no script at all, so that everything works where scripts do not.

import type { Child } from "hono/jsx";
import { iconPath, stylesheetPath } from "./assets.ts";
import type { InEach, Language } from "./language.ts";

/** What the product is called, in the head and in each header. */
export const productName = "Framme";

export type DocumentWish = {
  readonly language: Language;
  /** Of this page, in the head. It never holds what a person typed. */
  readonly title: string;
  readonly header: Child;
  /** What is said above the content of every page, as that it is a demonstration. */
  readonly notice?: Child;
  readonly foot?: Child;
  /** Room for a table beside its words, instead of a column to read. */
  readonly isWide?: boolean;
  readonly children?: Child;
};

const skip: InEach<string> = { nb: "Gå til innholdet", nn: "Gå til innhaldet" };

/** A whole page, as text with its doctype: without one a browser lays it out by the rules of 1998. */
export function documentText(wish: DocumentWish): string {
  return `<!doctype html>${(<Document {...wish} />).toString()}`;
}

function Document({ language, title, header, notice, foot, isWide = false, children }: DocumentWish) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{title === productName ? productName : `${title} – ${productName}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        {/* A number becomes a link where we mean it to. */}
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href={iconPath} type="image/svg+xml" />
        <link rel="stylesheet" href={stylesheetPath} />
      </head>
      <body class={isWide ? "wide" : undefined}>
        <a class="ds-skip-link" href="#innhold">
          {skip[language]}
        </a>
        <header class="top">
          <div class="room">{header}</div>
        </header>
        {notice && (
          <aside class="demo" aria-label="Demo">
            <div class="room">{notice}</div>
          </aside>
        )}
        <main id="innhold" tabindex={-1}>
          <div class="room">{children}</div>
        </main>
        {foot && (
          <footer class="foot">
            <div class="room">{foot}</div>
          </footer>
        )}
      </body>
    </html>
  );
}
