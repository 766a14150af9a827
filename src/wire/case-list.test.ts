// Goal: whatever a spreadsheet or an export writes is read for what it says, and what cannot be read is named by its line.
// Method: the same two lines in every separator and encoding, and one fault at a time.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem } from "../core/problem.ts";
import { mostLines, readCaseList } from "./case-list.ts";

const [a, b] = ["00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"] as const;
const hash = "ab".repeat(32);
const read = (text: string | Uint8Array) =>
  readCaseList(typeof text === "string" ? Buffer.from(text) : text).map(
    ({ line, id, contentHash, reference }) =>
      [line, id, reference, ...(contentHash ? [contentHash] : [])] as unknown[],
  );
const told = (text: string) => {
  const refused = { detail: "" };
  assert.throws(
    () => read(text),
    (error) => {
      assert.ok(error instanceof Problem);
      assert.equal(error.code, "list.bad");
      refused.detail = error.detail ?? "";
      return true;
    },
  );
  return refused.detail;
};

const two = [
  [1, a, "B-2026/1"],
  [2, b, "B-2026/2", hash],
];

test("semicolon, tab and comma, with and without quotes and trailing separators", () => {
  for (const s of [";", "\t", ","])
    for (const end of ["\n", "\r\n"]) {
      assert.deepEqual(read(`${a}${s}B-2026/1${end}${b}${s}B-2026/2${s}${hash}${end}`), two);
      assert.deepEqual(read(`"${a}"${s}"B-2026/1"${s}${end}${b}${s} B-2026/2 ${s}"${hash}"`), two);
    }
});

test("a heading, blank lines and Excel's word on the separator are passed by, and lines keep their numbers", () => {
  assert.deepEqual(read(`sep=;\nMelding;Referanse;Hash\n\n${a};B-1`), [[4, a, "B-1"]]);
  assert.deepEqual(read(`Meldings-ID\tSak\n${a}\tB-1`), [[2, a, "B-1"]]);
});

test("UTF-8 with and without its mark, UTF-16 and Windows-1252 all give the same letters", () => {
  const text = `id;referanse\n${a};Sak Ås-ø1`;
  const expected = [[2, a, "Sak Ås-ø1"]];
  assert.deepEqual(read(text), expected);
  assert.deepEqual(read(`\uFEFF${text}`), expected);
  assert.deepEqual(read(Buffer.from(`\uFEFF${text}`, "utf16le")), expected);
  assert.deepEqual(read(Buffer.from(text, "latin1")), expected);
});

test("the content's hash may stand for the id, first or third", () => {
  assert.deepEqual(read(`${hash};B-1`), [[1, null, "B-1", hash]]);
  assert.deepEqual(read(`;B-1;${hash.toUpperCase()}`), [[1, null, "B-1", hash]]);
});

test("an id in capitals is the same id", () => {
  assert.deepEqual(read(`${a.toUpperCase()};B-1`), [[1, a, "B-1"]]);
});

test("a quote in a reference is written twice", () => {
  assert.deepEqual(read(`${a};"B ""ny"" ; 1"`), [[1, a, 'B "ny" ; 1']]);
});

test("an empty list is a list: it says that nothing is there", () => {
  assert.deepEqual(read(""), []);
  assert.deepEqual(read("Melding;Referanse\n"), []);
});

test("each line that cannot be read is named by its number, and nothing in it is repeated", () => {
  const text = [`${a};B-1`, "Kari Nordmann;B-2", `${b};`, `${b};B;C`, `${b};"B`, `${a};B;;4`].join("\n");
  const detail = told(text);
  for (const number of [2, 3, 4, 5, 6]) assert.match(detail, new RegExp(`line ${number}:`));
  assert.doesNotMatch(detail, /line 1:|Kari|B-2/);
});

test("a list of nothing but faults does not fill the answer", () => {
  const detail = told(Array.from({ length: 500 }, () => "1;y;z").join("\n"));
  assert.ok(detail.length < 2000);
  assert.match(detail, /and 480 more/);
});

test("a report, a picture and a list without end are refused", () => {
  assert.match(told("%PDF-1.7\n\u0000\u0001;x"), /line 1/);
  assert.match(told(`${a};B\n`.repeat(mostLines + 1)), /more than/);
});

test("a reference of two lines or of a page is refused", () => {
  assert.match(told(`${a};${"B".repeat(201)}`), /line 1/);
  assert.match(told(`${a};"B\u0007"`), /line 1/);
});
