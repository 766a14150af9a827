// Databases for tests: real PostgreSQL with the durability of production, one cluster for all test files of a
// run (or one of its own for a file run alone), and in it a fresh database for whoever asks. A migrated
// database is copied from a template, which takes a fraction of migrating.
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import postgres from "postgres";
import { connect } from "../src/pg/db.js";
import { migrate } from "../src/pg/migrate.js";
import { startCluster } from "../src/stand-in/cluster.js";
import { urlFor } from "../src/stand-in/provision.js";
const password = "only-for-tests";
let own = null;
/** A database with the room's tables, and nothing in them. */
export async function freshDatabase(room) {
    const adminUrl = await clusterUrl();
    return withAdmin(adminUrl, async (admin) => {
        await locked(admin, async () => {
            await makeRoles(admin, room);
            await makeTemplate(admin, adminUrl, room);
        });
        return newDatabase(admin, adminUrl, room, `template_${room}`);
    });
}
/** A database with nothing in it at all. */
export async function emptyDatabase() {
    const adminUrl = await clusterUrl();
    return withAdmin(adminUrl, async (admin) => {
        await locked(admin, () => makeRoles(admin, "empty"));
        return newDatabase(admin, adminUrl, "empty", "template0");
    });
}
/** Starts a cluster in a temporary folder. It is gone when it is stopped, or when this process is. */
export async function startTestCluster() {
    const folder = mkdtempSync(`${tmpdir()}/framme-test-`);
    chmodSync(folder, 0o711); // The server may run as another user.
    return startCluster({
        folder: `${folder}/postgres`,
        port: await freePort(),
        passwordFile: `${folder}/password`,
        logFile: `${folder}/log`,
        server: { max_connections: "120", shared_buffers: "32MB" },
        temporary: true,
    });
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
async function clusterUrl() {
    if (process.env.FRAMME_TEST_CLUSTER)
        return process.env.FRAMME_TEST_CLUSTER;
    own ??= startTestCluster().then((cluster) => cluster.adminUrl);
    return own;
}
async function withAdmin(adminUrl, work) {
    const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
    return work(admin).finally(() => admin.end({ timeout: 5 }));
}
/** Several test files run at once on one cluster: who comes first makes the roles and the template. */
async function locked(admin, work) {
    await admin `select pg_advisory_lock(hashtext('test database'))`;
    await work().finally(() => admin `select pg_advisory_unlock(hashtext('test database'))`);
}
async function makeRoles(admin, room) {
    for (const role of [`test_${room}_owner`, `test_${room}`]) {
        const there = await admin `select 1 from pg_roles where rolname = ${role}`;
        if (there.length === 0)
            await admin.unsafe(`create role ${role} login noinherit password '${password}'`);
    }
}
async function makeTemplate(admin, adminUrl, room) {
    const there = await admin `select 1 from pg_database where datname = ${`template_${room}`}`;
    if (there.length > 0)
        return;
    const making = `making_${room}`;
    const owner = `test_${room}_owner`;
    await admin.unsafe(`drop database if exists ${making}`);
    await admin.unsafe(`create database ${making} owner ${owner} template template0`);
    await migrate(urlFor(adminUrl, making, owner, password), room, `test_${room}`);
    await admin.unsafe(`alter database ${making} rename to template_${room}`);
}
async function newDatabase(admin, adminUrl, room, template) {
    const name = `test_${room}_${randomBytes(6).toString("hex")}`;
    const owner = `test_${room}_owner`;
    await admin.unsafe(`create database ${name} owner ${owner} template ${template}`);
    const url = urlFor(adminUrl, name, `test_${room}`, password);
    const db = connect(url, { name: `test-${room}` });
    return {
        db,
        url,
        ownerUrl: urlFor(adminUrl, name, owner, password),
        adminUrl: Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href,
        drop: () => dropDatabase(adminUrl, name, db),
    };
}
async function dropDatabase(adminUrl, name, db) {
    await db.close();
    await withAdmin(adminUrl, async (admin) => {
        await admin.unsafe(`drop database if exists ${name} with (force)`);
    });
}
//# sourceMappingURL=database.js.map