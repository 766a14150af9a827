// What is said when a page cannot be: what happened, that nothing is lost by it, and where to go.

import { Text, Title } from "../../web/parts.tsx";
import { paths } from "../paths.ts";
import { texts } from "../texts.ts";
import type { Texts } from "../texts-nb.ts";
import { sendingTexts } from "../texts-sending.ts";
import { type PageWish, portalPage, UrgentBox } from "./page.tsx";

/** `reportTooLong`: of the form, whose pages take far more than a place or a code. */
export type ProblemName = keyof Texts["problem"] | "reportTooLong";

export function problemPage(wish: PageWish, which: ProblemName): string {
  const { problem, toStart } = texts[wish.language];
  const { title, text } = which === "reportTooLong" ? sendingTexts[wish.language].tooLong : problem[which];
  const content = (
    <>
      <Title>{title}</Title>
      <Text isLead>{text}</Text>
      <p>
        <a class="ds-link" href={paths.start[wish.language]}>
          {toStart}
        </a>
      </p>
      <UrgentBox language={wish.language} />
    </>
  );
  return portalPage({ ...wish, page: null, title, content });
}
