// Goal: the hub starts only on ground that holds, says what is wrong otherwise, and offers within two seconds of
// accepting. Method: the whole room, with its worker, on a port of its own.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { after, before, test } from "node:test";
import postgres from "postgres";
import { PlayedWitness } from "../../test/played-witness.ts";
import { emptyDatabase, freePort, freshDatabase, type TestDatabase } from "../../test/database.ts";
import { type Key, newKey, pemOf } from "../../test/sealed-package.ts";
import type { ProblemCode } from "../core/problem.ts";
import { Problem } from "../core/problem.ts";
import type { PublishedKey } from "./known.ts";
import { startHub } from "./start.ts";

const folder = mkdtempSync(`${tmpdir()}/framme-hub-`);
const witness = new PlayedWitness();
let database: TestDatabase;
let door: { url: string; close(): void };
before(async () => {
  database = await freshDatabase("hub");
  door = await witness.listen();
  witnessesFile("witnesses.json", [{ url: door.url, key: witness.vkey }]);
});
after(async () => {
  door.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const pemFile = (name: string, key: Key) => {
  writeFileSync(`${folder}/${name}`, key.privateKey.export({ type: "pkcs8", format: "pem" }));
  return `${folder}/${name}`;
};
const hubKeyFile = pemFile("hub.pem", newKey());

function witnessesFile(name: string, value: unknown): string {
  writeFileSync(`${folder}/${name}`, JSON.stringify(value));
  return `${folder}/${name}`;
}

async function settings(more: NodeJS.ProcessEnv = {}): Promise<NodeJS.ProcessEnv> {
  const port = String(await freePort());
  const HUB_WITNESSES_FILE = `${folder}/witnesses.json`;
  const HUB_LOG_ORIGIN = "hub.test/log";
  return {
    PORT: port,
    DATABASE_URL: database.url,
    HUB_KEY_FILE: hubKeyFile,
    HUB_WITNESSES_FILE,
    HUB_LOG_ORIGIN,
    ...more,
  };
}

const isRefusedWith = (code: ProblemCode, what: RegExp) => (error: unknown) =>
  error instanceof Problem && error.code === code && what.test(error.message);

test("the hub starts with its key and its people published, and starts again on the same", async () => {
  const kari = newKey();
  writeFileSync(`${folder}/kari.pem`, pemOf(kari));
  const people = [{ id: "person:kari", name: "Kari", publicKeyFile: `${folder}/kari.pem` }];
  writeFileSync(`${folder}/people.json`, JSON.stringify(people));
  for (let n = 0; n < 2; n++) {
    const env = await settings({ HUB_PEOPLE_FILE: `${folder}/people.json` });
    const hub = await startHub(env);
    const answer = await fetch(`http://127.0.0.1:${env.PORT}/keys/${kari.keyId}`);
    assert.equal(((await answer.json()) as PublishedKey).owner, "person:kari");
    const keys = (await (await fetch(`http://127.0.0.1:${env.PORT}/keys`)).json()) as { hub: PublishedKey[] };
    assert.equal(keys.hub.length, 1);
    await hub.close();
  }
  // Its worker has given the first leaves their places.
  assert.equal((await database.db.read`select 1 from ledger_place`).length, 2);
});

test("broken settings are refused by name, with what to do", async () => {
  const wrongs: [NodeJS.ProcessEnv, RegExp][] = [
    [{ HUB_KEY_FILE: `${folder}/none.pem` }, /HUB_KEY_FILE/],
    [{ HUB_KEY_FILE: `${folder}/kari.pem` }, /HUB_KEY_FILE.*framme keys new/],
    [{ HUB_PEOPLE_FILE: hubKeyFile }, /HUB_PEOPLE_FILE/],
    [{ REPORT_MAX_BYTES: "much" }, /REPORT_MAX_BYTES/],
    [{ HUB_LOG_ORIGIN: "a log" }, /HUB_LOG_ORIGIN/],
    [{ HUB_WITNESSES_FILE: "" }, /HUB_WITNESSES_FILE.*co-signs the ledger/],
    [{ HUB_WITNESSES_FILE: witnessesFile("none.json", []) }, /HUB_WITNESSES_FILE.*at least one/],
    [
      { HUB_WITNESSES_FILE: witnessesFile("url.json", [{ url: door.url }]) },
      /HUB_WITNESSES_FILE.*url and key/,
    ],
    [
      { HUB_WITNESSES_FILE: witnessesFile("plain.json", [{ url: "http://far.example", key: witness.vkey }]) },
      /HUB_WITNESSES_FILE.*https/,
    ],
    [
      {
        HUB_WITNESSES_FILE: witnessesFile(
          "twice.json",
          [1, 2].map(() => ({ url: door.url, key: witness.vkey })),
        ),
      },
      /HUB_WITNESSES_FILE.*same name/,
    ],
    [{ HUB_KEY_FILE: pemFile("other.pem", newKey()) }, /HUB_KEY_FILE.*framme keys rotate/],
  ];
  for (const [more, what] of wrongs)
    await assert.rejects(startHub(await settings(more)), isRefusedWith("config.bad", what), String(what));
});

test("a taken port is refused with what to do, and leaves no connection behind", {
  timeout: 20_000,
}, async () => {
  const env = await settings();
  const hub = await startHub(env);
  await assert.rejects(startHub(env), isRefusedWith("config.bad", /PORT/));
  await hub.close();
  const open = async () =>
    (await database.db.read`select 1 from pg_stat_activity where application_name = 'framme-hub'`).length;
  while ((await open()) > 0) await new Promise(setImmediate);
});

test("the hub refuses a database that is not prepared, or that may lose what it has stored", async () => {
  const empty = await emptyDatabase();
  await assert.rejects(
    startHub(await settings({ DATABASE_URL: empty.url })),
    isRefusedWith("database.not-migrated", /framme migrate/),
  );
  await empty.drop();

  const unsafe = await freshDatabase("hub");
  const admin = postgres(unsafe.adminUrl, { max: 1 });
  await admin.unsafe(
    `alter database "${new URL(unsafe.url).pathname.slice(1)}" set synchronous_commit = off`,
  );
  await assert.rejects(
    startHub(await settings({ DATABASE_URL: unsafe.url })),
    isRefusedWith("database.not-durable", /synchronous_commit/),
  );
  await admin.end();
  await unsafe.drop();
});

test("a running hub has its heads co-signed, and starts again on what the witness has signed", async () => {
  const env = await settings();
  const hub = await startHub(env);
  while (!witness.last) await new Promise(setImmediate);
  await hub.close();
  await (await startHub(env)).close();
});

test("a hub on a database older than what was witnessed does not start; under a new name that a witness knows it does", async () => {
  assert.ok(witness.last);
  const restored = await freshDatabase("hub");
  const env = await settings({ DATABASE_URL: restored.url });
  await assert.rejects(
    startHub(env),
    isRefusedWith(
      "ledger.shorter-than-witnessed",
      new RegExp(`witness.example has signed for ${witness.last.checkpoint.size}, here are 0`),
    ),
  );
  const anew = { ...env, HUB_LOG_ORIGIN: "hub.test/log-2" };
  // The witness's people add the new name by hand: it has signed nothing for it yet.
  witness.last = null;
  const hub = await startHub(anew);
  while (!witness.last) await new Promise(setImmediate);
  assert.equal((witness.last as { checkpoint: { origin: string } }).checkpoint.origin, "hub.test/log-2");
  await hub.close();
  await restored.drop();
});
