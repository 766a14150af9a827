// Goal: a reporter whose report a person has found in the case system is told as if it were registered there, and is not
// told for ever that something is late. Method: the way so far as the hub tells it, at different moments.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Followed } from "./hub.ts";
import { tell } from "./tell.ts";
import { texts } from "./texts.ts";

const day = (n: number, time = "08:00") => `2026-11-${n}T${time}:00.000Z`;
const receipts: Followed["receipts"] = [
  { kind: "accepted", at: day(23) },
  { kind: "claimed", at: day(23, "09:00") },
];
const owes = { from: "person", owed: "confirmed", due: day(24, "09:00"), overdue: false } as const;

const check = { state: "not-controlled", lastProvenAt: null, sentAgain: null } as const;
const found = { ...check, state: "cannot-be-checked" } as const;

for (const language of ["nb", "nn"] as const) {
  const { sentences } = texts[language];

  test(`${language}: what is claimed is told as the weaker truth, and as late only once it is`, () => {
    const claimed = { reached: "claimed", receipts, owes, check } as unknown as Followed;
    const told = tell(language, claimed, Date.parse(day(23, "10:00")));
    assert.deepEqual(told.now, [sentences.claimed]);
    assert.equal(told.next.isLate, false);
    const late = { ...claimed, owes: { ...owes, overdue: true } } as unknown as Followed;
    assert.equal(tell(language, late, Date.parse(day(25))).next.isLate, true);
  });

  test(`${language}: what is confirmed is told as registered, and nothing is late a year later`, () => {
    const confirmed = {
      reached: "confirmed",
      receipts: [...receipts, { kind: "confirmed", at: day(24) }],
      owes: null,
      check: found,
    } as unknown as Followed;
    assert.equal(sentences.confirmed, sentences.registered);
    for (const now of [Date.parse(day(24, "09:00")), Date.parse("2027-11-24T09:00:00Z")]) {
      const told = tell(language, confirmed, now);
      assert.deepEqual(told.now, [sentences.registered]);
      assert.equal(told.next.isLate, false);
    }
  });
}
