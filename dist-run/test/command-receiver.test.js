// Goal: whoever sends can wait for the municipality's word, and whoever runs a receiver or a hub is told when it is
// not as it should be. Method: a real receiver with a folder for a case system; then its keys are made wrong, and a
// report is left lying until it is late.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, test } from "node:test";
import { withAdmin } from "./admin.js";
import { commandLine, linesOf } from "./at-the-command-line.js";
import { freshDatabase } from "./database.js";
import { writeExample } from "./example.js";
import { receiverRoom } from "./municipality.js";
let database;
let receiver;
const here = commandLine(async () => {
    database = await freshDatabase("receiver");
    const path = `${here.country.folder}/case-system`;
    mkdirSync(path);
    const served = { id: "bergen-test", keys: here.keys, source: { kind: "hub" } };
    const hub = { url: here.country.hub.origin, publicKeyFile: here.country.hubPublicKeyFile };
    const services = [{ ...served, caseSystem: { kind: "folder", path } }];
    receiver = await receiverRoom(here.country.folder, database.url, services, hub);
});
const { run } = here;
after(async () => {
    await receiver.stop();
    await database.drop();
});
test("send --wait says when the municipality has not answered in time; the report is sent all the same", async () => {
    const { code, stdout, stderr } = await run([
        "send",
        "--json",
        "--wait",
        "stored",
        "--timeout",
        "1",
        here.newReport(),
    ]);
    assert.equal(code, 1);
    assert.equal(linesOf(stdout)[0]?.reached, "accepted");
    assert.match(stderr, /sent and accepted, but not stored in time/);
});
test("send --wait registered ends when the case system has it, and the package is let go", async () => {
    await receiver.start();
    const { code, stdout, stderr } = await run(["send", "--json", "--wait", "registered", here.newReport()]);
    assert.equal(code, 0, stderr);
    const [sent] = linesOf(stdout);
    assert.equal(sent?.reached, "registered");
    const [kept] = await here.outbox.db.read `
    select bytes is null as released from package where id = ${sent.id}`;
    assert.equal(kept?.released, true);
    const followed = await run(["follow", sent.trackingCode]);
    assert.match(followed.stdout, /^Meldingen er registrert hos barnevernstjenesten\. Det betyr ikke at noen har lest den\./);
    assert.match(followed.stdout, /Barnevernstjenesten skal gå gjennom meldingen innen/);
});
async function wrongAt(room, env) {
    const { code, stdout, stderr } = await run(["doctor", room, "--json"], env);
    const wrong = linesOf(stdout).filter(({ state }) => state === "WRONG");
    assert.equal(code, wrong.length > 0 ? 1 : 0, stderr);
    return wrong;
}
test("doctor at a receiver sees that the published key is not its own", async () => {
    const env = { RECEIVER_CONFIG: `${here.country.folder}/receiver.json`, DATABASE_URL: database.url };
    assert.deepEqual(await wrongAt("receiver", env), []);
    const rotated = await run([
        "keys",
        "rotate",
        "service:bergen-test",
        "--dir",
        here.keys.folder,
        "--publish",
    ]);
    assert.equal(rotated.code, 0, rotated.stderr);
    const [found, ...more] = await wrongAt("receiver", env);
    assert.deepEqual(more, []);
    assert.equal(found?.check, "keys of bergen-test");
    assert.match(found.message, /encryption key that is not here/);
    assert.ok(found.todo);
});
test("doctor at the hub counts what is late, and who owes it", async () => {
    await here.country.addService({ id: "voss-test", municipality: "4621" });
    const file = writeExample(here.country.folder, "late", { municipality: "4621", child: "Syntetisk" });
    const [sent] = linesOf((await run(["send", "--json", file])).stdout);
    const { folder, hub, sender } = here.country;
    const env = {
        ...{ HUB_KEY_FILE: `${folder}/hub.key.pem`, HUB_PEOPLE_FILE: `${folder}/people.json` },
        ...{ PORT: new URL(hub.origin).port, DATABASE_URL: here.hubDatabase.url, HUB_URL: sender.HUB_URL },
    };
    assert.deepEqual(await wrongAt("hub", env), []);
    await withAdmin(here.hubDatabase.adminUrl, async (sql) => {
        const earlier = new Date(Date.now() - 2 * 3600 * 1000);
        await sql `update report set accepted_at = ${earlier} where id = ${sent.id}`;
        await sql `update receipt set body = (body::jsonb || jsonb_build_object('at', ${earlier.toISOString()}::text))::text
               where report = ${sent.id}`;
    });
    const [found, ...more] = await wrongAt("hub", env);
    assert.deepEqual(more, []);
    assert.match(found.message, /1 reports are overdue: stored by receiver/);
});
//# sourceMappingURL=command-receiver.test.js.map