// Takes a room's database as it was at one instant into a folder: every table in PostgreSQL's own binary COPY
// form, and a manifest with the count and hash of each. The manifest is written last, so that a backup which
// was cut short has none. It does not replace WAL archiving (docs/operations.md): it is the copy one can carry.
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";
import { Problem } from "../core/problem.js";
import { manifestName, writeManifest } from "./manifest.js";
import { migrationsOf } from "./migrate.js";
/** Writes the backup into a new or empty folder; everything in it is readable by its owner only. */
export async function backup(url, room, folder, now, tell = () => undefined) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if ((await readdir(folder)).length > 0)
        throw new Problem("config.bad", `the folder ${folder} is not empty: a backup needs one of its own`);
    const sql = postgres(url, { max: 1, onnotice: () => undefined, connect_timeout: 10 });
    const manifest = await sql
        .begin("isolation level repeatable read read only", (tx) => copyAll(tx, room, folder, now, tell))
        .finally(() => sql.end({ timeout: 5 }));
    await writeDurably(join(folder, manifestName), writeManifest(manifest));
    await syncFolder(folder);
    return manifest;
}
async function copyAll(tx, room, folder, now, tell) {
    await settle(tx);
    const [server] = await tx `
    select current_setting('server_version') as version,
           (case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end)::text as at,
           to_regclass('public.migration') is not null as migrated`;
    if (!server?.migrated)
        throw new Problem("database.not-migrated");
    const migrations = await migrationsRun(tx);
    const known = new Set((await migrationsOf(room, "x")).map((migration) => migration.name));
    if (migrations.some((name) => !known.has(name)))
        throw new Problem("config.bad", `this database is not one of ${room} that this program knows`);
    const tables = [];
    for (const table of await tablesOf(tx)) {
        const facts = await copyTable(tx, table, folder);
        tables.push(facts);
        tell(table.name, facts.rows);
    }
    const takenAt = new Date(now).toISOString();
    return { v: 1, room, migrations, postgres: server.version, takenAt, walPosition: server.at, tables };
}
/** Reads a table from its first block to its last, so that the same rows always give the same bytes. */
export async function settle(tx) {
    await tx `set local synchronize_seqscans = off`;
    await tx `set local search_path = public`;
}
/** Every table of the room but `migration`, which belongs to the program and not to the data. */
export async function tablesOf(tx) {
    return tx `
    select c.relname as name,
           array(select a.attname::text from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                  order by a.attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'migration'
     order by c.relname`;
}
/** Names of the migrations that have been run here, in order. */
export async function migrationsRun(tx) {
    const rows = await tx `select name from public.migration order by number`;
    return rows.map((row) => row.name);
}
async function copyTable(tx, table, folder) {
    const file = `${table.name}.copy`;
    const meter = new Meter();
    await copyOut(tx, table, meter, createWriteStream(join(folder, file), { flags: "wx", mode: 0o600, flush: true }));
    const [count] = await tx `select count(*)::text as rows from ${tx(table.name)}`;
    const rows = Number(count?.rows);
    return { name: table.name, columns: table.columns, file, rows, bytes: meter.bytes, sha256: meter.sha256() };
}
/** Sends a table's rows through the streams, in PostgreSQL's binary COPY form. */
export async function copyOut(tx, table, meter, into) {
    const rows = await tx `copy ${tx(table.name)} (${tx(table.columns)}) to stdout (format binary)`.readable();
    await pipeline(rows, meter, into);
    // When the last rows come while the stream is full, the driver pauses its socket and nobody wakes it: a stream
    // that has ended is not read again. Reading it once more does, and without that the next statement never ends.
    rows._read(0);
}
/** Counts and hashes what passes through. */
export class Meter extends Transform {
    bytes = 0;
    #hash = createHash("sha256");
    _transform(chunk, _encoding, done) {
        this.bytes += chunk.length;
        this.#hash.update(chunk);
        done(null, chunk);
    }
    sha256() {
        return this.#hash.digest("hex");
    }
}
async function writeDurably(path, text) {
    const file = await open(`${path}.part`, "wx", 0o600);
    await file.writeFile(text);
    await file.sync();
    await file.close();
    await rename(`${path}.part`, path);
}
async function syncFolder(folder) {
    const handle = await open(folder, "r");
    await handle.sync();
    await handle.close();
}
//# sourceMappingURL=backup.js.map