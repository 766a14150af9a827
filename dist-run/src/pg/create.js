// Makes a room's database on a server where one role may create what is needed: an owner role that nobody logs
// in as, the room's own role with a password, and the database. What exists already is left as it is.
import { randomBytes } from "node:crypto";
import postgres from "postgres";
/** The names `framme migrate` uses unless told otherwise. `outbox:portal` becomes `framme_outbox_portal`. */
export function namesOf(database) {
    const name = `framme_${database.replaceAll(":", "_")}`;
    return { database: name, owner: `${name}_owner`, room: name };
}
/** Creates what is missing, connected as `adminUrl` (a role with CREATEDB and CREATEROLE, on any database). */
export async function createRoom(adminUrl, names) {
    const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined, connect_timeout: 10 });
    return createMissing(sql, adminUrl, names).finally(() => sql.end({ timeout: 5 }));
}
async function createMissing(sql, adminUrl, names) {
    const made = [];
    // Base64url has no quote in it, and `create role` takes no parameters.
    const password = randomBytes(32).toString("base64url");
    const hasRole = async (name) => (await sql `select 1 from pg_roles where rolname = ${name}`).length > 0;
    if (!(await hasRole(names.owner))) {
        await sql.unsafe(`create role ${quoted(names.owner)} nologin`);
        made.push(`role ${names.owner}`);
    }
    await sql.unsafe(`grant ${quoted(names.owner)} to current_user`);
    const isNewRole = !(await hasRole(names.room));
    if (isNewRole) {
        await sql.unsafe(`create role ${quoted(names.room)} login password '${password}'`);
        made.push(`role ${names.room}`);
    }
    const [database] = await sql `select 1 from pg_database where datname = ${names.database}`;
    if (!database) {
        await sql.unsafe(`create database ${quoted(names.database)} owner ${quoted(names.owner)}`);
        await sql.unsafe(`revoke all on database ${quoted(names.database)} from public`);
        await sql.unsafe(`grant connect on database ${quoted(names.database)} to ${quoted(names.room)}`);
        made.push(`database ${names.database}`);
    }
    const roomUrl = isNewRole ? urlFor(adminUrl, names, password) : null;
    return { ownerUrl: actingAs(urlOn(adminUrl, names.database), names.owner), roomUrl, made };
}
/** The same as SQL text, for an administrator who makes them by hand before running the migrations. */
export function creationScript(names) {
    const [database, owner, room] = [names.database, names.owner, names.room].map(quoted);
    return [
        `create role ${owner} nologin;`,
        `create role ${room} login password '...';`,
        `create database ${database} owner ${owner};`,
        `revoke all on database ${database} from public;`,
        `grant connect on database ${database} to ${room};`,
    ].join("\n");
}
/** Whether a role with this name exists on the server. */
export async function roleExists(url, role) {
    const sql = postgres(url, { max: 1, onnotice: () => undefined, connect_timeout: 10 });
    const rows = sql `select 1 from pg_roles where rolname = ${role}`;
    return rows.then((found) => found.length > 0).finally(() => sql.end({ timeout: 5 }));
}
function urlOn(url, database) {
    const changed = new URL(url);
    changed.pathname = `/${database}`;
    return changed.href;
}
/** Sets the role right at connection, so that everything created there belongs to it. */
function actingAs(url, role) {
    const changed = new URL(url);
    changed.searchParams.set("role", role);
    return changed.href;
}
function urlFor(adminUrl, names, password) {
    const changed = new URL(urlOn(adminUrl, names.database));
    changed.username = names.room;
    changed.password = password;
    return changed.href;
}
function quoted(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
//# sourceMappingURL=create.js.map