// Goal: with everything running as it ships, the hub asks and the receiver answers by themselves, a person can ask at
// any time, and what is gone from the case system is there again soon after. Method: real processes, a folder for a
// case system that is emptied behind everybody's back; the schedule's next check is made due in the hub's database.

import assert from "node:assert/strict";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { after, test } from "node:test";
import { withAdmin } from "./admin.ts";
import { commandLine, linesOf } from "./at-the-command-line.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import { keeping } from "./keeping.ts";
import { receiverRoom } from "./municipality.ts";
import { until } from "./receiver-room.ts";
import type { RoomProcess } from "./rooms.ts";

let database: TestDatabase;
let receiver: RoomProcess;
let folder = "";

const here = commandLine(async () => {
  database = await freshDatabase("receiver");
  folder = `${here.country.folder}/case-system`;
  mkdirSync(folder);
  const served = { id: "bergen-test", keys: here.keys, source: { kind: "hub" } as const };
  const hub = { url: here.country.hub.origin, publicKeyFile: here.country.hubPublicKeyFile };
  const services = [{ ...served, caseSystem: { kind: "folder", path: folder } as const }];
  receiver = await receiverRoom(here.country.folder, database.url, services, hub);
  await receiver.start();
});
const { as, done, refused } = keeping(here);

after(async () => {
  await receiver.stop();
  await database.drop();
});

async function newRegistered(): Promise<string> {
  const sent = await done(["send", "--json", "--wait", "registered", here.newReport()]);
  return linesOf<{ id: string }>(sent.stdout)[0]!.id;
}

async function count(kind: string, id: string): Promise<number> {
  const [row] = await here.hubDatabase.db.read<{ count: number }[]>`
    select count(*)::int as count from receipt where report = ${id} and kind = ${kind}`;
  return row!.count;
}

const inFolder = () => readdirSync(folder, { recursive: true }).map(String);

test("a person asks, and the check of the schedule comes by itself: each is answered from the case system", async () => {
  const id = await newRegistered();
  const asked = await done(["challenge", id, "--json", ...as("kari")]);
  assert.deepEqual(linesOf(asked.stdout), [{ id, service: "bergen-test", n: 2 }]);
  await until(async () => (await count("proven", id)) === 1, 30_000);
  await withAdmin(
    here.hubDatabase.adminUrl,
    (sql) => sql`update delivery set next_check_at = now() where report = ${id}`,
  );
  await until(async () => (await count("proven", id)) === 2, 30_000);
});

test("what is gone from the case system is there again soon after it was asked for", async () => {
  const id = await newRegistered();
  const before = inFolder().filter((name) => name.includes(id));
  assert.ok(before.length > 0);
  for (const name of readdirSync(folder)) rmSync(`${folder}/${name}`, { recursive: true });
  await done(["challenge", id, ...as("kari")]);
  await until(async () => (await count("registered", id)) === 2, 60_000);
  assert.deepEqual(
    inFolder()
      .filter((name) => name.includes(id))
      .sort(),
    before.sort(),
  );
  const noted = await here.hubDatabase.db.read<{ kind: string }[]>`
    select kind from deviation where report = ${id}`;
  assert.deepEqual(
    noted.map(({ kind }) => kind),
    ["proof.missing"],
  );
});

test("what cannot be asked for is refused with what is wrong", async () => {
  await refused(["challenge", crypto.randomUUID(), ...as("kari")], /No report with this id/);
  const { code } = await here.run(["challenge"]);
  assert.equal(code, 2);
});
