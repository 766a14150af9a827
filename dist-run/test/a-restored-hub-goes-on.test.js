// Goal: a hub whose database was lost and put back from a backup goes on where it stood: a repeat gets the receipt it
// got before, byte for byte, and the next report the next number. Method: the built commands, as an operator types
// them; the lost database is taken away and the restored one put in its place.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withAdmin } from "./admin.js";
import { commandLine, linesOf } from "./at-the-command-line.js";
import { freshDatabase } from "./database.js";
const here = commandLine();
const { run } = here;
async function sent(args) {
    const { code, stdout, stderr } = await run(["send", "--json", ...args]);
    assert.equal(code, 0, stderr);
    return linesOf(stdout);
}
const nameOf = (database) => new URL(database.adminUrl).pathname.slice(1);
/** Puts the restored database where the lost one was, as the hub's settings name it. */
async function putInPlace(restored) {
    const [lost, back] = [nameOf(here.hubDatabase), nameOf(restored)];
    await Promise.all([here.hubDatabase.db.close(), restored.db.close()]);
    await withAdmin(here.outbox.adminUrl, async (sql) => {
        await sql.unsafe(`drop database ${lost} with (force)`);
        await sql.unsafe(`alter database ${back} rename to ${lost}`);
    });
}
test("a repeat gets the same receipt from a restored hub, and the next report the next number", async () => {
    const before = await sent([here.newReport(), here.newReport(), here.newReport()]);
    const folder = `${here.country.folder}/backup`;
    const taken = await run(["backup", "hub", "--to", folder, "--json"], {
        DATABASE_URL: here.hubDatabase.url,
    });
    assert.equal(taken.code, 0, taken.stderr);
    const { sha256 } = linesOf(taken.stdout)[0];
    await here.country.hub.stop();
    const fresh = await freshDatabase("hub");
    const asRoom = await run(["restore", "hub", "--from", folder], { DATABASE_URL: fresh.url });
    assert.equal(asRoom.code, 1, "the room's own role cannot restore");
    const wrongHash = ["restore", "hub", "--from", folder, "--sha256", "0".repeat(64)];
    assert.match((await run(wrongHash, { DATABASE_URL: fresh.ownerUrl })).stderr, /hash was given/);
    const restored = await run(["restore", "hub", "--from", folder, "--sha256", sha256], {
        DATABASE_URL: fresh.ownerUrl,
    });
    assert.equal(restored.code, 0, restored.stderr);
    await putInPlace(fresh);
    await here.country.hub.start();
    // As if the sender had never had the answers.
    await withAdmin(here.outbox.adminUrl, (sql) => sql `update package set next_post_at = now()`);
    const after = await sent(["--resume"]);
    const told = (all) => all.map(({ id, trackingCode, serial, receipt }) => [id, trackingCode, serial, receipt]);
    assert.deepEqual(told(after).sort(), told(before).sort());
    const [next] = await sent([here.newReport()]);
    assert.equal(next?.serial, 4);
});
//# sourceMappingURL=a-restored-hub-goes-on.test.js.map