// The result of comparing two registers, as it is written and shown. The names of its fields are a promise to those who
// read the JSON (docs/protocol.md).

import type { Basis, Class } from "./outcome.ts";
import type { Mapping } from "./mapping.ts";
import type { Precision, Side } from "./row.ts";

/** One row of a register as it is shown. Nothing of content. */
export type RowShown = {
  readonly row: number;
  readonly id: string | null;
  readonly reference: string | null;
  /** Local time in Oslo, `2023-05-14T09:39:01+02:00`; of a day `2023-05-14`. */
  readonly time: string | null;
  readonly service: string | null;
  readonly district: string | null;
  readonly reporterKind: string | null;
  readonly documentKind: string | null;
};

export type Candidate = {
  readonly side: Side;
  readonly row: number;
  readonly time: string | null;
  readonly district: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
};

export type Finding = {
  readonly class: Class;
  readonly portal: RowShown | null;
  readonly caseSystem: RowShown | null;
  readonly related: readonly { readonly side: Side; readonly row: number }[];
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
  /** ISO 8601 UTC; until then its source still has it. Only of what is missing in the case system. */
  readonly fetchableUntil: string | null;
  readonly basis: Basis;
  readonly candidates: readonly Candidate[];
  /** What names this finding in decisions, however the files are exported next time. */
  readonly key: string;
  readonly decidedBy: string | null;
};

/** What is seen of one register while it is read. Kept small whatever the size. */
export type SideStats = {
  readonly file: string;
  readonly format: string;
  readonly rows: number;
  readonly readable: number;
  /** First and last time, ms UTC; null: no row has one. */
  readonly from: number | null;
  readonly to: number | null;
  readonly precision: Precision | null;
  /** Rows on each day in Oslo, `2023-05-14`. */
  readonly perDay: ReadonlyMap<string, number>;
  /** Serial numbers that are missing between the lowest and the highest, by service name ("" where none is told). */
  readonly serialHoles: readonly {
    readonly service: string;
    readonly first: number;
    readonly last: number;
  }[];
  /** Versions told of, with the first and last day they were. */
  readonly versions: readonly { readonly version: string; readonly from: string; readonly to: string }[];
  /** What was seen of the file: encoding, separator, a second header row, a column that looks like names. */
  readonly notes: readonly string[];
  readonly warnings: readonly string[];
  /** Whether it lists only what is not acknowledged yet. */
  readonly onlyWaiting: boolean;
};

export type SideCoverage = Omit<SideStats, "perDay" | "from" | "to"> & {
  readonly unreadable: number;
  /** ISO 8601 UTC. */
  readonly from: string | null;
  readonly to: string | null;
  /** Runs of working days without a row where the other register, or its own habit, says there should be some. */
  readonly dayHoles: readonly { readonly from: string; readonly to: string }[];
};

export type ClockShown = {
  readonly service: string | null;
  readonly from: string;
  readonly to: string;
  readonly offsetSeconds: number | null;
  readonly spreadSeconds: number | null;
  readonly pairs: number;
  readonly found: string;
};

export type Coverage = {
  readonly checkedAt: string;
  readonly portal: SideCoverage;
  readonly caseSystem: SideCoverage;
  /** The days both cover, ISO dates; null: none. */
  readonly overlap: { readonly from: string; readonly to: string } | null;
  readonly clocks: readonly ClockShown[];
  readonly toleranceSeconds: number | null;
  readonly retention: readonly { readonly sentFrom: string | null; readonly days: number }[];
  /** When the missing can no longer be fetched: the soonest that is still to come, and how many are past. */
  readonly fetch: { readonly soonest: string | null; readonly stillThere: number; readonly gone: number };
  /** Rows that claim a receipt which the other side cannot show. At most 1000, and how many there are. */
  readonly claimedNotShown: {
    readonly count: number;
    readonly rows: readonly {
      readonly side: Side;
      readonly row: number;
      readonly time: string | null;
      readonly claim: string;
    }[];
  };
  readonly aliases: readonly {
    readonly what: string;
    readonly portal: string;
    readonly caseSystem: string;
    readonly pairs: number;
  }[];
  readonly mapping: Mapping;
  /** What the comparison cannot see, each a sentence in Norwegian. */
  readonly limits: readonly string[];
  readonly warnings: readonly string[];
  /** Whether «ingen mangler» may be said at all. */
  readonly maySayNoneMissing: boolean;
};

export type Unreadable = { readonly file: string; readonly row: number; readonly reason: string };

/** For the drawings: how many rows of each register on each day, and which of the missing when. */
export type Drawn = {
  readonly days: readonly {
    readonly day: string;
    readonly portal: number;
    readonly caseSystem: number;
    readonly missing: number;
  }[];
  /** The missing in the case system by weekday (0 Monday) and hour in Oslo; null where only days are told. */
  readonly heat: readonly (readonly number[])[] | null;
  /** All that was sent, the same way. */
  readonly sentHeat: readonly (readonly number[])[] | null;
};

export type Result = {
  readonly sentence: string;
  readonly coverage: Coverage;
  readonly counts: Readonly<Record<Class, number>>;
  /** Rows of each side by class: they add up to the readable rows. */
  readonly rows: Readonly<Record<Side, Readonly<Record<Class, number>>>>;
  /** In the order of `classes`, then by time, then by row; `agree` only when asked for. May be walked several times. */
  findings(withAgree: boolean): Iterable<Finding>;
  readonly unreadable: readonly Unreadable[];
  /** How many there are; `unreadable` lists the first 100 000. */
  readonly unreadableCount: number;
  readonly drawn: Drawn;
  /** 0, 1 or 3: the exit status (docs/protocol.md). */
  readonly status: 0 | 1 | 3;
};
