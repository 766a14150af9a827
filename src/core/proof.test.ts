// Goal: an answer to a challenge proves that every byte is there, and no pair serves two purposes or is taken from the
// schedule. Method: answers over right and wrong content; the choice of pairs in every order that may come.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { signOfRestore } from "./ground.ts";
import {
  answerTo,
  firstFreePair,
  isSilent,
  nextPair,
  pairIn,
  reservedForSchedule,
  scheduleMs,
  silentAfterMs,
} from "./proof.ts";
import { canonicalContent, proofPairCount, proofPairs } from "./report.ts";

const files = { json: randomBytes(100), pdf: randomBytes(200) };

test("what the sender stated is what an answer over the same bytes gives, for every pair", () => {
  const nonces = Array.from({ length: proofPairCount }, () => randomBytes(32));
  const pairs = proofPairs(files, nonces);
  for (let n = 0; n < proofPairCount; n++) {
    const { nonce, mac } = pairIn(pairs, n);
    assert.equal(nonce, nonces[n]!.toString("base64url"));
    assert.equal(answerTo(nonce, canonicalContent(files)), mac);
  }
});

test("one changed bit anywhere, or the files the other way round, gives another answer", () => {
  const nonce = randomBytes(32).toString("base64url");
  const right = answerTo(nonce, canonicalContent(files));
  const content = canonicalContent(files);
  fc.assert(
    fc.property(fc.nat(content.length * 8 - 1), (bit) => {
      const changed = Buffer.from(content);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      assert.notEqual(answerTo(nonce, changed), right);
    }),
  );
  assert.notEqual(answerTo(nonce, canonicalContent({ json: files.pdf, pdf: files.json })), right);
});

const purposes = ["schedule", "demand", "restore", "again"] as const;

test("in whatever order they are asked for, no pair is given twice, and ten are always left to the schedule", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...purposes), { maxLength: 120 }), (asked) => {
      const used = { schedule: 0, other: 0 };
      const given = new Set<number>();
      // The schedule asks for no more than its own: the table of checks is shorter than what is reserved.
      for (const purpose of asked) {
        if (purpose === "schedule" && used.schedule === reservedForSchedule) continue;
        const n = nextPair(purpose, used);
        if (purpose === "schedule") assert.notEqual(n, null, "the schedule is never left without");
        if (n === null) continue;
        assert.ok(n >= firstFreePair && n < proofPairCount && !given.has(n));
        given.add(n);
        used[purpose === "schedule" ? "schedule" : "other"] += 1;
      }
    }),
  );
  assert.ok(scheduleMs.length <= reservedForSchedule);
});

test("other purposes run out with ten pairs left, the schedule with none", () => {
  const free = proofPairCount - firstFreePair - reservedForSchedule;
  assert.equal(nextPair("demand", { schedule: 0, other: free - 1 }), firstFreePair + free - 1);
  assert.equal(nextPair("again", { schedule: 0, other: free }), null);
  assert.equal(nextPair("schedule", { schedule: 9, other: free }), proofPairCount - 1);
  assert.equal(nextPair("schedule", { schedule: 10, other: free }), null);
});

test("a challenge is silent after ten minutes without an answer, and never once it is answered", () => {
  assert.equal(isSilent(0, null, silentAfterMs), false);
  assert.equal(isSilent(0, null, silentAfterMs + 1), true);
  assert.equal(isSilent(0, 5, silentAfterMs * 10), false);
});

test("another system, another timeline, or a flushed position gone back are signs of a restore; going on is none", () => {
  const ground = { systemId: "7000000000000000001", timeline: 1, flushedTo: "1/FFFFFFFF" };
  assert.equal(signOfRestore(ground, ground), null);
  // Read as text this is less; as a position it is more.
  assert.equal(signOfRestore(ground, { ...ground, flushedTo: "10/0" }), null);
  assert.equal(signOfRestore(ground, { ...ground, flushedTo: "1/FFFFFFFE" }), "gone-back");
  assert.equal(signOfRestore(ground, { ...ground, flushedTo: "0/FFFFFFFF" }), "gone-back");
  assert.equal(signOfRestore(ground, { ...ground, timeline: 2, flushedTo: "2/0" }), "other-timeline");
  assert.equal(signOfRestore(ground, { ...ground, systemId: "7000000000000000002" }), "other-system");
});
