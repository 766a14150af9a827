// Every answer on one page before anything is sent: what was written, who will get it, who gets to know a name; with a
// way back to each question, and the one button that sends.

import type { Child } from "hono/jsx";
import type { Language } from "../../../web/language.ts";
import { Box, Heading, Phone, SubmitButton, Text, Title } from "../../../web/parts.tsx";
import type { Answers, Draft } from "../../draft.ts";
import { type PageWish, portalPage } from "../../pages/page.tsx";
import type { ToSend } from "../deliveries.ts";
import { answersAt, type FieldWish, fieldsOf, isUnknown, said } from "../fields.ts";
import { placeName } from "../place-answer.ts";
import { formPaths, type Step, stepPath, stepsOf } from "../steps.ts";
import { changePath } from "../way.ts";
import { captionOf, childLine, fieldWords, frameWords, stepWords } from "../words.ts";
import { type Notice, Notices } from "./step-form.tsx";

/** The hidden field with the hash of the answers that were shown. */
export const shownField = "vist";

/**
 * The page at `/meld/kontroller`. `shownHash`: `answersHash` of this draft. `deliveries`: what will be sent, for the
 * names and telephones of the services; null while the address book cannot be had.
 */
export function checkPage(
  wish: PageWish,
  draft: Draft,
  notices: readonly Notice[],
  shownHash: string,
  deliveries: readonly Pick<ToSend, "service" | "children">[] | null,
): string {
  const { language } = wish;
  const { check, notice, way } = frameWords[language];
  const steps = stepsOf(draft);
  const last = steps.at(-1);
  const content = (
    <>
      <div class="progress">
        <a class="ds-link" href={last ? stepPath(language, last) : formPaths.who[language]}>
          {way.back}
        </a>
        <span>{way.step(steps.length + 1, steps.length + 1)}</span>
      </div>
      <Notices notices={notices} />
      <Title>{check.title}</Title>
      <Text isLead>{check.lead}</Text>
      <Receivers language={language} draft={draft} deliveries={deliveries} />
      {groupsOf(draft).map(({ heading, steps }) => (
        <section>
          <Heading>{headingOf(language, draft, heading, steps)}</Heading>
          {steps.map((step) => (
            <StepAnswers language={language} draft={draft} step={step} />
          ))}
        </section>
      ))}
      <Box tint="info" label={check.nameHeading}>
        <Heading size="xs">{check.nameHeading}</Heading>
        <Text>{notice[draft.who ?? "private"]}</Text>
      </Box>
      <form method="post" action={formPaths.send[language]}>
        <input type="hidden" name={shownField} value={shownHash} />
        <Text>{check.notSent}</Text>
        <SubmitButton>{check.send}</SubmitButton>
      </form>
      <form method="post" action={formPaths.erase[language]}>
        <button type="submit" class="ds-button" data-variant="secondary" data-color="neutral">
          {check.erase}
        </button>
      </form>
    </>
  );
  return portalPage({ ...wish, page: null, at: formPaths.check, title: check.title, content });
}

type Group = { readonly heading: "reporter" | "report" | "person"; readonly steps: readonly Step[] };

const aboutReporter: readonly Step["name"][] = ["you", "contact", "role", "organisation"];
const questionsOnly: readonly Step["name"][] = ["more-guardians"];

/** The steps as one reads them: one group for each child and guardian, one for the concern, one for who reports. */
function groupsOf(draft: Draft): Group[] {
  const groups: { heading: Group["heading"]; key: string; steps: Step[] }[] = [];
  for (const step of stepsOf(draft)) {
    if (questionsOnly.includes(step.name)) continue;
    const isGuardian = step.name === "guardian" || step.name === "told-guardian";
    const heading =
      step.index !== null ? "person" : aboutReporter.includes(step.name) ? "reporter" : "report";
    const key = step.name === "more-children" ? "more" : `${heading} ${isGuardian} ${step.index}`;
    const group = groups.find((one) => one.key === key);
    if (group) group.steps.push(step);
    else groups.push({ heading, key, steps: [step] });
  }
  return groups;
}

