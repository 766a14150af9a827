// What came of comparing two registers: for each row of each side one class, and how it was found. Kept in columns, so that
// ten million rows fit; findings as people read them are made from these one at a time.

import type { Side } from "./row.ts";

/** In the order in which findings are told. */
export const classes = [
  "missing-in-case-system",
  "wrong-service",
  "altered",
  "late",
  "duplicate",
  "undecidable",
  "missing-in-portal",
  "agree",
] as const;

export type Class = (typeof classes)[number];

/** What a pair rests on. Only the first three, and a person's word, may ever give `confirmed` or let anything be erased. */
export const bases = ["none", "id", "reference", "hash", "person", "time"] as const;

export type Basis = (typeof bases)[number];

export type SideOutcome = {
  /** Place in `classes` for each row. */
  readonly class: Uint8Array;
  /** Row (index, not line) on the other side that it is paired with; -1: none. Both rows of a pair point at each other. */
  readonly partner: Int32Array;
  /**
   * -1: the row leads a finding, alone or with its partner. Else the index of the row on the same side whose finding it
   * is related to: a second copy, or a sibling's case.
   */
  readonly lead: Int32Array;
  /** Place in `bases`. */
  readonly basis: Uint8Array;
  /** Percent. Of a leading row and its partner the same. */
  readonly confidence: Uint8Array;
  /** Place in `Outcome.reasons`. */
  readonly reason: Uint16Array;
};

/** The clocks of two systems against each other in one period: how much later the case system's is than the portal's. */
export type Clock = {
  /** Number of the service in the shared table; 0: all services together. */
  readonly service: number;
  /** Seconds since 1970, inclusive; of the portal's rows. */
  readonly from: number;
  readonly to: number;
  /** Seconds; null: undecidable, no clear peak. */
  readonly offset: number | null;
  /** Seconds within which 99 of 100 pairs lie of the offset. */
  readonly spread: number | null;
  readonly pairs: number;
  readonly found: "shared keys" | "peak of differences" | "not found";
};

export type Outcome = {
  readonly portal: SideOutcome;
  readonly caseSystem: SideOutcome;
  /** Sentences in Norwegian (bokmål), without a row's own values. */
  readonly reasons: readonly string[];
  /** For rows that are missing or undecidable: up to three rows (indexes) of the other side, best first. */
  candidates(side: Side, index: number): readonly CandidateRow[];
  readonly clocks: readonly Clock[];
  /** Names found to mean the same because pairs say so: number in the portal, number in the case system, pairs. */
  readonly learned: readonly {
    readonly what: "service" | "district" | "documentKind";
    readonly portal: number;
    readonly caseSystem: number;
    readonly pairs: number;
  }[];
  /** Seconds after offset within which time alone decided; null where it decided nothing. */
  readonly tolerance: number | null;
  /** What the reader of the result must know, in Norwegian. */
  readonly warnings: readonly string[];
};

export type CandidateRow = {
  readonly index: number;
  /** Percent. */
  readonly confidence: number;
  readonly reason: string;
};

/** What people have decided, by row index. */
export type Decided = {
  readonly same: readonly (readonly [portal: number, caseSystem: number])[];
  readonly apart: readonly (readonly [portal: number, caseSystem: number])[];
};

/** What else the comparison must know. Times in seconds since 1970. */
export type Given = {
  readonly decided: Decided;
  /** Keys of rows that could not be read: their counterparts are undecidable, not missing. 64-bit hashes as in `Keys`. */
  readonly unreadable: Readonly<Record<Side, readonly UnreadKeys[]>>;
  /** What each register is said to cover; null: judged by its rows. */
  readonly covers: Readonly<Record<Side, readonly [from: number, to: number] | null>>;
  /** Whether the portal's register lists only what still waits there (a SvarInn listing). */
  readonly onlyWaiting: boolean;
};

export type UnreadKeys = {
  readonly kind: "id" | "reference" | "hash";
  readonly low: number;
  readonly high: number;
};
