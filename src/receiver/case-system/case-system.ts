// What the receiver asks of a case system: take a report, and give it back. Putting the same report twice must
// leave one; reading back must go the way a caseworker's reading goes, not through what was just written. Some
// can also say what has been opened, and be told how far a report has come.

import type { Receipt } from "../../core/receipt.ts";
import type { ReportFiles, ReportFlag, ReportKind } from "../../core/report.ts";

/** A report as it goes into a case system: the exact files, and what is known of them. */
export type OpenedReport = {
  readonly id: string;
  readonly service: string;
  /** 0 where the source gives no serial numbers. */
  readonly serial: number;
  /** Where the receiver got it. */
  readonly channel: "hub" | "svarinn";
  readonly acceptedAt: string | null;
  readonly kind: ReportKind | "unknown";
  readonly flags: readonly ReportFlag[];
  readonly files: ReportFiles;
};

/** What a case system gives back. `files` is null where it keeps something else than the exact bytes. */
export type ReadBack = { readonly reference: string; readonly files: ReportFiles | null };

/** That a person opened a report, as the case system states it: `id` and `at` have not been looked at. */
export type StatedOpening = { readonly cursor: string; readonly id: string; readonly at: string };

/** As many openings as are asked for at once. */
export const openingsMax = 200;

export type CaseSystem = {
  /** Whether it is set up to give the exact bytes back. If not, its word is `claimed`, never `registered`. */
  readonly givesBytesBack: boolean;
  /** Puts a report; nothing changes when it is there already. Refuses with `case-system.*`. */
  put(report: OpenedReport): Promise<void>;
  /** What it holds under this id, or null. */
  readBack(id: string): Promise<ReadBack | null>;
  /**
   * The ids of all that it holds for the service; one that stands twice is listed twice. Refuses with `case-system.*`
   * where it cannot say: silent is not empty.
   */
  ids?(service: string): Promise<string[]>;
  /** Tells it the highest serial number issued to the service, so that it can show which numbers it does not have. */
  tellHighest?(service: string, highest: number): Promise<void>;
  /** The openings after this cursor, in order, perhaps not all: then those that follow come after the last cursor. */
  openings?(after: string | null): Promise<StatedOpening[]>;
  /** Shows it all receipts of a report that the hub has recorded. The same again changes nothing. */
  tell?(id: string, receipts: readonly Receipt[]): Promise<void>;
};
