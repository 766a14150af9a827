// Which column means what, and which names mean the same: guessed, shown, kept in a file that a person may change.

import type { Field } from "./row.ts";

export type SideMapping = {
  /** Field to the column's name as it stands in the header (or `column 3` where there is no header). */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  /** Zone of times that tell none. */
  readonly zone: string;
  /** How 01/02/2023 is read. */
  readonly dayFirst: boolean;
};

export type Mapping = {
  readonly v: 1;
  readonly portal: SideMapping;
  readonly caseSystem: SideMapping;
  /** Aliases a person has given: what is written to what it means. */
  readonly names: {
    readonly service: Readonly<Record<string, string>>;
    readonly district: Readonly<Record<string, string>>;
    readonly documentKind: Readonly<Record<string, string>>;
  };
};

/** The first rows of a register, as they stand. */
export type Sample = {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** Why a column was taken for a field. */
export type Guessed = {
  readonly side: "portal" | "caseSystem";
  readonly field: Field;
  readonly column: string;
  readonly why: string;
  readonly isSure: boolean;
};

export type Guess = {
  readonly mapping: Mapping;
  readonly guessed: readonly Guessed[];
  /** In Norwegian; such as a column that looks like children's names, which is not read. */
  readonly warnings: readonly string[];
};
