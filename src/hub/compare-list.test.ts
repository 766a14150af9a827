// Goal: a list out of the case system settles what it names, finds what it lacks, and can be given any number of times.
// Method: lists over HTTP, right and wrong, to a hub on a real database.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type ClaimingHub, openClaimingHub } from "../../test/claiming-hub.ts";
import { type Answer, expectStatus, type HubRoom } from "../../test/hub-room.ts";
import { hourMs } from "../core/schedule.ts";
import { disagreements } from "./claim-store.ts";
import type { ListResult } from "./compare-list.ts";

let hub: ClaimingHub;
let room: HubRoom;
before(async () => {
  hub = await openClaimingHub();
  room = hub.room;
});
after(() => room.close());

const resultOf = (answer: Answer) => {
  expectStatus(answer, 200);
  return answer.json<ListResult>();
};

test("a list confirms what it names, tells of each line, and notes what it covers and lacks", async () => {
  room.now += 24 * hourMs;
  const [a, b, lacking] = [await hub.claimed(), await hub.claimed(), await hub.claimed()];
  const theirs = await hub.claimed("tysnes");
  const hashOfB = b.header.contentHash;
  const unknown = crypto.randomUUID();
  const text = `Melding;Referanse\r\n${a.id};B-10\r\n${hashOfB};B-11\r\n${theirs.id};B-12\r\n${unknown};B-13\r\n`;
  const result = resultOf(await hub.upload(text));
  assert.deepEqual(
    result.lines.map(({ line, report, outcome }) => [line, report, outcome]),
    [
      [2, a.id, "confirmed"],
      [3, b.id, "confirmed"],
      [4, null, "unknown"],
      [5, null, "unknown"],
    ],
  );
  assert.deepEqual(result.missing, [{ report: lacking.id, serial: lacking.receipt.serial }]);
  assert.deepEqual(await hub.noted(lacking.id), ["claim.disagrees service:alver missing"]);
  assert.deepEqual(await hub.kindsOf(a), ["accepted", "claimed", "confirmed"]);
  assert.deepEqual(await hub.kindsOf(theirs), ["accepted", "claimed"]);
  assert.deepEqual(
    (await disagreements(room.database.db.read, "alver", 10)).map(({ report }) => report),
    [lacking.id],
  );

  // The same list again confirms nothing twice, and the next one that has it settles what was missing.
  const again = resultOf(await hub.upload(text));
  assert.deepEqual(
    again.lines.map(({ outcome }) => outcome),
    ["already", "already", "unknown", "unknown"],
  );
  assert.deepEqual(await hub.noted(lacking.id), ["claim.disagrees service:alver missing"]);
  room.now += 1000;
  resultOf(await hub.upload(`${text}${lacking.id};B-14\r\n`));
  assert.equal((await disagreements(room.database.db.read, "alver", 10)).length, 0);
  assert.equal((await room.database.db.read`select from claim_list where service = 'alver'`).length, 3);
});

test("a report that was found and has left the list again is told, until it is back", async () => {
  room.now += 24 * hourMs;
  const report = await hub.claimed();
  await hub.confirm(report, "B-20");
  room.now += 1000;
  assert.deepEqual(
    resultOf(await hub.upload("Melding;Referanse")).missing.map((one) => one.report),
    [report.id],
  );
  assert.equal((await disagreements(room.database.db.read, "alver", 10)).length, 1);
  resultOf(await hub.upload(`${report.id};B-20`));
  assert.equal((await disagreements(room.database.db.read, "alver", 10)).length, 0);
});

test("another reference and other content than before are told and noted, and no receipt says so", async () => {
  room.now += 24 * hourMs;
  const [a, b] = [await hub.claimed(), await hub.claimed()];
  await hub.confirm(a, "B-30");
  const result = resultOf(await hub.upload(`${a.id};B-31\n${b.id};B-32;${"0".repeat(64)}`));
  assert.deepEqual(
    result.lines.map(({ outcome }) => outcome),
    ["conflict", "altered"],
  );
  assert.deepEqual(await hub.noted(a.id), ["receipt.conflict service:alver confirmed"]);
  assert.deepEqual(await hub.noted(b.id), ["claim.disagrees service:alver altered"]);
  assert.deepEqual(await hub.kindsOf(b), ["accepted", "claimed"]);
});

test("reports of one second are never taken for each other", async () => {
  room.now += 24 * hourMs;
  const [a, b] = await Promise.all([hub.claimed(), hub.claimed()]);
  const result = resultOf(await hub.upload(`${a.id};B-40`));
  assert.deepEqual(
    result.missing.map(({ report }) => report),
    [b.id],
  );
  assert.deepEqual(await hub.kindsOf(b), ["accepted", "claimed"]);
});

test("a list is refused whole when a line of it cannot be read, and so are days that cannot be", async () => {
  room.now += 24 * hourMs;
  const report = await hub.claimed();
  const bad = await hub.upload(`${report.id};B-50\nKari Nordmann;B-51\n${report.id};`);
  const { error, message } = bad.json<{ error: string; message: string }>();
  assert.deepEqual([bad.status, error], [422, "list.bad"]);
  assert.match(message, /line 2: .*line 3: /);
  assert.doesNotMatch(message, /Nordmann/);
  const tomorrow = new Date(room.now + 24 * hourMs).toISOString().slice(0, 10);
  for (const days of [
    { from: tomorrow },
    { to: tomorrow },
    { from: "2026-02-30" },
    { from: "23.11.2026" },
    { from: hub.today(), to: "2026-11-01" },
  ]) {
    const answer = await hub.upload(`${report.id};B-50`, days);
    assert.deepEqual([answer.status, answer.json<{ error: string }>().error], [422, "list.bad-days"]);
  }
  assert.deepEqual(await hub.kindsOf(report), ["accepted", "claimed"]);
  assert.deepEqual(await hub.noted(report.id), []);
});

test("a list for another service is answered as for one that does not exist", async () => {
  const [theirs, none] = [
    await hub.upload("", { service: "tysnes" }),
    await hub.upload("", { service: "nowhere" }),
  ];
  assert.deepEqual([theirs.status, theirs.bytes], [404, none.bytes]);
});
