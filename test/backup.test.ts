// Goal: what was backed up comes back, byte for byte, or nothing does. Method: fill a room's database, back it
// up, restore it into a fresh one, and compare the two; then spoil the backup in every way a disk or a person
// can, and see it refused before a row is written.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rename, stat, truncate, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import postgres from "postgres";
import { sha256Hex } from "../src/core/hash.ts";
import { Problem } from "../src/core/problem.ts";
import { backup } from "../src/pg/backup.ts";
import { manifestHash, readManifest, writeManifest } from "../src/pg/manifest.ts";
import { migrate } from "../src/pg/migrate.ts";
import { restore } from "../src/pg/restore.ts";
import { emptyDatabase, freshDatabase, type TestDatabase } from "./database.ts";

const now = Date.parse("2026-11-23T12:00:00.000Z");
let source: TestDatabase;

before(async () => {
  source = await freshDatabase("receiver");
  await withSql(source.adminUrl, fill);
});

after(() => source.drop());

/** Every type the rooms use: bytes with all values, JSON with Norwegian letters, nulls, identities, references. */
async function fill(sql: postgres.Sql): Promise<void> {
  const allBytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  await sql`
    insert into held_report (id, service, serial, source, sealed, sealed_hash, envelope, taken_at)
    select gen_random_uuid(), 'bergen-vest', n, 'hub', ${allBytes} || int4send(n), repeat('ab', 32),
           jsonb_build_object('navn', 'Bærum æøå "\\', 'n', n), now() + n * interval '1 microsecond'
      from generate_series(1, 500) n`;
  await sql`
    insert into asked (report_id, n, purpose, nonce) select id, 0, 'stored', repeat('A', 43) from held_report`;
  await sql`
    insert into receipt (hash, report_id, service, kind, body, at)
    select encode(sha256(id::text::bytea), 'hex'), id, service, 'stored', '{}', now() from held_report`;
  await sql`insert into reported (receipt_hash, outcome, at) select hash, 'recorded', now() from receipt limit 300`;
  await sql`
    insert into deviation (at, hour, kind, service, report_id, detail)
    select now(), now(), 'key-not-ours', 's' || n, null, '' from generate_series(1, 7) n`;
  await sql`
    insert into work (step, subject, service, next_attempt_at) select 'register', id, service, null from held_report`;
  // Rows that have moved within the table, and holes.
  await sql`update work set attempts = attempts + 1, next_attempt_at = now() where subject < '8'`;
}

async function withSql<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  return work(sql).finally(() => sql.end({ timeout: 5 }));
}

async function newFolder(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), "framme-backup-")), "backup");
}

/** What a table holds, as text that two servers write alike. */
async function contentOf(url: string, table: string): Promise<string[]> {
  return withSql(url, async (sql) => {
    const rows = await sql<{ row: string }[]>`select t::text as row from ${sql(table)} t`;
    return rows.map(({ row }) => row).sort();
  });
}

async function taken(): Promise<string> {
  const folder = await newFolder();
  await backup(source.url, "receiver", folder, now);
  return folder;
}

const isProblem = (code: string, says: RegExp) => (error: unknown) =>
  error instanceof Problem && error.code === code && says.test(error.message);

async function refusedAndEmpty(
  folder: string,
  code: string,
  says: RegExp,
  wantedHash?: string,
): Promise<void> {
  const target = await freshDatabase("receiver");
  await assert.rejects(restore(target.ownerUrl, "receiver", folder, { wantedHash }), isProblem(code, says));
  for (const table of ["held_report", "receipt", "work"])
    assert.deepEqual(await contentOf(target.adminUrl, table), []);
  await target.drop();
}

test("what is restored is what was backed up, in every table", async () => {
  const folder = await newFolder();
  // As the room's own role: a backup needs no more rights than the room has.
  const manifest = await backup(source.url, "receiver", folder, now);
  assert.deepEqual(
    manifest.tables.map(({ name, rows }) => [name, rows]),
    [
      ["asked", 500],
      ["deviation", 7],
      ["held_report", 500],
      ["opening", 0],
      ["opening_cursor", 0],
      ["receipt", 500],
      ["reported", 300],
      ["stated", 0],
      ["work", 500],
    ],
  );
  const target = await freshDatabase("receiver");
  await restore(target.ownerUrl, "receiver", folder);
  for (const { name } of manifest.tables)
    assert.deepEqual(await contentOf(target.adminUrl, name), await contentOf(source.adminUrl, name), name);

  const again = await newFolder();
  const second = await backup(target.url, "receiver", again, now);
  assert.deepEqual(second.tables, manifest.tables, "a backup of the restored database is the same backup");
  await target.drop();
});

test("rows of every size come through, also where one fills every buffer on its way", async () => {
  const large = await freshDatabase("receiver");
  await withSql(
    large.adminUrl,
    (sql) => sql`
      insert into held_report (id, service, serial, source, sealed, sealed_hash, envelope, taken_at)
      select gen_random_uuid(), 'large', n, 'hub', decode(repeat('5a', 20000 * n), 'hex'), repeat('ab', 32), '{}', now()
        from generate_series(1, 12) n`,
  );
  const folder = await newFolder();
  const manifest = await backup(large.url, "receiver", folder, now);
  const target = await freshDatabase("receiver");
  assert.deepEqual((await restore(target.ownerUrl, "receiver", folder)).tables, manifest.tables);
  await large.drop();
  await target.drop();
});

