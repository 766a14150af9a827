// What a case system lists, held against what was claimed to be there. A line finds its report by the report's id or the
// hash of its content, and by nothing else: two reports of one minute must never be taken for each other.

import { osloDay } from "./schedule.ts";

/** One line of a list. `line` is its number in the file, from 1; one of `id` and `contentHash` is there. */
export type ListLine = {
  readonly line: number;
  readonly id: string | null;
  readonly contentHash: string | null;
  readonly reference: string;
};

/** A report of the service that a list names, or that was claimed in the days it covers. */
export type ListedReport = {
  readonly id: string;
  readonly contentHash: string;
  /** The case system's reference, where it has been found or registered before. */
  readonly reference: string | null;
  /** Whether it has been found or registered before. */
  readonly isFound: boolean;
  /** Whether a person's word settles anything: it was claimed, or goes by a channel that can only claim. */
  readonly isClaimable: boolean;
  /** Whether it was claimed in the days that the list covers, so that it must stand there. */
  readonly isCovered: boolean;
};

export const lineOutcomes = ["confirmed", "already", "conflict", "altered", "unclaimed", "unknown"] as const;

/**
 * `confirmed`: found now. `already`: found before, as it is said now. `conflict`: another reference than before, or than
 * another line says. `altered`: its content has another hash. `unclaimed`: nothing is claimed of it that waits to be
 * found. `unknown`: no report of this service.
 */
export type LineOutcome = (typeof lineOutcomes)[number];

export type ComparedLine = {
  readonly line: number;
  readonly report: string | null;
  readonly reference: string;
  readonly contentHash: string | null;
  readonly outcome: LineOutcome;
};

export type ListComparison = {
  readonly lines: readonly ComparedLine[];
  /** Reports that the list covers and lacks. */
  readonly missing: readonly string[];
};

/** Holds a list against the service's reports. Pure: what comes of it is for the caller to write. */
export function compareList(lines: readonly ListLine[], reports: readonly ListedReport[]): ListComparison {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const byHash = new Map(reports.map((report) => [report.contentHash, report]));
  const found = lines.map((line) => ({
    line,
    report: (line.id === null ? byHash.get(line.contentHash ?? "") : byId.get(line.id)) ?? null,
  }));
  const references = Map.groupBy(
    found.filter(({ report }) => report !== null),
    ({ report }) => report!.id,
  );
  const seen = new Set<string>();
  const compared = found.map(({ line, report }): ComparedLine => {
    const { line: number, reference, contentHash } = line;
    const told = { line: number, report: report?.id ?? null, reference, contentHash };
    if (report === null) return { ...told, outcome: "unknown" };
    const others = references.get(report.id) ?? [];
    const isAgreed = others.every((other) => other.line.reference === reference);
    const outcome = isAgreed ? outcomeOf(line, report) : "conflict";
    const isRepeat = outcome === "confirmed" && seen.has(report.id);
    if (outcome === "confirmed") seen.add(report.id);
    return { ...told, outcome: isRepeat ? "already" : outcome };
  });
  const missing = reports.filter(({ id, isCovered }) => isCovered && !references.has(id)).map(({ id }) => id);
  return { lines: compared, missing };
}

function outcomeOf({ contentHash, reference }: ListLine, report: ListedReport): LineOutcome {
  if (contentHash !== null && contentHash !== report.contentHash) return "altered";
  if (report.isFound) return (report.reference ?? reference) === reference ? "already" : "conflict";
  return report.isClaimable ? "confirmed" : "unclaimed";
}

/** The instants from the first moment of one day in Oslo to the first moment after another; null if out of order. */
export function daysCovered(
  from: string,
  to: string,
): { readonly from: number; readonly until: number } | null {
  return from <= to ? { from: osloDay(from).from, until: osloDay(to).to } : null;
}
