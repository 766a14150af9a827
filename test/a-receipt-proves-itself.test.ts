// Goal: whoever has a receipt and a few keys can check it without asking anybody, and anybody can check the log; a hub that
// is started on an old copy of its database serves nobody, and says why. Method: a real hub and a real witness, the built
// `framme verify`, and files and databases changed behind their backs.

import assert from "node:assert/strict";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { checkpointFrom } from "../src/core/checkpoint.ts";
import { type Receipt, receiptHash } from "../src/core/receipt.ts";
import { withAdmin } from "./admin.ts";
import { commandLine, linesOf } from "./at-the-command-line.ts";
import { freePort } from "./database.ts";
import { type Environment, roomProcess, until } from "./rooms.ts";

const here = commandLine();
const { run } = here;

type Proven = { receipt: Receipt; proof: { checkpoint: string; size: number; path: string[]; salt: string } };
type Told = { holds: boolean; kind: string } & Record<"signed" | "included" | "coSigned", { is: string }>;

const file = (name: string) => `${here.country.folder}/${name}`;

async function sentOne(): Promise<Receipt> {
  const { code, stdout, stderr } = await run(["send", "--json", here.newReport()]);
  assert.equal(code, 0, stderr);
  return linesOf<{ receipt: Receipt }>(stdout)[0]!.receipt;
}

/** The receipt with its proof, as soon as a witness stands under it. */
async function proven(receipt: Receipt): Promise<Proven> {
  const url = `${here.country.hub.origin}/log/proof/${receiptHash(receipt)}`;
  let found: Proven | null = null;
  await until("a witness has signed for the receipt", 20_000, async () => {
    const answer = await fetch(url);
    found = answer.status === 200 ? ((await answer.json()) as Proven) : null;
    return found !== null && checkpointFrom(found.proof.checkpoint)!.note.lines.length > 1;
  });
  return found!;
}

/** What `framme verify` is told to trust here. */
const trusted = () => [
  ...["--hub-key", here.country.hubPublicKeyFile],
  ...["--witnesses", file("witnesses.json")],
];

async function verified(name: string, ...more: string[]) {
  // Nothing of the environment: it has to do with what it is given.
  const offline: Environment = { HUB_URL: "http://127.0.0.1:9", HUB_PUBLIC_KEY_FILE: "" };
  const { code, stdout, stderr } = await run(["verify", "--json", file(name), ...more], offline);
  return { code, stderr, told: linesOf<Told>(stdout) };
}

const standing = ({ signed, included, coSigned }: Told) => [signed.is, included.is, coSigned.is].join(" ");

test("a receipt is checked alone: signed, included and co-signed, each for itself", async () => {
  const receipt = await sentOne();
  writeFileSync(file("bare.json"), JSON.stringify(receipt));
  const whole = await proven(receipt);
  writeFileSync(file("whole.json"), JSON.stringify(whole));
  writeFileSync(file("both.json"), JSON.stringify({ anything: [receipt, whole] }));

  const bare = await verified("bare.json", ...trusted());
  assert.deepEqual([bare.code, bare.told.map(standing)], [0, ["holds absent absent"]]);
  assert.equal((await verified("bare.json", ...trusted(), "--require", "included")).code, 1);
  assert.equal((await verified("bare.json")).code, 1, "no key was given: nobody vouches for it");

  const all = await verified("whole.json", ...trusted(), "--require", "included,co-signed");
  assert.deepEqual([all.code, all.told.map(standing)], [0, ["holds holds holds"]]);
  const both = await verified("both.json", ...trusted());
  assert.deepEqual(both.told.map(standing), ["holds absent absent", "holds holds holds"]);
  const text = await run(["verify", file("both.json"), ...trusted()]);
  assert.match(text.stdout, /included {4}not included yet/);
  assert.match(text.stdout, /co-signed {3}yes: witness\.test at 20/);
});

