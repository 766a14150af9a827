// What the receiver asks of a case system: take a report, and give it back. Putting the same report twice must
// leave one; reading back must go the way a caseworker's reading goes, not through what was just written.

import type { ReportFiles, ReportFlag, ReportKind } from "../../core/report.ts";

/** A report as it goes into a case system: the exact files, and what is known of them. */
export type OpenedReport = {
  readonly id: string;
  readonly service: string;
  /** 0 where the source gives no serial numbers. */
  readonly serial: number;
  readonly acceptedAt: string | null;
  readonly kind: ReportKind | "unknown";
  readonly flags: readonly ReportFlag[];
  readonly files: ReportFiles;
};

/** What a case system gives back. `files` is null where it keeps something else than the exact bytes. */
export type ReadBack = { readonly reference: string; readonly files: ReportFiles | null };

export type CaseSystem = {
  /** Whether it is set up to give the exact bytes back. If not, its word is `claimed`, never `registered`. */
  readonly givesBytesBack: boolean;
  /** Puts a report; nothing changes when it is there already. Refuses with `case-system.*`. */
  put(report: OpenedReport): Promise<void>;
  /** What it holds under this id, or null. */
  readBack(id: string): Promise<ReadBack | null>;
};
