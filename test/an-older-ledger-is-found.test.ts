// Goal: a hub that was put back from an old backup, or that went another way, is found by what its witnesses have signed,
// and there is a way on that takes the witnesses' people. Method: a hub with a played witness, a real backup restored into
// another database, and the same key over it.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { after, before, test } from "node:test";
import { checkpointFrom, cosignedAt } from "../src/core/checkpoint.ts";
import { leafHash, rootOf } from "../src/core/ledger.ts";
import { Problem } from "../src/core/problem.ts";
import { receiptHash } from "../src/core/receipt.ts";
import { assertionFor } from "../src/http/assertion.ts";
import { type Hub, makeHub } from "../src/hub/hub.ts";
import { leavesInOrder } from "../src/hub/ledger-store.ts";
import { cosigner } from "../src/hub/log-cosign.ts";
import { checkWithWitnesses } from "../src/hub/log-judge.ts";
import { newestHead, proofsOf } from "../src/hub/log-proof.ts";
import { logState } from "../src/hub/log-state.ts";
import { hubApp } from "../src/hub/routes.ts";
import { sequencer } from "../src/hub/sequence.ts";
import { backup } from "../src/pg/backup.ts";
import { restore } from "../src/pg/restore.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import { type HubRoom, openHub, origin } from "./hub-room.ts";
import { addLeaves } from "./many-leaves.ts";
import { PlayedWitness } from "./played-witness.ts";

const folder = mkdtempSync(`${tmpdir()}/framme-older-`);
const [a, b] = [new PlayedWitness("a.example"), new PlayedWitness("b.example")];
let room: HubRoom;
let restored: TestDatabase;

const witnessed = (name = "hub.test/log", witnesses = [a, b]) => ({
  origin: name,
  witnesses: witnesses.map(({ url, key }) => ({ url, key })),
  road: PlayedWitness.road(...witnesses),
});

/** The same hub, over the restored database. */
function restoredHub(log = witnessed()): Hub {
  return makeHub({ db: restored.db, clock: () => room.now, key: room.hub.key, origin, log });
}

async function grow(hub: Hub): Promise<void> {
  await sequencer(hub)();
  await cosigner(hub)();
}

const sizeOf = async (hub: Hub) => (await newestHead(hub))?.size;
const refusedWith = (code: string, what: string) => (error: unknown) =>
  error instanceof Problem && error.code === code && error.message.includes(what);

before(async () => {
  room = await openHub();
  Object.assign(room.hub, { log: logState(origin, witnessed()) });
  await room.addService("alver", "receiver", "4631");
  await room.accepted("alver");
  await addLeaves(room.database.ownerUrl, 260);
  await grow(room.hub);
  await backup(room.database.url, "hub", `${folder}/backup`, room.now);
  restored = await freshDatabase("hub");
  await restore(restored.ownerUrl, "hub", `${folder}/backup`);
});
after(async () => {
  await restored.drop();
  await room.close();
  rmSync(folder, { recursive: true });
});

test("a backup brings back the ledger with its tiles, heads and signatures, and a hub on it goes on", async () => {
  const text = (await newestHead(room.hub))!.text;
  const hub = restoredHub();
  assert.equal((await newestHead(hub))?.text, text);
  for (const { key } of [a, b]) assert.ok(cosignedAt(checkpointFrom(text)!, key));
  await checkWithWitnesses(hub, 0);
  await grow(hub);
  assert.equal(hub.log.fault(), null);
});

test("once more has been witnessed than the backup has, a hub on it does not start, and says how much", async () => {
  const before = await sizeOf(room.hub);
  await room.accepted("alver");
  await grow(room.hub);
  const now = await sizeOf(room.hub);
  assert.equal(now, before! + 1);
  const what = `a.example has signed for ${now}, here are ${before}`;
  await assert.rejects(
    checkWithWitnesses(restoredHub(), 0),
    refusedWith("ledger.shorter-than-witnessed", what),
  );
  // Nor when only the other witness is there.
  a.lie = "silent";
  await assert.rejects(
    checkWithWitnesses(restoredHub(), 0),
    refusedWith("ledger.shorter-than-witnessed", "b.example"),
  );
  a.lie = null;
});

test("two hubs on two databases under one key: the one whose head was not witnessed stops taking reports", async () => {
  const hub = restoredHub();
  const other = hubApp(hub);
  // It was started before anybody saw, and has taken other reports: as many leaves, but not the same.
  const sealed = await room.package("alver");
  const request = { method: "POST", path: "/reports", body: sealed.bytes };
  const proof = await assertionFor(room.asSubmitter(), origin, request, room.now);
  const post = () =>
    other.request("/reports", {
      method: "POST",
      body: sealed.bytes,
      headers: { authorization: `Bearer ${proof}`, "content-type": "application/json" },
    });
  assert.equal((await post()).status, 201);
  await grow(hub);
  assert.equal(hub.log.fault()?.code, "ledger.not-as-witnessed");
  assert.equal((await post()).status, 503);
  await assert.rejects(
    checkWithWitnesses(restoredHub(), 0),
    refusedWith("ledger.not-as-witnessed", "another root"),
  );
  assert.equal(room.hub.log.fault(), null);
});

test("under a new name that the witnesses' people have added, the restored hub goes on with every leaf it has", async () => {
  const name = "hub.test/log-2";
  const unknown = new PlayedWitness("unknown.example");
  unknown.lie = "unknown-log";
  await assert.rejects(
    checkWithWitnesses(restoredHub(witnessed(name, [unknown])), 0),
    refusedWith("witness.none-answered", "answered 404"),
  );
  const added = [new PlayedWitness("a.example"), new PlayedWitness("b.example")];
  const hub = restoredHub(witnessed(name, added));
  await checkWithWitnesses(hub, 0);
  await grow(hub);
  const head = checkpointFrom((await newestHead(hub))!.text)!;
  const leaves = (await leavesInOrder(restored.db.read, 0, 10_000)).map(leafHash);
  assert.deepEqual([head.origin, head.size, head.root], [name, leaves.length, rootOf(leaves)]);
  for (const { key } of added) assert.ok(cosignedAt(head, key));
  const [body] = await restored.db.read<{ body: string }[]>`select body from receipt limit 1`;
  const hash = receiptHash(JSON.parse(body!.body));
  assert.equal((await proofsOf(hub, [hash])).get(hash)?.proof.checkpoint.split("\n")[0], name);
});