test("a receipt or proof that was changed ends with 1, and says which part does not hold", async () => {
  const whole = JSON.parse(readFileSync(file("whole.json"), "utf8")) as Proven;
  const { proof, receipt } = whole;
  const changes: [string, unknown, string][] = [
    [
      "another time",
      { ...whole, receipt: { ...receipt, at: "2026-01-01T00:00:00.000Z" } },
      "fails fails holds",
    ],
    [
      "another salt",
      { ...whole, proof: { ...proof, salt: Buffer.alloc(32).toString("base64") } },
      "holds fails holds",
    ],
    ["a larger log", { ...whole, proof: { ...proof, size: proof.size + 1 } }, "holds fails holds"],
    [
      "another root",
      { ...whole, proof: { ...proof, checkpoint: proof.checkpoint.replace(/\n(\d+)\n/, "\n1$1\n") } },
      "holds fails fails",
    ],
  ];
  for (const [what, value, expected] of changes) {
    writeFileSync(file("changed.json"), JSON.stringify(value));
    const { code, told } = await verified("changed.json", ...trusted());
    assert.deepEqual([code, told.map(standing)], [1, [expected]], what);
  }
  writeFileSync(file("changed.json"), JSON.stringify({ ...whole, proof: { ...proof, path: ["x"] } }));
  const broken = await verified("changed.json", ...trusted());
  assert.equal(broken.code, 1);
  assert.match(broken.stderr, /not a proof that a receipt is in the ledger/);
});

test("an outsider makes the log's root anew from what the hub serves, and holds it against the witness", async () => {
  const args = ["verify", "--log", "--url", here.country.hub.origin, ...trusted()];
  const { code, stdout, stderr } = await run(args);
  assert.equal(code, 0, stdout + stderr);
  assert.match(stdout, /^\d+ leaves, root \S+, held against 2 signed heads: nothing differs\n$/);
});

test("doctor tells how far a witness has come, and of one that has lost its state", async () => {
  const [{ url }] = JSON.parse(readFileSync(file("witnesses.json"), "utf8")) as [{ url: string }];
  const env = { WITNESS_CONFIG: file("witness/witness.json"), PUBLIC_ORIGIN: url, PORT: new URL(url).port };
  const well = await run(["doctor"], env);
  assert.equal(well.code, 0, well.stdout + well.stderr);
  assert.match(well.stdout, /OK +head of hub\.test\/log: \d+ leaves, signed 20/);
  renameSync(file("witness/state"), file("witness/lost"));
  const lost = await run(["doctor", "witness"], env);
  renameSync(file("witness/lost"), file("witness/state"));
  assert.equal(lost.code, 1);
  assert.match(lost.stdout, /WRONG +head of hub\.test\/log: .*framme witness init/);
});

const nameIn = (url: string) => new URL(url).pathname.slice(1);

test("a hub on an old copy of its database does not start, and says why", async () => {
  const { country, hubDatabase } = here;
  await proven(await sentOne());
  await country.hub.stop();
  await hubDatabase.db.close();
  const copy = `${nameIn(hubDatabase.url)}_old`;
  await withAdmin(here.outbox.adminUrl, (sql) =>
    sql.unsafe(`create database ${copy} owner test_hub_owner template ${nameIn(hubDatabase.url)}`),
  );
  await country.hub.start();
  await proven(await sentOne());
  await country.hub.stop();

  const env = {
    HUB_KEY_FILE: file("hub.key.pem"),
    HUB_PEOPLE_FILE: file("people.json"),
    HUB_LOG_ORIGIN: "hub.test/log",
    HUB_WITNESSES_FILE: file("witnesses.json"),
    DATABASE_URL: hubDatabase.url.replace(nameIn(hubDatabase.url), copy),
  };
  const old = roomProcess("hub", "old hub", await freePort(), env, file("old.log"));
  await assert.rejects(old.start(), /witness\.test has signed for \d+, here are \d+/);
  assert.match(old.log(), /A witness has signed for more of the ledger than there is here/);
  await withAdmin(here.outbox.adminUrl, (sql) => sql.unsafe(`drop database ${copy} with (force)`));
  await country.hub.start();
});
