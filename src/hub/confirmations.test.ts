// Goal: what was only claimed is settled by a named person's word, by nothing weaker and for nobody else's reports; and who
// does not look in time is found. Method: a hub on a real database, asked over HTTP.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type ClaimingHub, openClaimingHub } from "../../test/claiming-hub.ts";
import { expectStatus, type HubRoom } from "../../test/hub-room.ts";
import { newKey, pemOf } from "../../test/sealed-package.ts";
import { countersign } from "../core/key-change.ts";
import { type Receipt, receiptSignatureFits } from "../core/receipt.ts";
import { hourMs } from "../core/schedule.ts";
import { countClaims } from "./claim-store.ts";
import type { Followed } from "./follow.ts";
import { noteLateClaims } from "./late-claims.ts";
import { addServicePerson } from "./service-people.ts";

let hub: ClaimingHub;
let room: HubRoom;
before(async () => {
  hub = await openClaimingHub();
  room = hub.room;
});
after(() => room.close());

test("a person of the service confirms with the reference found: the hub's receipt on that person's word", async () => {
  const report = await hub.claimed();
  const answer = await hub.confirm(report, "B-2026/14");
  expectStatus(answer, 201);
  const { receipt } = answer.json<{ receipt: Receipt }>();
  assert.equal(receipt.kind, "confirmed");
  assert.deepEqual(receipt.by, { role: "person", id: "person:leder-alver" });
  assert.equal(receipt.reference, "B-2026/14");
  assert.equal(receipt.sealedHash, report.receipt.sealedHash);
  const hubKey = (await room.hub.known.read()).keys.get(receipt.key)!;
  assert.equal(hubKey.change.use, "hub");
  assert.ok(receiptSignatureFits(receipt, hubKey.publicKey));
  assert.deepEqual(await hub.kindsOf(report), ["accepted", "claimed", "confirmed"]);
});

test("the reporter is told the weaker truth, then as registered; nothing stays red after it", async () => {
  const report = await hub.claimed();
  const seen = async () => (await room.ask("POST", "/follow", { code: report.code })).json<Followed>();
  const before = await seen();
  assert.equal(before.reached, "claimed");
  assert.deepEqual(
    [before.owes?.from, before.owes?.owed, before.owes?.overdue],
    ["person", "confirmed", false],
  );
  await hub.confirm(report, "B-2026/15");
  const text = (await room.ask("POST", "/follow", { code: report.code })).bytes.toString();
  assert.doesNotMatch(text, /B-2026|leder/);
  room.now += 400 * 24 * hourMs;
  const later = await seen();
  assert.equal(later.reached, "confirmed");
  assert.equal(later.owes, null);
  room.now -= 400 * 24 * hourMs;
});

test("the same again gives the same receipt; another reference is refused, and somebody must look", async () => {
  const report = await hub.claimed();
  const first = (await hub.confirm(report, "B-1")).json<{ receipt: Receipt }>().receipt;
  room.now += 5000;
  const again = await hub.confirm(report, "B-1");
  assert.equal(again.status, 200);
  assert.deepEqual(again.json<{ receipt: Receipt }>().receipt, first);
  const other = await hub.confirm(report, "B-2");
  assert.deepEqual([other.status, other.json<{ error: string }>().error], [409, "receipt.conflict"]);
  assert.deepEqual(await hub.noted(report.id), ["receipt.conflict service:alver confirmed"]);
  assert.deepEqual(await hub.kindsOf(report), ["accepted", "claimed", "confirmed"]);
});

test("two who confirm at once give one receipt", async () => {
  const report = await hub.claimed();
  const answers = await Promise.all(Array.from({ length: 5 }, () => hub.confirm(report, "B-3")));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 200, 200, 201]);
  assert.equal(new Set(answers.map(({ bytes }) => bytes.toString())).size, 1);
});

test("another service's report is answered as one that does not exist, byte for byte, and the attempt is noted", async () => {
  const theirs = await hub.claimed("tysnes");
  const [there, nowhere] = [
    await hub.confirm(theirs, "B-1"),
    await hub.confirm({ id: crypto.randomUUID() }, "B-1"),
  ];
  assert.deepEqual([there.status, there.bytes], [404, nowhere.bytes]);
  assert.deepEqual(await hub.noted(theirs.id), ["claim.wrong-service operator"]);
  assert.deepEqual(await hub.kindsOf(theirs), ["accepted", "claimed"]);
});

test("those who run the hub may confirm for a service, with a reason that is kept", async () => {
  const report = await hub.claimed();
  const without = await hub.confirm(report, "B-7", room.asPerson());
  assert.deepEqual([without.status, without.json<{ error: string }>().error], [422, "claim.reason-needed"]);
  expectStatus(await hub.confirm(report, "B-7", room.asPerson(), "Lederen ringte, er uten PC"), 201);
  const [row] = await room.database.db.read<{ reason: string; byPerson: string; way: string }[]>`
    select reason, by_person, way from confirmation where report = ${report.id}`;
  assert.deepEqual({ ...row }, { reason: "Lederen ringte, er uten PC", byPerson: "person:kari", way: "key" });
});

