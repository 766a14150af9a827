// The form's words by language, and which of them somebody meets: a child and a professional are asked some things in
// another way.

import type { InEach, Language } from "../../web/language.ts";
import type { Draft, Who } from "../draft.ts";
import { answersAt, type ErrorCode, type FormError, fieldsOf, lettersIn, said } from "./fields.ts";
import { placeName } from "./place-answer.ts";
import type { Step, StepName } from "./steps.ts";
import { type FrameWords, frameNb } from "./words-frame-nb.ts";
import { frameNn } from "./words-frame-nn.ts";
import { stepsNb } from "./words-nb.ts";
import { stepsNn } from "./words-nn.ts";
import type { EachStep, FieldWords, SomeSteps, StepWords } from "./words-shape.ts";
import { ownNb, workNb } from "./words-who-nb.ts";
import { ownNn, workNn } from "./words-who-nn.ts";

/** What stands around the questions. */
export const frameWords: InEach<FrameWords> = { nb: frameNb, nn: frameNn };

const each: InEach<EachStep> = { nb: stepsNb, nn: stepsNn };
const work: InEach<SomeSteps> = { nb: workNb, nn: workNn };
const own: InEach<SomeSteps> = { nb: ownNb, nn: ownNn };

/** A page's words for who reports. */
export function stepWords(language: Language, who: Who | null, name: StepName): StepWords {
  const others = who === "professional" ? work : who === "child" ? own : null;
  return others?.[language][name] ?? each[language][name];
}

/** A field's words; a field without any is named by itself, which a test would find. */
export function fieldWords(words: StepWords, field: string): FieldWords {
  return words.fields[field] ?? { label: field };
}

/** What is wrong, in words that say what to do. */
export function errorText(language: Language, draft: Draft, step: Step, error: FormError): string {
  const { errors, place } = frameWords[language];
  const words = fieldWords(stepWords(language, draft.who, step.name), error.field);
  const text = said(answersAt(draft, step), error.field);
  const letters = new Intl.NumberFormat("nb-NO").format(lettersIn(text));
  const [district, where, elsewhere] = error.more?.district ?? ["", "", ""];
  const isText = fieldsOf(draft, step).some(({ name, kind }) => name === error.field && kind === "text");
  const texts: Record<ErrorCode, string> = {
    empty: words.empty ?? errors.empty,
    "too-long": isText ? errors.tooLong(letters) : errors.lineTooLong(letters),
    "too-many": errors.tooMany,
    "no-phone": errors.phone,
    "no-email": errors.email,
    "not-a-place": error.more?.places.length ? place.unknownWithSuggestions : place.unknown,
    several: place.several,
    elsewhere: place.elsewhere(district, where, elsewhere),
    "district-empty": words.empty ?? errors.empty,
    "district-unknown": place.districtUnknown,
    "not-here": place.notHereError,
  };
  return texts[error.code];
}

/** What a page is about, over its question: «Barn 2». Nothing where there is only one. */
export function captionOf(language: Language, draft: Draft, { name, index }: Step): string | null {
  const { way } = frameWords[language];
  if (index === null) return null;
  if (name === "guardian" || name === "told-guardian")
    return draft.answers["more-guardians"] === "ja" ? way.guardian(index + 1) : null;
  return draft.children.length > 1 && draft.who !== "child" ? way.child(index + 1) : null;
}

/** A child in a list: what it is called, and where it is. */
export function childLine(language: Language, draft: Draft, index: number): string {
  const { way } = frameWords[language];
  const child = draft.children[index] ?? {};
  const name = said(child, "name") || way.nameless;
  const place = placeName(child);
  return place === "" ? name : `${name}, ${place}`;
}
