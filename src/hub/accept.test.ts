// Goal: a receipt from the hub means that the report, its number, its debt and its leaf are on disk, once.
// Method: reports over HTTP on a real database, one by one, repeated, many at once, and with transactions failing.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type HubRoom, openHub } from "../../test/hub-room.ts";
import { receiptSignatureFits } from "../core/receipt.ts";
import { createPublicKey } from "node:crypto";

let room: HubRoom;
before(async () => {
  room = await openHub();
  await room.addService("alver", "receiver", "4631");
});
after(() => room.close());

const rows = async (table: string, id: string) =>
  (await room.database.db.read`select * from ${room.database.db.read(table)} where report = ${id}`).length;

test("an accepted report has number, debt, receipt and leaf, and the receipt is the hub's word for its bytes", async () => {
  const sealed = await room.package("alver");
  const answer = await room.post(sealed);
  assert.equal(answer.status, 201);
  const { receipt } = answer.json();
  assert.equal(receipt.kind, "accepted");
  assert.equal(receipt.sealedHash, sealed.header.sealed.hash);
  assert.equal(receipt.serial, 1);
  assert.deepEqual(receipt.by, { role: "hub", id: "hub" });
  assert.ok(receiptSignatureFits(receipt, createPublicKey(room.hub.key.privateKey)));
  for (const table of ["package", "delivery", "receipt"]) assert.equal(await rows(table, sealed.id), 1);
  const leaves = await room.database.db.read`
    select 1 from ledger_leaf join receipt on receipt.hash = ledger_leaf.receipt where receipt.report = ${sealed.id}`;
  assert.equal(leaves.length, 1);
});

test("the same bytes again give the same receipt, byte for byte", async () => {
  const sealed = await room.package("alver");
  const first = await room.post(sealed);
  room.now += 1000;
  const again = await room.post(sealed);
  assert.equal(again.status, 200);
  assert.deepEqual(again.bytes, first.bytes);
  assert.equal(await rows("receipt", sealed.id), 1);
});
