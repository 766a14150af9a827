// One page of the form: where one is on the way, what helps the service, one question, and what a draft is. The title
// in the head names the question only, and never an answer.

import type { InEach } from "../../../web/language.ts";
import { languages } from "../../../web/language.ts";
import { Box, ErrorSummary, Heading, Text, Title } from "../../../web/parts.tsx";
import type { Answers, Draft } from "../../draft.ts";
import { portalPage } from "../../pages/page.tsx";
import { texts } from "../../texts.ts";
import { answersAt, type FormError, fieldsOf } from "../fields.ts";
import { asksAgain, removeField } from "../read.ts";
import { formPaths, type Step, stepPath, stepsOf, isSame } from "../steps.ts";
import { changePath, stepBefore } from "../way.ts";
import { captionOf, childLine, errorText, fieldWords, frameWords, stepWords } from "../words.ts";
import { FormField } from "./field.tsx";
import { NameNotice, OwnCalls, OwnReaders, SmallUrgent } from "./notice.tsx";
import { PlaceQuestion, placeTitle } from "./place.tsx";
import { BackNote, DraftNote, type Notice, Notices, StepForm, type StepWish } from "./step-form.tsx";

/** The page of a step, with what stands in the draft. */
export function stepPage(
  wish: StepWish,
  draft: Draft,
  step: Step,
  errors: readonly FormError[],
  notices: readonly Notice[],
): string {
  const { language } = wish;
  const { way } = frameWords[language];
  const words = stepWords(language, draft.who, step.name);
  const caption = captionOf(language, draft, step);
  const title = step.name === "place" ? placeTitle(language, draft, step) : words.title;
  // The place's second page has its own words, and where nothing can be sent it says whom to call.
  const asked = step.name === "place" ? answersAt(draft, step).asked : "";
  const isSecond = asked !== undefined && asked !== "";
  const told = errors.map((error) => ({
    field: error.field,
    text: errorText(language, draft, step, error),
  }));
  const titled = caption ? `${caption}: ${words.title}` : words.title;
  const content = (
    <>
      <Progress wish={wish} draft={draft} step={step} />
      <Notices notices={notices} />
      <ErrorSummary heading={texts[language].errorHeading} errors={told} />
      {step.name === "place" && draft.who === "child" && <OwnCalls language={language} />}
      <hgroup class="question">
        {caption && <p class="ds-paragraph caption">{caption}</p>}
        <Title>{title}</Title>
      </hgroup>
      {!isSecond && words.guidance.map((text) => <Text>{text}</Text>)}
      <Before wish={wish} draft={draft} step={step} />
      {step.name === "place" ? (
        <PlaceQuestion wish={wish} draft={draft} step={step} errors={errors} told={told} />
      ) : (
        <Question wish={wish} draft={draft} step={step} told={told} />
      )}
      {step.name === "place" &&
        asked !== "not-here" &&
        (draft.who === "child" ? <OwnReaders language={language} /> : <SmallUrgent language={language} />)}
      <DraftNote wish={wish} />
    </>
  );
  return portalPage({
    ...wish,
    page: null,
    at: pathsOf(wish, step),
    title: errors.length > 0 ? way.errorTitle(titled) : titled,
    content,
  });
}

function pathsOf({ fromCheck }: StepWish, step: Step): InEach<string> {
  const path = fromCheck ? changePath : stepPath;
  return Object.fromEntries(languages.map((one) => [one, path(one, step)])) as InEach<string>;
}

type StepPart = { readonly wish: StepWish; readonly draft: Draft; readonly step: Step };

function Progress({ wish: { language, fromCheck }, draft, step }: StepPart) {
  const { way } = frameWords[language];
  const steps = stepsOf(draft);
  const before = stepBefore(draft, step);
  const back = fromCheck
    ? formPaths.check[language]
    : before
      ? stepPath(language, before)
      : formPaths.who[language];
  const at = steps.findIndex((one) => isSame(one, step)) + 1;
  return (
    <div class="progress">
      <a class="ds-link" href={back}>
        {way.back}
      </a>
      <span>{way.step(at, steps.length + 1)}</span>
    </div>
  );
}

/** What must be known before the question is answered: who sees the name, who is told of already. */
function Before({ wish: { language }, draft, step }: StepPart) {
  const asksName =
    step.name === "you" || step.name === "role" || (step.name === "child" && draft.who === "child");
  if (asksName) return <NameNotice language={language} draft={draft} />;
  if (step.name === "organisation" && draft.login?.organisation) {
    const { organisation, organisationNumber } = draft.login;
    const number = organisationNumber ? ` (${organisationNumber})` : "";
    return <Text>{frameWords[language].notice.organisation(organisation, number)}</Text>;
  }
  return null;
}

type QuestionWish = StepPart & { readonly told: readonly { field: string; text: string }[] };

function Question({ wish, draft, step, told }: QuestionWish) {
  const { language } = wish;
  const { way } = frameWords[language];
  const words = stepWords(language, draft.who, step.name);
  const answers = answersShown(draft, step);
  const isOdd = step.name === "number" && asksAgain(answers);
  return (
    <>
      {step.name === "more-children" && <ChildrenSoFar wish={wish} draft={draft} step={step} />}
      {isOdd && (
        <Box tint="warning" label={way.right}>
          <Heading size="xs">{way.right}</Heading>
          <Text>{way.rightText}</Text>
        </Box>
      )}
      <StepForm wish={wish} step={step}>
        {fieldsOf(draft, step).map((field) => (
          <FormField
            field={field}
            words={fieldWords(words, field.name)}
            answers={answers}
            error={told.find((error) => error.field === field.name)?.text}
            unknown={way.unknown}
          />
        ))}
      </StepForm>
    </>
  );
}

/** A sister or brother is often known in the same way and lives in the same place: that stands there beforehand. */
function answersShown(draft: Draft, step: Step): Answers {
  const answers = answersAt(draft, step);
  const fields = fieldsOf(draft, step).map(({ name }) => name);
  const isNew = fields.every((field) => answers[field] === undefined);
  const repeats = step.name === "relation" || step.name === "home";
  if (!repeats || !isNew || !step.index) return answers;
  const { phone: _, ...first } = draft.children[0] ?? {};
  return first;
}

/** The children that are in the report, each with a button to take it out; the only one cannot be. */
function ChildrenSoFar({ wish, draft, step }: StepPart) {
  const { language } = wish;
  const { way } = frameWords[language];
  return (
    <section>
      <Heading size="xs">{way.childrenSoFar}</Heading>
      <form method="post" action={stepPath(language, step)}>
        <BackNote wish={wish} />
        <ol class="children">
          {draft.children.map((_, index) => (
            <li>
              <span>{childLine(language, draft, index)}</span>
              {draft.children.length > 1 && (
                <button type="submit" class="as-link" name={removeField} value={String(index + 1)}>
                  {way.remove(index + 1)}
                </button>
              )}
            </li>
          ))}
        </ol>
      </form>
    </section>
  );
}