test("a stranger, a service's receiver and a sender confirm nothing", async () => {
  const report = await hub.claimed();
  const stranger = { caller: "person:leder-alver", ...newKey() };
  for (const [who, status] of [
    [stranger, 401],
    [room.asSubmitter(), 403],
    [room.asService("alver"), 403],
  ] as const)
    assert.equal((await hub.confirm(report, "B-1", who)).status, status);
  assert.equal(
    (await room.ask("POST", "/confirmations", { reportId: report.id, reference: "B" })).status,
    401,
  );
  assert.deepEqual(await hub.kindsOf(report), ["accepted", "claimed"]);
});

test("what a receiver answers for is not a person's to confirm", async () => {
  const report = await room.accepted("bergen");
  await room.giveBack("bergen", room.receipt(report, "stored"));
  const answer = await hub.confirm(report, "B-1", room.asPerson(), "prøve");
  assert.deepEqual([answer.status, answer.json<{ error: string }>().error], [409, "claim.none"]);
  await room.giveBack("bergen", room.receipt(report, "claimed"));
  expectStatus(await hub.confirm(report, "B-1", room.asPerson(), "prøve"), 201);
});

test("bad input is refused by name", async () => {
  const report = await hub.claimed();
  for (const reference of ["", " B", "B\n1", "x".repeat(201), 7])
    assert.equal((await hub.confirm(report, reference as string)).status, 400, String(reference));
  for (const id of ["", "1", "../x", report.id.toUpperCase()])
    assert.equal((await hub.confirm({ id }, "B")).status, 400, id);
});

test("a person of a service has no say in anything else", async () => {
  const leader = hub.leaderOf("alver");
  const known = (await room.hub.known.read()).services.get("alver")!;
  assert.equal((await room.ask("PUT", "/services/alver", { ...known, phone: "1" }, leader)).status, 403);
  assert.equal((await room.ask("POST", "/services/alver/svarinn", undefined, leader)).status, 403);
  assert.equal((await room.ask("PUT", "/services/alver/people/person:ny", "", leader)).status, 403);
  const key = newKey();
  const change = room.change("person:ny", "person", { keyId: key.keyId, pem: pemOf(key) });
  const countersignatures = ["person:leder-alver", "person:leder-tysnes"].map((by) => ({
    by,
    value: countersign(change, hub.keys.get(by)!.privateKey),
  }));
  const answer = await room.ask("POST", "/keys", { change, countersignatures });
  assert.deepEqual([answer.status, answer.json<{ error: string }>().error], [403, "key.not-countersigned"]);
});

test("somebody with a key already cannot be made a service's person, nor a service's person another's", async () => {
  const put = (service: string, person: string) =>
    room.ask("PUT", `/services/${service}/people/${person}`, "", room.asPerson());
  assert.equal((await put("alver", "person:ola")).status, 403);
  assert.equal((await put("tysnes", "person:leder-alver")).status, 403);
  assert.equal((await put("alver", "person:leder-alver")).status, 200);
  assert.equal((await put("nowhere", "person:ny")).status, 404);
  await assert.rejects(addServicePerson(room.hub, { person: "kari", service: "alver" }, "person:kari"));
});

test("what nobody has found by the end of the next working day is late: once, with the service as owner", async () => {
  const { read } = room.database.db;
  const report = await hub.claimed();
  const own = async () => (await hub.noted(report.id)).filter((one) => one.startsWith("claim.late"));
  await noteLateClaims(room.hub);
  assert.deepEqual(await own(), []);
  const before = await countClaims(read, "alver", new Date(0));
  assert.ok(before.waiting >= 1);
  room.now += 7 * 24 * hourMs;
  assert.ok((await noteLateClaims(room.hub)) >= 1);
  assert.equal(await noteLateClaims(room.hub), 0);
  assert.deepEqual(await own(), ["claim.late service:alver"]);
  const other = await hub.claimed();
  await hub.confirm(other, "B-60");
  room.now += 7 * 24 * hourMs;
  await noteLateClaims(room.hub);
  assert.deepEqual(await hub.noted(other.id), []);
});

test("nothing of a confirmation can be changed or taken away by the hub's own role", async () => {
  for (const table of ["confirmation", "claim_list", "claim_line", "visitor", "service_person"]) {
    const { db } = room.database;
    await assert.rejects(
      db.begin((tx) => tx`delete from ${tx(table)}`),
      /permission denied/,
    );
    await assert.rejects(
      db.begin((tx) => tx`update ${tx(table)} set ${tx(column[table]!)} = null`),
      /permission denied/,
    );
  }
});
const column: Record<string, string> = {
  confirmation: "name",
  claim_list: "name",
  claim_line: "outcome",
  visitor: "name",
  service_person: "service",
};
