// Goal: whoever holds a receipt has a report in the case system, unchanged and once, whatever process dies when.
// Method: sender, hub, receiver and inbox as processes, killed with -9 again and again under load and started again;
// then every register is read, every byte hashed again, and every signature checked.
import assert from "node:assert/strict";
import { createPrivateKey, createPublicKey } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { after, before, test } from "node:test";
import postgres from "postgres";
import { sha256Hex } from "../src/core/hash.js";
import { pairFor, pairIn } from "../src/core/proof.js";
import { checkReceipt } from "../src/core/receipt.js";
import { contentHashOf } from "../src/core/report.js";
import { keyIdOf } from "../src/core/signature.js";
import { assertionFor } from "../src/http/assertion.js";
import { openReport } from "../src/inbox/open-report.js";
import { makeCountry } from "./country.js";
import { freshDatabase } from "./database.js";
import { exampleReport, writeExample } from "./example.js";
import { inboxRoom, receiverRoom } from "./municipality.js";
import { until } from "./rooms.js";
import { caseworker } from "./world-keys.js";
const places = { "bergen-test": "4601", "voss-test": "4621" };
const services = Object.keys(places);
const reportCount = 150;
const databases = {};
const keys = {};
let country;
let receiver;
let inbox;
let sending;
before(async () => {
    for (const room of ["hub", "outbox", "receiver", "inbox"])
        databases[room] = await freshDatabase(room);
    country = await makeCountry(async (room) => databases[room].url);
    for (const id of services)
        keys[id] = await country.addService({ id, municipality: places[id] });
    const served = services.map((id) => ({ id, keys: keys[id] }));
    inbox = await inboxRoom(country.folder, databases.inbox.url, served);
    receiver = await receiverRoom(country.folder, databases.receiver.url, served.map((one) => ({
        ...one,
        source: { kind: "hub" },
        caseSystem: { kind: "inbox", url: inbox.origin },
    })), { url: country.hub.origin, publicKeyFile: country.hubPublicKeyFile });
    await Promise.all([inbox.start(), receiver.start()]);
});
after(async () => {
    await sending.kill();
    await Promise.all([country.hub.stop(), receiver.stop(), inbox.stop()]);
    await Promise.all(Object.values(databases).map((database) => database.drop()));
    country.forget();
});
const reports = () => `${country.folder}/reports`;
/** By the file's name, what was sent. */
const sent = new Map();
/** Reports a caseworker has opened. */
const opened = new Set();
/** By report id, the file it was made from. */
const fileOf = new Map();
/** Writes a report to send. */
function writeReport(service) {
    const about = { municipality: places[service], child: `Syntetisk Barn ${sent.size}` };
    const path = writeExample(reports(), `report-${sent.size}`, about);
    sent.set(basename(path), { service, document: exampleReport(about) });
    return path;
}
/** Sends one report by itself. Gives its id. */
async function sendOne(service) {
    const file = writeReport(service);
    const { code, stdout, stderr } = await country.send([file]).done;
    assert.equal(code, 0, stderr);
    const { id } = JSON.parse(stdout);
    fileOf.set(id, basename(file));
    return id;
}
/** How many reports the sender has a receipt for, and how many the hub knows to be registered. */
async function counted() {
    const [accepted] = await databases.outbox.db.read `
    select count(*)::int as n from package_receipt where kind = 'accepted'`;
    const [registered] = await databases.hub.db.read `
    select count(*)::int as n from receipt where kind = 'registered'`;
    return { accepted: accepted.n, registered: registered.n };
}
/** A caseworker of this service opens all that the inbox has; the other service's do nothing. */
async function openAll(service) {
    const rows = await databases.inbox.db.read `
    select id::text as id from report where service = ${service}`;
    const desk = { ...caseworker, service: { id: service, name: service } };
    for (const { id } of rows.filter((row) => !opened.has(row.id))) {
        await openReport(databases.inbox.db, desk, id, "report", Date.now());
        opened.add(id);
    }
}
/** Nothing waits anywhere in the rooms: not to be delivered, nor registered, nor told. */
async function isDelivered() {
    if ((await counted()).registered < sent.size)
        return false;
    const [said] = await databases.hub.db.read `
    select count(*)::int as n from receipt where kind = 'opened'`;
    if (said.n < opened.size)
        return false;
    const [hub] = await databases.hub.db.read `select 1 from delivery where settled_at is null limit 1`;
    const [work] = await databases.receiver.db
        .read `select 1 from work where next_attempt_at is not null limit 1`;
    return !hub && !work;
}
test("kill -9 of hub, receiver, inbox and sender under load", { timeout: 180_000 }, async (t) => {
    mkdirSync(reports());
    for (let n = 0; n < reportCount; n += 1)
        writeReport(services[n % services.length]);
    const start = () => country.send(["--timeout", "90", reports()]);
    sending = start();
    const sender = {
        name: "sender",
        kill: () => sending.kill(),
        start: async () => {
            sending = start();
        },
    };
    const begun = performance.now();
    const rooms = [country.hub, receiver, inbox];
    const victims = [...rooms, sender, ...rooms, sender, ...rooms];
    for (const [index, victim] of victims.entries()) {
        const enough = Math.round(((index + 1) * reportCount) / (victims.length + 1));
        await until(`${enough} are accepted`, 60_000, async () => (await counted()).accepted >= enough);
        const { accepted, registered } = await counted();
        assert.ok(registered < reportCount, "the world is still at work when it is struck");
        const seconds = Math.round((performance.now() - begun) / 1000);
        t.diagnostic(`${seconds} s: ${victim.name} killed, ${accepted} accepted, ${registered} registered`);
        await openAll(services[0]);
        await victim.kill();
        await victim.start();
    }
    assert.ok(opened.size > 10, `${opened.size} were opened under load`);
    const { code, stdout, stderr } = await sending.done;
    assert.equal(code, 0, stderr);
    for (const line of stdout.trim().split("\n")) {
        const { id, file } = JSON.parse(line);
        fileOf.set(id, basename(file));
    }
    assert.equal(new Set(fileOf.values()).size, reportCount, "the last run of the sender speaks for every file");
    assert.equal(fileOf.size, reportCount);
    t.diagnostic(`${Math.round((performance.now() - begun) / 1000)} s: everything has a receipt`);
    await until("nothing is pending anywhere", 60_000, isDelivered);
    t.diagnostic(`${Math.round((performance.now() - begun) / 1000)} s: nothing is pending`);
});
test("everything that was accepted is in the inbox, unchanged and once", async () => {
    const accepted = await databases.outbox.db.read `
    select report_id::text as id, receipt from package_receipt where kind = 'accepted'`;
    assert.deepEqual(accepted.map(({ id }) => id).sort(), [...fileOf.keys()].sort(), "one receipt for each, no more");
    const kept = await databases.inbox.db.read `
    select id::text as id, service, json, pdf from report`;
    assert.deepEqual(kept.map(({ id }) => id).sort(), [...fileOf.keys()].sort(), "each in the inbox, once");
    const headers = await hubHeaders();
    for (const { id, service, json, pdf } of kept) {
        const header = headers.get(id);
        assert.equal(service, header.service);
        assert.deepEqual([sha256Hex(json), sha256Hex(pdf)], header.files.map(({ hash }) => hash));
        assert.equal(contentHashOf({ json, pdf }), header.contentHash);
        const { framme: _, ...document } = JSON.parse(json.toString("utf8"));
        assert.deepEqual({ service, document }, sent.get(fileOf.get(id)));
    }
});
test("each has one accepted, one stored, one registered, and one opened if it was; rightly signed, no number missing", async () => {
    const hubKey = createPublicKey(readFileSync(country.hubPublicKeyFile));
    const signers = new Map([hubKey, ...services.map(receiptKeyOf)].map((key) => [keyIdOf(key), key]));
    const headers = await hubHeaders();
    const rows = await databases.hub.db.read `select body from receipt`;
    const receipts = rows.map(({ body }) => JSON.parse(body));
    const kept = await databases.hub.db.read `select report, pairs from package`;
    const pairs = new Map(kept.map((row) => [row.report, row.pairs]));
    for (const [id, header] of headers) {
        const ours = receipts.filter((receipt) => receipt.reportId === id);
        for (const receipt of ours) {
            checkReceipt(receipt, signers.get(receipt.key));
            assert.deepEqual([receipt.service, receipt.sealedHash], [header.service, header.sealed.hash]);
            if (receipt.kind === "declined")
                assert.equal(receipt.lasting, false, "only ever for the moment");
        }
        const kinds = ours.map(({ kind }) => kind).filter((kind) => kind !== "declined");
        const right = ["accepted", ...(opened.has(id) ? ["opened"] : []), "registered", "stored"];
        assert.deepEqual(kinds.sort(), right);
        const onDesk = await databases.inbox.db.read `
      select kind from receipt where report = ${id} order by kind`;
        assert.deepEqual(onDesk.map(({ kind }) => kind), right.slice(1), "and the desk knows");
        for (const [kind, n] of Object.entries(pairFor)) {
            const { mac } = pairIn(pairs.get(id), n);
            assert.deepEqual(ours.find((one) => one.kind === kind).proof, { n, mac }, `${kind} is shown to be so`);
        }
        const registered = ours.find(({ kind }) => kind === "registered");
        assert.equal(registered.contentHash, header.contentHash);
        assert.ok(registered.reference);
    }
    for (const service of services) {
        const serials = await databases.hub.db.read `
      select serial from report where service = ${service} order by serial`;
        assert.deepEqual(serials.map(({ serial }) => serial), serials.map((_, index) => index + 1));
    }
});
test("a sender lets go of everything once it has asked, and of nothing before", async () => {
    const held = async () => (await databases.outbox.db.read `select 1 from package where released_at is null`).length;
    const owner = postgres(databases.outbox.adminUrl, { max: 1 });
    // A sender asks less and less often; here it is as if that time had gone.
    await owner `update package set next_ask_at = now() where next_ask_at is not null`.finally(() => owner.end({ timeout: 5 }));
    const { code, stderr } = await country.send(["--resume"]).done;
    assert.equal(code, 0, stderr);
    assert.equal(await held(), 0);
});
test("what a dead receiver was offered comes again at once, also when the hub dies as well", async () => {
    await receiver.kill();
    const service = services[0];
    const ids = [await sendOne(service), await sendOne(service), await sendOne(service)].sort();
    assert.deepEqual(await offered(service, "one that then died"), ids);
    assert.deepEqual(await offered(service, "one that then died"), [], "booked: not offered twice to the same");
    assert.deepEqual(await offered(service, "another"), ids);
    await country.hub.kill();
    await country.hub.start();
    assert.deepEqual(await offered(service, "another"), ids);
    await receiver.start();
    await until("they are registered", 5000, isDelivered);
});
test("a receiver that has long had nothing to do is offered a new report within two seconds", async () => {
    const id = await sendOne(services[1]);
    await until("it is registered", 30_000, isDelivered);
    const rows = await databases.hub.db.read `select body from receipt where report = ${id}`;
    const at = Object.fromEntries(rows
        .map(({ body }) => JSON.parse(body))
        .map((receipt) => [receipt.kind, Date.parse(receipt.at)]));
    assert.ok(at.stored - at.accepted < 2000, `stored after ${at.stored - at.accepted} ms`);
});
/** The ids offered to a session of this service's receiver within 2 s, as a receiver asks. */
async function offered(service, session) {
    const privateKey = createPrivateKey(readFileSync(keys[service].receiptKeyFile));
    const identity = { caller: `service:${service}`, keyId: keyIdOf(privateKey), privateKey };
    const body = JSON.stringify({ session, wait: 2, limit: 64 });
    const request = { method: "POST", path: "/offers", body };
    const assertion = await assertionFor(identity, country.hub.origin, request, Date.now());
    const headers = { authorization: `Bearer ${assertion}`, "content-type": "application/json" };
    const answer = await fetch(`${country.hub.origin}/offers`, { method: "POST", headers, body });
    assert.equal(answer.status, 200);
    const { offers } = (await answer.json());
    return offers.map(({ header }) => header.id).sort();
}
function receiptKeyOf(service) {
    return createPublicKey(readFileSync(keys[service].receiptPublicKeyFile));
}
async function hubHeaders() {
    const rows = await databases.hub.db.read `select header from package`;
    const headers = rows.map(({ header }) => JSON.parse(header));
    return new Map(headers.map((header) => [header.id, header]));
}
//# sourceMappingURL=a-killed-process-loses-nothing.test.js.map