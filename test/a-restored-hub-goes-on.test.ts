// Goal: a hub whose database was lost and put back from a backup goes on where it stood: a repeat gets the receipt it
// got before, byte for byte, and the next report the next number. Method: the built commands, as an operator types
// them; the lost database is taken away and the restored one put in its place.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Receipt } from "../src/core/receipt.ts";
import { withAdmin } from "./admin.ts";
import { commandLine, linesOf } from "./at-the-command-line.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import { until } from "./rooms.ts";

const here = commandLine();
const { run } = here;

type Sent = { id: string; trackingCode: string; serial: number; receipt: Receipt };

async function sent(args: readonly string[]): Promise<Sent[]> {
  const { code, stdout, stderr } = await run(["send", "--json", ...args]);
  assert.equal(code, 0, stderr);
  return linesOf<Sent>(stdout);
}

const nameOf = (database: TestDatabase): string => new URL(database.adminUrl).pathname.slice(1);

/** Puts the restored database where the lost one was, as the hub's settings name it. */
async function putInPlace(restored: TestDatabase): Promise<void> {
  const [lost, back] = [nameOf(here.hubDatabase), nameOf(restored)];
  await Promise.all([here.hubDatabase.db.close(), restored.db.close()]);
  await withAdmin(here.outbox.adminUrl, async (sql) => {
    await sql.unsafe(`drop database ${lost} with (force)`);
    await sql.unsafe(`alter database ${back} rename to ${lost}`);
  });
}

test("a repeat gets the same receipt from a restored hub, and the next report the next number", async () => {
  const before = await sent([here.newReport(), here.newReport(), here.newReport()]);
  // The witness knows how far the log had come: a backup from before that would be refused, and rightly.
  await until("all leaves are under a head", 20_000, async () => {
    const [row] = await here.hubDatabase.db.read<{ isWhole: boolean }[]>`
      select (select count(*) from ledger_leaf) = (select max(size) from checkpoint) as is_whole`;
    return row?.isWhole === true;
  });
  const folder = `${here.country.folder}/backup`;
  const taken = await run(["backup", "hub", "--to", folder, "--json"], {
    DATABASE_URL: here.hubDatabase.url,
  });
  assert.equal(taken.code, 0, taken.stderr);
  const { sha256 } = linesOf<{ sha256: string }>(taken.stdout)[0]!;

  await here.country.hub.stop();
  const fresh = await freshDatabase("hub");
  const asRoom = await run(["restore", "hub", "--from", folder], { DATABASE_URL: fresh.url });
  assert.equal(asRoom.code, 1, "the room's own role cannot restore");
  const wrongHash = ["restore", "hub", "--from", folder, "--sha256", "0".repeat(64)];
  assert.match((await run(wrongHash, { DATABASE_URL: fresh.ownerUrl })).stderr, /hash was given/);
  const restored = await run(["restore", "hub", "--from", folder, "--sha256", sha256], {
    DATABASE_URL: fresh.ownerUrl,
  });
  assert.equal(restored.code, 0, restored.stderr);
  await putInPlace(fresh);
  await here.country.hub.start();

  // As if the sender had never had the answers.
  await withAdmin(here.outbox.adminUrl, (sql) => sql`update package set next_post_at = now()`);
  const after = await sent(["--resume"]);
  const told = (all: Sent[]) =>
    all.map(({ id, trackingCode, serial, receipt }) => [id, trackingCode, serial, receipt]);
  assert.deepEqual(told(after).sort(), told(before).sort());
  const [next] = await sent([here.newReport()]);
  assert.equal(next?.serial, 4);
});
