// Goal: a report that waits is offered until somebody has it: soon, after any crash, and with no last attempt.
// Method: offers over HTTP with a clock that the test moves, and sessions that come and go.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expectStatus, openHub } from "../../test/hub-room.js";
import { municipalities } from "../core/area.js";
import { sha256Hex } from "../core/hash.js";
import { headerSignatureFits, readHeader } from "../wire/report-header.js";
import { wakeWhoIsDue } from "./offer.js";
let room;
before(async () => {
    room = await openHub();
});
after(() => room.close());
const places = municipalities.filter(({ number }) => number.startsWith("18")).values();
/** A service of its own for each test. */
async function newService(id) {
    await room.addService(id, "receiver", places.next().value.number);
    return id;
}
const ids = (offers) => offers.map(({ header }) => header.id);
test("an offer has all that the receiver needs to check the report, and the bytes as they were sealed", async () => {
    const service = await newService("whole");
    const report = await room.accepted(service);
    const [offer] = await room.offers(service);
    assert.deepEqual(readHeader(offer.header), report.header);
    assert.ok(headerSignatureFits(offer.header, offer.signature.value, room.submitter.publicKey));
    assert.equal(sha256Hex(Buffer.from(offer.sealed, "base64")), report.header.sealed.hash);
    assert.deepEqual(offer.accepted, report.receipt);
    assert.equal(offer.serial, 1);
    const answer = await room.ask("POST", "/offers", { session: "a", wait: 0, limit: 1 }, room.asService(service));
    assert.equal(answer.json().highest, 1);
});
test("the same session is offered a report again after 5 s, then after twice as long each time, and for ever", async () => {
    const service = await newService("patient");
    const { id } = await room.accepted(service);
    assert.deepEqual(ids(await room.offers(service)), [id]);
    for (const seconds of [5, 10, 20, 40, 80, 160, 300, 300, 300]) {
        room.now += seconds * 1000 - 1;
        assert.deepEqual(ids(await room.offers(service)), [], `before ${seconds} s`);
        room.now += 1;
        assert.deepEqual(ids(await room.offers(service)), [id], `after ${seconds} s`);
    }
    await room.database.db.begin(async (tx) => {
        await tx `update delivery set offers = 100000 where report = ${id}`;
    });
    room.now += 300_000;
    assert.deepEqual(ids(await room.offers(service)), [id], "there is no last one");
});
test("what one session was offered and did not answer is due at once for the next", async () => {
    const service = await newService("restarted");
    const { id } = await room.accepted(service);
    assert.deepEqual(ids(await room.offers(service, "before the crash")), [id]);
    assert.deepEqual(ids(await room.offers(service, "before the crash")), []);
    assert.deepEqual(ids(await room.offers(service, "after the crash")), [id]);
    assert.deepEqual(ids(await room.offers(service, "after the crash")), []);
});
test("what a hub booked and died before sending is due at once for the hub that comes after it", async () => {
    const service = await newService("reborn");
    const { id } = await room.accepted(service);
    assert.deepEqual(ids(await room.offers(service)), [id]);
    const { run } = room.hub;
    Object.assign(room.hub, { run: "a later run" });
    assert.deepEqual(ids(await room.offers(service)), [id]);
    Object.assign(room.hub, { run });
});
test("a report that was declined for now comes again when its time has come, also for another session", async () => {
    const service = await newService("declining");
    const report = await room.accepted(service);
    await room.offers(service);
    const no = room.receipt(report, "declined", { reason: "storage-full", lasting: false });
    expectStatus(await room.giveBack(service, no), 200);
    assert.deepEqual(ids(await room.offers(service, "b")), []);
    room.now += 5000;
    assert.deepEqual(ids(await room.offers(service, "b")), [report.id]);
});
for (const kind of ["stored", "registered", "claimed", "confirmed"])
    test(`what is ${kind} is not offered any more`, async () => {
        const service = await newService(`done-${kind}`);
        const report = await room.accepted(service);
        expectStatus(await room.giveBack(service, room.receipt(report, kind)), 200);
        room.now += 24 * 3600 * 1000;
        assert.deepEqual(ids(await room.offers(service, "another")), []);
    });
