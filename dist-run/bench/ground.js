// The one PostgreSQL cluster that every side of the bench stands on, with the settings that make the comparison
// fair. Its durability is read back from the server itself and printed: what is asked for is not what counts.
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { migrate } from "../src/pg/migrate.js";
import { startCluster } from "../src/stand-in/cluster.js";
import { provision, urlFor } from "../src/stand-in/provision.js";
const root = fileURLToPath(new URL("../../", import.meta.url));
const fair = { shared_buffers: "1GB", max_wal_size: "8GB", max_connections: "200" };
const shown = [
    "server_version",
    "fsync",
    "synchronous_commit",
    "full_page_writes",
    "data_checksums",
    "wal_sync_method",
    "wal_level",
    "shared_buffers",
    "max_wal_size",
];
/** Starts the cluster in a folder of its own under `parent` (default `var/`), which is removed when it stops. */
export async function layGround(parent = `${root}var`) {
    mkdirSync(parent, { recursive: true });
    const folder = mkdtempSync(`${parent}/bench-`);
    // From its start on the cluster sees to it itself that the folder goes.
    const remove = () => rmSync(folder, { recursive: true, force: true });
    process.once("exit", remove);
    const cluster = await startCluster({
        folder: `${folder}/postgres`,
        port: await freePort(),
        passwordFile: `${folder}/password`,
        logFile: `${folder}/postgres.log`,
        server: fair,
        temporary: true,
    });
    process.off("exit", remove);
    const admin = postgres(cluster.adminUrl, { max: 1, onnotice: () => undefined });
    return {
        folder,
        adminUrl: cluster.adminUrl,
        settings: { ...(await readBack(admin)), storage: storageOf(folder) },
        roomDatabase: (room) => roomDatabase(cluster.adminUrl, room),
        plainDatabase: (name) => plainDatabase(admin, cluster.adminUrl, name),
        checkpoint: async () => {
            await admin `checkpoint`;
        },
        stop: async () => {
            await admin.end({ timeout: 5 });
            await cluster.stop();
        },
    };
}
async function readBack(admin) {
    const rows = await admin `
    select name, current_setting(name) as value from unnest(${shown}::text[]) as name`;
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}
function roomDatabase(adminUrl, room) {
    return provision(adminUrl, {
        database: `bench_${room}`,
        owner: `bench_${room}_owner`,
        role: `bench_${room}`,
        password: randomBytes(18).toString("hex"),
        connections: 80,
        makeTables: (ownerUrl, role) => migrate(ownerUrl, room, role),
    });
}
async function plainDatabase(admin, adminUrl, name) {
    const password = randomBytes(18).toString("hex");
    await admin.unsafe(`create role ${name} login password '${password}'`);
    await admin.unsafe(`create database ${name} owner ${name} template template0`);
    return urlFor(adminUrl, name, name, password);
}
/** In memory nothing is flushed, and every figure would be worth nothing. */
function storageOf(folder) {
    const inMemory = [0x01021994, 0x858458f6].includes(statfsSync(folder).type);
    return inMemory ? "MEMORY (tmpfs): the figures say nothing, give another folder with --dir" : "disk";
}
/** A port that was free a moment ago. */
export function freePort() {
    const { promise, resolve, reject } = Promise.withResolvers();
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
    return promise;
}
//# sourceMappingURL=ground.js.map