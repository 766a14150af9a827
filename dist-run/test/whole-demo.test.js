// Goal: a demonstration shows the way through itself, its roles can do no more than they should, and one that was made
// by an earlier version starts. Method: one whole demonstration, as a person has it, looked at, struck and taken apart.
import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { urlFor } from "../src/stand-in/provision.js";
import { professionalExample } from "../src/wire/ks-report.examples.js";
import { asRole, demoFileIn, run, startDemoProcess } from "./demo.js";
import { wholeDemo } from "./whole-demo.js";
let demo;
before(async () => {
    demo = await wholeDemo();
});
after(() => demo.stop());
test("the first page leads to every room, and each of them answers", async () => {
    const { start, portal, hub, inbox, identity, postbox } = demo.file;
    assert.match(demo.starter.said(), new RegExp(`Open ${start} in a browser`));
    const page = await (await fetch(start)).text();
    const links = [...page.matchAll(/href="(http:[^"]+)"/g)].map((found) => found[1]);
    for (const room of [portal, hub, inbox, identity, postbox])
        assert.ok(links.some((link) => link.startsWith(room)), room);
    for (const link of new Set(links))
        assert.equal((await fetch(link)).status, 200, link);
});
test("the portal sends under a key of its own", async () => {
    const { submitters } = (await (await fetch(`${demo.file.hub}/keys`)).json());
    assert.deepEqual(submitters.map(({ owner }) => owner).sort(), ["submitter:demo", "submitter:portal"]);
    assert.equal(new Set(submitters.map(({ keyId }) => keyId)).size, 2);
});
test("a room that is kept down stays down, and is there again when it is let up; a killed one comes by itself", async () => {
    const { hub, portal } = demo.file;
    const letUp = await demo.keepDown("hub");
    await assert.rejects(fetch(`${hub}/health`));
    await letUp();
    assert.equal((await fetch(`${hub}/health`)).status, 200);
    const isHeard = () => fetch(`${hub}/health`, { signal: AbortSignal.timeout(500) });
    demo.hold("hub");
    await assert.rejects(isHeard());
    demo.wake("hub");
    assert.equal((await isHeard()).status, 200);
    await demo.restart("portal");
    assert.equal((await fetch(`${portal}/health`)).status, 200);
});
/** Rooms forget who was there: a session is gone when it is over, and so is where a reminder was to go. */
const forgotten = {
    portal: ["session", "reminder"],
    "inbox:municipal": ["session"],
};
test("a room's role owns nothing, and can neither make, change nor empty a table", async () => {
    for (const [name, url] of Object.entries(demo.file.databases)) {
        const tables = await asRole(url, (sql) => sql `
      select relname as name, pg_has_role(relowner, 'member') as owned,
             has_any_column_privilege(oid, 'update') as update
      from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`);
        assert.ok(tables.length > 0, name);
        const refused = (statement) => assert.rejects(asRole(url, (sql) => sql.unsafe(statement)), /permission denied|must be owner/, `${name}: ${statement}`);
        await refused("create table mine (a int)");
        await refused("create schema mine");
        const elsewhere = new URL(url);
        elsewhere.pathname = "/postgres";
        await assert.rejects(asRole(elsewhere.href, (sql) => sql `select 1`), /permission denied for database/);
        for (const table of tables) {
            assert.equal(table.owned, false, `${name}.${table.name}`);
            const mayForget = forgotten[name]?.includes(table.name);
            for (const verb of ["drop table", "truncate", ...(mayForget ? [] : ["delete from"])])
                await refused(`${verb} "${table.name}"`);
            await refused(`alter table "${table.name}" add column a int`);
        }
        // Somewhere it may only add: there is no room without something that is written once.
        assert.ok(tables.some((table) => !table.update), name);
    }
});
test("no role that can log in owns a database, and none but its own reaches a room's database", async () => {
    const { databases } = demo.file;
    const owners = await asRole(databases.hub, (sql) => sql `
    select rolcanlogin as login from pg_database join pg_roles on pg_roles.oid = datdba where datname like 'framme%'`);
    assert.deepEqual(owners.map((owner) => owner.login), [false, false, false, false]);
    const bergen = new URL(databases["receiver:bergen"]);
    bergen.pathname = new URL(databases["receiver:oslo"]).pathname;
    await assert.rejects(asRole(bergen.href, (sql) => sql `select 1`), /permission denied/);
});
test("each database is backed up by its own name: the portal's packages are not another sender's", async () => {
    const data = `${demo.folder}/var`;
    writeFileSync(`${demo.folder}/report.json`, JSON.stringify(professionalExample));
    const sent = run(["send", `${demo.folder}/report.json`, "--data-dir", data]);
    assert.equal(sent.status, 0, sent.stderr);
    const rowsIn = (name) => {
        const to = `${demo.folder}/backup-${name.replace(":", "-")}`;
        const { stdout, stderr } = run(["backup", name, "--to", to, "--json", "--data-dir", data]);
        assert.notEqual(stdout, "", stderr);
        return JSON.parse(stdout).rows;
    };
    assert.ok(rowsIn("outbox") > 0);
    assert.deepEqual([rowsIn("outbox:portal"), rowsIn("portal")], [0, 0]);
});
test("one that an earlier version made gets the databases that are new, and nothing is wrong with it", async () => {
    const { folder, file, starter } = demo;
    const data = `${folder}/var`;
    const password = readFileSync(`${data}/national/secret/superuser.password`, "utf8").trim();
    const made = ["portal", "outbox:portal"];
    for (const name of made) {
        const database = new URL(file.databases[name]).pathname.slice(1);
        const admin = urlFor(file.databases.hub, "postgres", "postgres", password);
        await asRole(admin, async (sql) => {
            await sql `drop database ${sql(database)} with (force)`;
            await sql `drop role ${sql(database)}`;
            await sql `drop role ${sql(`${database}_owner`)}`;
        });
        rmSync(`${data}/national/secret/${database}.password`);
    }
    starter.process.kill("SIGTERM");
    assert.equal(await starter.ended(), 0);
    const again = startDemoProcess(data, Number(new URL(file.portal).port));
    await again.says("Framme is up");
    const { databases } = demoFileIn(data);
    assert.deepEqual(Object.keys(databases), Object.keys(file.databases));
    for (const name of made)
        await asRole(databases[name], (sql) => sql `select number from migration`);
    const { status, stdout } = run(["doctor", "--data-dir", data]);
    assert.equal(status, 0, stdout);
    again.process.kill("SIGTERM");
    assert.equal(await again.ended(), 0);
});
//# sourceMappingURL=whole-demo.test.js.map