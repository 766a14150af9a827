// The door to PostgreSQL. Reading may use any connection; writing demands a `Tx`, so that the compiler
// refuses a write outside a transaction. Rows come back in camelCase, bigint as number, bytea as Buffer.
import postgres from "postgres";
import { Problem } from "../core/problem.js";
/** Connects lazily. `max` is the pool's size (default 4): all rooms share one cluster's connections. */
export function connect(url, options = {}) {
    const sql = postgres(url, {
        max: options.max ?? 4,
        idle_timeout: options.idleSeconds ?? 60,
        connect_timeout: 10,
        transform: { column: { from: postgres.toCamel } },
        types: { bigint: safeBigint },
        connection: { application_name: options.name ?? "framme" },
        onnotice: () => undefined,
    });
    return {
        read: sql,
        begin: (work) => sql.begin((tx) => work(tx)),
        listen: async (channel, heard) => {
            await sql.listen(channel, heard, heard);
        },
        close: () => sql.end({ timeout: 5 }),
    };
}
/** Serial numbers and counts fit a JavaScript number for longer than any of this will stand. */
const safeBigint = {
    to: 20,
    from: [20],
    serialize: (value) => String(value),
    parse: (value) => Number(value),
};
const oldestVersion = 150000;
/** Refuses a server older than PostgreSQL 15, or a database that has not been migrated to `wanted`. */
export async function checkDatabase(db, wanted) {
    const [server] = await db.read `
    select current_setting('server_version_num')::int as version,
           to_regclass('migration') is not null as migrated`;
    if (!server || server.version < oldestVersion)
        throw new Problem("database.too-old");
    if (!server.migrated)
        throw new Problem("database.not-migrated");
    const [last] = await db.read `select max(number)::int as number from migration`;
    if (!last || last.number < wanted)
        throw new Problem("database.not-migrated", `needs migration ${wanted}`);
}
//# sourceMappingURL=db.js.map