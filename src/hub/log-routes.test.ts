// Goal: a stranger can check the whole ledger and any receipt from what is served, with nothing but the log's key; and
// what is served tells nothing of a report. Method: over HTTP, with a verifier that only uses core, on a log that goes
// past a full tile; a leaf changed behind the hub's back, and the hub's own walk through the ledger finding it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import postgres from "postgres";
import { type Answer, expectStatus, type HubRoom, openHub } from "../../test/hub-room.ts";
import { addLeaves } from "../../test/many-leaves.ts";
import { PlayedWitness } from "../../test/played-witness.ts";
import { canonicalText } from "../core/canonical.ts";
import { type Checkpoint, checkpointFrom, cosignedAt, isSignedByLog } from "../core/checkpoint.ts";
import { commitmentOf, inclusionFits, leafHash, rootOf } from "../core/ledger.ts";
import { noteAlgorithms, noteKeyFrom } from "../core/note.ts";
import { type Receipt, receiptHash } from "../core/receipt.ts";
import { tilePath } from "../core/tile.ts";
import { auditor } from "./log-audit.ts";
import { cosigner } from "./log-cosign.ts";
import type { InclusionProof } from "./log-proof.ts";
import { logState } from "./log-state.ts";
import { deviations } from "./receipt-store.ts";
import { sequencer } from "./sequence.ts";
import { startWorker } from "./worker.ts";

let room: HubRoom;
let owner: postgres.Sql;
before(async () => {
  room = await openHub();
  await room.addService("alver", "receiver", "4631");
  owner = postgres(room.database.ownerUrl, { max: 1 });
  await addLeaves(room.database.ownerUrl, 300);
  room.hub.known.forget();
});
after(async () => {
  await owner.end();
  await room.close();
});

const get = (path: string) => room.ask("GET", path);
const errorOf = (answer: Answer) => answer.json<{ error: string }>().error;

async function checkpoint(): Promise<Checkpoint> {
  const answer = await get("/log/checkpoint");
  expectStatus(answer, 200);
  return checkpointFrom(answer.bytes.toString())!;
}

type Proven = { receipt: Receipt; proof: InclusionProof };

/** What `framme verify` has to find out, from receipt, proof and the log's key alone. */
function isIncluded({ receipt, proof }: Proven, vkey: string): boolean {
  const head = checkpointFrom(proof.checkpoint)!;
  const leaf = leafHash(commitmentOf(Buffer.from(proof.salt, "base64"), Buffer.from(canonicalText(receipt))));
  const path = proof.path.map((hash) => Buffer.from(hash, "base64"));
  return (
    isSignedByLog(head, [noteKeyFrom(vkey, noteAlgorithms.log)!]) &&
    head.size === proof.size &&
    inclusionFits(leaf, proof.place, proof.size, path, head.root)
  );
}

test("before there is a head nothing is there, and a receipt without its place has no proof", async () => {
  assert.deepEqual(
    [(await get("/log/checkpoint")).status, errorOf(await get("/log/checkpoint"))],
    [404, "ledger.not-there"],
  );
  const { receipt } = await room.accepted("alver");
  assert.equal((await get(`/log/proof/${receiptHash(receipt)}`)).status, 404);
  const list = await room.ask(
    "GET",
    `/reports/${receipt.reportId}/receipts?proofs=1`,
    undefined,
    room.asSubmitter(),
  );
  assert.deepEqual(list.json<{ proofs: unknown[] }>().proofs, [null]);
  await sequencer(room.hub)();
});

test("from entries and tiles, all of the ledger adds up to the head that the key has signed", async () => {
  const head = await checkpoint();
  const vkey = (await get("/log/key")).bytes.toString().trimEnd();
  assert.ok(isSignedByLog(head, [noteKeyFrom(vkey, noteAlgorithms.log)!]));
  assert.ok(head.size > 300);
  const leaves: Buffer[] = [];
  for (let number = 0; leaves.length < head.size; number++) {
    const width = Math.min(256, head.size - leaves.length);
    const entries = await get(`/log/tile/${tilePath({ level: "entries", number, width })}`);
    const hashes = await get(`/log/tile/${tilePath({ level: 0, number, width })}`);
    for (const answer of [entries, hashes]) {
      expectStatus(answer, 200);
      assert.match(answer.headers.get("cache-control")!, /immutable/);
      assert.equal(answer.headers.get("content-type"), "application/octet-stream");
    }
    assert.equal(entries.bytes.length, width * 34);
    const found = Array.from({ length: width }, (_, index) => {
      const entry = entries.bytes.subarray(index * 34, (index + 1) * 34);
      assert.equal(entry.readUInt16BE(0), 32);
      return leafHash(entry.subarray(2));
    });
    assert.deepEqual(Buffer.concat(found), hashes.bytes);
    leaves.push(...found);
  }
  assert.deepEqual(rootOf(leaves), head.root);
  const above = await get("/log/tile/1/000.p/1");
  assert.deepEqual(above.bytes, rootOf(leaves.slice(0, 256)));
});

test("what the tree does not have is not there, and a name in another spelling neither", async () => {
  const { size } = await checkpoint();
  for (const path of [
    "0/000.p/300",
    "0/00",
    "0/0",
    "0/002",
    "1/000",
    "1/001.p/1",
    "entries/001",
    `0/001.p/${size - 255}`,
    "x/000",
    "0/../../keys",
  ])
    assert.equal((await get(`/log/tile/${path}`)).status, 404, path);
  for (const hash of ["0".repeat(64), "zz", "0".repeat(63)])
    assert.equal((await get(`/log/proof/${hash}`)).status, 404, hash);
});

