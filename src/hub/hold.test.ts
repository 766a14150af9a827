// Goal: what the core says may be erased and what the database says are one and the same. Method: thousands of made-up
// pasts, most of them whole but for one or two things, judged by both; each past that the database lets go is whole.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { factsOf, type Past, wholePast, writePast, writeReport } from "../../test/held-report.ts";
import { freshDatabase, type TestDatabase } from "../../test/database.ts";
import { newKey } from "../../test/sealed-package.ts";
import { type Missing, mayErase, missing } from "../core/hold.ts";
import { hourMs } from "../core/schedule.ts";
import { connect, type Db } from "../pg/db.ts";

const dayMs = 24 * hourMs;
const start = Date.parse("2024-03-04T09:00:00.000Z");
const signers = { hub: newKey(), service: newKey() };
let database: TestDatabase;
let owner: Db;
before(async () => {
  database = await freshDatabase("hub");
  owner = connect(database.ownerUrl);
});
after(async () => {
  await owner.close();
  await database.drop();
});

let services = 0;

/** What both say of this past, at this instant. The room's own role asks the database. */
async function judged(past: Past, now: number): Promise<[core: string | null, sql: string | null]> {
  services += 1;
  const report = await writeReport(owner, `s${services}`, past);
  await writePast(owner, report, past, signers);
  const verdict = mayErase(factsOf(past, 120), now);
  const [row] = await database.db.read<{ held: string | null }[]>`
    select why_held(${report.id}, ${new Date(now)}) as held`;
  return [verdict.may ? null : verdict.missing, row!.held];
}

const whole = () => wholePast(start);
const old = start + 121 * dayMs;

test("a whole past lets content go, and not a minute before its age", async () => {
  assert.deepEqual(await judged(whole(), old), [null, null]);
  const justBefore = start + 120 * dayMs - 60_000;
  assert.deepEqual(await judged(whole(), justBefore), ["hold.too-young", "hold.too-young"]);
});

const registeredAt = start + hourMs;
const lastProofAt = whole().proofs.at(-1)!.at;

/** Each takes one thing away. */
const without: [string, Missing, Partial<Past>][] = [
  ["not registered", "hold.not-registered", { registered: [] }],
  ["not in the ledger", "hold.not-registered", { registered: [{ at: registeredAt, isPlaced: false }] }],
  ["no proofs", "hold.proofs-missing", { proofs: [] }],
  ["one proof", "hold.proofs-missing", { proofs: whole().proofs.slice(4) }],
  ["proofs within a day", "hold.proofs-missing", { proofs: whole().proofs.slice(0, 2) }],
  ["proofs not in the ledger", "hold.proofs-missing", flawed({ isPlaced: false })],
  ["another HMAC than the sender's", "hold.proofs-missing", flawed({ flaw: "mac" })],
  ["receipts without answers", "hold.proofs-missing", flawed({ flaw: "no answer" })],
  ["answers that said something else", "hold.proofs-missing", flawed({ flaw: "other answer" })],
  ["`proven` by somebody else", "hold.proofs-missing", flawed({ flaw: "not the hub's" })],
  ["no comparison", "hold.not-compared", { comparisons: [] }],
  [
    "a comparison before the registration",
    "hold.not-compared",
    { comparisons: [{ asOf: registeredAt, agrees: true }] },
  ],
  [
    "the newest comparison disagrees",
    "hold.not-compared",
    { comparisons: [...whole().comparisons, { asOf: registeredAt + dayMs, agrees: false }] },
  ],
  ["no 30-day check", "hold.not-checked-after-30-days", { proofs: whole().proofs.slice(0, 4) }],
  [
    "a 30-day check after two days",
    "hold.not-checked-after-30-days",
    { proofs: [...whole().proofs.slice(0, 4), { at: registeredAt + 2 * dayMs, step: 4 }] },
  ],
  ["being handed over again", "hold.loss-open", { isOffered: true }],
  [
    "a loss that stands",
    "hold.loss-open",
    {
      stood: [{ at: registeredAt + hourMs, endedAt: null }],
    },
  ],
  ["a question without an answer", "hold.answer-awaited", { isAsked: true }],
  ["a restored receiver that is being asked for everything", "hold.answer-awaited", { isRestored: true }],
  ["a recall", "hold.recalled", { recallEnds: 0 }],
  ["a recall that one has ended", "hold.recalled", { recallEnds: 1 }],
  ...["proof.wrong", "proof.missing", "statement.missing", "statement.altered", "report.lost"].map(
    (kind): [string, Missing, Partial<Past>] => [
      `${kind} since the last proof`,
      "hold.loss-open",
      { losses: [{ at: lastProofAt + 1, kind }], comparisons: [{ asOf: lastProofAt + dayMs, agrees: true }] },
    ],
  ),
  [
    "a wrong answer since",
    "hold.loss-open",
    { wrong: [{ at: lastProofAt + 1 }], comparisons: [{ asOf: lastProofAt + dayMs, agrees: true }] },
  ],
  [
    "a loss that was not compared since",
    "hold.not-compared",
    { losses: [{ at: registeredAt + 3 * hourMs, kind: "proof.wrong" }] },
  ],
];

