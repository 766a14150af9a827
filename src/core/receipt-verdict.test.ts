// Goal: signed, included and co-signed are told apart, and nothing holds that was changed, belongs to something else, or
// rests on a key that was not given. Method: a small log with its witnesses, and every part of a proof exchanged in turn.

import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { canonicalText } from "./canonical.ts";
import { checkpointFrom, cosign, signCheckpoint, withLines } from "./checkpoint.ts";
import { commitmentOf, inclusionPath, leafHash, rootOf } from "./ledger.ts";
import { noteAlgorithms, noteKeyOf } from "./note.ts";
import { type Receipt, type ReceiptBody, signReceipt } from "./receipt.ts";
import { type InclusionProof, type Pinned, verdictOn } from "./receipt-verdict.ts";
import { keyIdOf } from "./signature.ts";

const newKey = () => generateKeyPairSync("ed25519");
const [hub, service, stranger, governor, municipality] = [newKey(), newKey(), newKey(), newKey(), newKey()];
const origin = "hub.test/log";
const names = { governor: "governor.test", municipality: "municipality.test" };

function receipt(serial: number, kind: Receipt["kind"] = "accepted", by = hub): Receipt {
  const body: ReceiptBody = {
    v: 1,
    kind,
    reportId: `00000000-0000-4000-8000-00000000000${serial}`,
    service: "alver",
    serial,
    at: "2026-11-24T12:00:00.000Z",
    by: by === hub ? { role: "hub", id: "hub" } : { role: "receiver", id: "alver" },
    sealedHash: "0".repeat(64),
  };
  return signReceipt(body, keyIdOf(by.privateKey), by.privateKey);
}

const receipts = [receipt(1), receipt(2), receipt(2, "stored", service), receipt(3), receipt(4)];
const salts = receipts.map((_, n) => Buffer.alloc(32, n + 1));
const leaves = receipts.map((one, n) => leafHash(commitmentOf(salts[n]!, Buffer.from(canonicalText(one)))));
const seconds = Date.parse("2026-11-24T12:00:05Z") / 1000;

function checkpointOf(size: number, lines: readonly ("governor" | "municipality")[] = []): string {
  const root = rootOf(leaves.slice(0, size));
  const text = signCheckpoint({ origin, size, root }, { name: origin, privateKey: hub.privateKey });
  const keys = { governor, municipality };
  return withLines(
    text,
    lines.map((one) =>
      cosign(checkpointFrom(text)!, { name: names[one], privateKey: keys[one].privateKey }, seconds),
    ),
  );
}

function proofOf(place: number, checkpoint = checkpointOf(5, ["governor", "municipality"])): InclusionProof {
  return { salt: salts[place]!, place, size: 5, path: inclusionPath(leaves, place), checkpoint };
}

const pinned: Pinned = {
  hub: [hub.publicKey],
  others: [service.publicKey],
  witnesses: [
    noteKeyOf(names.governor, noteAlgorithms.witness, governor.publicKey),
    noteKeyOf(names.municipality, noteAlgorithms.witness, municipality.publicKey),
  ],
};

function standings(one: Receipt, proof: InclusionProof | null, keys: Pinned = pinned): string {
  const { signed, included, coSigned } = verdictOn(one, proof, keys);
  return [signed.is, included.is, coSigned.is].join(" ");
}

test("a receipt with its proof holds on all three, and says where, and who signed when", () => {
  for (const place of receipts.keys())
    assert.equal(standings(receipts[place]!, proofOf(place)), "holds holds holds");
  const { included, coSigned } = verdictOn(receipts[2]!, proofOf(2), pinned);
  assert.deepEqual([included.place, included.size, included.origin], [2, 5, origin]);
  const at = "2026-11-24T12:00:05.000Z";
  assert.deepEqual(coSigned.by, [
    { name: names.governor, at },
    { name: names.municipality, at },
  ]);
});

test("what is not there yet is not a fault, and what was not checked is not a yes", () => {
  const [first] = receipts as [Receipt];
  assert.equal(standings(first, null), "holds absent absent");
  assert.equal(standings(first, proofOf(0, checkpointOf(5))), "holds holds absent");
  const none: Pinned = { hub: [], others: [], witnesses: [] };
  assert.equal(standings(first, proofOf(0), none), "unchecked unchecked unchecked");
  assert.deepEqual(verdictOn(first, proofOf(0), none).coSigned.strangers, Object.values(names));
  const oneWitness = { ...pinned, witnesses: pinned.witnesses.slice(0, 1) };
  const { coSigned } = verdictOn(first, proofOf(0), oneWitness);
  assert.deepEqual([coSigned.is, coSigned.by.length, coSigned.strangers], ["holds", 1, [names.municipality]]);
});

test("a receipt that was changed, or signed by somebody who may not, does not hold", () => {
  const [first] = receipts as [Receipt];
  assert.equal(standings({ ...first, serial: 9 }, proofOf(0)), "fails fails holds");
  assert.equal(standings({ ...first, kind: "registered" }, null), "fails absent absent");
  const forged = receipt(1, "accepted", stranger);
  assert.equal(standings(forged, null), "fails absent absent", "a receiver may not issue accepted");
  const byService = signReceipt({ ...first }, keyIdOf(service.privateKey), service.privateKey);
  assert.equal(
    standings(byService, null),
    "unchecked absent absent",
    "what the hub says is signed by the hub",
  );
});

test("a proof of another receipt, place, size, salt or path does not hold", () => {
  const [first] = receipts as [Receipt];
  const good = proofOf(0);
  const wrongs: Partial<InclusionProof>[] = [
    { salt: salts[1]! },
    { place: 1 },
    { size: 4 },
    { path: good.path.slice(1) },
    { path: good.path.toReversed() },
    { path: [...good.path, good.path[0]!] },
    { checkpoint: checkpointOf(4, ["governor"]) },
    { checkpoint: "no checkpoint" },
  ];
  for (const wrong of wrongs)
    assert.match(standings(first, { ...good, ...wrong }), /^holds fails /, Object.keys(wrong).join());
  assert.match(standings(receipts[1]!, good), /^holds fails /);
});

test("a checkpoint that the hub or a named witness did not sign does not hold", () => {
  const [first] = receipts as [Receipt];
  const root = rootOf(leaves);
  const byStranger = signCheckpoint(
    { origin, size: 5, root },
    { name: origin, privateKey: stranger.privateKey },
  );
  assert.equal(standings(first, proofOf(0, byStranger)), "holds fails absent");
  // A witness's line from under another head.
  const other = checkpointFrom(checkpointOf(4, ["governor"]))!.note.lines.at(-1)!.line;
  assert.equal(
    standings(first, proofOf(0, withLines(checkpointOf(5, ["municipality"]), [other]))),
    "holds holds fails",
  );
  // A stranger who calls itself by a witness's name has another key: it counts for nothing.
  const line = cosign(
    checkpointFrom(checkpointOf(5))!,
    { name: names.governor, privateKey: stranger.privateKey },
    seconds,
  );
  assert.equal(standings(first, proofOf(0, withLines(checkpointOf(5), [line]))), "holds holds unchecked");
});
