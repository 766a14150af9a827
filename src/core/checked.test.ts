// Goal: nobody is told that a report is where it should be unless the last look found it there. Method: given receipts,
// challenges and losses in every order, then the state; and a property over all of them that `proven` never outlives a
// loss, an open question or a missing nonce.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Asked, type CheckFacts, checkedOf, checkStates, worstOf } from "./checked.ts";
import { silentAfterMs } from "./proof.ts";
import type { Receipt, ReceiptKind } from "./receipt.ts";

const noon = Date.parse("2026-11-24T12:00:00.000Z");
const at = (minutes: number) => new Date(noon + minutes * 60_000).toISOString();

type Fact = CheckFacts["receipts"][number];

function said(kind: ReceiptKind, minutes: number, hasProof = true): Fact {
  const proof =
    hasProof && ["stored", "registered", "proven"].includes(kind) ? { n: 0, mac: "x" } : undefined;
  return { receipt: { kind, ...(proof ? { proof } : {}) } as Receipt, recordedAt: at(minutes) };
}

function asked(revealed: number, answered: number | null, outcome: Asked["outcome"]): Asked {
  const answeredAt = answered === null ? null : at(answered);
  return { purpose: "schedule", revealedAt: at(revealed), answeredAt, outcome };
}

const home = [said("accepted", -60), said("stored", -59), said("registered", -58)];
const nothing: CheckFacts = { receipts: home, challenges: [], losses: [], nonces: "left" };
const seen = (facts: Partial<CheckFacts>, now = noon) => checkedOf({ ...nothing, ...facts }, now);

test("before anybody has answered a challenge it is not checked yet", () => {
  const receipts = [said("accepted", -60)];
  assert.deepEqual(seen({ receipts }), { state: "not-checked-yet", lastProvenAt: null });
  const unproven = [...receipts, said("stored", -59, false)];
  assert.deepEqual(seen({ receipts: unproven }), { state: "not-checked-yet", lastProvenAt: null });
});

test("an answer counts at the depth the report has come to, and the last one gives the time", () => {
  assert.deepEqual(seen({ receipts: home.slice(0, 2) }), { state: "proven", lastProvenAt: at(-59) });
  assert.deepEqual(seen({}), { state: "proven", lastProvenAt: at(-58) });
  const later = [said("proven", -3), said("proven", -40), ...home];
  assert.deepEqual(seen({ receipts: later }), { state: "proven", lastProvenAt: at(-3) });
  const bare = [...home.slice(0, 2), said("registered", -58, false)];
  assert.equal(seen({ receipts: bare }).state, "not-checked-yet", "stored proves nothing of the case system");
});

test("a wrong answer, a missing one and a statement's loss stand until a later right answer from the case system", () => {
  const losses: Partial<CheckFacts>[] = [
    { challenges: [asked(-30, -29, "wrong")] },
    { challenges: [asked(-30, -29, "missing")] },
    { losses: [at(-29)] },
  ];
  for (const loss of losses) {
    assert.deepEqual(seen(loss), { state: "lost", lastProvenAt: at(-58) });
    for (const again of [said("stored", -20), said("registered", -20, false), said("proven", -29)])
      assert.equal(seen({ ...loss, receipts: [...home, again] }).state, "lost", again.receipt.kind);
    for (const healed of [said("registered", -20), said("proven", -20)])
      assert.deepEqual(seen({ ...loss, receipts: [...home, healed] }), {
        state: "proven",
        lastProvenAt: at(-20),
      });
  }
  const twice = { losses: [at(-29), at(-10)], receipts: [...home, said("proven", -20)] };
  assert.equal(seen(twice).state, "lost", "lost, found and lost again");
});

test("no answer is silent after ten minutes, and not lost; an answer ends it", () => {
  const open = { challenges: [asked(-9, null, null)] };
  assert.equal(seen(open).state, "proven");
  assert.equal(seen(open, noon - 9 * 60_000 + silentAfterMs).state, "proven");
  assert.deepEqual(seen(open, noon - 9 * 60_000 + silentAfterMs + 1), {
    state: "silent",
    lastProvenAt: at(-58),
  });
  const answered = { challenges: [asked(-30, -2, "right")], receipts: [...home, said("proven", -2)] };
  assert.deepEqual(seen(answered), { state: "proven", lastProvenAt: at(-2) });
});

test("what is only claimed is not controlled; what a person found is told as that, and as no proof", () => {
  const claimed = [said("accepted", -60), said("claimed", -50)];
  assert.deepEqual(seen({ receipts: claimed }), { state: "not-controlled", lastProvenAt: null });
  const besideStored = [...home.slice(0, 2), said("claimed", -50)];
  assert.equal(seen({ receipts: besideStored }).state, "not-controlled");
  for (const receipts of [claimed, besideStored])
    assert.equal(seen({ receipts: [...receipts, said("confirmed", -1)] }).state, "cannot-be-checked");
});

test("without a nonce left, or with one that proves nothing, it cannot be checked; the last time stays", () => {
  for (const nonces of ["run-out", "none"] as const)
    assert.deepEqual(seen({ nonces }), { state: "cannot-be-checked", lastProvenAt: at(-58) });
  assert.equal(seen({ nonces: "run-out", losses: [at(-1)] }).state, "lost");
});

test("of several the worst is told, with its own time", () => {
  assert.equal(worstOf([]), null);
  const checks = checkStates.map((state) => ({ state, lastProvenAt: state }));
  for (const [place, check] of checks.entries())
    assert.deepEqual(worstOf(checks.slice(place).toReversed()), check);
});

const minute = fc.integer({ min: -600, max: 0 });
const factsOf = fc.record({
  receipts: fc.array(
    fc
      .tuple(
        fc.constantFrom<ReceiptKind[]>(
          "accepted",
          "claimed",
          "stored",
          "registered",
          "confirmed",
          "opened",
          "proven",
        ),
        minute,
        fc.boolean(),
      )
      .map((parts) => said(...parts)),
    { minLength: 1, maxLength: 8 },
  ),
  challenges: fc.array(
    fc
      .tuple(minute, fc.constantFrom("right", "wrong", "missing", null))
      .map(([when, outcome]) => asked(when, outcome === null ? null : when, outcome)),
    { maxLength: 4 },
  ),
  losses: fc.array(minute.map(at), { maxLength: 2 }),
  nonces: fc.constantFrom("left", "run-out", "none"),
}) satisfies fc.Arbitrary<CheckFacts>;

test("whatever happened, in any order: proven is never said past a loss, a silence or the last nonce", () => {
  fc.assert(
    fc.property(factsOf, fc.func(fc.integer()), (facts, order) => {
      const { state, lastProvenAt } = checkedOf(facts, noon);
      const shuffled = facts.receipts.toSorted((a, b) => order(a) - order(b));
      assert.deepEqual(checkedOf({ ...facts, receipts: shuffled }, noon), { state, lastProvenAt });
      const opened = [...facts.receipts, said("opened", -1)];
      assert.deepEqual(checkedOf({ ...facts, receipts: opened }, noon), { state, lastProvenAt });
      if (state !== "proven") return;
      assert.ok(lastProvenAt !== null && facts.nonces === "left");
      for (const lost of facts.losses) assert.ok(lost < lastProvenAt);
      for (const { outcome, answeredAt, revealedAt } of facts.challenges) {
        if (outcome === "wrong" || outcome === "missing") assert.ok(answeredAt! < lastProvenAt);
        if (outcome === null) assert.ok(noon - Date.parse(revealedAt) <= silentAfterMs);
      }
    }),
  );
});
