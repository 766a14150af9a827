// Goal: after every batch there is a signed head whose root is that of all leaves, and a ledger that was changed is found
// before it is signed for again. Method: leaves written straight into the tables, past full tiles; the tree from the
// database held against core/ledger.ts; and rows changed behind the hub's back by the database's owner.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import postgres from "postgres";
import { type HubRoom, openHub } from "../../test/hub-room.ts";
import { addLeaves } from "../../test/many-leaves.ts";
import { checkpointFrom, isSignedByLog } from "../core/checkpoint.ts";
import { consistencyPath, type Hash, inclusionPath, leafHash, rootOf } from "../core/ledger.ts";
import { noteKeyOf } from "../core/note.ts";
import { Problem } from "../core/problem.ts";
import { tileWidth } from "../core/tile.ts";
import { leavesInOrder } from "./ledger-store.ts";
import { lastCheckpoint, newestCheckpoint } from "./log-store.ts";
import { consistencyAt, inclusionsAt, rootAt, tileAt } from "./log-tree.ts";
import { sequencer } from "./sequence.ts";

let room: HubRoom;
let owner: postgres.Sql;
before(async () => {
  room = await openHub();
  await room.addService("alver", "receiver", "4631");
  owner = postgres(room.database.ownerUrl, { max: 1 });
});
after(async () => {
  await owner.end();
  await room.close();
});

const read = () => room.database.db.read;
const leaves = async () => (await leavesInOrder(read(), 0, 100_000)).map(leafHash);

async function sequenceAll(): Promise<void> {
  const sequence = sequencer(room.hub);
  while ((await sequence()) > 0);
}

async function headFits(): Promise<Hash[]> {
  const all = await leaves();
  const row = await newestCheckpoint(read(), "hub.test/log");
  assert.ok(row);
  assert.equal(row.size, all.length);
  assert.deepEqual(row.root, rootOf(all));
  const checkpoint = checkpointFrom(row.note);
  assert.ok(checkpoint && isSignedByLog(checkpoint, [noteKeyOf("hub.test/log", 1, room.hub.key.privateKey)]));
  assert.deepEqual([checkpoint.size, checkpoint.root], [row.size, row.root]);
  return all;
}

test("each batch is under a signed head with the root of all leaves, through several full tiles", async () => {
  await sequenceAll();
  await headFits();
  for (const count of [1, 240, 20, 256, 700, 3]) {
    await addLeaves(room.database.ownerUrl, count);
    await sequenceAll();
    await headFits();
  }
  const tiles = await read()`select 1 from ledger_tile`;
  assert.equal(tiles.length, Math.floor((await leaves()).length / tileWidth));
});

test("roots, proofs and tiles of any size come out of the database as they come out of all leaves", async () => {
  const all = await leaves();
  for (const size of [1, 5, 255, 256, 257, 600, 1024, all.length]) {
    const first = all.slice(0, size);
    assert.deepEqual(await rootAt(read(), size), rootOf(first), `root of ${size}`);
    const places = [0, 1, 254, 255, 256, 511, 512, size - 1].filter((place) => place < size);
    assert.deepEqual(
      await inclusionsAt(read(), places, size),
      places.map((place) => inclusionPath(first, place)),
    );
    for (const old of places)
      assert.deepEqual(await consistencyAt(read(), old, size), consistencyPath(first, old));
  }
  assert.deepEqual(
    await tileAt(read(), { level: 0, number: 1, width: 256 }, all.length),
    Buffer.concat(all.slice(256, 512)),
  );
  assert.deepEqual(
    await tileAt(read(), { level: 0, number: 1, width: 7 }, all.length),
    Buffer.concat(all.slice(256, 263)),
  );
  const roots = [rootOf(all.slice(0, 256)), rootOf(all.slice(256, 512))];
  assert.deepEqual(await tileAt(read(), { level: 1, number: 0, width: 2 }, all.length), Buffer.concat(roots));
  assert.equal(await tileAt(read(), { level: 0, number: 1, width: 256 }, 500), null);
});

test("leaves that stand there from before there were heads are put under one", async () => {
  const old = await openHub();
  const admin = postgres(old.database.ownerUrl, { max: 1 });
  await sequencer(old.hub)();
  await admin`truncate checkpoint, cosignature, ledger_tile`;
  await sequencer(old.hub)();
  const row = await lastCheckpoint(old.database.db.read, "hub.test/log");
  assert.equal(row?.size, (await leavesInOrder(old.database.db.read)).length);
  await admin.end();
  await old.close();
});

test("the room's role cannot change a leaf, a tile or a head", async () => {
  for (const statement of [
    "update ledger_leaf set commitment = commitment",
    "delete from ledger_place",
    "update ledger_tile set root = root",
    "delete from ledger_tile",
    "update checkpoint set note = note",
    "delete from checkpoint",
    "update cosignature set line = line",
  ])
    await assert.rejects(
      room.database.db.begin((tx) => tx.unsafe(statement)),
      /permission denied/,
      statement,
    );
});

test("a leaf that is changed, exchanged for another, or taken away near the end stops the sequencer before it signs", async () => {
  const size = (await leaves()).length;
  const isBroken = (error: unknown) => error instanceof Problem && error.code === "ledger.broken";
  const faults: [string, string][] = [
    [
      "update ledger_leaf set commitment = sha256(commitment) where id = (select leaf from ledger_place where place = $1 - 1)",
      "changed",
    ],
    [
      `update ledger_leaf a set commitment = b.commitment from ledger_leaf b
      where a.id = (select leaf from ledger_place where place = $1 - 1) and b.id = (select leaf from ledger_place where place = $1 - 2)`,
      "repeated",
    ],
    [
      `with gone as (delete from ledger_place where place = $1 - 1 returning leaf)
      delete from ledger_leaf where id in (select leaf from gone)`,
      "taken away",
    ],
  ];
  for (const [statement, what] of faults) {
    await owner`create table kept_leaf as select * from ledger_leaf`;
    await owner`create table kept_place as select * from ledger_place`;
    await owner.unsafe(statement.replaceAll("$1", String(size)));
    await addLeaves(room.database.ownerUrl, 1);
    await assert.rejects(sequencer(room.hub)(), isBroken, what);
    assert.equal((await newestCheckpoint(read(), "hub.test/log"))?.size, size, "nothing was signed");
    await owner`update ledger_leaf set commitment = kept_leaf.commitment from kept_leaf where kept_leaf.id = ledger_leaf.id`;
    await owner`insert into ledger_leaf overriding system value select * from kept_leaf on conflict do nothing`;
    await owner`insert into ledger_place select * from kept_place on conflict do nothing`;
    await owner`drop table kept_leaf, kept_place`;
  }
  await sequenceAll();
  await headFits();
});
