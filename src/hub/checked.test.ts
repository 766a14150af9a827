// Goal: whoever follows a report, or sent it, is told what the last look found, never more, and a private reporter not
// whether somebody has opened it. Method: a real hub over HTTP; receipts, nonces and losses are put into its database as
// the steps that find them do.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type HubRoom, openHub } from "../../test/hub-room.ts";
import type { ReceiptBody } from "../core/receipt.ts";
import { connect, type Db } from "../pg/db.ts";
import type { Told } from "./checked.ts";
import { entryOf } from "./entry.ts";
import { insertLosses } from "./loss-store.ts";
import { insertReceipts, noteDeviations } from "./receipt-store.ts";

let room: HubRoom;
let admin: Db;
before(async () => {
  room = await openHub();
  admin = connect(room.database.adminUrl, { max: 1, name: "test" });
  await room.addService("alver", "receiver", "4631");
  await room.addService("molde", "svarinn", "1506");
});
after(async () => {
  await admin.close();
  await room.close();
});

type Report = Awaited<ReturnType<HubRoom["accepted"]>>;
type Seen = { reached: string; check: Told; deliveries: { check: Told }[] };

const minute = 60_000;
const seen = async (code: string) => (await room.ask("POST", "/follow", { code })).json<Seen>();
const check = async ({ code }: Report) => (await seen(code)).check;
const time = () => new Date(room.now).toISOString();

/** A report whose package has pairs that prove something. */
async function accepted(more: Parameters<HubRoom["accepted"]>[1] = {}): Promise<Report> {
  const report = await room.accepted("alver", more);
  const pairs = Buffer.alloc(4096, 1);
  await admin.begin((tx) => tx`update package set pairs = ${pairs} where report = ${report.id}`);
  return report;
}

async function recorded(report: Report, kind: ReceiptBody["kind"], more: Partial<ReceiptBody> = {}) {
  const entry = entryOf(room.receipt(report, kind, more));
  await room.hub.db.begin((tx) => insertReceipts(tx, [entry], new Date(room.now)));
}

const proof = { n: 1, mac: "A".repeat(43) };
const byHub = { by: { role: "hub", id: "hub" }, proof } as const;
const opened = { by: { role: "caseworker", id: "alver" } } as const;

async function registered(more: Parameters<HubRoom["accepted"]>[1] = {}): Promise<Report> {
  const report = await accepted(more);
  await recorded(report, "stored", { proof: { ...proof, n: 0 } });
  await recorded(report, "registered", { proof });
  return report;
}

/** A nonce revealed now; with an outcome it is answered a minute later. */
async function asked(report: Report, n: number, outcome: "right" | "wrong" | "missing" | null = null) {
  const now = new Date(room.now);
  const answered = outcome && new Date(room.now + minute);
  await room.hub.db.begin(
    (tx) => tx`
    insert into challenge (report, n, service, purpose, revealed_at, next_ask_at, answered_at, outcome)
    values (${report.id}, ${n}, 'alver', 'demand', ${now}, ${now}, ${answered}, ${outcome})`,
  );
}

async function noted({ id }: Report, kind: string, owner = "service:alver") {
  const rows = [{ kind, report: id, service: "alver", owner, detail: "" }];
  await room.hub.db.begin((tx) => noteDeviations(tx, rows, new Date(room.now)));
}

async function lost({ id }: Report, kind: string) {
  const losses = [{ report: id, service: "alver", kind }];
  await room.hub.db.begin((tx) => insertLosses(tx, losses, new Date(room.now)));
}

test("it is proven from the first answer out of the case system, and a later one moves the time", async () => {
  const report = await accepted();
  assert.deepEqual(await check(report), { state: "not-checked-yet", lastProvenAt: null, sentAgain: null });
  await recorded(report, "stored", { proof: { ...proof, n: 0 } });
  await recorded(report, "registered", { proof, at: "2027-01-01T00:00:00.000Z" });
  const first = time();
  assert.deepEqual(await check(report), { state: "proven", lastProvenAt: first, sentAgain: null });
  room.now += minute;
  await recorded(report, "proven", byHub);
  assert.equal((await check(report)).lastProvenAt, time(), "the hub's clock, not the receiver's");
});