function flawed(how: Partial<Past["proofs"][number]>): Partial<Past> {
  return { proofs: whole().proofs.map((one) => ({ ...one, ...how })) };
}

for (const [what, code, change] of without)
  test(`${what}: both say ${code}`, async () => {
    assert.deepEqual(await judged({ ...whole(), ...change }, old), [code, code]);
  });

test("what was lost, registered again since and found in a comparison later may go", async () => {
  const lost = lastProofAt + dayMs;
  const past: Past = {
    ...whole(),
    registered: [...whole().registered, { at: lost + hourMs }],
    stood: [{ at: lost, endedAt: lost + hourMs }],
    comparisons: [...whole().comparisons, { asOf: lost + 2 * hourMs, agrees: true }],
  };
  assert.deepEqual(await judged(past, old), [null, null]);
  const before = { ...past, comparisons: whole().comparisons };
  assert.deepEqual(await judged(before, old), ["hold.not-compared", "hold.not-compared"]);
});

test("two have ended the recall, the loss was proven away since, other deviations are none of it: it may go", async () => {
  const past: Past = {
    ...whole(),
    recallEnds: 2,
    stood: [{ at: registeredAt + hourMs, endedAt: registeredAt + hourMs + 1 }],
    losses: [
      { at: registeredAt + hourMs, kind: "proof.wrong" },
      { at: lastProofAt + 1, kind: "proof.silent" },
    ],
  };
  assert.deepEqual(await judged(past, old), [null, null]);
});

/** A generator of numbers from 0 to 1 that always gives the same (mulberry32). */
function drawer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function drawnPast(draw: () => number): Past {
  const base = whole();
  const rarely = (chance = 0.12) => draw() < chance;
  const within = (days: number) => registeredAt + Math.floor(draw() * days * dayMs) - dayMs;
  const some = <T>(most: number, make: () => T) =>
    Array.from({ length: Math.floor(draw() * (most + 1)) }, make);
  const kinds = [
    "proof.wrong",
    "proof.missing",
    "statement.missing",
    "report.lost",
    "proof.silent",
    "hold.x",
  ];
  const flaws = ["mac", "no answer", "other answer", "not the hub's"] as const;
  const proofs = base.proofs
    .filter(() => !rarely(0.06))
    .map((one) => ({
      ...one,
      at: rarely() ? within(40) : one.at,
      ...(rarely(0.06) ? { isPlaced: false } : {}),
      ...(rarely(0.06) ? { flaw: flaws[Math.floor(draw() * flaws.length)]! } : {}),
    }));
  return {
    acceptedAt: start,
    registered: rarely(0.05)
      ? []
      : [...base.registered, ...(rarely() ? [{ at: within(60), isPlaced: !rarely(0.5) }] : [])],
    proofs: [...proofs, ...(rarely() ? [{ at: within(60), step: null }] : [])],
    comparisons: rarely(0.08)
      ? []
      : [
          ...base.comparisons,
          ...some(2, () => ({ asOf: within(60), agrees: !rarely(0.2) })),
          ...(rarely(0.5) ? [{ asOf: registeredAt + 70 * dayMs, agrees: !rarely() }] : []),
        ],
    losses: rarely(0.2)
      ? some(2, () => ({ at: within(50), kind: kinds[Math.floor(draw() * kinds.length)]! }))
      : [],
    wrong: rarely(0.08) ? [{ at: within(50) }] : [],
    isOffered: rarely(0.05),
    isAsked: rarely(0.05),
    isRestored: rarely(0.03),
    stood: rarely(0.15)
      ? [
          { at: within(50), endedAt: within(50) + 60 * dayMs },
          ...(rarely(0.3) ? [{ at: within(50), endedAt: null }] : []),
        ]
      : [],
    recallEnds: rarely() ? Math.floor(draw() * 3) : null,
  };
}

test("the core and the database agree about every past, and every answer there is comes up", async () => {
  const seen = new Map<string | null, number>();
  const draw = drawer(20_240_304);
  for (let count = 0; count < 300; count += 1) {
    const past = drawnPast(draw);
    const now = draw() < 0.8 ? old : start + Math.floor(draw() * 130 * dayMs);
    const [core, sql] = await judged(past, now);
    assert.equal(sql, core, JSON.stringify({ past, now }));
    seen.set(core, (seen.get(core) ?? 0) + 1);
  }
  const expected = Object.keys(missing).filter((code) => !/unknown|already/.test(code));
  assert.deepEqual([...seen.keys()].map(String).sort(), [...expected, "null"].sort());
});
