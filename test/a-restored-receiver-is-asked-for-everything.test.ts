// Goal: a receiver whose database was put back from an old backup cannot hide it, and is asked for everything that it
// ever registered; one that merely crashed is not. Method: a real hub, and a real cluster that is stopped, copied and
// put back as an operator does it, stating its ground to the hub each time.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Ground } from "../src/core/ground.ts";
import { deviations } from "../src/hub/receipt-store.ts";
import { askRestored } from "../src/hub/restored.ts";
import { connect } from "../src/pg/db.ts";
import { groundNow } from "../src/receiver/held-store.ts";
import { until } from "./receiver-room.ts";
import { asked, registered } from "./asked-hub.ts";
import { type HubRoom, openHub } from "./hub-room.ts";
import { type ShakyCluster, shakyCluster } from "./shaky-cluster.ts";

const service = "alver";
let room: HubRoom;
let cluster: ShakyCluster;
before(async () => {
  room = await openHub();
  await room.addService(service, "receiver", "4631");
  cluster = await shakyCluster("receiver");
});
after(async () => {
  await cluster.remove();
  await room.close();
});

/** What the receiver's database says of itself now. */
async function ground(): Promise<Ground> {
  const db = connect(cluster.url, { max: 1 });
  const now = await groundNow(db.read).finally(db.close);
  assert.ok(now, "it is not in recovery");
  return now;
}

async function isWritable(): Promise<boolean> {
  const db = connect(cluster.url, { max: 1 });
  return (await groundNow(db.read).finally(db.close)) !== null;
}

/** Something is written, and so the log goes on. */
async function write(): Promise<void> {
  const db = connect(cluster.url, { max: 1 });
  await db.begin(
    (tx) => tx`
    insert into opening (service, report_id, opened_at, heard_at)
    select 'alver', gen_random_uuid(), now(), now() from generate_series(1, 100)`,
  );
  await db.close();
}

/** The receiver asks what it is to prove. Gives the ids of what it is asked for because of a restore. */
async function poll(): Promise<string[]> {
  await asked(room, service, await ground());
  while ((await askRestored(room.hub)) > 0);
  room.now += 10 * 60_000;
  const challenges = await asked(room, service);
  return [...new Set(challenges.filter(({ purpose }) => purpose === "restore").map(({ id }) => id))];
}

const signs = async () =>
  (await deviations(room.database.db.read))
    .filter(({ kind }) => kind === "receiver.restored")
    .map(({ detail }) => detail.split(":")[0]);

test("an old copy put back is seen, by its position and by its timeline; going on after a stop is not", async () => {
  const reports = [await registered(room, service), await registered(room, service)];
  const ids = reports.map(({ id }) => id).sort();
  await cluster.restart({});
  assert.deepEqual(await poll(), []);
  await cluster.saveFiles();
  await cluster.restart({});
  await write();
  assert.deepEqual(await poll(), [], "stopped and started again, it goes on where it was");
  await cluster.restart({});
  assert.deepEqual(await poll(), []);
  assert.deepEqual(await signs(), []);

  await cluster.putFilesBack(false);
  await cluster.restart({});
  assert.deepEqual((await poll()).sort(), ids);
  assert.deepEqual(await signs(), ["gone-back"]);

  const before = await ground();
  await cluster.putFilesBack(true);
  await cluster.restart({ restore_command: "false" });
  await until(isWritable);
  const now = await ground();
  assert.equal(now.systemId, before.systemId);
  assert.ok(now.timeline > before.timeline, "recovery begins a new timeline");
  await poll();
  assert.deepEqual(await signs(), ["gone-back", "other-timeline"]);
});