test("a wrong answer, a missing one and a statement's loss are told as lost, until a right answer comes", async () => {
  const found: ((report: Report) => Promise<void>)[] = [
    (report) => asked(report, 2, "wrong"),
    (report) => asked(report, 2, "missing"),
    (report) => lost(report, "statement.missing"),
    (report) => lost(report, "receiver.restored"),
  ];
  for (const find of found) {
    const report = await registered();
    const first = time();
    room.now += minute;
    await find(report);
    room.now += minute;
    assert.deepEqual(await check(report), { state: "lost", lastProvenAt: first, sentAgain: true });
    assert.equal((await seen(report.code)).reached, "registered", "what was receipted stands");
    room.now += minute;
    await recorded(report, "registered", { proof: { ...proof, n: 3 } });
    assert.deepEqual(await check(report), { state: "proven", lastProvenAt: time(), sentAgain: null });
  }
});

test("a loss after the content was erased is not told as sent again", async () => {
  const report = await registered();
  room.now += minute;
  await lost(report, "statement.missing");
  await noted(report, "report.lost", "operator");
  assert.deepEqual([(await check(report)).state, (await check(report)).sentAgain], ["lost", false]);
});

test("no answer for more than ten minutes is silent, and no nonce left cannot be checked", async () => {
  const report = await registered();
  await asked(report, 2);
  assert.equal((await check(report)).state, "proven");
  room.now += 10 * minute + 1;
  assert.equal((await check(report)).state, "silent");
  const empty = await registered();
  await noted(empty, "proof.run-out");
  assert.equal((await check(empty)).state, "cannot-be-checked");
});

test("a package of the first form cannot be checked, and what is only claimed is not controlled", async () => {
  const first = await room.accepted("alver");
  await admin.begin((tx) => tx`update package set pairs = null where report = ${first.id}`);
  assert.equal((await check(first)).state, "cannot-be-checked");
  const claimed = await room.accepted("molde");
  const { code } = claimed;
  const by = { role: "channel", id: "svarinn" } as const;
  await recorded(claimed, "claimed", { by });
  assert.equal((await seen(code)).check.state, "not-controlled");
});

test("of several deliveries the worst stands at the top, whichever is least advanced", async () => {
  const lost = await registered();
  const { trackingHash } = lost.header;
  room.now += minute;
  await asked(lost, 2, "missing");
  await accepted({ trackingHash });
  room.now += minute;
  const all = await seen(lost.code);
  assert.equal(all.reached, "accepted");
  assert.deepEqual([all.check.state, all.check.sentAgain], ["lost", true]);
  assert.deepEqual(
    all.deliveries.map(({ check: { state } }) => state),
    ["lost", "not-checked-yet"],
  );
});

test("a private reporter is told the same before and after somebody opened it, whatever the check says", async () => {
  for (const find of [null, "missing", "right"] as const) {
    const report = await registered({ kind: "private" });
    room.now += minute;
    await asked(report, 2, find);
    room.now += 11 * minute;
    const answer = async () => (await room.ask("POST", "/follow", { code: report.code })).bytes;
    const until = await answer();
    await recorded(report, "opened", opened);
    assert.deepEqual(await answer(), until);
  }
});

test("whoever sent it is told the same beside the receipts", async () => {
  const report = await registered();
  const path = `/reports/${report.id}/receipts`;
  const answer = await room.ask("GET", path, undefined, room.asSubmitter());
  const { receipts, ...rest } = answer.json<{ receipts: { kind: string }[]; check: Told; channel: string }>();
  assert.deepEqual(receipts.map(({ kind }) => kind).toSorted(), ["accepted", "registered", "stored"]);
  assert.deepEqual(rest, { check: await check(report), channel: "receiver" });
});
