// Goal: in a demonstration two witnesses that are not the hub have signed for every receipt; one from before there were
// witnesses gets them, and a witness that has lost its state is not given another by the next start. Method: `framme start`
// as real processes, its database and folders changed between one start and the next.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { after, before, test } from "node:test";
import { headPath } from "../src/core/add-checkpoint.ts";
import { checkpointFrom } from "../src/core/checkpoint.ts";
import { type Receipt, receiptHash } from "../src/core/receipt.ts";
import { urlFor } from "../src/stand-in/provision.ts";
import { professionalExample } from "../src/wire/ks-report.examples.ts";
import {
  asRole,
  demoFileIn,
  freePortBase,
  processesAbout,
  run,
  type Starter,
  startDemoProcess,
  until,
} from "./demo.ts";

const root = mkdtempSync(`${tmpdir()}/framme-witnesses-`);
const data = `${root}/var`;
const isUp = "Framme is up";
let base: number;
let starter: Starter;

before(async () => {
  base = await freePortBase();
  starter = startDemoProcess(data, base);
  await starter.says(isUp);
});
after(async () => {
  for (const pid of processesAbout(root)) process.kill(pid, "SIGKILL");
  await until(() => processesAbout(root).length === 0, "nothing of the test is left");
  rmSync(root, { recursive: true, force: true });
});

async function stop(): Promise<void> {
  starter.process.kill("SIGTERM");
  assert.equal(await starter.ended(), 0);
}

test("a receipt is checked with what demo.json names, and both witnesses have signed", async () => {
  writeFileSync(`${root}/report.json`, JSON.stringify(professionalExample));
  const sent = run(["send", `${root}/report.json`, "--json", "--data-dir", data]);
  assert.equal(sent.status, 0, sent.stderr);
  const { receipt } = JSON.parse(sent.stdout) as { receipt: Receipt };
  const { hub } = demoFileIn(data);
  const receipts = `${root}/receipt.json`;
  const proven = async () => {
    const answer = await fetch(`${hub}/log/proof/${receiptHash(receipt)}`);
    writeFileSync(receipts, await answer.text());
    const { status, stdout } = run([
      "verify",
      receipts,
      "--json",
      "--require",
      "co-signed",
      "--data-dir",
      data,
    ]);
    return status === 0 && (JSON.parse(stdout) as { coSigned: { by: unknown[] } }).coSigned.by.length === 2;
  };
  await until(proven, "both witnesses have signed for the receipt");
});

test("a demonstration from before there were witnesses gets them, and its whole log is signed for", async () => {
  const before = demoFileIn(data);
  const password = readFileSync(`${data}/national/secret/superuser.password`, "utf8").trim();
  const name = new URL(before.databases.hub!).pathname.slice(1);
  await asRole(
    urlFor(before.databases.hub!, name, "postgres", password),
    (sql) => sql`truncate ledger_tile, checkpoint, cosignature`,
  );
  await stop();
  for (const path of ["witnesses", "national/hub/witnesses.json"])
    rmSync(`${data}/${path}`, { recursive: true });
  starter = startDemoProcess(data, base);
  await starter.says(isUp);
  const { log, witnesses } = demoFileIn(data);
  for (const { url } of witnesses)
    await until(async () => {
      const answer = await fetch(url + headPath(log.origin!));
      return answer.status === 200 && checkpointFrom(await answer.text())!.size > 10;
    }, `${url} has signed for the log`);
});

test("a witness that has lost its state is not given a new one by the next start", async () => {
  await stop();
  rmSync(`${data}/witnesses/municipality/state`, { recursive: true });
  starter = startDemoProcess(data, base);
  await starter.says(isUp);
  assert.match(starter.said(), /municipality has lost its state and signs nothing/);
  const { log, witnesses } = demoFileIn(data);
  const answers = witnesses.map(({ url }) => fetch(url + headPath(log.origin!)));
  assert.deepEqual(
    (await Promise.all(answers)).map(({ status }) => status),
    [200, 403],
  );
});
