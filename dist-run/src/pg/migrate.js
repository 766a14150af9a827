// Brings a room's database to the version its code needs: numbered SQL files, forward only, each in one
// transaction with the note that it has run. Run as the room's owner role, which no process keeps; the
// room's own role gets only what the files grant it (docs/decisions/0006-owner-and-room-roles.md).
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
/** The rooms that keep a database, by the folder their `tables/` stand in. */
export const roomsWithTables = ["hub", "receiver", "inbox", "outbox", "portal"];
/** The databases of a whole installation. The portal keeps its sealed packages apart from other senders'. */
export const databaseNames = [...roomsWithTables, "outbox:portal"];
/** Whose tables a database has, by its name: those of `outbox:portal` are the outbox's. Null: no room's. */
export function roomOf(databaseName) {
    return roomsWithTables.find((room) => room === databaseName.split(":")[0]) ?? null;
}
/**
 * A room's migrations in order. In the SQL, `:role` stands for the room's own role, and is replaced by its
 * quoted name.
 */
export async function migrationsOf(room, role) {
    const folder = fileURLToPath(new URL(`../${room}/tables/`, import.meta.url));
    const names = (await readdir(folder)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).sort();
    return Promise.all(names.map(async (name) => ({
        number: Number(name.slice(0, 4)),
        name,
        sql: (await readFile(folder + name, "utf8")).replaceAll(":role", quoted(role)),
    })));
}
/** The highest migration number a room's code needs. */
export async function versionOf(room) {
    return Math.max(0, ...(await migrationsOf(room, "x")).map((migration) => migration.number));
}
const preamble = (role) => `create table if not exists migration (
  number int primary key,
  name text not null,
  at timestamptz not null default now()
);
grant select on migration to ${quoted(role)};
grant usage on schema public to ${quoted(role)};`;
/** Runs what has not been run, connected as the owner. Two at once wait for each other. Gives the names run. */
export async function migrate(ownerUrl, room, role) {
    const sql = postgres(ownerUrl, {
        max: 1,
        onnotice: () => undefined,
        connection: { application_name: "framme-migrate" },
    });
    const run = sql.begin(async (tx) => {
        await tx `select pg_advisory_xact_lock(hashtext('framme migrate'))`;
        await tx.unsafe(preamble(role));
        const done = new Set((await tx `select number from migration`).map((row) => row.number));
        const due = (await migrationsOf(room, role)).filter((migration) => !done.has(migration.number));
        for (const migration of due) {
            await tx.unsafe(migration.sql);
            await tx `insert into migration (number, name) values (${migration.number}, ${migration.name})`;
        }
        return due.map((migration) => migration.name);
    });
    return run.finally(() => sql.end({ timeout: 5 }));
}
/** The same as SQL text, for a database administrator who runs it by hand as the owner. */
export async function migrationScript(room, role) {
    const parts = (await migrationsOf(room, role)).map(({ number, name, sql }) => `-- ${name}\n${sql.trim()}\ninsert into migration (number, name) values (${number}, '${name}');`);
    return ["begin;", preamble(role), ...parts, "commit;"].join("\n\n");
}
function quoted(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
//# sourceMappingURL=migrate.js.map