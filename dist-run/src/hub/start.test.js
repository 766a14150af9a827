// Goal: the hub starts only on ground that holds, says what is wrong otherwise, and offers within two seconds of
// accepting. Method: the whole room, with its worker, on a port of its own.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { after, before, test } from "node:test";
import postgres from "postgres";
import { emptyDatabase, freePort, freshDatabase } from "../../test/database.js";
import { newKey, pemOf } from "../../test/sealed-package.js";
import { Problem } from "../core/problem.js";
import { startHub } from "./start.js";
const folder = mkdtempSync(`${tmpdir()}/framme-hub-`);
let database;
before(async () => {
    database = await freshDatabase("hub");
});
after(async () => {
    await database.drop();
    rmSync(folder, { recursive: true });
});
const pemFile = (name, key) => {
    writeFileSync(`${folder}/${name}`, key.privateKey.export({ type: "pkcs8", format: "pem" }));
    return `${folder}/${name}`;
};
const hubKeyFile = pemFile("hub.pem", newKey());
async function settings(more = {}) {
    const port = String(await freePort());
    return { PORT: port, DATABASE_URL: database.url, HUB_KEY_FILE: hubKeyFile, ...more };
}
const isRefusedWith = (code, what) => (error) => error instanceof Problem && error.code === code && what.test(error.message);
test("the hub starts with its key and its people published, and starts again on the same", async () => {
    const kari = newKey();
    writeFileSync(`${folder}/kari.pem`, pemOf(kari));
    const people = [{ id: "person:kari", name: "Kari", publicKeyFile: `${folder}/kari.pem` }];
    writeFileSync(`${folder}/people.json`, JSON.stringify(people));
    for (let n = 0; n < 2; n++) {
        const env = await settings({ HUB_PEOPLE_FILE: `${folder}/people.json` });
        const hub = await startHub(env);
        const answer = await fetch(`http://127.0.0.1:${env.PORT}/keys/${kari.keyId}`);
        assert.equal((await answer.json()).owner, "person:kari");
        const keys = (await (await fetch(`http://127.0.0.1:${env.PORT}/keys`)).json());
        assert.equal(keys.hub.length, 1);
        await hub.close();
    }
    // Its worker has given the first leaves their places.
    assert.equal((await database.db.read `select 1 from ledger_place`).length, 2);
});
test("broken settings are refused by name, with what to do", async () => {
    const wrongs = [
        [{ HUB_KEY_FILE: `${folder}/none.pem` }, /HUB_KEY_FILE/],
        [{ HUB_KEY_FILE: `${folder}/kari.pem` }, /HUB_KEY_FILE.*framme keys new/],
        [{ HUB_PEOPLE_FILE: hubKeyFile }, /HUB_PEOPLE_FILE/],
        [{ REPORT_MAX_BYTES: "much" }, /REPORT_MAX_BYTES/],
        [{ HUB_KEY_FILE: pemFile("other.pem", newKey()) }, /HUB_KEY_FILE.*framme keys rotate/],
    ];
    for (const [more, what] of wrongs)
        await assert.rejects(startHub(await settings(more)), isRefusedWith("config.bad", what), String(what));
});
test("a taken port is refused with what to do, and leaves no connection behind", {
    timeout: 20_000,
}, async () => {
    const env = await settings();
    const hub = await startHub(env);
    await assert.rejects(startHub(env), isRefusedWith("config.bad", /PORT/));
    await hub.close();
    const open = async () => (await database.db.read `select 1 from pg_stat_activity where application_name = 'framme-hub'`).length;
    while ((await open()) > 0)
        await new Promise(setImmediate);
});
test("the hub refuses a database that is not prepared, or that may lose what it has stored", async () => {
    const empty = await emptyDatabase();
    await assert.rejects(startHub(await settings({ DATABASE_URL: empty.url })), isRefusedWith("database.not-migrated", /framme migrate/));
    await empty.drop();
    const unsafe = await freshDatabase("hub");
    const admin = postgres(unsafe.adminUrl, { max: 1 });
    await admin.unsafe(`alter database "${new URL(unsafe.url).pathname.slice(1)}" set synchronous_commit = off`);
    await assert.rejects(startHub(await settings({ DATABASE_URL: unsafe.url })), isRefusedWith("database.not-durable", /synchronous_commit/));
    await admin.end();
    await unsafe.drop();
});
//# sourceMappingURL=start.test.js.map