// What may be set for a comparison of two registers, and what holds where nothing is said.

import { refuse } from "../problem.ts";

export type RetentionRule = {
  /** Reports sent at or after this instant (ms UTC). */
  readonly sentFrom: number;
  readonly days: number;
};

export type ReconcileSettings = {
  /** A registration later than this after the sending, the clocks' offset taken away, is late. Milliseconds. */
  readonly lateAfterMs: number;
  /** What makes two rows of one side duplicates. */
  readonly duplicateBy: readonly ("id" | "reference" | "hash")[];
  /** What, besides the hash, must be equal in two rows of the same report. */
  readonly comparedFields: readonly ("district" | "reporterKind" | "documentKind")[];
  /** Matching by time: widest distance after offset at which two rows may be the same report. Null: found from the data. */
  readonly toleranceMs: number | null;
  /** Up to here after offset a pair is proposed to a person, never decided. Milliseconds. */
  readonly proposeWithinMs: number;
  /** Two cases with own references registered within this of each other may be siblings of one report. Milliseconds. */
  readonly siblingsWithinMs: number;
  /** The zone of times without one. */
  readonly zone: string;
  /** How long the source keeps a report, by when it was sent; the last rule that has begun holds. Empty: not known. */
  readonly retention: readonly RetentionRule[];
  /** Whether a decision needs two named people. */
  readonly fourEyes: boolean;
  /** Bytes of one input; a larger one is refused before it is read. */
  readonly mostBytes: number;
};

const minute = 60_000;
const hour = 60 * minute;

export const defaultSettings: ReconcileSettings = {
  lateAfterMs: 24 * hour,
  duplicateBy: ["id", "reference", "hash"],
  comparedFields: ["district", "reporterKind", "documentKind"],
  toleranceMs: null,
  proposeWithinMs: hour,
  siblingsWithinMs: 10 * minute,
  zone: "Europe/Oslo",
  // KS kept reports for 14 days; on 2 June 2023 at 14:30 in Oslo it became 30, for those that were still there.
  retention: [
    { sentFrom: Number.NEGATIVE_INFINITY, days: 14 },
    { sentFrom: Date.parse("2023-05-19T12:30:00Z"), days: 30 },
  ],
  fourEyes: false,
  mostBytes: 4 * 1024 ** 3,
};

/** Until when the source still has a report that was sent at `sentAt` (ms UTC). Null: nothing is known of that. */
export function fetchableUntil(sentAt: number, retention: readonly RetentionRule[]): number | null {
  const rule = retention.filter(({ sentFrom }) => sentFrom <= sentAt).at(-1);
  return rule ? sentAt + rule.days * 24 * hour : null;
}

/** A length of time such as `90s`, `10m`, `24h` or `30d`, in milliseconds. Refuses with `config.bad`. */
export function durationMs(text: string): number {
  const [, number, unit] = /^(\d{1,6})\s*(s|m|h|d)$/.exec(text.trim()) ?? [];
  if (number === undefined)
    refuse("config.bad", `"${text}" is no length of time: write 90s, 10m, 24h or 30d`);
  const lengths: Record<string, number> = { s: 1000, m: minute, h: hour, d: 24 * hour };
  return Number(number) * lengths[unit as string]!;
}
