// Goal: `registered` is said only of a report the case system has given back unchanged; whatever stands in the
// way, the report is kept, told of once, and gets there when the way is clear. Method: a played case system
// that fails in each way, and keys that do not fit.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newFiles, newOffer } from "../../test/offering-hub.js";
import { newEncryption, putAndFind, takeOver, testRoom } from "../../test/receiver-room.js";
import { Problem, refuse } from "../core/problem.js";
import { checkReceipt } from "../core/receipt.js";
import { contentHashOf } from "../core/report.js";
import { decline, reasonOf } from "./decline.js";
import { register } from "./register.js";
import { readOffer, withBytes } from "./source/hub.js";
import * as store from "./store.js";
import { take } from "./take.js";
let world;
let serial = 0;
before(async () => {
    world = await testRoom();
});
after(() => world.close());
/** A report that is held; it may be one that cannot be opened. */
async function kept(files = newFiles(), certificatePem = world.encryption.certificatePem, changed = {}) {
    serial += 1;
    const { hub } = world;
    const offer = await newOffer(hub.signer, { service: world.service.id, serial, certificatePem }, files, changed);
    const hubKeys = new Map([[hub.signer.keyId, hub.signer.publicKey]]);
    return (await take(world.room, withBytes(readOffer(offer, world.service.id, hubKeys)))).report;
}
/** A report that is held and said to be stored. */
async function taken(files) {
    const report = await kept(files);
    await takeOver(world.room, world.service, report);
    return report;
}
/** One attempt, as the worker makes it: registered or claimed, or declined for its reason. */
async function tryOnce(report, service = world.service) {
    try {
        return await register(world.room, service, await putAndFind(world.room, service, report));
    }
    catch (error) {
        return decline(world.room, service, report, reasonOf(error));
    }
}
const kindsOf = async (report) => (await store.receiptsOf(world.room.db.read, report.id)).map((one) => one.reason ?? one.kind);
const isProblem = (code) => (error) => error instanceof Problem && error.code === code;
test("a report put and read back is registered under the case system's reference", async () => {
    const files = newFiles();
    const report = await taken(files);
    const receipt = await tryOnce(report);
    checkReceipt(receipt, world.receiptKey.publicKey);
    assert.equal(receipt.kind, "registered");
    assert.equal(receipt.reference, `case-${report.id.slice(0, 8)}`);
    assert.equal(receipt.contentHash, contentHashOf(files));
    const put = world.caseSystem.reports.get(report.id);
    assert.deepEqual([put.kind, put.serial, put.acceptedAt, put.flags], ["professional", serial, "2026-11-23T12:03:00.000Z", []]);
});
test("registering again gives the same receipt and puts nothing twice", async () => {
    const report = await taken();
    const first = await tryOnce(report);
    world.now += 1000;
    assert.deepEqual(await tryOnce(report), first);
    assert.deepEqual(await kindsOf(report), ["stored", "registered"]);
});
test("a case system that says yes and keeps nothing, as in 2023, is never registered", async () => {
    const report = await taken();
    world.caseSystem.keeps = false;
    await assert.rejects(putAndFind(world.room, world.service, report), isProblem("report.not-in-case-system"));
    assert.equal((await tryOnce(report)).kind, "declined");
    assert.equal(await tryOnce(report), null, "told once");
    world.caseSystem.keeps = true;
    assert.equal((await tryOnce(report)).kind, "registered");
    assert.deepEqual(await kindsOf(report), ["stored", "case-system-refused", "registered"]);
});
test("a case system that gives other bytes back is never registered", async () => {
    const report = await taken();
    world.caseSystem.gives = ({ files }) => ({ ...files, pdf: Buffer.concat([files.pdf, Buffer.from(" ")]) });
    await assert.rejects(putAndFind(world.room, world.service, report), isProblem("report.changed-in-case-system"));
    assert.equal((await tryOnce(report)).reason, "case-system-refused");
    world.caseSystem.gives = ({ files }) => files;
    assert.equal((await tryOnce(report)).kind, "registered");
});
test("a case system that cannot give the bytes back yields claimed, never registered", async () => {
    const [first, second] = [await taken(), await taken()];
    world.caseSystem.gives = () => null;
    assert.equal((await tryOnce(first)).kind, "claimed");
    world.caseSystem.gives = ({ files }) => files;
    world.caseSystem.givesBytesBack = false;
    const receipt = await tryOnce(second);
    assert.equal(receipt.kind, "claimed");
    assert.equal(receipt.reference, undefined);
    world.caseSystem.givesBytesBack = true;
});
test("a case system that is down gets the report when it is up, and its absence is told once", async () => {
    const report = await taken();
    world.caseSystem.beforePut = () => refuse("case-system.not-reached");
    assert.equal((await tryOnce(report)).reason, "case-system-not-reached");
    assert.equal(await tryOnce(report), null);
    world.caseSystem.beforePut = () => undefined;
    assert.equal((await tryOnce(report)).kind, "registered");
});
test("a full disk under the case system is told as such", async () => {
    const report = await taken();
    world.caseSystem.beforePut = () => {
        throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
    };
    const receipt = await tryOnce(report);
    assert.deepEqual([receipt.reason, receipt.lasting], ["storage-full", false]);
    world.caseSystem.beforePut = () => undefined;
    assert.equal((await tryOnce(report)).kind, "registered");
});
test("a report sealed to another key is kept, and registered when that key is added", async () => {
    const other = await newEncryption();
    const report = await kept(newFiles(), other.certificatePem);
    await assert.rejects(putAndFind(world.room, world.service, report), isProblem("report.cannot-open"));
    assert.deepEqual([(await tryOnce(report)).reason, await tryOnce(report)], ["cannot-open", null]);
    const rotated = { ...world.service, encryption: [world.encryption, other] };
    assert.equal((await tryOnce(report, rotated)).kind, "registered");
});
test("during a rotation both the old key's reports and the new key's are opened", async () => {
    const other = await newEncryption();
    const rotated = { ...world.service, encryption: [other, world.encryption] };
    const reports = [await taken(), await kept(newFiles(), other.certificatePem)];
    for (const report of reports)
        assert.equal((await tryOnce(report, rotated)).kind, "registered");
});
test("content other than the header states is corrupt, however well it opens", async () => {
    const report = await kept(newFiles(), undefined, { contentHash: "a".repeat(64) });
    await assert.rejects(putAndFind(world.room, world.service, report), isProblem("report.wrong-hash"));
    const receipt = await tryOnce(report);
    assert.deepEqual([receipt.reason, receipt.lasting], ["corrupt", true]);
    assert.equal(world.caseSystem.reports.has(report.id), false);
});
test("bytes spoilt on disk after they were stored are not put anywhere", async () => {
    const report = await taken();
    const spoilt = { ...report, sealed: Buffer.from(report.sealed) };
    spoilt.sealed.writeUInt8(spoilt.sealed.readUInt8(50) ^ 1, 50);
    await assert.rejects(putAndFind(world.room, world.service, spoilt), isProblem("report.changed-on-disk"));
});
test("what cannot be parsed is delivered as it is", async () => {
    const files = { json: Buffer.from('{"kommunenummer":'), pdf: Buffer.from("not a pdf") };
    const report = await taken(files);
    assert.equal((await tryOnce(report)).kind, "registered");
    const put = world.caseSystem.reports.get(report.id);
    assert.equal(contentHashOf(put.files), contentHashOf(files));
});
//# sourceMappingURL=register.test.js.map