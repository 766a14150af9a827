// Goal: whoever runs the doctor is told how many days were compared, how long ago, and how many differ. Method: a hub, a
// receiver and a sender between which statements have gone, and a row taken away by hand.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { comparedFindings, sentFindings, statedFindings } from "../src/command/doctor-statements.ts";
import { keep } from "../src/outbox/keep.ts";
import { postNext } from "../src/outbox/post.ts";
import { stateLastDays } from "../src/outbox/state-sent.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import { type StatingWorld, statingWorld } from "./stating-world.ts";
import { hubOrigin, keys, sealedReport, service } from "./world-keys.ts";

let world: StatingWorld;
let outbox: TestDatabase;
before(async () => {
  [world, outbox] = await Promise.all([statingWorld("folder"), freshDatabase("outbox")]);
});
after(() => Promise.all([world.close(), outbox.drop()]));

const atHub = (now: number) => comparedFindings("hub", world.hubDatabase.db.read, now);
const atReceiver = (now: number) => statedFindings("receiver", world.receiverDatabase.db.read, now);
const told = (findings: Awaited<ReturnType<typeof atHub>>) =>
  findings.map(({ state, message }) => `${state} ${message}`);

test("days, how long ago and how many differ are told by hub and receiver", async () => {
  assert.deepEqual(told(await atHub(world.now)), ["OK no day has been compared with a case system yet"]);
  const id = await world.registered();
  await world.state();
  const soon = world.now + 40_000;
  assert.deepEqual(told(await atHub(soon)), [
    "OK 2 days of 1 services compared, last 40 seconds ago, 0 differ",
  ]);
  assert.deepEqual(told(await atReceiver(soon)), [
    `OK ${service.id}: 0 of 2 days differ, checked 40 seconds ago`,
  ]);
  const late = world.now + 10 * 60_000;
  assert.match(told(await atHub(late))[0]!, /^WARN .* last 10 minutes ago/);
  assert.match(told(await atReceiver(late))[0]!, /^WARN /);
  await world.played.lose(id);
  await world.state();
  assert.match(told(await atHub(world.now))[0]!, /^WRONG .* 1 differ$/);
  assert.match(told(await atReceiver(world.now))[0]!, /^WRONG .* 1 of 2 days differ, checked 0 seconds ago$/);
});

test("a sender is told whether the hub still has what it has accepted", async () => {
  const read = outbox.db.read;
  assert.deepEqual(await sentFindings("outbox", read, world.now), []);
  const identity = { caller: "submitter:test", ...keys.submitter };
  const hub = { url: hubOrigin, keys: [keys.hub.publicKey] };
  const sender = { db: outbox.db, fetch: world.fetch, clock: () => world.now, hub, identity };
  await keep(outbox.db, await sealedReport("doctor"), null, world.now);
  await postNext(sender);
  await stateLastDays(sender, 10);
  assert.deepEqual(told(await sentFindings("outbox", read, world.now + 3000)), [
    "OK 0 of what the hub has accepted is lost there, checked 3 seconds ago",
  ]);
});
