// Goal: a loss, whoever finds it and however often, hands the report over again once; it ends with proof and nothing
// else; and one that cannot be handed over or proven is somebody's. Method: losses as the comparison of registers
// states them, minute after minute, over deliveries in every state.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  accepted,
  againFor,
  answered,
  answerFrom,
  asAdmin,
  asked,
  askedAfter,
  erase,
  hour,
  type Known,
  minute,
  noted,
  registered,
} from "../../test/asked-hub.ts";
import { expectStatus, type HubRoom, openHub } from "../../test/hub-room.ts";
import { pairIn } from "../core/proof.ts";
import { redeliver } from "./redeliver.ts";

const service = "alver";
let room: HubRoom;
before(async () => {
  room = await openHub();
  await room.addService(service, "receiver", "4631");
});
after(() => room.close());

/** What a comparison does when it misses these. */
async function missed(...reports: Known[]): Promise<void> {
  const losses = reports.map(({ id }) => ({ report: id, service, kind: "statement.missing", detail: "day" }));
  await room.hub.db.begin((tx) => redeliver(tx, losses, new Date(room.now)));
}

const offered = async () =>
  (await room.offers(service, `session ${room.now}`)).map(({ header }) => header.id);

test("the same loss found each minute is one handing over, one question and one deviation", async () => {
  const report = await registered(room, service);
  await missed(report, report);
  const first = await againFor(room, report);
  for (let round = 0; round < 5; round++) {
    room.now += minute;
    await missed(report);
  }
  assert.deepEqual(await againFor(room, report), first);
  assert.deepEqual(await noted(room, report), ["statement.missing service:alver"]);
  assert.deepEqual(await offered(), [report.id]);
  await answered(room, service, answerFrom(room, report, first!));
  room.now += hour;
  assert.deepEqual(await offered(), []);

  // Lost once more, it is another loss, and does not pass for the first one.
  await missed(report);
  assert.ok((await againFor(room, report))!.n > first!.n);
  assert.deepEqual(await offered(), [report.id]);
  assert.equal((await noted(room, report)).length, 2);
  await answered(room, service, answerFrom(room, report, (await againFor(room, report))!));
});

test("what the receiver said before it was lost ends nothing, and what it says anew does, with proof", async () => {
  const report = await registered(room, service);
  await missed(report);
  const again = (await againFor(room, report))!;
  const old = [room.receipt(report, "stored"), room.receipt(report, "registered", { reference: "X" })];
  await room.giveBack(service, ...old);
  room.now += minute;
  assert.deepEqual(await offered(), [report.id]);
  const proof = { n: again.n, mac: pairIn(report.pairs!, again.n).mac };
  expectStatus(await room.giveBack(service, room.receipt(report, "stored", { proof })), 200);
  room.now += hour;
  assert.deepEqual(await offered(), [report.id], "on its disk, and not yet in the case system");
  const anew = room.receipt(report, "registered", { proof, reference: "another case" });
  expectStatus(await room.giveBack(service, anew), 200);
  room.now += hour;
  assert.deepEqual(await offered(), []);
  const late = await answered(room, service, answerFrom(room, report, again));
  assert.equal(late.results[0]?.outcome, "already", "the receipt has answered it");
  const other = await answered(room, service, answerFrom(room, report, again, { mac: null }));
  assert.equal(other.results[0]?.error, "proof.used-before");
});

test("a question that was asked before the loss was found does not end it when it is answered after", async () => {
  const report = await registered(room, service);
  const earlier = await askedAfter(room, report, minute);
  await missed(report);
  const { results } = await answered(room, service, answerFrom(room, report, earlier));
  assert.equal(results[0]?.outcome, "proven", "it was there when it was read");
  room.now += minute;
  assert.deepEqual(await offered(), [report.id]);
  await answered(room, service, answerFrom(room, report, (await againFor(room, report))!));
  room.now += hour;
  assert.deepEqual(await offered(), []);
});

test("with no pair left it is handed over all the same, and that it cannot be proven is noted and owned", async () => {
  const report = await registered(room, service);
  await asAdmin(
    room,
    (admin) => admin`
      insert into challenge (report, n, service, purpose, revealed_at, next_ask_at, answered_at, outcome)
      select ${report.id}, n, 'alver', 'demand', now(), now(), now(), 'right' from generate_series(2, 53) as n`,
  );
  await missed(report);
  room.now += minute;
  await missed(report);
  assert.deepEqual(await offered(), [report.id]);
  assert.equal(await againFor(room, report), null);
  assert.deepEqual((await noted(room, report)).sort(), [
    "proof.run-out service:alver",
    "statement.missing service:alver",
  ]);
  await asAdmin(room, (admin) => admin`update delivery set settled_at = now(), settled_by = 'registered'`);
});

test("a loss whose content is erased ends when a person's question is answered right after all", async () => {
  const report = await registered(room, service);
  await erase(room, report);
  await missed(report);
  assert.deepEqual((await noted(room, report)).sort(), [
    "report.lost operator",
    "report.lost service:alver",
    "statement.missing service:alver",
  ]);
  const standing = async () =>
    (await room.database.db.read`select 1 from loss where report = ${report.id} and ended_at is null`).length;
  assert.equal(await standing(), 1);
  room.now += hour;
  await room.ask("POST", `/reports/${report.id}/challenge`, {}, room.asPerson());
  const question = (await asked(room, service)).find(({ id }) => id === report.id)!;
  await answered(room, service, answerFrom(room, report, question));
  assert.equal(await standing(), 0);
});

test("where no receiver asks, nothing is offered and no question revealed; the loss is noted", async () => {
  const report = await registered(room, service);
  await asAdmin(room, (admin) => admin`update delivery set channel = 'svarinn' where report = ${report.id}`);
  await missed(report);
  assert.deepEqual(await noted(room, report), ["statement.missing service:alver"]);
  assert.equal(await againFor(room, report), null);
});

test("a report that was never registered and is missed is offered as before", async () => {
  const report = await accepted(room, service);
  await missed(report);
  room.now += minute;
  assert.ok((await offered()).includes(report.id));
  await asAdmin(
    room,
    (admin) => admin`update delivery set settled_at = now(), settled_by = 'stored'
                                       where settled_at is null`,
  );
});

test("losses found at the same time by several who look are one", async () => {
  const reports = [await registered(room, service), await registered(room, service)];
  await Promise.all([
    missed(...reports),
    missed(...reports.toReversed()),
    missed(reports[1]!),
    missed(...reports),
  ]);
  for (const report of reports) assert.equal((await noted(room, report)).length, 1);
  const rows = await room.database.db.read`
    select 1 from challenge where purpose = 'again' and report = any(${reports.map(({ id }) => id)})`;
  assert.equal(rows.length, 2);
});