test("reports come by serial number, at most as many as asked for, and one that never gets through comes last", async () => {
    const service = await newService("orderly");
    const reports = [];
    for (let n = 0; n < 4; n++)
        reports.push(await room.accepted(service));
    assert.deepEqual(ids(await room.offers(service, "s1", 2)), ids(reports.slice(0, 2)));
    // The receiver dies of the first one each time.
    for (const session of ["s2", "s3", "s4"])
        await room.offers(service, session, 1);
    assert.deepEqual(ids(await room.offers(service, "s5", 3)), ids(reports.slice(1, 4)));
});
test("an answer holds at most 8 MB of sealed bytes, but always one report", async () => {
    const big = await openHub({ reportBytes: 9_000_000 });
    await big.addService("big", "receiver", "4631");
    for (let n = 0; n < 3; n++) {
        const sealed = await big.package("big", {}, n === 0 ? 8_500_000 : 4_500_000);
        expectStatus(await big.post(sealed), 201);
    }
    const sizes = [];
    for (let n = 0; n < 3; n++)
        sizes.push((await big.offers("big")).length);
    assert.deepEqual(sizes, [1, 2, 0]);
    await big.close();
});
test("only a service's own reports are offered to it, and none that go by another channel", async () => {
    const [mine, other] = [await newService("mine"), await newService("other")];
    const report = await room.accepted(mine);
    await room.accepted(other);
    assert.deepEqual(ids(await room.offers(mine)), [report.id]);
    const svarinn = await room.addService("by-svarinn", "svarinn", "4632");
    await room.accepted(svarinn.id);
    assert.deepEqual(ids(await room.offers(svarinn.id)), []);
});
test("what waits follows its service to another channel", async () => {
    const service = await room.addService("moving", "svarinn", "4633");
    const { id } = await room.accepted("moving");
    assert.deepEqual(ids(await room.offers("moving")), []);
    const moved = { ...service, channel: "receiver" };
    expectStatus(await room.ask("PUT", "/services/moving", moved, room.asPerson()), 200);
    assert.deepEqual(ids(await room.offers("moving")), [id]);
});
test("whoever waits is answered as soon as a report is accepted", { timeout: 20_000 }, async () => {
    const service = await newService("waiting");
    const ask = { session: "w", wait: 15, limit: 1 };
    const polling = room.ask("POST", "/offers", ask, room.asService(service));
    while (!room.hub.waiting.services().includes(service))
        await new Promise(setImmediate);
    const before = performance.now();
    const { id } = await room.accepted(service);
    const answer = await polling;
    assert.deepEqual(ids(answer.json().offers), [id]);
    assert.ok(performance.now() - before < 2000, "within two seconds");
});
test("whoever waits is woken when an earlier offer falls due again", { timeout: 20_000 }, async () => {
    const service = await newService("woken");
    const { id } = await room.accepted(service);
    await room.offers(service, "w");
    const ask = { session: "w", wait: 15, limit: 1 };
    const polling = room.ask("POST", "/offers", ask, room.asService(service));
    while (!room.hub.waiting.services().includes(service))
        await new Promise(setImmediate);
    await wakeWhoIsDue(room.hub);
    assert.ok(room.hub.waiting.services().includes(service), "not before it is due");
    room.now += 5000;
    while (room.hub.waiting.services().includes(service))
        await wakeWhoIsDue(room.hub);
    assert.deepEqual(ids((await polling).json().offers), [id]);
});
test("a hub that stops answers whoever waits, and keeps nobody waiting any more", {
    timeout: 10_000,
}, async () => {
    const stopping = await openHub();
    await stopping.addService("alver", "receiver", "4631");
    const poll = () => stopping.ask("POST", "/offers", { session: "w", wait: 25, limit: 1 }, stopping.asService("alver"));
    const polling = poll();
    while (stopping.hub.waiting.services().length === 0)
        await new Promise(setImmediate);
    stopping.hub.waiting.close();
    expectStatus(await polling, 200);
    expectStatus(await poll(), 200);
    await stopping.close();
});
test("two polls at once are never offered the same report", async () => {
    const service = await newService("shared");
    for (let n = 0; n < 10; n++)
        await room.accepted(service);
    const both = await Promise.all([1, 2, 3, 4].map(() => room.offers(service, "s", 4)));
    const offered = both.flatMap(ids);
    assert.equal(offered.length, 10);
    assert.equal(new Set(offered).size, 10);
});
test("a poll of the wrong form, or without proof, is refused with what is wrong", async () => {
    const service = "whole";
    const good = { session: "a", wait: 0, limit: 1 };
    for (const wrong of [
        { session: "" },
        { wait: 26 },
        { wait: "1" },
        { limit: 0 },
        { limit: 65 },
        { limit: 1.5 },
    ]) {
        const answer = await room.ask("POST", "/offers", { ...good, ...wrong }, room.asService(service));
        assert.equal(answer.status, 400, JSON.stringify(wrong));
    }
    assert.equal((await room.ask("POST", "/offers", good)).status, 401);
    assert.equal((await room.ask("POST", "/offers", good, room.asSubmitter())).status, 403);
    assert.equal((await room.ask("POST", "/offers", "{", room.asService(service))).status, 400);
    const form = { "content-type": "text/plain" };
    assert.equal((await room.ask("POST", "/offers", good, room.asService(service), form)).status, 415);
});
//# sourceMappingURL=offer.test.js.map