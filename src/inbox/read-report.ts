// A report as its page shows it: read from the bytes that lie here, which are held against the hash they came with, and
// against the hashes in its receipts. One that cannot be read as the form it should have is shown as the text it is.

import { contentHashOf } from "../core/report.ts";
import type { Read } from "../pg/db.ts";
import { valueOrNull } from "../wire/foreign.ts";
import { type Section, sectionsOf } from "../wire/ks-reading.ts";
import { readKsReport } from "../wire/ks-report.ts";
import { readReceipt } from "../wire/receipt-v1.ts";
import type * as people from "./people-store.ts";
import * as store from "./store.ts";

export type ReportRead = {
  /** The report's parts; null when it is not a report in the KS protocol. */
  readonly sections: readonly Section[] | null;
  /** What it says instead, where it has no parts. */
  readonly text: string;
  /** Whether the text is only the beginning. */
  readonly isCut: boolean;
  /** Whether the bytes are not those that were put here, or not those that a receipt vouches for. */
  readonly isChanged: boolean;
};

/** More than this is in the file, and no page would show it. */
const mostLetters = 200_000;

/** Reads a service's report; null when it has no such one. */
export async function readReport(
  read: Read,
  facts: people.ReportShown & { readonly service: string },
  receipts: readonly people.ReceiptRow[],
): Promise<ReportRead | null> {
  const files = await store.reportOf(read, facts.service, facts.id);
  if (!files) return null;
  const hash = contentHashOf(files);
  const vouched = receipts.flatMap(({ body }) => contentHashIn(body) ?? []);
  const sections = valueOrNull(() => sectionsOf(readKsReport(files.json)));
  const text = sections ? "" : files.json.toString("utf8");
  return {
    sections,
    text: text.slice(0, mostLetters),
    isCut: text.length > mostLetters,
    isChanged: [facts.contentHash, ...vouched].some((one) => one !== hash),
  };
}

function contentHashIn(body: string): string | null {
  return valueOrNull(() => readReceipt(JSON.parse(body)).contentHash ?? null);
}
