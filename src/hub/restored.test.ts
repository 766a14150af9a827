// Goal: a receiver that was restored from an old backup is asked for everything it ever registered, whatever it says
// itself, and what it had only stored is handed over again. Method: the ground it states, changed in each way that a
// restore changes it; batches of the size the product uses.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import {
  accepted,
  againFor,
  answered,
  answerFrom,
  asAdmin,
  asked,
  hour,
  noted,
  registered,
} from "../../test/asked-hub.ts";
import { type HubRoom, openHub } from "../../test/hub-room.ts";
import { municipalities } from "../core/area.ts";
import { deviations } from "./receipt-store.ts";
import { askRestored } from "./restored.ts";

const places = municipalities.filter(({ number }) => number.startsWith("18")).values();
const ground = { systemId: "7000000000000000001", timeline: 1, flushedTo: "1/A0" };
let room: HubRoom;
let service = "";
before(async () => {
  room = await openHub();
});
beforeEach(async () => {
  const { number } = places.next().value!;
  service = `service-${number}`;
  await room.addService(service, "receiver", number);
});
after(() => room.close());

async function askAll(): Promise<void> {
  while ((await askRestored(room.hub)) > 0);
}

const restores = async () =>
  (await deviations(room.database.db.read)).filter(
    (one) => one.kind === "receiver.restored" && one.service === service && one.report === null,
  );

test("a receiver whose database goes on as before is asked for nothing", async () => {
  await registered(room, service);
  await asked(room, service, ground);
  await asked(room, service, { ...ground, flushedTo: "1/B0" });
  await asked(room, service, { ...ground, flushedTo: "1/B0" });
  await askAll();
  assert.deepEqual(await asked(room, service), []);
  assert.deepEqual(await restores(), []);
});

for (const [sign, after] of [
  ["other-system", { ...ground, systemId: "7000000000000000002" }],
  ["other-timeline", { ...ground, timeline: 2, flushedTo: "1/C0" }],
  ["gone-back", { ...ground, flushedTo: "1/9F" }],
] as const)
  test(`a restore seen by ${sign} asks for every registered report, once, and is noted`, async () => {
    const reports = [await registered(room, service), await registered(room, service)];
    await asked(room, service, ground);
    await asked(room, service, after);
    await asked(room, service, after);
    await askAll();
    const questions = await asked(room, service, after);
    assert.deepEqual(
      questions.map(({ id, purpose }) => `${id} ${purpose}`).sort(),
      reports.map(({ id }) => `${id} restore`).sort(),
    );
    const [one, ...more] = await restores();
    assert.ok(one?.detail.startsWith(sign));
    assert.equal(one?.owner, `service:${service}`);
    assert.deepEqual(more, []);
    const { results } = await answered(
      room,
      service,
      answerFrom(room, reports[0]!, questions.find(({ id }) => id === reports[0]!.id)!),
    );
    assert.equal(results[0]?.outcome, "proven");
  });

test("what is gone with the restore is handed over again; what had only been stored is as well", async () => {
  const gone = await registered(room, service);
  const onlyStored = await accepted(room, service);
  await room.giveBack(service, room.receipt(onlyStored, "stored"));
  assert.deepEqual(await room.offers(service, "before"), []);
  await asked(room, service, ground);
  await asked(room, service, { ...ground, systemId: "8" });
  await askAll();
  const [question, ...more] = await asked(room, service);
  assert.equal(question?.id, gone.id);
  assert.deepEqual(more, []);
  await answered(room, service, answerFrom(room, gone, question, { mac: null }));
  const offered = (await room.offers(service, "after")).map(({ header }) => header.id);
  assert.deepEqual(offered.sort(), [gone.id, onlyStored.id].sort());
  assert.ok(await againFor(room, onlyStored));
  assert.deepEqual(await noted(room, onlyStored), [`receiver.restored service:${service}`]);
});

test("everything is asked for in batches, and a hub that dies between two goes on where it was", async () => {
  const first = await registered(room, service);
  // As many as make three batches, without the cost of sealing each.
  await asAdmin(
    room,
    (admin) => admin`
      with source as (select * from package where report = ${first.id}),
      new as (select gen_random_uuid() as id, n from generate_series(2, 450) as n),
      packages as (
        insert into package (report, package_hash, header, signature_key, signature, sealed, paper, pairs)
        select new.id, package_hash, header, signature_key, signature, sealed, paper, pairs from source, new
      ), reports as (
        insert into report (id, service, serial, submitter, tracking_hash, sealed_hash, content_hash, accepted_at)
        select new.id, service, new.n, submitter, tracking_hash, sealed_hash, content_hash, accepted_at
        from report, new where report.id = ${first.id}
      )
      insert into delivery (report, service, serial, channel, sealed_size, next_offer_at, settled_at, settled_by)
      select new.id, service, new.n, channel, sealed_size, next_offer_at, settled_at, settled_by
      from delivery, new where report = ${first.id}`,
  );
  await asked(room, service, ground);
  await asked(room, service, { ...ground, timeline: 2 });
  const open = async () => {
    const [row] = await room.database.db.read<{ count: number }[]>`
      select count(*)::int as count from challenge where service = ${service} and purpose = 'restore'`;
    return row!.count;
  };
  const counts: number[] = [];
  while ((await askRestored(room.hub)) > 0) counts.push(await open());
  assert.deepEqual(counts, [200, 400, 450]);
  // Another restore before these were answered asks nothing twice.
  room.now += hour;
  await asked(room, service, { ...ground, timeline: 3 });
  await askAll();
  assert.equal(await open(), 450);
  assert.equal((await restores()).length, 2);
});

test("other purposes run out with ten pairs left to the schedule, and that is noted for each report", async () => {
  const report = await registered(room, service);
  await asked(room, service, ground);
  for (let timeline = 2; timeline <= 55; timeline++) {
    await asked(room, service, { ...ground, timeline });
    await askAll();
    room.now += hour;
    const open = (await asked(room, service)).filter(({ purpose }) => purpose === "restore");
    await answered(room, service, ...open.map((one) => answerFrom(room, report, one)));
  }
  assert.deepEqual(await noted(room, report), [`proof.run-out service:${service}`]);
  const [row] = await room.database.db.read<{ count: number }[]>`
    select count(*)::int as count from challenge where report = ${report.id}`;
  assert.equal(row!.count, 52);
});

test("two receivers that take turns are asked for everything hourly at most, and noted as often", async () => {
  const report = await registered(room, service);
  const other = { ...ground, systemId: "8" };
  for (let turn = 0; turn < 60; turn++) {
    await asked(room, service, turn % 2 ? other : ground);
    await askAll();
    for (const one of await asked(room, service))
      await answered(room, service, answerFrom(room, report, one));
    room.now += 2 * 60_000;
  }
  const [row] = await room.database.db.read<{ count: number }[]>`
    select count(*)::int as count from challenge where report = ${report.id}`;
  assert.ok(row!.count >= 2 && row!.count <= 3, `asked ${row!.count} times in two hours`);
  assert.ok((await restores()).length <= 6);
});
