// Goal: the receipt that people keep has what they need to follow a report, and tells whoever finds it nothing else.
// Method: the letters are read back out of the file through its own fonts, in both languages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { textIn } from "../../test/pdf-text.ts";
import type { Followed } from "./hub.ts";
import type { LogProof } from "./hub-log.ts";
import { type ReceiptPdf, receiptPdf } from "./receipt-pdf.ts";
import { paper } from "./texts-paper.ts";

const facts: ReceiptPdf = {
  language: "nb",
  code: "6JH9-MABD-9XMX-AECG-FZRG8-8QPHR",
  followAddress: "https://framme.example/folg",
  verifyAddress: "https://framme.example/kvittering",
  madeAt: Date.parse("2026-11-23T12:04:00Z"),
  all: 1,
  stored: [
    {
      id: "3f0c2f0a-9b1e-4c53-8a52-1d6b0a3c9e11",
      at: Date.parse("2026-11-23T12:03:09Z"),
      followed: { reached: "accepted", receipts: [], owes: null, check: null },
      proof: null,
    },
  ],
};

async function textOf(wish: ReceiptPdf): Promise<{ raw: string; text: string }> {
  const pdf = await receiptPdf(wish);
  return { raw: pdf.toString("latin1"), text: textIn(pdf) };
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
  const other = { ...facts.stored[0]!, id: "9d2f6f0e-6f0c-4bb2-8a10-77cf0c0c3b52" };
  const both = inOneLine((await textOf({ ...facts, all: 2, stored: [...facts.stored, other] })).text);
  assert.match(both, /2 av 2: Lagret/);
  assert.doesNotMatch(both, /ikke sendt ennå/);
});

const inSystem: Followed = {
  reached: "registered",
  receipts: [{ kind: "registered", at: "2026-11-23T12:05:00.000Z" }],
  owes: null,
  check: { state: "proven", lastProvenAt: "2026-11-24T12:04:00.000Z", sentAgain: null },
};
const proof: LogProof = {
  raw: {},
  place: 1233,
  size: 12_345,
  root: "h0dET",
  signed: [
    {
      name: "Statsforvalteren i Vestland",
      at: Date.parse("2026-11-24T12:10:00Z"),
      size: 12_345,
      isFresh: true,
    },
    { name: "Alver kommune", at: null, size: 0, isFresh: false },
  ],
};

async function paperOf(followed: Followed, found: LogProof | null, language: "nb" | "nn" = "nb") {
  const stored = [{ ...facts.stored[0]!, followed, proof: found }];
  return inOneLine((await textOf({ ...facts, language, stored })).text);
}

test("it says how far it had come and when it was last checked, where it stands in the log, and how to check it", async () => {
  for (const language of ["nb", "nn"] as const) {
    const words = paper[language];
    const text = await paperOf(inSystem, proof, language);
    for (const part of [
      words.stages.registered!,
      "24. november 2026 kl. 13.04",
      "1 234",
      "12 345",
      "h0dET",
      "Statsforvalteren i Vestland",
      words.command,
      words.keysAt(facts.verifyAddress),
      words.verify,
    ])
      assert.ok(text.replaceAll("\u00a0", " ").includes(part), `«${part}» is in: ${text}`);
    assert.ok(!text.includes("Alver kommune"), "who has not signed is not said to have");
    assert.doesNotMatch(text, /barn|bekymring|uromelding/i);
  }
});

test("without an answer or a proof in time it says so, and is a receipt all the same", async () => {
  const text = await paperOf({ ...inSystem, check: null }, null);
  assert.ok(text.includes(paper.nb.notAsked) && text.includes(paper.nb.later), text);
  assert.doesNotMatch(text, /Registrert i systemet|linje nummer/);
  assert.match(text, /Lagret i den nasjonale tjenesten mandag 23\. november/);
});

test("what the last control did not find is not said to be registered", async () => {
  const lost = { ...inSystem.check!, state: "lost", sentAgain: true } as const;
  const text = await paperOf({ ...inSystem, check: lost }, proof);
  assert.ok(text.includes(paper.nb.lost), text);
  assert.doesNotMatch(text, /Registrert i systemet|Sist kontrollert/);
});

test("a head that no witness has signed is said to be the service's own word", async () => {
  const text = await paperOf(inSystem, { ...proof, signed: [] });
  assert.ok(text.includes(paper.nb.noWitness), text);
});
