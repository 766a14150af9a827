// Goal: nothing of what a report says is on the national side, in any file, in any form. Method: reports go the whole
// way over two clusters; then every file and row of the national one is searched. The same search finds the report in
// the municipal cluster, and in the national one when what is posted only looks sealed: so it is able to fail.
import assert from "node:assert/strict";
import { createPublicKey, randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import postgres from "postgres";
import { sha256Hex } from "../src/core/hash.js";
import { canonicalContent } from "../src/core/report.js";
import { trackingCodeOf } from "../src/core/tracking.js";
import { overTheNetwork } from "../src/http/client.js";
import { keep } from "../src/outbox/keep.js";
import { postNow } from "../src/outbox/post.js";
import { sealReport } from "../src/outbox/seal-report.js";
import { connect } from "../src/pg/db.js";
import { packContainer } from "../src/wire/container.js";
import { readKsReport } from "../src/wire/ks-report.js";
import { readPackage, writePackage } from "../src/wire/report-package.js";
import { seal } from "../src/wire/seal.js";
import { makeCountry } from "./country.js";
import { exampleReport, writeExample } from "./example.js";
import { inboxRoom, receiverRoom } from "./municipality.js";
import { framme, until } from "./rooms.js";
import { formsOf, secretText, tracesIn, tracesInFiles, tracesInRows } from "./traces.js";
import { clusterNamed } from "./two-clusters.js";
const service = "alver-test";
const municipality = "4631";
/** A name that no other child has, and that is nowhere else on this machine. */
const child = unlikeAnyOther();
const reportCount = 3;
let national;
let municipal;
let country;
let keys;
let receiver;
let inbox;
let inboxUrl;
let sent;
function unlikeAnyOther() {
    const letters = [...randomBytes(14)].map((byte) => String.fromCharCode(97 + (byte % 26))).join("");
    return `Zy${letters} Oppdiktet`;
}
before(async () => {
    [national, municipal] = await Promise.all([clusterNamed("national"), clusterNamed("municipal")]);
    country = await makeCountry((room) => national.databaseFor(room));
    keys = await country.addService({ id: service, municipality });
    inboxUrl = await municipal.databaseFor("inbox");
    inbox = await inboxRoom(country.folder, inboxUrl, [{ id: service, keys }]);
    const caseSystem = { kind: "inbox", url: inbox.origin };
    receiver = await receiverRoom(country.folder, await municipal.databaseFor("receiver"), [{ id: service, keys, source: { kind: "hub" }, caseSystem }], { url: country.hub.origin, publicKeyFile: country.hubPublicKeyFile });
    await Promise.all([inbox.start(), receiver.start()]);
    const files = Array.from({ length: reportCount }, (_, n) => writeExample(country.folder, `report-${n}`, { municipality, child: `${child} ${n}` }));
    const run = await country.send(files).done;
    assert.equal(run.code, 0, run.stderr);
    sent = run;
    await until("the reports are in the inbox", 30_000, async () => (await inboxFiles()).length === reportCount);
    // So that the hub has been told every code.
    for (const code of trackingCodes()) {
        const { stdout } = await framme(["follow", "--json", code], country.sender).done;
        assert.ok(["stored", "registered"].includes(JSON.parse(stdout).reached));
    }
});
after(async () => {
    await Promise.all([country.hub.stop(), receiver.stop(), inbox.stop()]);
    await Promise.all([national.stop(), municipal.stop()]);
    country.forget();
});
function trackingCodes() {
    const lines = sent.stdout.trim().split("\n");
    return lines.map((line) => JSON.parse(line).trackingCode);
}
/** Everything that only the sender and the service may know of these reports. */
async function secrets() {
    const codes = trackingCodes().flatMap((code) => [
        secretText("a tracking code", code),
        secretText("a tracking code without hyphens", code.replaceAll("-", "")),
    ]);
    const salts = (await inboxFiles()).map(({ json }) => JSON.parse(Buffer.from(json).toString()).framme.salt);
    return [
        secretText("the child's name", child),
        secretText("a letter in the clear", "%PDF-1."),
        ...codes,
        ...salts.flatMap((salt) => [
            secretText("a salt as text", salt),
            { name: "a salt", bytes: Buffer.from(salt, "base64url") },
        ]),
    ];
}
async function inboxFiles() {
    const sql = postgres(inboxUrl, { max: 1 });
    const rows = sql `select json, pdf from report`;
    return rows.finally(() => sql.end({ timeout: 5 }));
}
async function tracesInCluster(cluster, wanted) {
    await cluster.checkpoint();
    return [...tracesInFiles(cluster.folder, wanted), ...(await tracesInRows(cluster.adminUrl, wanted))];
}
test("the search finds what it is to find, in every form and at any place", () => {
    const secret = secretText("name", child);
    for (const form of formsOf(secret)) {
        const hidden = Buffer.concat([randomBytes(7), form.bytes, randomBytes(9)]);
        assert.ok(tracesIn(hidden, [secret]).includes(form.name), form.name);
    }
    for (let before = 0; before < 6; before += 1) {
        const text = Buffer.concat([randomBytes(before), secret.bytes, randomBytes(5)]);
        for (const encoding of ["hex", "base64", "base64url"])
            assert.equal(tracesIn(Buffer.from(text.toString(encoding)), [secret]).length, 1, encoding);
    }
    assert.deepEqual(tracesIn(randomBytes(1_000_000), [secret]), []);
});
test("nothing of the reports is in any file or row of the national cluster", async () => {
    const wanted = await secrets();
    assert.equal(wanted.length, 2 + 4 * reportCount);
    assert.deepEqual(await tracesInCluster(national, wanted), []);
});
test("nor in what any room or the sender logs", async () => {
    const wanted = await secrets();
    for (const room of [country.hub, receiver, inbox])
        assert.deepEqual(tracesIn(readFileSync(room.logFile), wanted), [], room.name);
    assert.deepEqual(tracesIn(Buffer.from(sent.stderr), wanted), []);
    assert.deepEqual(tracesIn(Buffer.from(sent.stdout), [secretText("the child's name", child)]), []);
});
test("the same search finds the reports in the municipal cluster", async () => {
    const found = await tracesInCluster(municipal, await secrets());
    for (const name of ["the child's name", "a letter in the clear", "a salt as text"]) {
        assert.ok(found.some((trace) => trace.startsWith(`${name} as it is in postgres/`)), `${name} in files`);
        assert.ok(found.some((trace) => trace.startsWith(`${name} as it is in public.report`)), `${name} in rows`);
    }
});
test("and in the national cluster, when what is posted only looks sealed", async () => {
    await receiver.stop();
    const name = unlikeAnyOther();
    const [json, pdf] = [JSON.stringify(exampleReport({ municipality, child: name })), "%PDF-1.7 a letter"];
    const files = { json: Buffer.from(json), pdf: Buffer.from(pdf) };
    await postUnsealed(canonicalContent(files));
    await postUnsealed(await packContainer(files));
    const found = await tracesInCluster(national, [secretText("the name", name)]);
    for (const place of [
        "as it is in postgres/base/",
        "as it is in postgres/pg_wal/",
        "as it is in public.package.sealed",
    ])
        assert.ok(found.some((trace) => trace.startsWith(`the name ${place}`)), place);
    assert.ok(found.includes("the name as it is, in a ZIP in public.package.sealed"));
});
/** Posts a report the way a sender does, but for the seal: the envelope is in form, and carries its content openly. */
async function postUnsealed(content) {
    const db = connect(country.sender.DATABASE_URL, { max: 1 });
    const { caller, keyId, privateKey } = country.submitter;
    const submitter = { id: caller, keyId, privateKey };
    const sender = {
        db,
        fetch: overTheNetwork,
        clock: Date.now,
        hub: { url: country.hub.origin, keys: [createPublicKey(readFileSync(country.hubPublicKeyFile))] },
        identity: country.submitter,
    };
    const wellSealed = await sealReport({
        report: readKsReport(Buffer.from(JSON.stringify(exampleReport({ municipality, child: "Ingen" })))),
        id: randomUUID(),
        service: { id: service, protocol: "V2", certificatePem: keys.certificatePem },
        printCertificatePem: country.printCertificatePem,
        submitter,
        trackingCode: trackingCodeOf(randomBytes(16)),
    }, Date.now());
    const open = await openEnvelope(content);
    const stated = { ...wellSealed.header.sealed, size: open.length, hash: sha256Hex(open) };
    const header = { ...wellSealed.header, sealed: stated };
    const { paper, pairs } = readPackage(wellSealed.bytes);
    const bytes = writePackage(header, { sealed: open, paper, pairs: pairs }, submitter);
    await keep(db, { header, bytes }, null, Date.now());
    const posted = await postNow(sender, header.id).finally(() => db.close());
    assert.equal(posted.outcome, "accepted", "the hub takes it, for it cannot look inside");
}
/** A real envelope in which the content, padded, stands where it should stand encrypted. */
async function openEnvelope(content) {
    const envelope = await seal(content, keys.certificatePem);
    const padding = 16 - (content.length % 16);
    const padded = Buffer.concat([content, Buffer.alloc(padding, padding)]);
    return Buffer.concat([envelope.subarray(0, -padded.length), padded]);
}
//# sourceMappingURL=the-hub-cannot-read.test.js.map