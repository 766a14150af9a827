// Goal: a hub that was put back from an old backup gets again what it has lost, from whoever still keeps it; and where
// nobody does, somebody must see to it. Method: the product's own sender, hub and receiver; what the backup did not have
// is taken out of the hub's database by hand.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { stateLastDays, stateNextDays } from "../src/outbox/state-sent.ts";
import { closeByHand } from "../src/outbox/close.ts";
import { keep } from "../src/outbox/keep.ts";
import { postNext } from "../src/outbox/post.ts";
import type { Sender } from "../src/outbox/sender.ts";
import { packageOf } from "../src/outbox/store.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import { byHand, type StatingWorld, statingWorld } from "./stating-world.ts";
import { hubOrigin, keys, sealedReport } from "./world-keys.ts";

let world: StatingWorld;
let outbox: TestDatabase;
let sender: Sender;

before(async () => {
  [world, outbox] = await Promise.all([statingWorld("table"), freshDatabase("outbox")]);
  const identity = { caller: "submitter:test", ...keys.submitter };
  const hub = { url: hubOrigin, keys: [keys.hub.publicKey] };
  sender = { db: outbox.db, fetch: world.fetch, clock: () => world.now, hub, identity };
});
after(() => Promise.all([world.close(), outbox.drop()]));
beforeEach(() => {
  world.now += 3 * 24 * 3_600_000;
});

let names = 0;
async function sent(): Promise<string> {
  names += 1;
  const sealed = await sealedReport(`lost ${names}`);
  await keep(outbox.db, sealed, null, world.now);
  await postNext(sender);
  return sealed.header.id;
}
/** The hub as it was before these reports. */
async function forget(...ids: string[]): Promise<void> {
  const these = ids.map((id) => `'${id}'`).join(", ");
  await byHand(
    world.hubDatabase,
    `delete from ledger_leaf where receipt in (select hash from receipt where report in (${these}));
     delete from delivery where report in (${these}); delete from receipt where report in (${these});
     delete from report where id in (${these}); delete from package where report in (${these})`,
  );
}
const isAtHub = async (id: string) =>
  (await byHand(world.hubDatabase, `select 1 from report where id = '${id}'`)).length === 1;
const round = () => ({ before: null });

test("what the hub has is agreed on, and nothing is posted again", async () => {
  await sent();
  const stated = await stateNextDays(sender, round());
  assert.deepEqual([stated.again, stated.gone], [[], []]);
  assert.equal(await postNext(sender), null);
});

test("a report that the hub has lost is posted again from what is kept, and the operator is told", async () => {
  const [kept, lost] = [await sent(), await sent()];
  await forget(lost);
  const stated = await stateNextDays(sender, round());
  assert.deepEqual([stated.again, stated.gone], [[lost], []]);
  assert.equal((await postNext(sender))?.outcome, "accepted");
  assert.deepEqual([await isAtHub(kept), await isAtHub(lost)], [true, true]);
  assert.deepEqual(await world.noted(lost), ["statement.hub-lost"]);
  assert.deepEqual((await stateNextDays(sender, round())).again, []);
});

test("one lost days ago is found when its day comes round, and accepted anew it is not lost again", async () => {
  const lost = await sent();
  for (let days = 0; days < 3; days += 1) {
    world.now += 2 * 24 * 3_600_000;
    await sent();
  }
  await forget(lost);
  const turns = round();
  let found: readonly string[] = [];
  for (let turn = 0; turn < 4 && found.length === 0; turn += 1)
    found = (await stateNextDays(sender, turns)).again;
  assert.deepEqual(found, [lost]);
  assert.equal((await postNext(sender))?.outcome, "accepted");
  assert.deepEqual((await stateLastDays(sender, 10)).again, []);
});

test("one that is not kept any more is a deviation at the sender and at the hub", async () => {
  const lost = await sent();
  await closeByHand(outbox.db, lost, "person:kari", world.now);
  await forget(lost);
  const stated = await stateLastDays(sender, 3);
  assert.deepEqual([stated.again, stated.gone], [[], [lost]]);
  await stateLastDays(sender, 3);
  assert.deepEqual(await byHand(outbox, "select kind, report_id from deviation").then((rows) => [...rows]), [
    { kind: "statement.hub-lost", report_id: lost },
  ]);
  assert.equal((await packageOf(outbox.db.read, lost))?.nextPostAt, null);
  assert.deepEqual(await world.noted(lost), ["statement.hub-lost"]);
});

test("the receiver's statement shows it too, where the sender never comes back", async () => {
  const lost = await sent();
  await world.receive();
  assert.equal(await world.state(), 0);
  await forget(lost);
  assert.equal(await world.state(), 1);
  assert.deepEqual(await world.noted(lost), ["statement.hub-lost"]);
});

test("a hub that asks for what it is not owed gets nothing: only what was stated can be lost", async () => {
  const [mine, other] = [await sent(), await sent()];
  const liar: Sender = {
    ...sender,
    fetch: async (_url, init) => {
      const { lines } = JSON.parse(String(init.body)) as { lines?: unknown };
      const { statement } = JSON.parse(String(init.body)) as { statement: { days: { day: string }[] } };
      const days = statement.days.map(({ day }) => ({ day, outcome: "lines-wanted" }));
      return Response.json({ days: lines ? [] : days, lost: [mine, "no id at all", crypto.randomUUID()] });
    },
  };
  const stated = await stateLastDays(liar, 1);
  assert.deepEqual(stated.again, [mine]);
  assert.equal((await postNext(sender))?.outcome, "accepted", "the same bytes, the same receipt");
  assert.equal((await packageOf(outbox.db.read, other))?.nextPostAt, null);
});
