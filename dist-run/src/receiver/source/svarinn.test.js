// Goal: any SvarInn server can be a source. It is told `kvitterMottak` only when the case system has the report,
// never that a failure is permanent, and nothing it lists can hold up anything else. Method: the receiver's loops
// against a played server with the oddities and faults of real ones.
import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { afterEach, beforeEach, test } from "node:test";
import { newFiles } from "../../../test/offering-hub.js";
import { playSvarInn } from "../../../test/played-svarinn.js";
import { newEncryption, testRoom, until } from "../../../test/receiver-room.js";
import { sha256Hex } from "../../core/hash.js";
import { refuse } from "../../core/problem.js";
import { contentHashOf, jsonName, pdfName } from "../../core/report.js";
import { packContainer } from "../../wire/container.js";
import { seal } from "../../wire/seal.js";
import * as store from "../store.js";
import { startWorker } from "../worker.js";
import { readForsendelse } from "./svarinn.js";
const encryption = await newEncryption();
let server;
let world;
let worker = null;
beforeEach(async () => {
    server = playSvarInn();
    const { baseUrl, user, password } = server;
    const fetch = (url, init) => server.fetch(url, init);
    const source = () => ({ kind: "svarinn", baseUrl, user, password, pollEveryMs: 30, fetch });
    world = await testRoom({ encryption, source });
});
afterEach(async () => {
    await stop();
    await world.close();
});
function start(services = world.room.services) {
    worker = startWorker({ ...world.room, services }, { atOnce: 4, lookEveryMs: 20, checkKeysEveryMs: 60_000 });
}
async function stop() {
    await worker?.stop();
    worker = null;
}
/** Puts a report on the server's list, as our hub or as KS would. */
async function send(changed = {}) {
    const id = changed.id ?? randomUUID();
    const files = newFiles();
    const right = await seal(await packContainer(files), encryption.certificatePem);
    const fileOf = (filnavn, bytes) => ({
        filnavn,
        mimetype: "x",
        sha256hash: sha256Hex(bytes),
    });
    const entry = {
        id,
        tittel: "Bekymringsmelding",
        date: Date.parse("2026-11-23T12:00:00Z"),
        status: "Klar for mottak",
        niva: "4",
        filmetadata: [fileOf(jsonName, files.json), fileOf(pdfName, files.pdf)],
        downloadUrl: `${server.baseUrl}/svarinn/forsendelse/${id}`,
        ...changed.entry,
    };
    const bytes = (count) => (changed.bytes ? changed.bytes(count, right) : right);
    server.waiting.set(id, { entry, bytes });
    return { id, files };
}
const hasArrived = ({ id, files }) => {
    const put = world.caseSystem.reports.get(id);
    return put !== undefined && contentHashOf(put.files) === contentHashOf(files);
};
const reasonsOf = async (id) => (await store.receiptsOf(world.room.db.read, id)).map((one) => one.reason ?? one.kind);
test("a report goes from the list into the case system, and is acknowledged then", async () => {
    let wasThereBefore = false;
    world.caseSystem.beforePut = () => {
        wasThereBefore ||= server.acknowledged.length > 0;
    };
    const sent = await send();
    start();
    await until(() => server.acknowledged.includes(sent.id));
    assert.ok(hasArrived(sent));
    assert.equal(wasThereBefore, false, "nothing is acknowledged before it is in the case system");
    const put = world.caseSystem.reports.get(sent.id);
    assert.deepEqual([put.kind, put.serial, put.acceptedAt], ["professional", 0, "2026-11-23T12:00:00.000Z"]);
    assert.deepEqual(await reasonsOf(sent.id), ["stored", "registered"]);
    assert.deepEqual(server.failed, []);
    await until(async () => (await store.waiting(world.room.db.read)).length === 0);
});
test("fields that are missing, null or odd stop nothing", async () => {
    const oddities = [
        { niva: undefined, filmetadata: null, date: null, downloadUrl: undefined },
        {
            filmetadata: [{ filnavn: jsonName, sha256hash: null }, null, 7],
            avsender: null,
            metadataForImport: null,
        },
        { filmetadata: undefined, date: "2026-11-23", status: null, mottaker: [], tittel: 12 },
    ];
    const sent = await Promise.all(oddities.map((entry) => send({ entry })));
    server.waiting.set("no id", { entry: { tittel: "no id" }, bytes: () => 404 });
    server.waiting.set("null", { entry: null, bytes: () => 404 });
    start();
    await until(() => sent.every((one) => server.acknowledged.includes(one.id)));
    assert.ok(sent.every(hasArrived));
    const noted = await store.deviationsSince(world.room.db.read, 0, 10);
    assert.ok(noted.some((one) => one.kind === "svarinn.unreadable-entry"));
});
test("a letter alone, and JSON nobody can parse, are delivered as they are", async () => {
    const pdf = Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(100)]);
    const letter = await seal(pdf, encryption.certificatePem);
    const alone = await send({ entry: { filmetadata: [] }, bytes: () => letter });
    const files = { json: Buffer.from("{"), pdf };
    const broken = await seal(await packContainer(files), encryption.certificatePem);
    const odd = await send({ entry: { filmetadata: [] }, bytes: () => broken });
    start();
    await until(() => server.acknowledged.length === 2);
    const put = world.caseSystem.reports.get(alone.id);
    assert.deepEqual([Buffer.from(put.files.pdf).equals(pdf), put.files.json.length], [true, 0]);
    const kept = world.caseSystem.reports.get(odd.id);
    assert.deepEqual([contentHashOf(kept.files), kept.kind], [contentHashOf(files), "unknown"]);
});
test("a poisoned forsendelse is kept and told of once, never as permanent, and the others flow", async () => {
    const poison = await send({ bytes: () => randomBytes(2000) });
    const strangers = (await newEncryption()).certificatePem;
    const sealedToOther = await seal(randomBytes(10), strangers);
    const unopenable = await send({ bytes: () => sealedToOther });
    const missing = await send({ bytes: () => 500 });
    const good = await Promise.all(Array.from({ length: 5 }, () => send()));
    start();
    await until(() => good.every((one) => server.acknowledged.includes(one.id)));
    await until(() => server.failed.length >= 2);
    world.now += 3_600_000;
    await until(() => (server.downloads.get(missing.id) ?? 0) > 3);
    assert.deepEqual(server.acknowledged.sort(), good.map((one) => one.id).sort());
    assert.deepEqual(server.failed.map((one) => one.id).sort(), [poison.id, unopenable.id].sort());
    for (const { body } of server.failed) {
        assert.equal(body.permanent, false);
        assert.match(body.feilmelding, /cannot-open/);
    }
    assert.ok(await store.heldReport(world.room.db.read, poison.id), "kept");
    assert.ok([poison, unopenable, missing].every((one) => server.waiting.has(one.id)), "still listed");
});
test("a download spoilt on the way is downloaded again, and registered", async () => {
    const flip = (right) => {
        const spoilt = Buffer.from(right);
        spoilt.writeUInt8(spoilt.readUInt8(right.length - 40) ^ 1, right.length - 40);
        return spoilt;
    };
    const flipped = await send({ bytes: (count, right) => (count === 1 ? flip(right) : right) });
    const cut = await send({ bytes: (count, right) => (count === 1 ? right.subarray(0, 700) : right) });
    start();
    await until(() => [flipped, cut].every((one) => server.acknowledged.includes(one.id)));
    assert.ok(hasArrived(flipped) && hasArrived(cut));
    const copies = await world.room.db.read `select copy from held_report where id = ${cut.id}`;
    assert.equal(copies.length, 2, "the spoilt one is kept as well, and the right one once");
});
test("content other than the stated sha256 is corrupt, however well it opens", async () => {
    const filmetadata = [{ filnavn: jsonName, sha256hash: "A".repeat(64) }];
    const sent = await send({ entry: { filmetadata } });
    start();
    await until(() => server.failed.length === 1);
    assert.deepEqual(await reasonsOf(sent.id), ["stored", "corrupt"]);
    assert.equal(world.caseSystem.reports.size, 0);
});
test("with the case system down nothing is acknowledged; when it is up, everything is", async () => {
    world.caseSystem.beforePut = () => refuse("case-system.not-reached");
    const sent = await Promise.all([send(), send()]);
    start();
    await until(() => server.failed.length === 2);
    assert.deepEqual(server.acknowledged, []);
    // Told, and written down as told: before that it is right to tell again when the time comes.
    await until(async () => (await store.waiting(world.room.db.read)).every(({ step }) => step !== "report"));
    world.caseSystem.beforePut = () => undefined;
    world.now += 600_000;
    await until(() => sent.every((one) => server.acknowledged.includes(one.id)));
    assert.equal(server.failed.length, 2, "told once");
});
test("a case system that cannot prove it yields claimed, and is acknowledged", async () => {
    world.caseSystem.givesBytesBack = false;
    const sent = await send();
    start();
    await until(() => server.acknowledged.includes(sent.id));
    assert.deepEqual(await reasonsOf(sent.id), ["stored", "claimed"]);
});
test("an acknowledgement whose answer was lost, or that failed, is made again until it stands", async () => {
    const [lost, failing] = [await send(), await send()];
    let fails = 3;
    server.onAcknowledge = (id) => {
        if (id === lost.id && server.waiting.has(id))
            return { status: 503, takesEffect: true };
        if (id === failing.id && fails-- > 0)
            return { status: 500, takesEffect: false };
        return null;
    };
    start();
    await until(() => [lost, failing].every((one) => server.acknowledged.includes(one.id)));
    world.now += 600_000;
    await until(async () => (await store.waiting(world.room.db.read)).length === 0);
    assert.equal(server.acknowledged.length, 2);
});
test("a server that lists a finished report again is told again, and nothing is registered twice", async () => {
    const sent = await send();
    const forgotten = server.waiting.get(sent.id);
    start();
    await until(() => server.acknowledged.length === 1);
    server.waiting.set(sent.id, forgotten);
    await until(() => server.acknowledged.length === 2);
    assert.deepEqual(await reasonsOf(sent.id), ["stored", "registered"]);
    assert.equal(server.downloads.get(sent.id), 1);
});
test("the password goes to no other server, whatever address the list names", () => {
    const door = world.service.source;
    const addressFor = (downloadUrl) => readForsendelse(door, { id: "a-1", downloadUrl }).envelope.downloadUrl;
    const usual = `${server.baseUrl}/svarinn/forsendelse/a-1`;
    for (const url of [
        "http://evil.test/svarinn/forsendelse/a-1",
        "http://svarinn.test:81/x",
        "//evil.test",
        "file:///etc/passwd",
        7,
        null,
    ])
        assert.equal(addressFor(url), usual);
    assert.equal(addressFor("http://svarinn.test/other/place?id=1"), "http://svarinn.test/other/place?id=1");
});
test("an id that is no UUID gets one of its own, always the same", () => {
    const door = world.service.source;
    const idFor = (id) => readForsendelse(door, { id }).reportId;
    assert.equal(idFor("D1C6D795-F1A0-4A36-BCE1-A4D9F26696DB"), "d1c6d795-f1a0-4a36-bce1-a4d9f26696db");
    assert.match(idFor("12345"), /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(idFor("12345"), idFor("12345"));
    assert.notEqual(idFor("12345"), idFor("12346"));
    for (const bad of ["", "../x", "a b", "a".repeat(101)])
        assert.equal(readForsendelse(door, { id: bad }), null);
});
test("that a caseworker opened it stands in the receiver's own register, and is not told to the server", async () => {
    const { id } = await send();
    const opening = { cursor: "1", id, at: new Date(world.now).toISOString() };
    const caseSystem = {
        ...world.caseSystem,
        openings: async (after) => after === null && world.caseSystem.reports.has(id) ? [opening] : [],
        tell: () => assert.fail("nothing is recorded by a hub"),
    };
    start([{ ...world.service, caseSystem }]);
    const kinds = async () => (await store.receiptsOf(world.room.db.read, id)).map(({ kind }) => kind);
    await until(async () => (await kinds()).includes("opened"));
    await until(async () => (await store.waiting(world.room.db.read)).length === 0);
    assert.deepEqual(server.acknowledged, [id]);
});
//# sourceMappingURL=svarinn.test.js.map