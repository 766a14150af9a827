// Puts a backup back into an empty, migrated database, in one transaction, as its owner. Every file is hashed
// before the first row is written, and every table is read back and hashed again before the commit: what is
// restored is what was taken, byte for byte, or nothing is.
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate } from "node:timers/promises";
import postgres from "postgres";
import { Problem } from "../core/problem.js";
import { copyOut, Meter, migrationsRun, settle, tablesOf } from "./backup.js";
import { manifestHash, manifestName, readManifest } from "./manifest.js";
/** A sink, for when only the hash of a stream is wanted. */
const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
/**
 * Checks that a backup is whole and unchanged. Refuses with `backup.bad` and the name of the file at fault.
 * `wantedHash` is the manifest's hash as it was printed when the backup was taken, if it was kept.
 */
export async function checkBackup(room, folder, wantedHash) {
    const present = new Set(await readdir(folder));
    if (!present.has(manifestName))
        throw new Problem("backup.bad", `${manifestName} is missing`);
    const manifest = readManifest(await readFile(join(folder, manifestName)));
    if (wantedHash !== undefined && manifestHash(manifest) !== wantedHash)
        throw new Problem("backup.bad", `${manifestName} is not the one whose hash was given`);
    if (manifest.room !== room)
        throw new Problem("backup.bad", `it is a backup of ${manifest.room}, not of ${room}`);
    for (const table of manifest.tables) {
        if (!present.has(table.file))
            throw new Problem("backup.bad", `${table.file} is missing`);
        const meter = new Meter();
        await pipeline(createReadStream(join(folder, table.file)), meter, nowhere());
        if (meter.bytes !== table.bytes || meter.sha256() !== table.sha256)
            throw new Problem("backup.bad", table.file);
    }
    return manifest;
}
/** Restores a checked backup. `url` is of the database's owner. Gives the manifest of what was put back. */
export async function restore(url, room, folder, options = {}) {
    const manifest = await checkBackup(room, folder, options.wantedHash);
    const sql = postgres(url, { max: 1, onnotice: () => undefined, connect_timeout: 10 });
    await sql
        .begin(async (tx) => {
        await settle(tx);
        await checkTarget(tx, manifest);
        // A trigger of the room's must not act again on what it acted on when the row was new.
        for (const table of manifest.tables)
            await tx `alter table ${tx(table.name)} disable trigger user`;
        for (const table of await inOrder(tx, manifest.tables)) {
            await fill(tx, table, folder);
            options.tell?.(table.name, table.rows);
        }
        await tx `set constraints all immediate`;
        for (const table of manifest.tables)
            await tx `alter table ${tx(table.name)} enable trigger user`;
        await setCounters(tx, manifest.tables);
        for (const table of manifest.tables)
            await checkReadBack(tx, table);
    })
        .finally(() => sql.end({ timeout: 5 }));
    return manifest;
}
/** The database must have the tables the backup was taken from, and nothing in them. */
async function checkTarget(tx, manifest) {
    const [found] = await tx `
    select to_regclass('public.migration') is not null as migrated`;
    if (!found?.migrated)
        throw new Problem("database.not-migrated");
    const migrations = await migrationsRun(tx);
    if (migrations.join() !== manifest.migrations.join()) {
        const last = manifest.migrations.at(-1) ?? "none";
        throw new Problem("database.not-migrated", `the backup is of migration ${last}: restore with that version`);
    }
    const shape = (tables) => tables.map((table) => `${table.name}(${table.columns})`).join();
    const tables = await tablesOf(tx);
    if (shape(tables) !== shape(manifest.tables))
        throw new Problem("backup.bad", "its tables are not the database's");
    for (const table of tables) {
        await tx `lock table ${tx(table.name)} in access exclusive mode`;
        const rows = await tx `select 1 from ${tx(table.name)} limit 1`;
        if (rows.length > 0)
            throw new Problem("database.not-empty", `table ${table.name}`);
    }
}
/** Tables that are referred to come before those that refer to them. */
async function inOrder(tx, tables) {
    const links = await tx `
    select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent
      from pg_constraint c join pg_namespace n on n.oid = c.connamespace
     where c.contype = 'f' and n.nspname = 'public' and c.conrelid <> c.confrelid`;
    const ordered = [];
    const left = new Set(tables);
    while (left.size > 0) {
        const names = new Set([...left].map((table) => table.name));
        const free = [...left].filter((table) => !links.some((link) => link.child === table.name && names.has(link.parent)));
        if (free.length === 0)
            throw new Problem("backup.bad", "its tables refer to each other in a ring");
        ordered.push(...free);
        for (const table of free)
            left.delete(table);
    }
    return ordered;
}
/**
 * Copies a table in. The driver never ends the stream when the server refuses the rows after the last of them has
 * been sent, so the end is learnt from the next statement: in a transaction that has failed, it fails too.
 */
async function fill(tx, table, folder) {
    const into = await tx `copy ${tx(table.name)} (${tx(table.columns)}) from stdin (format binary)`.writable();
    // The same error reaches the write below that waits for it.
    into.on("error", () => undefined);
    for await (const chunk of createReadStream(join(folder, table.file)))
        await written(into, chunk);
    into.end();
    await setImmediate();
    await tx `select 1`;
}
function written(into, chunk) {
    const { promise, resolve, reject } = Promise.withResolvers();
    into.write(chunk, (error) => (error ? reject(error) : resolve()));
    return promise;
}
/** The next number a column gives itself must be beyond those that came back. */
async function setCounters(tx, tables) {
    for (const table of tables)
        for (const column of table.columns) {
            const [owned] = await tx `
        select pg_get_serial_sequence(${`public.${table.name}`}, ${column}) as sequence`;
            if (owned?.sequence)
                await tx `select setval(${owned.sequence}::regclass, highest) from
                 (select max(${tx(column)}) as highest from ${tx(table.name)}) as of_table
                 where highest is not null`;
        }
}
async function checkReadBack(tx, table) {
    const [count] = await tx `select count(*)::text as rows from ${tx(table.name)}`;
    const meter = new Meter();
    await copyOut(tx, table, meter, nowhere());
    if (Number(count?.rows) !== table.rows || meter.sha256() !== table.sha256)
        throw new Problem("backup.bad", `table ${table.name} does not read back as it was taken`);
}
//# sourceMappingURL=restore.js.map