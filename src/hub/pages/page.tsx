// The frame of the hub's pages for people: who looks, for which service, and the way out.

import type { Child } from "hono/jsx";
import { documentText, productName } from "../../web/document.tsx";
import { momentIn } from "../../web/language.ts";
import type { Desk } from "../people-desk.ts";
import { paths } from "../people-paths.ts";

export type PageWish = {
  /** Null: nobody has logged in, or the page is the same for everybody. */
  readonly desk: Desk | null;
  readonly demo: boolean;
};

/** One of these pages. Its title never holds anything of a report. */
export function hubPage({ desk, demo }: PageWish, title: string, content: Child): string {
  return documentText({
    language: "nb",
    title: `${title} – kontroll`,
    isWide: desk !== null,
    header: <Header desk={desk} />,
    notice: demo && "Dette er en demonstrasjon. Meldingene og de som er logget inn er oppdiktet.",
    children: content,
  });
}

function Header({ desk }: { desk: Desk | null }) {
  return (
    <>
      <a class="name" href={desk ? paths.claims : paths.start}>
        {productName} kontroll
      </a>
      {desk && (
        <div class="visitor">
          <p>
            <span class="visitor-name">{desk.person.name}</span>
            <span class="when">{desk.service?.name ?? desk.person.actsFor?.name}</span>
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

/** «1 melding», «12 meldinger». */
export function reportsIn(count: number): string {
  return count === 1 ? "1 melding" : `${count} meldinger`;
}

/** «1 linje», «12 linjer». */
export function linesIn(count: number): string {
  return count === 1 ? "1 linje" : `${count} linjer`;
}
