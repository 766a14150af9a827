// Goal: what `framme` promises at the command line holds for whoever types it. Method: the built command as a
// process of its own, against a real hub and databases; the road is broken by a server that lets questions through
// and takes no report.
import assert from "node:assert/strict";
import { createPublicKey, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { test } from "node:test";
import { checkReceipt } from "../src/core/receipt.js";
import { child, commandLine, linesOf } from "./at-the-command-line.js";
import { exampleReport, writeExample } from "./example.js";
const here = commandLine();
const { run, newReport } = here;
async function sendOne(file, more = []) {
    const { code, stdout, stderr } = await run(["send", "--json", ...more, file]);
    assert.equal(code, 0, stderr);
    return linesOf(stdout)[0];
}
async function countOf(database, table) {
    const [row] = await database.db.read `select count(*)::int as n from ${database.db.read(table)}`;
    return row.n;
}
test("every command has help with an example or its settings", async () => {
    const commands = [
        "start",
        "hub",
        "receiver",
        "inbox",
        "send",
        "follow",
        "services",
        "keys",
        "migrate",
        "backup",
        "restore",
        "doctor",
    ];
    const answers = await Promise.all(commands.map((command) => run([command, "--help"])));
    for (const { code, stdout } of answers) {
        assert.equal(code, 0);
        assert.match(stdout, /Examples?:|Settings \(environment\):/);
    }
});
test("wrong usage ends with 2, one sentence, and no stack", async () => {
    const wrong = [
        ["nosuch"],
        ["send"],
        ["send", "--nosuch"],
        ["send", "--wait", "opened", "x.json"],
        ["send", "--timeout", "soon", "x.json"],
        ["follow"],
        ["keys", "new", "animal", "x", "--to", here.country.folder],
        ["keys", "new", "service", "Bergen Vest", "--to", here.country.folder],
        ["migrate"],
        ["migrate", "country"],
        ["backup", "hub"],
        ["start", "--port-base", "high"],
    ];
    for (const args of wrong) {
        const { code, stdout, stderr } = await run(args);
        assert.equal(code, 2, `${args.join(" ")}: ${stderr}`);
        assert.equal(stdout, "");
        assert.match(stderr, /\S/);
        assert.doesNotMatch(stderr, /\n\s+at /);
    }
});
test("send prints one object with the hub's signed receipt", async () => {
    const sent = await sendOne(newReport());
    assert.deepEqual(Object.keys(sent), ["id", "trackingCode", "service", "serial", "receipt"]);
    checkReceipt(sent.receipt, createPublicKey(readFileSync(here.country.hubPublicKeyFile)));
    const { kind, reportId, service, serial } = sent.receipt;
    assert.deepEqual({ kind, reportId, service, serial }, { kind: "accepted", reportId: sent.id, service: "bergen-test", serial: sent.serial });
});
test("the same report again is not sent again, and gives the same receipt", async () => {
    const file = newReport();
    const first = await sendOne(file);
    const reportsBefore = await countOf(here.hubDatabase, "report");
    const second = await sendOne(file);
    assert.deepEqual(second, { ...first, already: true });
    const { stdout } = await run(["send", "--json", "-"], {}, readFileSync(file, "utf8"));
    assert.deepEqual(linesOf(stdout), [{ ...first, already: true }], "also from standard input");
    assert.equal(await countOf(here.hubDatabase, "report"), reportsBefore);
    const anew = await sendOne(file, ["--again"]);
    assert.notEqual(anew.id, first.id);
    assert.equal(anew.already, undefined);
});
test("a file that fails does not stop the others, and nothing of a report is printed", async () => {
    const folder = `${here.country.folder}/mixed`;
    mkdirSync(folder);
    const about = { municipality: "4601", child: `${child} mixed` };
    writeExample(folder, "a-good", about);
    writeExample(folder, "b-nowhere", { ...about, municipality: "9999" });
    writeExample(folder, "c-not-on-network", { ...about, municipality: "0301" });
    writeFileSync(`${folder}/d-broken.json`, `{"melding": "${child}`);
    writeFileSync(`${folder}/e-no-place.json`, JSON.stringify({ melding: child }));
    writeFileSync(`${folder}/f-large.json`, JSON.stringify({ ...exampleReport(about), annet: randomBytes(60_000).toString("hex") }));
    writeExample(folder, "g-good", { ...about, child: `${child} other` });
    const { code, stdout, stderr } = await run(["send", "--json", folder, `${folder}/none.json`], {
        REPORT_MAX_BYTES: "100000",
    });
    assert.equal(code, 1);
    const sent = linesOf(stdout);
    assert.deepEqual(sent.map(({ file }) => file.slice(folder.length + 1)).sort(), [
        "a-good.json",
        "g-good.json",
    ]);
    const failed = linesOf(stderr.replace(/^(?!\{).*$/gm, "")).map(({ file, error }) => [file.slice(folder.length + 1), error]);
    assert.deepEqual(failed.sort(), [
        ["b-nowhere.json", "municipality.unknown"],
        ["c-not-on-network.json", "service.not-on-network"],
        ["d-broken.json", "report.not-ks-json"],
        ["e-no-place.json", "report.not-ks-json"],
        ["f-large.json", "report.too-large"],
        ["none.json", "config.bad"],
    ]);
    assert.doesNotMatch(stdout + stderr, /Syntetisk|Navnesen/);
});
/** A hub that answers questions, and to which no report gets through. */
async function deafHub() {
    const server = createServer(async (request, response) => {
        if (request.method !== "GET")
            return void response.destroy();
        const answer = await fetch(here.country.hub.origin + request.url);
        response.writeHead(answer.status, { "content-type": "application/json" });
        response.end(Buffer.from(await answer.arrayBuffer()));
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    return { url: `http://127.0.0.1:${server.address().port}`, server };
}
test("a report the hub did not take is kept, and sent once by --resume", async () => {
    const file = newReport();
    const deaf = await deafHub();
    const first = await run(["send", "--json", "--timeout", "1", file], { HUB_URL: deaf.url });
    assert.equal(first.code, 1);
    assert.equal(first.stdout, "");
    assert.match(first.stderr, /"error":"hub\.not-reached".*--resume.*"kept":true/);
    const before = await countOf(here.hubDatabase, "report");
    const resumed = await run(["send", "--json", "--resume"]);
    assert.equal(resumed.code, 0, resumed.stderr);
    const [sent, ...more] = linesOf(resumed.stdout);
    assert.deepEqual(more, []);
    assert.equal(await countOf(here.hubDatabase, "report"), before + 1);
    assert.deepEqual(await sendOne(file), { ...sent, already: true });
    deaf.server.close();
});
test("a hub that is away is said, and nothing was kept that nobody could send", async () => {
    const kept = await countOf(here.outbox, "package");
    const away = { HUB_URL: "http://127.0.0.1:1" };
    const { code, stderr } = await run(["send", "--timeout", "1", newReport(), newReport()], away);
    assert.equal(code, 1);
    assert.match(stderr, /did not answer.*run the same command again/);
    assert.equal(await countOf(here.outbox, "package"), kept);
});
test("nothing is sent to a hub other than the one that is pinned", async () => {
    const before = await countOf(here.outbox, "package");
    const stranger = `${here.country.folder}/stranger`;
    await run(["keys", "new", "hub", "--to", stranger]);
    const { code, stderr } = await run(["send", newReport()], {
        HUB_PUBLIC_KEY_FILE: `${stranger}/public.pem`,
    });
    assert.equal(code, 1);
    assert.match(stderr, /pinned/);
    assert.equal(await countOf(here.outbox, "package"), before);
});
test("follow tells how far, by whom as a role, and who owes what", async () => {
    const { trackingCode } = await sendOne(newReport());
    const { code, stdout, stderr } = await run(["follow", "--json", trackingCode]);
    assert.equal(code, 0, stderr);
    const [followed] = linesOf(stdout);
    assert.deepEqual(Object.keys(followed), ["reached", "receipts", "owes"]);
    const { reached, receipts, owes } = followed;
    assert.equal(reached, "accepted");
    assert.deepEqual(receipts.map(({ kind, by }) => [kind, by]), [["accepted", "hub"]]);
    assert.deepEqual(Object.keys(receipts[0]), ["kind", "at", "by"]);
    assert.deepEqual([owes.from, owes.owed, owes.overdue], ["receiver", "stored", false]);
    const spoken = trackingCode.toLowerCase().replaceAll("-", " ");
    const people = await run(["follow", "-"], {}, `${spoken}\n`);
    assert.match(people.stdout, /^Lagret i den nasjonale tjenesten\. Ikke hos barnevernstjenesten ennå\./);
    assert.match(people.stdout, /(man|tirs|ons|tors|fre|lør|søn)dag \d+\. \S+ \d{4} kl\. \d\d:\d\d/);
});
test("a wrong code and a malformed one get the same answer", async () => {
    const answers = await Promise.all(["nonsense", "0000-0000-0000-0000-00000-00001"].map((code) => run(["follow", "--json", code])));
    for (const { code, stderr } of answers) {
        assert.equal(code, 1);
        assert.equal(JSON.parse(stderr).error, "tracking-code.unknown");
    }
    assert.equal(answers[0]?.stderr, answers[1]?.stderr);
});
test("a closed code answers as one that never was; closing one that is unknown looks the same", async () => {
    const { trackingCode } = await sendOne(newReport());
    const unknown = await run(["follow", "0000-0000-0000-0000-00000-00001"]);
    const closings = [
        await run(["follow", "--close", "-"], {}, `${trackingCode}\n`),
        await run(["follow", "--close", trackingCode]),
        await run(["follow", "--close", "nonsense"]),
    ];
    for (const { code, stdout } of closings) {
        assert.equal(code, 0);
        assert.equal(stdout, closings[0].stdout);
    }
    const after = await run(["follow", trackingCode]);
    assert.deepEqual([after.code, after.stderr], [unknown.code, unknown.stderr]);
});
//# sourceMappingURL=command-line.test.js.map