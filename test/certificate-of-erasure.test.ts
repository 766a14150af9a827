// Goal: a hub that has been told how long copies are kept lets go of what may go, by itself, and its sender can fetch and
// check the certificate. Method: real processes; the report's past is written into the tables behind the hub's back.

import assert from "node:assert/strict";
import { createPrivateKey, createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { keyIdOf } from "../src/core/signature.ts";
import { connect } from "../src/pg/db.ts";
import { type Country, makeCountry, type ServiceKeys } from "./country.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import { writeExample } from "./example.ts";
import { dayMs, wholePast, writePast } from "./held-report.ts";
import { sizesOf } from "./holding-room.ts";
import { framme } from "./rooms.ts";
import type { Key } from "./sealed-package.ts";

let country: Country;
let keys: ServiceKeys;
let hub: TestDatabase;
let outbox: TestDatabase;
before(async () => {
  [hub, outbox] = [await freshDatabase("hub"), await freshDatabase("outbox")];
  const kept = { HUB_WAL_KEPT_DAYS: "14", HUB_BACKUP_KEPT_DAYS: "60" };
  country = await makeCountry(async (room) => (room === "hub" ? hub : outbox).url, kept);
  keys = await country.addService({ id: "bergen-test", municipality: "4601" });
});
after(async () => {
  await country.hub.stop();
  await hub.drop();
  await outbox.drop();
  country.forget();
});

function keyIn(file: string): Key {
  const privateKey = createPrivateKey(readFileSync(file));
  return { keyId: keyIdOf(privateKey), privateKey, publicKey: createPublicKey(privateKey) };
}

const erasure = (id: string, ...more: string[]) => framme(["erasure", id, ...more], country.sender).done;

test("the hub lets go by itself, and the sender's certificate is checked against the hub's pinned key", async () => {
  const example = writeExample(country.folder, "report", {
    municipality: "4601",
    child: "Syntetisk Navnesen",
  });
  const sent = JSON.parse((await country.send([example]).done).stdout) as { id: string };
  const held = await erasure(sent.id);
  assert.equal(held.code, 1);
  assert.match(held.stderr, /still has this report/);

  const owner = connect(hub.ownerUrl);
  const acceptedAt = Date.now() - 130 * dayMs;
  await owner.begin(
    (tx) => tx`update report set accepted_at = ${new Date(acceptedAt)} where id = ${sent.id}`,
  );
  const signers = { hub: keyIn(`${country.folder}/hub.key.pem`), service: keyIn(keys.receiptKeyFile) };
  const report = { id: sent.id, service: "bergen-test", serial: 1 };
  await writePast(owner, report, wholePast(acceptedAt), signers);
  // It looks when it starts, and then by the minute.
  await country.hub.stop();
  await country.hub.start();
  let certificate = await erasure(sent.id);
  for (let tries = 20; tries > 0 && certificate.code !== 0; tries -= 1) certificate = await erasure(sent.id);
  assert.equal(certificate.code, 0, certificate.stderr);
  assert.match(certificate.stdout, /the hub erased its copy at/);
  assert.deepEqual(await sizesOf(owner.read, sent.id), { sealed: 0, paper: 0, pairs: 4096 });

  const asJson = JSON.parse((await erasure(sent.id, "--json")).stdout);
  const forged = { ...asJson, restsOn: { ...asJson.restsOn, keepDays: 1 } };
  await owner.begin(
    (tx) => tx`update erasure set body = ${JSON.stringify(forged)} where report = ${sent.id}`,
  );
  const refused = await erasure(sent.id);
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /signature/);
  await owner.close();
});
