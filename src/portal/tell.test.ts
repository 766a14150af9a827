// Goal: a professional is told that a caseworker has opened the report, or by when somebody should; a private reporter
// is told neither; and nobody is told a stronger status than the last look found. Method: the hub's answers as they
// come, in both languages.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Checked } from "./check.ts";
import type { Followed } from "./hub.ts";
import { tell } from "./tell.ts";
import { checkTexts } from "./texts-check.ts";

const noon = Date.parse("2026-11-23T11:00:00Z");
const until = [
  { kind: "accepted", at: "2026-11-23T09:00:00.000Z" },
  { kind: "registered", at: "2026-11-23T09:02:00.000Z" },
] as const;
const owes = { owed: "opened", due: "2026-11-30T09:00:00.000Z", overdue: false } as const;
const provenAt = "2026-11-23T10:30:00.000Z";
const check = { state: "proven", lastProvenAt: provenAt, sentAgain: null } as const;
const unopened: Followed = { reached: "registered", receipts: until, owes, check };
const opened: Followed = {
  reached: "opened",
  receipts: [...until, { kind: "opened", at: "2026-11-23T10:00:00.000Z" }],
  owes: null,
  check,
};
const sentence = {
  nb: "En saksbehandler hos barnevernstjenesten har åpnet meldingen.",
  nn: "Ein saksbehandlar hos barnevernstenesta har opna meldinga.",
};
const notShown = /Vi viser ikk/;

for (const language of ["nb", "nn"] as const) {
  test(`a professional is told that it was opened, and when (${language})`, () => {
    const told = tell(language, opened, noon);
    assert.deepEqual(told.now, [sentence[language]]);
    assert.equal(told.history.at(-1)?.sentence, sentence[language]);
    assert.match(told.history.at(-1)?.when ?? "", /23\. november 2026 kl\. 11\.00/);
    assert.equal(told.next.sentences.length, 1, "what is left is the confirmation");
    assert.match(told.next.sentences[0] ?? "", /14\. desember 2026/);
    assert.doesNotMatch(JSON.stringify(told), notShown);
  });

  test(`until then a professional is told by when, and not that it is hidden (${language})`, () => {
    for (const now of [noon, noon + 9 * 86_400_000]) {
      const told = tell(language, unopened, now);
      assert.match(told.next.sentences[0] ?? "", /30\. november 2026/);
      assert.doesNotMatch(JSON.stringify(told), notShown);
      assert.ok(!JSON.stringify(told).includes(sentence[language]));
    }
  });

  test(`a private reporter is told the Act's limits, and that opening is not shown (${language})`, () => {
    const told = tell(language, { ...unopened, owes: null }, noon);
    assert.match(told.next.sentences[0] ?? "", /30\. november 2026.*Vi viser ikk/);
    assert.ok(!JSON.stringify(told).includes(sentence[language]));
  });
}

const accepted = until[0];
const stored = { kind: "stored", at: "2026-11-23T09:01:00.000Z" } as const;
const at = (
  kind: "accepted" | "stored" | "registered",
  state: Checked["state"],
  more: Partial<Checked> = {},
) => {
  const receipts = { accepted: [accepted], stored: [accepted, stored], registered: until }[kind];
  return { reached: kind, receipts, owes: null, check: { ...check, state, ...more } } satisfies Followed;
};
const when = { nb: "mandag 23. november 2026 kl. 11.30", nn: "måndag 23. november 2026 kl. 11.30" };

for (const language of ["nb", "nn"] as const) {
  const checked = (followed: Followed) => tell(language, followed, noon).checked;

  test(`where it was found the last time, and when (${language})`, () => {
    assert.deepEqual(checked(at("registered", "proven")), [
      checkTexts[language].inCaseSystem(when[language]),
    ]);
    assert.deepEqual(checked(at("stored", "proven")), [checkTexts[language].atMunicipality(when[language])]);
  });

  test(`what the last control did not find is told as that, and never as registered (${language})`, () => {
    const words = checkTexts[language];
    for (const sentAgain of [true, false]) {
      const told = tell(language, at("registered", "lost", { sentAgain }), noon);
      assert.equal(told.isLost, true);
      assert.equal(told.now[0], words.lost);
      assert.equal(told.now.includes(words.lostAgain), sentAgain, "nothing is said to be sent that was not");
      assert.doesNotMatch(told.now.join(" "), /registrert/);
      assert.match(told.now.join(" "), /[Rr]ing /);
    }
  });

  test(`a loss that is late as well is not said to be safe (${language})`, () => {
    const owes = { owed: "registered", due: "2026-11-23T10:00:00.000Z", overdue: true } as const;
    const told = tell(language, { ...at("stored", "lost", { sentAgain: false }), owes }, noon);
    assert.equal(told.next.isLate, true);
    assert.doesNotMatch(JSON.stringify(told), /ikke borte|ikkje borte/);
  });

  test(`why nobody can say when it was last there, without fright (${language})`, () => {
    const words = checkTexts[language];
    const none = { lastProvenAt: null };
    assert.deepEqual(checked(at("accepted", "not-checked-yet", none)), []);
    assert.deepEqual(checked(at("accepted", "cannot-be-checked", none)), []);
    assert.deepEqual(checked(at("registered", "not-checked-yet", none)), [words.notYet]);
    assert.deepEqual(checked(at("registered", "cannot-be-checked", none)), [words.cannot]);
    assert.deepEqual(checked(at("registered", "cannot-be-checked")).slice(1), [words.cannotAgain]);
    assert.deepEqual(checked(at("registered", "silent")), [words.inCaseSystem(when[language]), words.silent]);
    assert.deepEqual(checked({ ...at("registered", "proven"), check: null }), []);
  });
}

test("the texts of checks are the same in both languages' shape, promise nothing, and frighten nobody", () => {
  const flat = (value: unknown): string[] =>
    typeof value === "string"
      ? [value]
      : typeof value === "function"
        ? [value("·", "·")]
        : Object.values(value as object).flatMap(flat);
  const [nb, nn] = [flat(checkTexts.nb), flat(checkTexts.nn)];
  assert.equal(nb.length, nn.length);
  for (const [index, text] of nb.entries())
    if (!/^framme /.test(text)) assert.notEqual(nn[index], text, "a sentence nobody translated");
  for (const text of [...nb, ...nn])
    assert.doesNotMatch(text, /mott(att|eke)|ta(tt)? imot|alarm|katastrofe/i);
  const onlyBokmal =
    /(?<!\p{L})(ikke|hva|hvor|hvem|noe|noen|være|tjenesten|meldingen|barnevernstjenesten|nå|kvitteringen|beviset|fra)(?!\p{L})/iu;
  for (const text of nn) assert.doesNotMatch(text, onlyBokmal);
});
