// Goal: content goes when everything is as it must be, with a receipt and a certificate that say on what it rests; for
// whatever is missing it stays, and that somebody tried is noted. Method: a hub in 2024, reports with a whole past.

import assert from "node:assert/strict";
import { createPublicKey } from "node:crypto";
import { after, before, test } from "node:test";
import { dayMs, hashesOf, type Past } from "../../test/held-report.ts";
import {
  attemptsOn,
  copiesKept,
  type HoldingRoom,
  openHoldingRoom,
  sizesOf,
} from "../../test/holding-room.ts";
import { expectStatus } from "../../test/hub-room.ts";
import { type Erasure, erasureFits } from "../core/erasure.ts";
import { type Receipt, receiptHash } from "../core/receipt.ts";
import { erase, eraseNext, warnNearMaximum } from "./erase.ts";
import { deviations, receiptsOf } from "./receipt-store.ts";
import { redeliver } from "./redeliver.ts";

let world: HoldingRoom;
before(async () => {
  world = await openHoldingRoom(["alver", "bergen"]);
});
after(() => world.close());

const read = () => world.room.database.db.read;
const noted = async (id: string) =>
  (await deviations(read(), 0, 10_000)).filter(({ report }) => report === id).map(({ kind }) => kind);

async function receiptsHeld(id: string): Promise<Receipt[]> {
  return (await receiptsOf(read(), [id])).map(({ body }) => JSON.parse(body) as Receipt);
}

test("content goes with a receipt and a certificate, both resting on the receipts that proved it", async () => {
  const report = await world.held();
  const { room } = world;
  assert.deepEqual(await eraseNext(room.hub), { report: report.id, outcome: "erased" });
  assert.equal(await eraseNext(room.hub), null);
  assert.deepEqual(await sizesOf(read(), report.id), { sealed: 0, paper: 0, pairs: 4096 });
  assert.deepEqual(await attemptsOn(read(), report.id), ["erased"]);

  const erased = (await receiptsHeld(report.id)).find(({ kind }) => kind === "erased");
  assert.deepEqual([...(erased?.restsOn ?? [])].sort(), hashesOf(report.placed).sort());
  for (const who of [room.asSubmitter(), room.asService("alver")]) {
    const answer = await room.ask("GET", `/reports/${report.id}/erasure`, undefined, who);
    expectStatus(answer, 200);
    const certificate = answer.json<Erasure>();
    assert.ok(erasureFits(certificate, createPublicKey(room.hub.key.privateKey)));
    assert.ok(
      !erasureFits(
        { ...certificate, erasedAt: report.header.sealedAt },
        createPublicKey(room.hub.key.privateKey),
      ),
    );
    assert.equal(certificate.receipt, receiptHash(erased!));
    assert.equal(certificate.erasedAt, new Date(room.now).toISOString());
    assert.deepEqual(certificate.copiesGone, {
      wal: new Date(room.now + copiesKept.walDays * dayMs).toISOString(),
      backups: new Date(room.now + copiesKept.backupDays * dayMs).toISOString(),
    });
    assert.equal(certificate.restsOn.comparison.day, report.header.sealedAt.slice(0, 10));
    assert.deepEqual(
      certificate.restsOn.proofs.map(({ step }) => step),
      [0, 1, 2, 3, 4],
    );
  }
});

test("the certificate is for the sender and the service only, and before there is one the answer says what is missing", async () => {
  const report = await world.held((past) => ({ proofs: past.proofs.slice(0, 4) }));
  const path = `/reports/${report.id}/erasure`;
  const { room } = world;
  assert.equal((await room.ask("GET", path)).status, 401);
  assert.equal((await room.ask("GET", path, undefined, room.asPerson())).status, 403);
  for (const wrong of [path, "/reports/x/erasure", `/reports/${crypto.randomUUID()}/erasure`])
    assert.equal((await room.ask("GET", wrong, undefined, room.asService("bergen"))).status, 404);
  const answer = (await room.ask("GET", path, undefined, room.asService("alver"))).json<{
    error: string;
    message: string;
  }>();
  assert.equal(answer.error, "report.not-erased");
  assert.match(answer.message, /hold\.not-checked-after-30-days/);
});

test("after erasing: a repeat gets its receipt, following works, and nothing is offered or given back", async () => {
  const report = await world.held();
  const { room } = world;
  assert.equal((await erase(room.hub, report.id)).outcome, "erased");
  const repeat = await room.post(report);
  expectStatus(repeat, 200);
  assert.deepEqual(repeat.json<{ receipt: Receipt }>().receipt, report.receipt);

  const followed = (await room.ask("POST", "/follow", { code: report.code })).json<{
    reached: string;
    receipts: { kind: string }[];
  }>();
  assert.equal(followed.reached, "registered");
  assert.ok(!followed.receipts.some(({ kind }) => kind === "erased"));

  const loss = { report: report.id, service: "alver", kind: "statement.missing", detail: "" };
  await room.hub.db.begin((tx) => redeliver(tx, [loss], new Date(room.now)));
  assert.deepEqual([...new Set(await noted(report.id))], ["statement.missing", "report.lost"]);
  // Not even where the delivery is open for another reason.
  await world.owner.begin(
    (tx) => tx`update delivery set settled_at = null, settled_by = null where report = ${report.id}`,
  );
  assert.deepEqual(await room.offers("alver", crypto.randomUUID()), []);
});

