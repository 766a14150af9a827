// A list out of a case system, as a spreadsheet or an export writes it: a line for each report with its id, the case
// system's reference and, where it has one, the hash of the content. Separator and encoding are seen from the file. A
// line that cannot be read makes the whole list refused, by its number: half a list must not pass for a whole one.

import type { ListLine } from "../core/claims.ts";
import { refuse } from "../core/problem.ts";
import { valueOrNull } from "./foreign.ts";

export const mostLines = 20_000;
const mostTold = 20;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const hash = /^[0-9a-f]{64}$/;

/** What is wrong with a line. `too-many` is of the whole list. */
export type ListFault =
  | "unended-quote"
  | "too-many-cells"
  | "no-reference"
  | "bad-reference"
  | "bad-hash"
  | "no-id"
  | "too-many";

export type FaultyLine = { readonly line: number; readonly fault: ListFault };

type Row = { readonly line: number; readonly cells: readonly string[] | null };

/**
 * Reads `id;reference[;contentHash]` with `;`, tab or `,` between, in UTF-8, UTF-16 or Windows-1252. In place of an id a
 * line may have the content's hash. With any fault, the list is not to be used.
 */
export function parseCaseList(bytes: Uint8Array): {
  readonly lines: readonly ListLine[];
  readonly faults: readonly FaultyLine[];
} {
  const rows = rowsIn(textOf(bytes));
  const [first] = rows;
  const listed = first && isHeading(first) ? rows.slice(1) : rows;
  if (listed.length > mostLines)
    return { lines: [], faults: [{ line: listed[mostLines]!.line, fault: "too-many" }] };
  const read = listed.map(lineIn);
  return {
    lines: read.filter((one): one is ListLine => !("fault" in one)),
    faults: read.filter((one) => "fault" in one),
  };
}

/** As `parseCaseList`; refuses with `list.bad`, naming the numbers of the lines that cannot be read. */
export function readCaseList(bytes: Uint8Array): readonly ListLine[] {
  const { lines, faults } = parseCaseList(bytes);
  return faults.length === 0 ? lines : refuse("list.bad", told(faults));
}

const sentences: Record<ListFault, string> = {
  "unended-quote": "a quoted cell does not end",
  "too-many-cells": "more than three cells",
  "no-reference": "no reference",
  "bad-reference": "a reference is at most 200 characters on one line",
  "bad-hash": "the third cell is not a hash of 64 characters",
  "no-id": "the first cell is no report's id",
  "too-many": `more than ${mostLines} lines`,
};

function told(faults: readonly FaultyLine[]): string {
  const shown = faults.slice(0, mostTold).map(({ line, fault }) => `line ${line}: ${sentences[fault]}`);
  const more = faults.length - mostTold;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}

/** What is not UTF-8 is Windows-1252: every byte is some letter there. */
function textOf(bytes: Uint8Array): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (isWide) return new TextDecoder("utf-16le").decode(bytes);
  const utf8 = valueOrNull(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  return utf8 ?? new TextDecoder("windows-1252").decode(bytes);
}

/** Lines that are not empty, in cells; null cells where a quoted one does not end. */
function rowsIn(text: string): Row[] {
  const lines = text.split(/\r\n|\n|\r/).map((content, index) => ({ content, line: index + 1 }));
  const full = lines.filter(({ content }) => content.trim() !== "");
  const [, said] = /^sep=(.)$/i.exec(full[0]?.content ?? "") ?? [];
  const rows = said === undefined ? full : full.slice(1);
  const separator = said ?? separatorIn(rows[0]?.content ?? "");
  return rows.map(({ content, line }) => ({ line, cells: cellsIn(content, separator) }));
}

function separatorIn(line: string): string {
  return [";", "\t", ","].find((one) => line.includes(one)) ?? ";";
}

/** A cell may stand in quotes, and a quote in it is written twice. */
function cellsIn(line: string, separator: string): string[] | null {
  const cells: string[] = [];
  for (let rest = line; ; ) {
    const quoted = /^ *"((?:[^"]|"")*)" */.exec(rest);
    const end = quoted ? quoted[0].length : endOf(rest, separator);
    const cell = quoted ? quoted[1]!.replaceAll('""', '"') : rest.slice(0, end);
    if (!quoted && cell.trimStart().startsWith('"')) return null;
    cells.push(cell.trim());
    if (end === rest.length) return cells;
    if (!rest.startsWith(separator, end)) return null;
    rest = rest.slice(end + 1);
  }
}

function endOf(text: string, separator: string): number {
  const at = text.indexOf(separator);
  return at < 0 ? text.length : at;
}

/** A first line of words alone. */
function isHeading({ cells }: Row): boolean {
  const isWord = (cell: string) => /^[\p{L} ._-]*$/u.test(cell) && !hash.test(cell.toLowerCase());
  return cells !== null && cells.length > 1 && cells.every(isWord);
}

/** The line, or what is wrong with it. Nothing that stands in it is repeated. */
function lineIn({ line, cells }: Row): ListLine | FaultyLine {
  const wrong = (fault: ListFault): FaultyLine => ({ line, fault });
  if (cells === null) return wrong("unended-quote");
  const [name = "", reference = "", third = ""] = cells;
  const key = name.toLowerCase();
  if (cells.slice(3).some((cell) => cell !== "")) return wrong("too-many-cells");
  if (reference === "") return wrong("no-reference");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (reference.length > 200 || /[\x00-\x1f\x7f]/.test(reference)) return wrong("bad-reference");
  const contentHash = third.toLowerCase();
  if (contentHash !== "" && !hash.test(contentHash)) return wrong("bad-hash");
  if (uuid.test(key)) return { line, id: key, contentHash: contentHash || null, reference };
  if (hash.test(key)) return { line, id: null, contentHash: key, reference };
  if (key === "" && contentHash !== "") return { line, id: null, contentHash, reference };
  return wrong("no-id");
}
