// What comes before the questions: whom to call instead, what is needed, who sees a name, where a draft lies; and who
// it is that reports.

import type { Language } from "../../../web/language.ts";
import { Box, ErrorSummary, Heading, SubmitButton, Text, Title } from "../../../web/parts.tsx";
import type { Who } from "../../draft.ts";
import { NationalNumbers, type PageWish, portalPage } from "../../pages/page.tsx";
import { paths } from "../../paths.ts";
import { texts } from "../../texts.ts";
import type { FormError } from "../fields.ts";
import { formPaths } from "../steps.ts";
import { frameWords } from "../words.ts";
import { FieldFault, Radio } from "./field.tsx";

/** What is told before the form is begun: whom to call instead, what it takes, who sees a name, where a draft lies. */
export function BeforeContent({ language }: { language: Language }) {
  const { before, notice } = frameWords[language];
  return (
    <>
      <Text isLead>{before.lead}</Text>
      <Box tint="danger" label={before.call}>
        <Heading>{before.call}</Heading>
        <Text>{before.callText}</Text>
        <NationalNumbers language={language} />
        <p>
          <a class="ds-link" href={paths.service[language]}>
            {before.callFind}
          </a>
        </p>
      </Box>
      <section>
        <Heading>{before.need}</Heading>
        <ul class="ds-list">
          {before.needList.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      </section>
      {[
        { heading: before.time, text: before.timeText },
        { heading: before.name, text: notice.private },
        { heading: before.draft, text: before.draftText },
      ].map(({ heading, text }) => (
        <section>
          <Heading>{heading}</Heading>
          <Text>{text}</Text>
        </section>
      ))}
      <form method="post" action={formPaths.before[language]}>
        <SubmitButton>{before.begin}</SubmitButton>
      </form>
    </>
  );
}

const everybody: readonly Who[] = ["private", "professional", "child"];

/** The page at `/meld/hvem`. `chosen`: what stands in the draft, or null. */
export function whoPage(wish: PageWish, errors: readonly FormError[], chosen: Who | null = null): string {
  const { language } = wish;
  const { who, way } = frameWords[language];
  const isWrong = errors.length > 0;
  const told = isWrong ? [{ field: "who", text: who.empty }] : [];
  const content = (
    <>
      <p>
        <a class="ds-link" href={formPaths.before[language]}>
          {way.back}
        </a>
      </p>
      <ErrorSummary heading={texts[language].errorHeading} errors={told} />
      <Title>{who.title}</Title>
      <form method="post" action={formPaths.who[language]} novalidate>
        <fieldset class="ds-fieldset" aria-describedby={isWrong ? "who-feil" : undefined}>
          <legend class="ds-label">{who.label}</legend>
          <FieldFault name="who" error={isWrong ? who.empty : undefined} />
          <div class="radios">
            {everybody.map((one, at) => (
              <Radio
                id={at === 0 ? "who" : `who-${one}`}
                name="who"
                value={one}
                label={who.choices[one].label}
                help={who.choices[one].help}
                isChosen={chosen === one}
                isWrong={isWrong}
              />
            ))}
          </div>
        </fieldset>
        <SubmitButton>{who.submit}</SubmitButton>
      </form>
    </>
  );
  const title = isWrong ? way.errorTitle(who.title) : who.title;
  return portalPage({ ...wish, page: null, at: formPaths.who, title, content });
}
