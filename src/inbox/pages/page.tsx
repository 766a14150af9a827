// The frame of the inbox's pages: whose desk it is, who sits at it, and the way out.

import type { Child } from "hono/jsx";
import { documentText, productName } from "../../web/document.tsx";
import { momentIn } from "../../web/language.ts";
import type { Desk } from "../desk.ts";
import { paths } from "../paths.ts";

export type PageWish = {
  /** Null: nobody has logged in, or the page is the same for everybody. */
  readonly desk: Desk | null;
  readonly demo: boolean;
};

/** One of the inbox's pages. Its title never holds anything of a report. */
export function inboxPage({ desk, demo }: PageWish, title: string, content: Child): string {
  return documentText({
    language: "nb",
    title: `${title} – innboks`,
    isWide: desk !== null,
    header: <Header desk={desk} />,
    notice: demo && "Dette er en demonstrasjon. Barna, meldingene og de som er logget inn er oppdiktet.",
    children: content,
  });
}

function Header({ desk }: { desk: Desk | null }) {
  return (
    <>
      <a class="name" href={desk ? paths.list : paths.start}>
        {productName} innboks
      </a>
      {desk && (
        <div class="visitor">
          <p>
            <span class="visitor-name">{desk.person.name}</span>
            <span class="when">{desk.service.name}</span>
          </p>
          <LogOut />
        </div>
      )}
    </>
  );
}

export function LogOut() {
  return (
    <form method="post" action={paths.logout}>
      <button type="submit" class="ds-button" data-variant="secondary">
        Logg ut
      </button>
    </form>
  );
}

/** A time in words that a machine can read too. */
export function Moment({ at }: { at: Date }) {
  return <time datetime={at.toISOString()}>{momentIn("nb", at.getTime())}</time>;
}

/** A question and its answer in a list of facts. */
export function Fact({ name, children }: { name: string; children?: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