test("a restored database goes on numbering where the old one stopped", async () => {
  const target = await freshDatabase("receiver");
  await restore(target.ownerUrl, "receiver", await taken());
  const number = await withSql(target.url, async (sql) => {
    const [row] = await sql<{ number: string }[]>`
      insert into deviation (at, hour, kind, service, detail) values (now(), now(), 'new', 's', '') returning number`;
    return Number(row?.number);
  });
  assert.equal(number, 8);
  await target.drop();
});

test("the files of a backup can be read by their owner only", async () => {
  const folder = await taken();
  for (const name of ["manifest.json", "held_report.copy"])
    assert.equal((await stat(join(folder, name))).mode & 0o777, 0o600, name);
  assert.equal((await stat(folder)).mode & 0o777, 0o700);
});

test("a backup sees one instant, whatever is written meanwhile", async () => {
  const folder = await newFolder();
  let written = false;
  const writeOnce = async () => {
    written = true;
    await withSql(
      source.adminUrl,
      (sql) => sql`update work set attempts = attempts + 100 where step = 'register'`,
    );
  };
  const writing: Promise<void>[] = [];
  const manifest = await backup(source.url, "receiver", folder, now, () => {
    if (!written) writing.push(writeOnce());
  });
  await Promise.all(writing);
  const target = await freshDatabase("receiver");
  await restore(target.ownerUrl, "receiver", folder);
  const attempts = await withSql(target.adminUrl, (sql) => sql`select 1 from work where attempts >= 100`);
  assert.equal(attempts.length, 0);
  assert.equal(manifest.tables.find(({ name }) => name === "work")?.rows, 500);
  await target.drop();
});

test("a changed byte, a missing file and a cut one are refused, and the file is named", async () => {
  const changed = await taken();
  const bytes = await readFile(join(changed, "receipt.copy"));
  bytes[bytes.length >> 1]! ^= 1;
  await writeFile(join(changed, "receipt.copy"), bytes);
  await refusedAndEmpty(changed, "backup.bad", /receipt\.copy/);

  const missing = await taken();
  await unlink(join(missing, "work.copy"));
  await refusedAndEmpty(missing, "backup.bad", /work\.copy is missing/);

  const cut = await taken();
  await truncate(join(cut, "held_report.copy"), 1000);
  await refusedAndEmpty(cut, "backup.bad", /held_report\.copy/);
});

test("a backup that was interrupted has no manifest, and is refused", async () => {
  const folder = await taken();
  await rename(join(folder, "manifest.json"), join(folder, "manifest.json.part"));
  await refusedAndEmpty(folder, "backup.bad", /manifest\.json is missing/);
});

test("a changed manifest is refused by its own hash, and a rewritten one by the hash that was kept", async () => {
  const folder = await taken();
  const path = join(folder, "manifest.json");
  const manifest = readManifest(await readFile(path));
  const text = (await readFile(path, "utf8")).replace('"rows": 500', '"rows": 499');
  await writeFile(path, text);
  await refusedAndEmpty(folder, "backup.bad", /manifest\.json/);

  // Whoever changes a report and rewrites every hash with it is caught by the hash that was kept elsewhere.
  const bytes = await readFile(join(folder, "held_report.copy"));
  bytes[bytes.length - 40]! ^= 1;
  await writeFile(join(folder, "held_report.copy"), bytes);
  const tables = manifest.tables.map((table) =>
    table.name === "held_report" ? { ...table, sha256: sha256Hex(bytes) } : table,
  );
  await writeFile(path, writeManifest({ ...manifest, tables }));
  await refusedAndEmpty(folder, "backup.bad", /whose hash was given/, manifestHash(manifest));
});

test("a manifest cannot lead the reading out of the folder", async () => {
  const folder = await taken();
  const path = join(folder, "manifest.json");
  const manifest = readManifest(await readFile(path));
  const tables = [{ ...manifest.tables[0]!, file: "../../etc/passwd" }];
  await writeFile(path, writeManifest({ ...manifest, tables }));
  await refusedAndEmpty(folder, "backup.bad", /manifest\.json/);
});

test("only an empty database that has been migrated is restored into", async () => {
  const folder = await taken();
  const used = await freshDatabase("receiver");
  await restore(used.ownerUrl, "receiver", folder);
  await assert.rejects(
    restore(used.ownerUrl, "receiver", folder),
    isProblem("database.not-empty", /table asked/),
  );
  await used.drop();

  const bare = await emptyDatabase();
  await assert.rejects(
    restore(bare.ownerUrl, "receiver", folder),
    isProblem("database.not-migrated", /migrate/),
  );
  await bare.drop();
});

test("a backup of one room is not restored into another", async () => {
  await assert.rejects(
    restore(source.ownerUrl, "hub", await taken()),
    isProblem("backup.bad", /of receiver/),
  );
  await assert.rejects(
    backup(source.url, "hub", await newFolder(), now),
    isProblem("config.bad", /one of hub/),
  );
});

test("a folder with something in it is not written into", async () => {
  const folder = await taken();
  await assert.rejects(backup(source.url, "receiver", folder, now), isProblem("config.bad", /not empty/));
});

test("rows that the database refuses, at once or at the end of a table, are refused with everything else", async () => {
  const folder = await taken();
  const constraints = [
    "alter table reported add check (outcome <> 'recorded')",
    "alter table work add constraint one_each unique (step) deferrable initially deferred",
    "alter table receipt add unique (kind)",
  ];
  for (const constraint of constraints) {
    const target = await emptyDatabase();
    await migrate(target.ownerUrl, "receiver", "test_empty");
    await withSql(target.ownerUrl, (sql) => sql.unsafe(constraint));
    await assert.rejects(restore(target.ownerUrl, "receiver", folder), constraint);
    assert.deepEqual(await contentOf(target.adminUrl, "held_report"), []);
    await target.drop();
  }
});
