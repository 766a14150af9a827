// What the portal's pages have in common: which one, in which language, and whom to call when it is urgent.

import type { Child } from "hono/jsx";
import { pageText } from "../../web/frame.tsx";
import type { InEach, Language } from "../../web/language.ts";
import { Box, Heading, Phone, Text } from "../../web/parts.tsx";
import { type PageName, paths } from "../paths.ts";
import { texts } from "../texts.ts";
import { checkTexts } from "../texts-check.ts";

/** The field of every form that carries a code, as it is posted. */
export const codeField = "kode";

export type PageWish = { readonly language: Language; readonly demo: boolean };

type Whole = PageWish & {
  /** Null: a page that stands at no address of its own, such as «not found». */
  readonly page: PageName | null;
  /** Where the page stands, if that is not in the list of pages: a step of the form, or what a form is posted to. */
  readonly at?: InEach<string>;
  readonly title: string;
  readonly posted?: Readonly<Record<string, string>> | undefined;
  readonly content: Child;
};

/** One of the portal's pages, in its frame. */
export function portalPage({ language, demo, page, at, title, posted, content }: Whole): string {
  const here: InEach<string> = at ?? paths[page ?? "start"];
  return pageText({
    language,
    demo,
    title,
    posted,
    paths: here,
    home: paths.start[language],
    foot: <FootLinks language={language} />,
    children: content,
  });
}

/** For whoever does not take our word for it. */
function FootLinks({ language }: { language: Language }) {
  const { toLog, toVerify } = checkTexts[language];
  return (
    <ul class="choices">
      <li>
        <a class="ds-link" href={paths.log[language]}>
          {toLog}
        </a>
      </li>
      <li>
        <a class="ds-link" href={paths.verify[language]}>
          {toVerify}
        </a>
      </li>
    </ul>
  );
}

/** 112 and 116 111, which are right everywhere in the country. */
export function NationalNumbers({ language }: { language: Language }) {
  const { urgent } = texts[language];
  return (
    <ul class="calls">
      <li>
        <span>{urgent.police}</span>
        <Phone number="112" />
      </li>
      <li>
        <span>{urgent.alarm}</span>
        <Phone number="116 111" />
      </li>
    </ul>
  );
}

/** The box that comes before anything else. `findIsNear`: the page itself finds the emergency service. */
export function UrgentBox({ language, findIsNear = false }: { language: Language; findIsNear?: boolean }) {
  const { urgent } = texts[language];
  return (
    <Box tint="danger" label={urgent.heading}>
      <Heading>{urgent.heading}</Heading>
      <NationalNumbers language={language} />
      {!findIsNear && (
        <Text>
          {urgent.outside}{" "}
          <a class="ds-link" href={paths.service[language]}>
            {urgent.find}
          </a>
        </Text>
      )}
    </Box>
  );
}
