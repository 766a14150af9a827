// Two PostgreSQL clusters, national and municipal, as in life they stand in different houses: each with its own data
// folder, which a test may look through.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import postgres from "postgres";
import { migrate } from "../src/pg/migrate.js";
import { startCluster } from "../src/stand-in/cluster.js";
import { provision } from "../src/stand-in/provision.js";
import { freePort } from "./database.js";
/** Starts a cluster that is gone, with its folder, when it is stopped. */
export async function clusterNamed(name) {
    const folder = mkdtempSync(`${tmpdir()}/framme-${name}-`);
    const cluster = await startCluster({
        folder: `${folder}/postgres`,
        port: await freePort(),
        passwordFile: `${folder}/password`,
        logFile: `${folder}/log`,
        server: { max_connections: "60", shared_buffers: "32MB" },
        temporary: true,
    });
    const { adminUrl } = cluster;
    return {
        adminUrl,
        folder,
        databaseFor: (room) => provision(adminUrl, {
            database: room,
            owner: `${room}_owner`,
            role: room,
            password: "only-for-tests",
            connections: 20,
            makeTables: (ownerUrl, role) => migrate(ownerUrl, room, role),
        }),
        checkpoint: async () => {
            const sql = postgres(adminUrl, { max: 1 });
            await sql `checkpoint`.finally(() => sql.end({ timeout: 5 }));
        },
        stop: () => cluster.stop(),
    };
}
//# sourceMappingURL=two-clusters.js.map