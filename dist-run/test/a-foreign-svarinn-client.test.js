// Goal: a SvarInn client that nobody here wrote can use the hub: what KS documents is all it needs. Method: plain HTTP
// requests, the openssl command and an unzipper, step by step as such a client does it; and what the sender is then
// told, which is never more than that the client says so.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { basename } from "node:path";
import { buffer } from "node:stream/consumers";
import { after, before, test } from "node:test";
import { fromBufferPromise } from "yauzl";
import { makeCountry } from "./country.js";
import { freshDatabase } from "./database.js";
import { exampleReport, writeExample } from "./example.js";
import { framme } from "./rooms.js";
const children = ["Første Syntetiske", "Andre Syntetiske", "Tredje Syntetiske", "Fjerde Syntetiske"];
const other = "austrheim";
const databases = {};
let country;
let keys;
let login;
/** By the child's name, what `framme send` said. */
const sent = new Map();
before(async () => {
    for (const room of ["hub", "outbox"])
        databases[room] = await freshDatabase(room);
    country = await makeCountry(async (room) => databases[room].url);
    keys = await country.addService({ id: "austevoll", municipality: "4625", channel: "svarinn" });
    await country.addService({ id: other, municipality: "4632", channel: "svarinn" });
    login = await country.svarInnLogin("austevoll");
    const files = children.map((child) => writeExample(country.folder, child, { municipality: "4625", child }));
    const { code, stdout, stderr } = await country.send(files).done;
    assert.equal(code, 0, stderr);
    for (const line of stdout.trim().split("\n")) {
        const one = JSON.parse(line);
        sent.set(basename(one.file, ".json"), one);
    }
});
after(async () => {
    await country.hub.stop();
    await Promise.all(Object.values(databases).map((database) => database.drop()));
    country.forget();
});
/** As curl -u would: nothing of ours in it. */
async function curl(method, path, who = login, body) {
    const url = path.startsWith("http") ? path : `${country.hub.origin}/tjenester${path}`;
    const { promise, resolve, reject } = Promise.withResolvers();
    const headers = body ? { "content-type": "application/json" } : {};
    const asking = request(url, { method, headers, auth: `${who.user}:${who.password}` }, (answer) => {
        const { statusCode = 0, headers } = answer;
        buffer(answer).then((bytes) => resolve({ status: statusCode, headers, body: bytes }), reject);
    });
    asking.on("error", reject).end(body ? JSON.stringify(body) : undefined);
    return promise;
}
async function list(who = login) {
    const answer = await curl("GET", "/svarinn/mottaker/hentNyeForsendelser", who);
    assert.equal(answer.status, 200);
    assert.match(String(answer.headers["content-type"]), /^application\/json/);
    return JSON.parse(answer.body.toString("utf8"));
}
async function unzipped(zip) {
    const archive = await fromBufferPromise(zip, {});
    const files = new Map();
    for await (const entry of archive.eachEntry())
        files.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry, {})));
    return files;
}
async function follow(child) {
    const code = sent.get(child).trackingCode;
    const { stdout, stderr, code: exit } = await framme(["follow", "--json", code], country.sender).done;
    assert.equal(exit, 0, stderr);
    return JSON.parse(stdout);
}
const idOf = (child) => sent.get(child).id;
const kindsOf = (told) => told.receipts.map(({ kind, by }) => `${kind} by ${by}`);
test("the list has every field that is called required, and nothing of the content", async () => {
    const waiting = await list();
    const bySerial = [...sent.values()].sort((a, b) => a.serial - b.serial);
    assert.deepEqual(waiting.map((one) => one.id), bySerial.map((one) => one.id), "oldest first");
    for (const one of waiting) {
        for (const field of ["downloadUrl", "filmetadata", "id", "mottaker", "niva", "status", "tittel"])
            assert.ok(one[field], field);
        assert.equal(one.status, "Klar for mottak");
        assert.ok(["3", "4"].includes(one.niva));
        assert.ok(Math.abs(one.date - Date.now()) < 120_000, "epoch milliseconds");
        assert.equal(one.downloadUrl, `${country.hub.origin}/tjenester/svarinn/forsendelse/${one.id}`);
        assert.equal(one.filmetadata.length, 2);
    }
    const text = JSON.stringify(waiting);
    for (const child of children)
        assert.ok(!text.includes(child));
});
test("openssl opens the download, and each file has the hash that the list says", async () => {
    for (const one of await list()) {
        const answer = await curl("GET", one.downloadUrl);
        assert.equal(answer.status, 200);
        assert.equal(answer.headers["content-type"], "application/zip");
        assert.match(String(answer.headers["content-disposition"]), /^attachment; ?filename="dokumenter\.zip"$/);
        const [encrypted, opened] = [`${keys.folder}/encrypted`, `${keys.folder}/dokumenter.zip`];
        writeFileSync(encrypted, answer.body);
        const args = ["cms", "-decrypt", "-inform", "DER", "-in", encrypted, "-inkey", keys.encryptionKeyFile];
        execFileSync("openssl", [...args, "-out", opened], { stdio: "pipe" });
        const files = await unzipped(readFileSync(opened));
        assert.deepEqual([...files.keys()].sort(), ["bekymringsmelding.json", "bekymringsmelding.pdf"]);
        for (const { filnavn, mimetype, sha256hash, size } of one.filmetadata) {
            const bytes = files.get(filnavn);
            assert.equal(createHash("sha256").update(bytes).digest("hex"), sha256hash);
            assert.equal(bytes.length, size);
            assert.equal(mimetype, filnavn.endsWith(".pdf") ? "application/pdf" : "application/json");
        }
        const { framme: ours, ...report } = JSON.parse(files.get("bekymringsmelding.json").toString("utf8"));
        const child = children.find((name) => idOf(name) === one.id);
        assert.deepEqual(report, exampleReport({ municipality: "4625", child }));
        assert.equal(Buffer.from(ours.salt, "base64url").length, 32);
        assert.equal(files.get("bekymringsmelding.pdf").subarray(0, 5).toString(), "%PDF-");
    }
});
test("an acknowledged report is not listed again, and the sender hears that it is claimed, never that it is stored", async () => {
    const [child] = children;
    assert.equal((await curl("POST", `/svarinn/kvitterMottak/forsendelse/${idOf(child)}`)).status, 200);
    assert.ok(!(await list()).some((one) => one.id === idOf(child)));
    const told = await follow(child);
    assert.equal(told.reached, "claimed");
    assert.deepEqual(kindsOf(told), ["accepted by hub", "claimed by channel"]);
    assert.equal(told.owes?.owed, "confirmed", "what is only claimed is somebody's to confirm");
    assert.equal((await curl("POST", `/svarinn/kvitterMottak/forsendelse/${idOf(child)}`)).status, 200, "again");
    assert.deepEqual(await follow(child), told, "an acknowledgement again changes nothing");
});
test("a passing failure keeps the report listed; it can be taken afterwards", async () => {
    const child = children[1];
    const why = { feilmelding: "Databasen svarer ikke.", permanent: false };
    assert.equal((await curl("POST", `/svarinn/mottakFeilet/forsendelse/${idOf(child)}`, login, why)).status, 200);
    assert.ok((await list()).some((one) => one.id === idOf(child)));
    assert.equal((await follow(child)).reached, "accepted");
    assert.equal((await curl("POST", `/svarinn/kvitterMottak/forsendelse/${idOf(child)}`)).status, 200);
    assert.equal((await follow(child)).reached, "claimed");
});
test("a lasting failure takes the report off the list and gives it an owner", async () => {
    const child = children[2];
    const why = { feilmelding: "Kan ikke leses.", permanent: true };
    assert.equal((await curl("POST", `/svarinn/mottakFeilet/forsendelse/${idOf(child)}`, login, why)).status, 200);
    assert.ok(!(await list()).some((one) => one.id === idOf(child)));
    const told = await follow(child);
    assert.ok(kindsOf(told).includes("declined by channel"));
    assert.ok(!kindsOf(told).some((kind) => /^(claimed|stored|registered)/.test(kind)));
    assert.ok(told.owes, "somebody owes the next step");
    const owners = await databases.hub.db.read `
    select owner from deviation where report = ${idOf(child)}`;
    assert.equal(owners.length, 1);
    assert.match(owners[0].owner, /^(operator|service:austevoll)$/);
    const download = await curl("GET", `/svarinn/forsendelse/${idOf(child)}`);
    assert.equal(download.status, 200, "nothing is deleted");
});
test("a client that cannot prove itself, or asks for what is not its own, changes nothing", async () => {
    const child = children[3];
    const theirs = await country.svarInnLogin(other);
    assert.deepEqual(await list(theirs), []);
    const paths = [
        ["GET", `/svarinn/forsendelse/${idOf(child)}`],
        ["POST", `/svarinn/kvitterMottak/forsendelse/${idOf(child)}`],
        ["POST", `/svarinn/mottakFeilet/forsendelse/${idOf(child)}`],
    ];
    for (const [method, path] of paths) {
        const body = path.includes("Feilet") ? { feilmelding: "", permanent: true } : undefined;
        assert.equal((await curl(method, path, theirs, body)).status, 404, path);
        const wrong = await curl(method, path, { ...login, password: "wrong" }, body);
        assert.equal(wrong.status, 401, path);
        assert.match(String(wrong.headers["www-authenticate"]), /^Basic /);
        const nowhere = path.replace(idOf(child), "00000000-0000-4000-8000-000000000000");
        assert.equal((await curl(method, nowhere, login, body)).status, 404, nowhere);
    }
    assert.ok((await list()).some((one) => one.id === idOf(child)));
    assert.deepEqual(kindsOf(await follow(child)), ["accepted by hub"]);
});
test("the sender keeps what is only claimed", async () => {
    const { code, stderr } = await country.send([`${country.folder}/${children[0]}.json`]).done;
    assert.equal(code, 0, stderr);
    const rows = await databases.outbox.db.read `
    select id::text as id, bytes is not null as held from package`;
    assert.equal(rows.length, children.length, "and what is sent again is not sent twice");
    assert.ok(rows.every((row) => row.held));
});
test("the client's words about a failure stand nowhere in the hub's log", () => {
    assert.doesNotMatch(country.hub.log(), /Databasen svarer|Kan ikke leses|Syntetiske/);
});
//# sourceMappingURL=a-foreign-svarinn-client.test.js.map