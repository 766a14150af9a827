// A database for a room: an owner role that migrations run as, and the room's own role, which owns nothing and
// gets only what the migrations grant it. The owner can log in only while a migration runs, with a password
// made for that and thrown away, so that no process ever holds the right to change a table.
import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { scramVerifier } from "./scram.js";
/**
 * Makes roles, database and tables if they are not there. `adminUrl` is a role that may create databases
 * and roles. Gives the URL of the room's own role.
 */
export async function provision(adminUrl, want) {
    const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
    const made = async () => {
        await makeRoles(admin, want);
        await makeDatabase(admin, want);
        await makeTables(admin, adminUrl, want);
    };
    await made().finally(() => admin.end({ timeout: 5 }));
    return urlFor(adminUrl, want.database, want.role, want.password);
}
/** Closes an embedded server's own databases to the rooms: each has its own, and nothing to do elsewhere. */
export async function closeOwnDatabases(adminUrl) {
    const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
    const close = () => admin `revoke all on database postgres, template1 from public`;
    await close().finally(() => admin.end({ timeout: 5 }));
}
/** The URL of another role and database on the same server. */
export function urlFor(adminUrl, database, role, password) {
    const url = new URL(adminUrl);
    url.pathname = `/${encodeURIComponent(database)}`;
    url.username = encodeURIComponent(role);
    url.password = encodeURIComponent(password);
    return url.href;
}
async function makeRoles(admin, want) {
    const existing = await admin `
    select rolname from pg_roles where rolname in ${admin([want.owner, want.role])}`;
    const names = new Set(existing.map((row) => row.rolname));
    if (!names.has(want.owner))
        await admin `create role ${admin(want.owner)} nologin`;
    if (!names.has(want.role))
        await admin `create role ${admin(want.role)} nologin`;
    await admin.unsafe(`alter role ${quoted(want.role)} login noinherit connection limit ${want.connections} password '${scramVerifier(want.password)}'`);
}
async function makeDatabase(admin, want) {
    const there = await admin `select 1 from pg_database where datname = ${want.database}`;
    // Only a member of a role may make it an owner. The membership ends as soon as that is done.
    await admin `grant ${admin(want.owner)} to current_user`;
    if (there.length === 0)
        await admin `create database ${admin(want.database)} owner ${admin(want.owner)} template template0`;
    await admin `revoke all on database ${admin(want.database)} from public`;
    await admin `grant connect on database ${admin(want.database)} to ${admin(want.role)}`;
    await admin `revoke ${admin(want.owner)} from current_user`;
}
async function makeTables(admin, adminUrl, want) {
    const password = randomBytes(24).toString("hex");
    const owner = quoted(want.owner);
    const until = new Date(Date.now() + 600_000).toISOString();
    await admin.unsafe(`alter role ${owner} login password '${scramVerifier(password)}' valid until '${until}'`);
    const ownerUrl = urlFor(adminUrl, want.database, want.owner, password);
    await want
        .makeTables(ownerUrl, want.role)
        .finally(() => admin.unsafe(`alter role ${owner} nologin password null`));
}
function quoted(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
//# sourceMappingURL=provision.js.map