// Goal: a report fetched from a SvarInn server that is not ours is acknowledged when the case system has it, and never
// before. Method: a real receiver against a stand-in that leaves out what servers leave out; at each acknowledgement,
// before it is answered, the case system and the receiver's database are looked into.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { after, before, test } from "node:test";
import { jsonName, pdfName } from "../src/core/report.js";
import { startSvarInnServer } from "../src/stand-in/svarinn-server.js";
import { makeServiceKeys } from "./country.js";
import { freePort, freshDatabase } from "./database.js";
import { receiverRoom } from "./municipality.js";
import { until } from "./rooms.js";
const login = { user: "svarinn-test", password: randomBytes(16).toString("hex") };
const example = readFileSync(new URL("../../docs/examples/professional-v2.json", import.meta.url));
let folder;
let database;
let svarInn;
let receiver;
/** At each acknowledgement: whether the case system and the receiver's database had the report just then. */
const heldWhenAcknowledged = new Map();
let onAcknowledge = null;
const cases = () => `${folder}/cases`;
before(async () => {
    folder = mkdtempSync(`${tmpdir()}/framme-svarinn-`);
    database = await freshDatabase("receiver");
    const keys = await makeServiceKeys(`${folder}/service`, "test-service");
    const port = await freePort();
    const { certificatePem } = keys;
    svarInn = await startSvarInnServer({ FRAMME_DEMO: "1" }, { ...login, port, certificatePem, onCall });
    writeFileSync(`${folder}/password`, login.password);
    const source = {
        kind: "svarinn",
        baseUrl: svarInn.baseUrl,
        user: login.user,
        passwordFile: `${folder}/password`,
        pollSeconds: 0.2,
    };
    const caseSystem = { kind: "folder", path: cases() };
    const service = { id: "test-service", keys, source, caseSystem };
    receiver = await receiverRoom(folder, database.url, [service], null);
});
after(async () => {
    await receiver.stop();
    await svarInn.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
});
const sent = new Map();
async function onCall({ asked, id }) {
    if (asked !== "kvitterMottak" || id === null)
        return;
    const files = sent.get(id);
    const isHeld = foldersWith(files).length === 1 && (await isReceipted(files));
    heldWhenAcknowledged.set(id, isHeld && heldWhenAcknowledged.get(id) !== false);
    await onAcknowledge?.();
}
/** The folders of the case system that hold these very bytes. */
function foldersWith({ json, pdf }) {
    if (!statSync(cases(), { throwIfNoEntry: false })?.isDirectory())
        return [];
    return readdirSync(cases()).filter((name) => {
        const same = (file, bytes) => {
            const path = `${cases()}/${name}/${file}`;
            return existsSync(path) && readFileSync(path).equals(bytes);
        };
        return !name.startsWith(".") && same(jsonName, json) && same(pdfName, pdf);
    });
}
/** Whether the receiver has signed both `stored` and `registered` for the report in this folder. */
async function isReceipted(files) {
    const [id = null] = foldersWith(files);
    const rows = await database.db.read `
    select kind from receipt where report_id = ${id} and kind in ('stored', 'registered')`;
    return rows.length === 2;
}
async function send(shape, content) {
    const both = content.json ? { json: content.json, pdf: content.pdf } : { pdf: content.pdf };
    const id = await svarInn.send(both, shape);
    sent.set(id, { json: content.json ?? Buffer.alloc(0), pdf: content.pdf });
    return id;
}
const letter = () => Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(3000), Buffer.from("\n%%EOF\n")]);
const unlike = () => Buffer.concat([example, Buffer.from(" ".repeat(randomBytes(1)[0]))]);
async function nothingLeft() {
    for (const [id, wasHeld] of heldWhenAcknowledged)
        assert.ok(wasHeld, `acknowledged before it was held: ${id}`);
    const [row] = await database.db.read `
    select count(*)::int as left from work where next_attempt_at is not null`;
    return svarInn.waiting().length === 0 && row?.left === 0;
}
/** Fetched once, and then acknowledged, as often as it takes: a list may be older than an acknowledgement. */
function assertFetchedOnceThenAcknowledged(id) {
    assert.match(callsAbout(id).join(" "), /^download( kvitterMottak)+$/);
}
const callsAbout = (id) => svarInn.calls.filter((call) => call.id === id).map((call) => call.asked);
test("whatever the server leaves out, each report is in the case system before it is acknowledged", async () => {
    const ids = [
        await send("full", { json: unlike(), pdf: letter() }),
        await send("sparse", { json: unlike(), pdf: letter() }),
        await send("odd", { json: unlike(), pdf: letter() }),
        await send("sparse", { pdf: letter() }), // The letter alone, without its JSON.
        await send("full", { json: Buffer.from("not JSON at all {"), pdf: letter() }),
    ];
    await receiver.start();
    await until("everything is acknowledged", 15_000, nothingLeft);
    for (const id of ids) {
        assert.equal(heldWhenAcknowledged.get(id), true);
        assertFetchedOnceThenAcknowledged(id);
    }
    assert.equal(readdirSync(cases()).length, ids.length);
});
test("a case system that fails is told of as passing, and nothing is acknowledged until it has the report", async () => {
    await receiver.stop();
    rmSync(cases(), { recursive: true });
    writeFileSync(cases(), "a file where the folder should be");
    const id = await send("full", { json: unlike(), pdf: letter() });
    await receiver.start();
    await until("the failure is told", 10_000, async () => callsAbout(id).includes("mottakFeilet"));
    const failed = svarInn.calls.find((call) => call.id === id && call.asked === "mottakFeilet");
    const told = failed?.body;
    assert.equal(told.permanent, false);
    assert.equal(failed?.status, 200);
    assert.match(told.feilmelding, /\S/);
    assert.deepEqual(svarInn.waiting(), [id]);
    assert.equal(heldWhenAcknowledged.has(id), false);
    rmSync(cases());
    await until("it is acknowledged once the case system works", 30_000, nothingLeft);
    assert.equal(heldWhenAcknowledged.get(id), true);
    assert.deepEqual(callsAbout(id).slice(-1), ["kvitterMottak"]);
    assert.equal(callsAbout(id).filter((asked) => asked === "download").length, 1, "fetched once, then held");
});
test("a receiver that dies in its acknowledgement settles it with the server after the next start", async () => {
    const id = await send("odd", { json: unlike(), pdf: letter() });
    onAcknowledge = () => {
        onAcknowledge = null;
        return receiver.kill(); // The server has heard it; the receiver never hears that it has.
    };
    await until("it is acknowledged", 10_000, async () => svarInn.waiting().length === 0);
    await receiver.start();
    await until("the receiver knows", 15_000, nothingLeft);
    assert.equal(heldWhenAcknowledged.get(id), true);
    assert.equal(foldersWith(sent.get(id)).length, 1, "in the case system once");
    assertFetchedOnceThenAcknowledged(id);
    assert.ok(callsAbout(id).length > 2, "it asked again after its death");
});
test("the stand-in itself refuses a wrong password, and runs in a demonstration only", async () => {
    const answer = await fetch(`${svarInn.baseUrl}/svarinn/mottaker/hentNyeForsendelser`, {
        headers: { authorization: `Basic ${Buffer.from(`${login.user}:wrong`).toString("base64")}` },
    });
    assert.equal(answer.status, 401);
    await assert.rejects(startSvarInnServer({}, { ...login, port: 0, certificatePem: "" }), /FRAMME_DEMO/);
});
//# sourceMappingURL=a-foreign-svarinn-server.test.js.map