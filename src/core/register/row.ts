// One row of a register, as it is compared: whatever file it stood in, and whatever its columns were called. Holds nothing
// of a report's content: ids, hashes, times, places and kinds alone. `row` is the line where the record starts, the header
// being line 1 (in a spreadsheet the sheet's row).

export type Side = "portal" | "caseSystem";

export const sides = ["portal", "caseSystem"] as const satisfies readonly Side[];

/** What a column may mean. A column that means none of these is not read at all. */
export const fields = [
  "id",
  "reference",
  "hash",
  "serial",
  "time",
  "date",
  "clock",
  "service",
  "district",
  "reporterKind",
  "documentKind",
  "children",
  "status",
  "version",
] as const;

/**
 * `time` is date and clock in one; `date` and `clock` stand in two columns. `children`: how many children the report is
 * about, or which of them. `status`: how far the row says that the report has come.
 */
export type Field = (typeof fields)[number];

export type ReporterKind = "private" | "professional";

/** How much of a time a row tells. */
export type Precision = "second" | "minute" | "day";

export type RowTime = {
  /** Milliseconds UTC; of a day its first moment in the register's zone. */
  readonly at: number;
  readonly precision: Precision;
  /** Whether a zone-less time stood in the doubled hour of October: then it may as well be one hour later. */
  readonly isDoubled: boolean;
};

/** What the row says of its own report's fate, weakest first. Null: nothing that was understood. */
export type Claim = "sent" | "waiting" | "acknowledged" | "registered" | "failed";

export type RegisterRow = {
  readonly row: number;
  /** Normalised for comparing: trimmed, lower case, without braces; a UUID with its hyphens. */
  readonly id: string | null;
  readonly reference: string | null;
  readonly hash: string | null;
  readonly serial: number | null;
  readonly time: RowTime | null;
  /** As it stands, trimmed: which names mean the same is found out over the whole register. */
  readonly service: string | null;
  readonly district: string | null;
  readonly reporterKind: ReporterKind | null;
  readonly documentKind: string | null;
  readonly children: number | null;
  readonly claim: Claim | null;
  readonly version: string | null;
};

/**
 * A row that could not be read. Kept and counted; what keys it has are kept as well, so that its counterpart on the other
 * side is never called missing because of it.
 */
export type UnreadableRow = {
  readonly row: number;
  /** What is wrong and where, such as `column "Sendt": "32.13.2023" is no date`; never a name or a free text. */
  readonly reason: string;
  readonly keys: Pick<RegisterRow, "id" | "reference" | "hash">;
};
