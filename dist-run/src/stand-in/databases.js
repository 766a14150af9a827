// The databases of a demonstration: where each room's is, under which role and password, and how many connections
// it may use. Normally in two embedded clusters; with DATABASE_URL (or NATIONAL_DATABASE_URL and
// MUNICIPAL_DATABASE_URL) in the PostgreSQL that is named there.
import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { databaseSetting, refuseSetting, setting } from "../config.js";
import { refuse } from "../core/problem.js";
import { migrate } from "../pg/migrate.js";
import { makeCaseSystem } from "./case-system.js";
import { provision } from "./provision.js";
import { keepSecret } from "./secret-file.js";
/** Reads which servers were given. */
export function givenServers(env) {
    const given = (name) => (env[name] ? databaseSetting(env, name) : null);
    const both = given("DATABASE_URL");
    return {
        national: given("NATIONAL_DATABASE_URL") ?? both,
        municipal: given("MUNICIPAL_DATABASE_URL") ?? both,
    };
}
/** Connections each side's cluster must take: those of the rooms, and some for administrators. */
export function connectionsOf(side, receivers) {
    const rooms = wantedFor(receivers).filter((one) => one.side === side);
    return rooms.reduce((sum, one) => sum + one.connections, 0) + (side === "municipal" ? 40 : 0) + 10;
}
function wantedFor(receivers) {
    return [
        { key: "hub", side: "national", room: "hub", connections: 24 },
        // Several `framme send` may run at once, each with its own pool.
        { key: "outbox", side: "national", room: "outbox", connections: 40 },
        { key: "portal", side: "national", room: "portal", connections: 20 },
        // The portal's own sealed packages: no other sender sees them.
        { key: "outbox:portal", side: "national", room: "outbox", connections: 20 },
        ...receivers.map((id) => ({ key: `receiver:${id}`, side: "municipal", room: "receiver", connections: 20 })),
        { key: "inbox:municipal", side: "municipal", room: "inbox", connections: 12 },
    ];
}
/**
 * Makes every database that is not there and brings it to this version. Gives the URLs of the rooms' own roles:
 * `hub`, `outbox`, `portal`, `outbox:portal`, `receiver:ID`, `inbox:ID`, and `case_system`.
 */
export async function prepareDatabases(layout, adminUrls, receivers, env) {
    const prefix = setting(env, "DATABASE_PREFIX", "framme");
    if (!/^[a-z][a-z0-9_]{0,20}$/.test(prefix))
        refuseSetting("DATABASE_PREFIX", "it must be lower-case letters, digits and _, such as framme");
    const urls = {};
    for (const { key, side, room, connections } of wantedFor(receivers)) {
        const name = `${prefix}_${key.replaceAll(/[:-]/g, "_")}`;
        urls[key] = await provision(adminUrls[side], {
            database: name,
            owner: `${name}_owner`,
            role: name,
            password: passwordFor(layout, side, name),
            connections,
            makeTables: (ownerUrl, role) => migrate(ownerUrl, room, role),
        });
    }
    const name = `${prefix}_case_system`;
    urls.case_system = await makeCaseSystem(adminUrls.municipal, name, passwordFor(layout, "municipal", name));
    return urls;
}
function passwordFor(layout, side, name) {
    return keepSecret(`${layout[side].secret}/${name}.password`, () => randomBytes(24).toString("hex"));
}
/** Refuses a given server that cannot be used, by the setting that named it. */
export async function checkGivenServer(url, name) {
    const admin = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
    try {
        const [found] = await admin `
      select rolsuper or (rolcreatedb and rolcreaterole) as may,
             current_setting('server_version_num')::int as version
      from pg_roles where rolname = current_user`;
        if (!found || found.version < 150_000)
            refuse("database.too-old");
        if (!found.may)
            refuseSetting(name, "this role may not create databases and roles: give one that may, or prepare each room's database by hand with `framme migrate --print`");
    }
    catch (error) {
        const { code } = error;
        if (code !== "config.bad" && code !== "database.too-old")
            refuseSetting(name, `that PostgreSQL cannot be reached or does not let this role in (${code}): check address, role and password`);
        throw error;
    }
    finally {
        await admin.end({ timeout: 5 });
    }
}
//# sourceMappingURL=databases.js.map