test("a receipt's proof fits it and no other, and says who co-signed once somebody has", async () => {
  const reports = [await room.accepted("alver"), await room.accepted("alver")];
  await sequencer(room.hub)();
  const vkey = (await get("/log/key")).bytes.toString().trimEnd();
  const proven: Proven[] = [];
  for (const { receipt } of reports) {
    const answer = (await get(`/log/proof/${receiptHash(receipt)}`)).json<Proven>();
    assert.deepEqual(answer.receipt, receipt);
    assert.ok(isIncluded(answer, vkey));
    proven.push(answer);
  }
  assert.ok(!isIncluded({ receipt: proven[0]!.receipt, proof: proven[1]!.proof }, vkey));
  assert.ok(!isIncluded({ receipt: { ...proven[0]!.receipt, serial: 9 }, proof: proven[0]!.proof }, vkey));

  const witness = new PlayedWitness();
  const log = logState("http://hub.test", { witnesses: [witness], road: PlayedWitness.road(witness) });
  Object.assign(room.hub, { log });
  assert.equal((await get("/log/checkpoint/cosigned")).status, 404);
  await cosigner(room.hub)();
  const after = (await get(`/log/proof/${receiptHash(reports[0]!.receipt)}`)).json<Proven>();
  assert.ok(isIncluded(after, vkey));
  assert.equal(cosignedAt(checkpointFrom(after.proof.checkpoint)!, witness.key), witness.now);

  // A newer head that nobody has signed yet: the older, co-signed one still proves this receipt.
  await room.accepted("alver");
  await sequencer(room.hub)();
  const later = (await get(`/log/proof/${receiptHash(reports[0]!.receipt)}`)).json<Proven>();
  assert.equal(later.proof.checkpoint, after.proof.checkpoint);
  assert.notEqual((await checkpoint()).size, later.proof.size);
});

test("proofs travel beside receipts for whoever asks, in the list and in the feed, and never inside one", async () => {
  const { receipt } = await room.accepted("alver");
  await sequencer(room.hub)();
  const vkey = (await get("/log/key")).bytes.toString().trimEnd();
  const ask = (path: string) => room.ask("GET", path, undefined, room.asSubmitter());
  const list = (await ask(`/reports/${receipt.reportId}/receipts?proofs=1`)).json<{
    receipts: Receipt[];
    proofs: InclusionProof[];
  }>();
  assert.deepEqual(list.receipts, [receipt]);
  assert.ok(isIncluded({ receipt, proof: list.proofs[0]! }, vkey));
  const feed = (await ask("/receipts?after=-1&proofs=1")).json<{
    receipts: (Proven & { place: number })[];
  }>();
  for (const one of feed.receipts) {
    assert.ok(isIncluded(one, vkey));
    assert.equal(one.proof.place, one.place);
  }
  const without = (await ask("/receipts?after=-1")).bytes.toString();
  assert.doesNotMatch(without, /"proof":/);
});

test("what is served without a receipt's hash tells no service, report, submitter or time", async () => {
  const { size } = await checkpoint();
  const pages = [
    "/log/checkpoint",
    "/log/tile/0/000",
    "/log/tile/entries/000",
    `/log/tile/entries/001.p/${size - 256}`,
  ];
  const all = Buffer.concat(await Promise.all(pages.map(async (path) => (await get(path)).bytes)));
  const rows = await room.database.db.read<{ id: string; body: string; salt: Buffer }[]>`
    select report.id, receipt.body, leaf.salt from report join receipt on receipt.report = report.id
    join ledger_leaf leaf on leaf.receipt = receipt.hash`;
  assert.ok(rows.length > 0);
  for (const { id, body, salt } of rows) {
    const receipt = JSON.parse(body) as Receipt;
    for (const told of [id, receipt.service, receipt.at, receipt.sealedHash, receiptHash(receipt)])
      assert.ok(!all.includes(told), told);
    for (const hash of [receipt.sealedHash, receiptHash(receipt)])
      assert.ok(!all.includes(Buffer.from(hash, "hex")), hash);
    assert.ok(!all.includes(salt));
  }
});

test("an old leaf that was changed is found by the hub's own walk, its place named, and the log grows no more", async () => {
  const audit = auditor(room.hub);
  assert.deepEqual([await audit(), await audit()], [0, null]);
  await owner`
    update ledger_leaf set commitment = sha256(commitment)
    where id = (select leaf from ledger_place where place = 77)`;
  await audit();
  assert.deepEqual(room.hub.log.fault(), { code: "ledger.broken", detail: "place 77" });
  const health = await get("/health");
  assert.deepEqual([health.status, errorOf(health)], [503, "ledger.broken"]);
  const noted = (await deviations(room.database.db.read)).filter(({ kind }) => kind === "ledger.broken");
  assert.deepEqual(
    noted.map(({ owner: who, detail }) => [who, detail]),
    [["operator", "place 77"]],
  );
  // Reports are taken over all the same: a leaf that was changed is no reason to turn a child's report away.
  await room.accepted("alver");
  assert.equal(await sequencer(room.hub)(), 0);
});

test("a tail that was changed stops the running worker, which notes it and goes on with the rest", async () => {
  const other = await openHub();
  const admin = postgres(other.database.ownerUrl, { max: 1 });
  await other.addService("alver", "receiver", "4631");
  await sequencer(other.hub)();
  await admin`update ledger_leaf set commitment = sha256(commitment) where id = 3`;
  await other.accepted("alver");
  const worker = startWorker(other.hub);
  while (other.hub.log.fault() === null) await new Promise(setImmediate);
  await worker.stop();
  assert.equal(other.hub.log.fault()?.code, "ledger.broken");
  const kinds = (await deviations(other.database.db.read)).map(({ kind }) => kind);
  assert.deepEqual(kinds, ["ledger.broken"]);
  await admin.end();
  await other.close();
});
