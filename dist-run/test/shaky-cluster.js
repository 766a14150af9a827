// A PostgreSQL of its own for tests of the ground a receipt stands on: made as every cluster is, then started
// with what no cluster of ours is started with. Settings on the command line cannot be changed from inside.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import postgres from "postgres";
import { migrate } from "../src/pg/migrate.js";
import { programsOf, startCluster } from "../src/stand-in/cluster.js";
import { runAsFor } from "../src/stand-in/postgres-user.js";
import { urlFor } from "../src/stand-in/provision.js";
import { freePort } from "./database.js";
/** Makes a cluster with a room's database, and leaves it stopped. */
export async function shakyCluster(room) {
    const parent = mkdtempSync(`${tmpdir()}/framme-shaky-`);
    const folder = `${parent}/postgres`;
    const port = await freePort();
    const programs = await programsOf();
    const runAs = runAsFor(programs.postgres, parent);
    runAs.own(parent);
    const cluster = await startCluster({
        folder,
        port,
        passwordFile: `${parent}/password`,
        logFile: `${parent}/log`,
    });
    const adminUrl = urlFor(cluster.adminUrl, room, "postgres", decodeURIComponent(new URL(cluster.adminUrl).password));
    const url = urlFor(cluster.adminUrl, room, "shaky", "only-for-tests");
    const sql = postgres(cluster.adminUrl, { max: 1 });
    await sql.unsafe(`create role shaky login password 'only-for-tests'`);
    await sql.unsafe(`create database ${room}`);
    await sql.end();
    await migrate(adminUrl, room, "shaky");
    await cluster.stop();
    let server = null;
    const stop = async () => {
        const stopping = server;
        server = null;
        if (!stopping)
            return;
        const gone = new Promise((resolve) => stopping.once("exit", resolve));
        stopping.kill("SIGINT");
        await gone;
    };
    return {
        url,
        adminUrl,
        restart: async (settings, standby = false) => {
            await stop();
            if (standby) {
                writeFileSync(`${folder}/standby.signal`, "");
                runAs.own(`${folder}/standby.signal`);
            }
            const all = {
                port: String(port),
                listen_addresses: "127.0.0.1",
                unix_socket_directories: "",
                ...settings,
            };
            const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
            const [command, args] = runAs.command(programs.postgres, ["-D", folder, ...flags]);
            server = spawn(command, args, {
                ...runAs.options,
                env: { PATH: process.env.PATH, LC_ALL: "C" },
                stdio: "ignore",
            });
            await answers(adminUrl);
        },
        remove: async () => {
            await stop();
            rmSync(parent, { recursive: true, force: true });
        },
    };
}
async function answers(url) {
    const deadline = performance.now() + 30_000;
    for (;;) {
        const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => undefined });
        const isUp = await sql `select 1`.then(() => true, () => false);
        await sql.end({ timeout: 1 });
        if (isUp)
            return;
        if (performance.now() > deadline)
            throw new Error("the shaky cluster did not start");
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}
//# sourceMappingURL=shaky-cluster.js.map