test("a sealed report that has gone is neither listed nor given to a SvarInn client", async () => {
  const { room, owner } = world;
  const report = await world.held();
  assert.equal((await erase(room.hub, report.id)).outcome, "erased");
  await owner.begin(
    (tx) =>
      tx`update delivery set channel = 'svarinn', settled_at = null, settled_by = null where report = ${report.id}`,
  );
  const account = await room.ask("POST", "/services/alver/svarinn", "", room.asPerson());
  expectStatus(account, 201);
  const { user, password } = account.json<{ user: string; password: string }>();
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  const asClient = (path: string) =>
    room.ask("GET", `/tjenester/svarinn${path}`, undefined, undefined, { authorization });
  assert.deepEqual((await asClient("/mottaker/hentNyeForsendelser")).json(), []);
  const gone = await asClient(`/forsendelse/${report.id}`);
  assert.equal(gone.status, 410);
  assert.equal(gone.json<{ error: string }>().error, "report.erased");
});

const since = (past: Past) => past.proofs.at(-1)!.at + 1;
const missingInTurn: [string, (past: Past) => Partial<Past>][] = [
  ["hold.not-registered", () => ({ registered: [] })],
  ["hold.proofs-missing", (past) => ({ proofs: past.proofs.slice(0, 1) })],
  ["hold.not-compared", () => ({ comparisons: [] })],
  ["hold.not-checked-after-30-days", (past) => ({ proofs: past.proofs.slice(0, 4) })],
  [
    "hold.loss-open",
    (past) => ({
      losses: [{ at: since(past), kind: "proof.missing" }],
      comparisons: [{ asOf: since(past) + 1, agrees: true }],
    }),
  ],
  ["hold.answer-awaited", () => ({ isAsked: true })],
  ["hold.loss-open", () => ({ isOffered: true })],
];
for (const [code, change] of missingInTurn)
  test(`${code}: the content stays, and the attempt is noted by that name`, async () => {
    const report = await world.held(change);
    assert.deepEqual(await erase(world.room.hub, report.id), { report: report.id, outcome: code });
    assert.ok((await sizesOf(read(), report.id)).sealed > 0);
    assert.deepEqual(await attemptsOn(read(), report.id), [code]);
    assert.ok(!(await receiptsHeld(report.id)).some(({ kind }) => kind === "erased"));
    assert.ok(!(await noted(report.id)).includes("hold.judged-otherwise"));
  });

/** Everything that is due now. */
async function eraseDue(): Promise<void> {
  for (let left = 50; left > 0; left -= 1) if ((await eraseNext(world.room.hub)) === null) return;
  assert.fail("it ends");
}

test("too young: it is not tried by itself, and stays when it is tried", async () => {
  const report = await world.held();
  const { room } = world;
  room.now -= 2 * dayMs;
  await eraseDue();
  assert.deepEqual(await attemptsOn(read(), report.id), []);
  assert.equal((await erase(room.hub, report.id)).outcome, "hold.too-young");
  room.now += 2 * dayMs;
  await eraseDue();
  assert.deepEqual(await attemptsOn(read(), report.id), ["hold.too-young", "erased"]);
});

test("what was refused is tried again the next day, not before", async () => {
  const report = await world.held((past) => ({ proofs: past.proofs.slice(0, 4) }));
  const { room } = world;
  await eraseDue();
  assert.deepEqual(await attemptsOn(read(), report.id), ["hold.not-checked-after-30-days"]);
  room.now += dayMs - 1000;
  assert.equal(await eraseNext(room.hub), null);
  room.now += 2000;
  await eraseDue();
  assert.equal((await attemptsOn(read(), report.id)).length, 2);
});

test("a proof that nobody at the service has signed lets nothing go, and somebody must look at it", async () => {
  const report = await world.held((past) => ({
    proofs: past.proofs.map((one) => ({ ...one, flaw: "signature" as const })),
  }));
  assert.equal((await erase(world.room.hub, report.id)).outcome, "hold.proofs-missing");
  assert.ok((await sizesOf(read(), report.id)).sealed > 0);
  const found = (await deviations(read(), 0, 10_000)).filter(({ report: of }) => of === report.id);
  assert.deepEqual(
    found.map(({ kind, owner, detail }) => [kind, owner, detail]),
    [["hold.judged-otherwise", "operator", "hold.proofs-missing free"]],
  );
});

test("a hub whose operator has not said how long copies are kept erases nothing", async () => {
  const report = await world.held();
  assert.equal(await eraseNext({ ...world.room.hub, copiesKept: null }), null);
  assert.deepEqual(await attemptsOn(read(), report.id), []);
  assert.equal((await erase(world.room.hub, report.id)).outcome, "erased");
});

test("near the most it may be kept somebody is told, once for each limit, and nothing goes", async () => {
  const { room } = world;
  const report = await room.accepted("alver");
  const told = async () =>
    (await deviations(read(), 0, 10_000))
      .filter((one) => one.report === report.id)
      .map(({ kind, owner, detail }) => `${kind} ${detail} ${owner}`);
  const accepted = room.now;
  const expected: string[] = [];
  for (const days of [90, 30, 7, 0]) {
    room.now = accepted + (1826 - days) * dayMs - 1000;
    await warnNearMaximum(room.hub);
    assert.deepEqual(await told(), expected);
    room.now += 2000;
    await warnNearMaximum(room.hub);
    await warnNearMaximum(room.hub);
    expected.push(`hold.maximum-near ${days} operator`, `hold.maximum-near ${days} service:alver`);
    assert.deepEqual((await told()).sort(), [...expected].sort());
    expected.splice(0, expected.length, ...(await told()));
  }
  assert.ok((await sizesOf(read(), report.id)).sealed > 0);
  room.now = accepted;
});
