// The shape of what the form says, the same in each language: a page's question, the guidance before it, and the
// words of its fields. A field that lacks its words does not compile where the pages name it, and a test opens each.

import type { StepName } from "./steps.ts";

export type FieldWords = {
  readonly label: string;
  readonly help?: string;
  /** What to do when it was left empty. */
  readonly empty?: string;
  /** Beside the box for not knowing, where «Jeg vet ikke» alone would not be clear. */
  readonly unknown?: string;
  readonly choices?: Readonly<Record<string, string>>;
};

export type StepWords = {
  readonly title: string;
  /** What helps the service, before the question. */
  readonly guidance: readonly string[];
  readonly fields: Readonly<Record<string, FieldWords>>;
};

/** The pages as most reporters meet them. */
export type EachStep = Readonly<Record<StepName, StepWords>>;
/** Those that are put otherwise to some. */
export type SomeSteps = Readonly<Partial<Record<StepName, StepWords>>>;
