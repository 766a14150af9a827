// Goal: the receipt that people keep has what they need to follow a report, and tells whoever finds it nothing else.
// Method: the letters are read back out of the file through its own fonts, in both languages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import { type ReceiptPdf, receiptPdf } from "./receipt-pdf.ts";

const facts: ReceiptPdf = {
  language: "nb",
  code: "6JH9-MABD-9XMX-AECG-FZRG8-8QPHR",
  followAddress: "https://framme.example/folg",
  madeAt: Date.parse("2026-11-23T12:04:00Z"),
  all: 1,
  stored: [{ id: "3f0c2f0a-9b1e-4c53-8a52-1d6b0a3c9e11", at: Date.parse("2026-11-23T12:03:09Z") }],
};

/** What can be marked and copied out of a file: each line as its font's own table turns it into letters. */
async function textOf(wish: ReceiptPdf): Promise<{ raw: string; text: string }> {
  const raw = (await receiptPdf(wish)).toString("latin1");
  const objects = new Map(
    [...raw.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, number, body]) => [number!, body!]),
  );
  const streamOf = (body: string): string => {
    const bytes = /stream\n([\s\S]*?)\nendstream/.exec(body)?.[1];
    if (bytes === undefined) return "";
    return body.includes("/FlateDecode")
      ? inflateSync(Buffer.from(bytes, "latin1")).toString("latin1")
      : bytes;
  };
  const fonts = new Map<string, Map<number, string>>();
  for (const [, name, number] of raw.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number!) ?? "")?.[1];
    if (table) fonts.set(name!, lettersIn(streamOf(objects.get(table) ?? "")));
  }
  const pages = [...objects.values()]
    .map(streamOf)
    .filter((stream) => /\bTJ?\b/.test(stream) && /\bBT\b/.test(stream));
  return { raw, text: pages.map((page) => shown(page, fonts)).join("\n") };
}

/** A font's table from codes to letters. */
function lettersIn(table: string): Map<number, string> {
  const letters = new Map<number, string>();
  const asText = (hex: string) =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
  for (const [, from, , list] of table.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g))
    [...list!.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, hex], index) => {
      letters.set(Number.parseInt(from!, 16) + index, asText(hex!.replaceAll(" ", "")));
    });
  return letters;
}

function shown(page: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> = new Map();
  let text = "";
  for (const [, name, array] of page.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = fonts.get(name) ?? font;
    else
      text += `${[...array!.matchAll(/<([0-9a-f]*)>/g)]
        .flatMap(([, hex]) => hex!.match(/.{4}/g) ?? [])
        .map((code) => font.get(Number.parseInt(code, 16)) ?? "\ufffd")
        .join("")}\n`;
  }
  return text;
}

/** Lines are broken where the paper ends. */
const inOneLine = (text: string) => text.replace(/\s+/g, " ");

test("it has the code and where to use it, when the hub stored it, and what that means and does not", async () => {
  const text = inOneLine((await textOf(facts)).text);
  for (const part of [
    facts.code,
    facts.followAddress,
    "mandag 23. november",
    "13.03",
    "Den nasjonale tjenesten har lagret det du sendte",
    "Det betyr ikke at mottakeren har fått det ennå, eller at noen har lest det.",
    "112",
    "116 111",
    facts.stored[0]!.id,
  ])
    assert.ok(text.includes(part), `«${part}» is in: ${text}`);
});

test("whoever finds it learns neither what it was about nor whom it went to", async () => {
  for (const language of ["nb", "nn"] as const) {
    const { raw, text } = await textOf({ ...facts, language });
    assert.doesNotMatch(text, /barn|bekymring|melding til|teneste i|Turid/i);
    const fields = raw.replaceAll("\u0000", "");
    const title = /\/Title (\d+) 0 R/.exec(fields)?.[1];
    assert.ok(fields.includes(`\n${title} 0 obj\n(Kvittering)\n`));
    assert.match(fields, /"x-default">Kvittering</);
    assert.ok(!fields.includes(facts.code), "the code is in no field that is shown without opening it");
    assert.doesNotMatch(fields, /bekymring/i);
  }
});

test("in Nynorsk every sentence is, and the file says so", async () => {
  const { raw, text } = await textOf({ ...facts, language: "nn" });
  assert.match(raw, /\/Lang \(nn-NO\)/);
  assert.match(inOneLine(text), /Den nasjonale tenesta har lagra det du sende/);
  assert.doesNotMatch(text, /\b(ikke|tjenesten|mottakeren)\b/);
});

test("of two, it says which are stored, and that one is not sent yet", async () => {
  const one = inOneLine((await textOf({ ...facts, all: 2 })).text);
  assert.match(one, /1 av 2: Lagret i den nasjonale tjenesten/);
  assert.match(one, /1 av 2 er ikke sendt ennå\./);
  const other = { id: "9d2f6f0e-6f0c-4bb2-8a10-77cf0c0c3b52", at: facts.stored[0]!.at };
  const both = inOneLine((await textOf({ ...facts, all: 2, stored: [...facts.stored, other] })).text);
  assert.match(both, /2 av 2: Lagret/);
  assert.doesNotMatch(both, /ikke sendt ennå/);
});