function headingOf(
  language: Language,
  draft: Draft,
  heading: Group["heading"],
  steps: readonly Step[],
): string {
  const { check } = frameWords[language];
  if (heading !== "person") return steps[0]?.name === "more-children" ? check.children : check[heading];
  const [step] = steps;
  const isGuardian = step?.name === "guardian";
  if (draft.who === "child") return check.you;
  return (step && captionOf(language, draft, step)) ?? (isGuardian ? check.guardian : check.child);
}

type AnswersWish = { readonly language: Language; readonly draft: Draft; readonly step: Step };

function StepAnswers({ language, draft, step }: AnswersWish) {
  const { check } = frameWords[language];
  const { title } = stepWords(language, draft.who, step.name);
  const caption = captionOf(language, draft, step);
  const what = caption ? `${caption}: ${title}` : title;
  // A name from a login cannot be changed here.
  const isFixed = step.name === "you" && draft.login !== null;
  return (
    <div class="answers">
      <dl>{rowsOf({ language, draft, step })}</dl>
      {!isFixed && (
        <a class="ds-link" href={changePath(language, step)} aria-label={check.changeWhat(what)}>
          {check.change}
        </a>
      )}
    </div>
  );
}

function rowsOf({ language, draft, step }: AnswersWish): Child {
  const { check } = frameWords[language];
  const words = stepWords(language, draft.who, step.name);
  const answers = answersAt(draft, step);
  const { login } = draft;
  if (step.name === "place") return <Row label={check.place} value={placeName(answers)} />;
  if (step.name === "more-children")
    return (
      <Row
        label={frameWords[language].way.childrenSoFar}
        value={draft.children.map((_, index) => childLine(language, draft, index)).join("\n")}
      />
    );
  const fromLogin = {
    you: login?.name,
    role: login?.name,
    organisation: login?.organisation,
  }[step.name as string];
  return (
    <>
      {fromLogin && (
        <Row label={step.name === "organisation" ? check.organisation : check.name} value={fromLogin} />
      )}
      {fieldsOf(draft, step)
        .filter((field) => isShown(field, answers))
        .map((field) => (
          <Row label={labelOf(fieldWords(words, field.name).label)} value={shownIn(field)} />
        ))}
    </>
  );

  function shownIn(field: FieldWish): string {
    const text = said(answers, field.name);
    if (field.kind === "choice") return fieldWords(words, field.name).choices?.[text] ?? text;
    if (field.kind === "check") return check.yes;
    return isUnknown(answers, field.name) ? check.unknown : text || check.none;
  }
}

/** A box that is not ticked, and a part of an address or a term date that was left out, say nothing. */
function isShown({ name, kind }: FieldWish, answers: Answers): boolean {
  if (kind === "check") return answers[name] === "ja";
  return !/-(postcode|town)$|^term$/.test(name) || said(answers, name) !== "";
}

/** The label without what only a field needs: «(valgfritt)». */
function labelOf(label: string): string {
  return label.replace(/ \([^)]*\)$/, "");
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

type ReceiversWish = {
  readonly language: Language;
  readonly draft: Draft;
  readonly deliveries: readonly Pick<ToSend, "service" | "children">[] | null;
};

/** Who will get it. Two services are two deliveries, and that is said before anything is sent. */
function Receivers({ language, draft, deliveries }: ReceiversWish) {
  const { check } = frameWords[language];
  if (!deliveries)
    return (
      <Box tint="warning" label={check.to}>
        <Heading>{check.to}</Heading>
        <Text>{check.notKnown}</Text>
      </Box>
    );
  const isOne = deliveries.length === 1;
  return (
    <Box tint="neutral" label={check.to}>
      <Heading>{check.to}</Heading>
      {!isOne && <Text>{check.toSeveral(deliveries.length)}</Text>}
      <ul class="receivers">
        {deliveries.map(({ service, children }, at) => (
          <li>
            <strong>
              {isOne ? "" : `${check.nth(at + 1, deliveries.length)}: `}
              {service.name}
            </strong>
            {!isOne && (
              <span>
                {check.about} {children.map((index) => childLine(language, draft, index)).join("; ")}
              </span>
            )}
            {service.phone ? (
              <span>
                {check.phone} <Phone number={service.phone} />
              </span>
            ) : (
              <span>{check.noPhone}</span>
            )}
          </li>
        ))}
      </ul>
    </Box>
  );
}
