// A register that has been opened for reading: what is seen of it before its rows are read, and the rows in batches, each
// with where to go on from, so that a reading that was stopped can be resumed.

export type Format = "csv" | "xlsx" | "json" | "json-lines" | "ks-admin" | "svarinn" | "query";

/** A record as it stands: a cell for each of `names`, in their order. */
export type RawRecord = { readonly row: number; readonly cells: readonly string[] };

/** A record that is no record: too few cells, a quote that does not end, no JSON. Cells as far as there are any. */
export type RawUnread = {
  readonly row: number;
  /** In Norwegian, with what to look for and in which column where it can be told. */
  readonly reason: string;
  readonly cells: readonly string[];
};

export type Batch = {
  readonly records: readonly RawRecord[];
  readonly unread: readonly RawUnread[];
  /** Of `bytes`, for progress. */
  readonly bytesRead: number;
  /** Hand it to `batches` to go on after this batch; null where the format cannot. */
  readonly resume: string | null;
};

export type Opened = {
  readonly file: string;
  readonly format: Format;
  readonly names: readonly string[];
  /** Line of the header; 0: there is none, and `names` are `column 1`, `column 2`, … */
  readonly headerRow: number;
  readonly bytes: number;
  /** SHA-256 in hex of the first and last megabyte and the size: what tells whether it is the same file as before. */
  readonly fingerprint: string;
  readonly notes: readonly string[];
  readonly onlyWaiting: boolean;
  /** The first records, as far as 2000. */
  readonly sample: readonly (readonly string[])[];
  batches(resume: string | null): AsyncIterable<Batch>;
};
