// Goal: every receipt reaches the hub, and one that is refused holds up no other. Method: a played hub that
// refuses, forgets and chokes.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { newOffer } from "../../test/offering-hub.js";
import { takeOver, testRoom } from "../../test/receiver-room.js";
import { receiptHash } from "../core/receipt.js";
import { mailFor, sendBack } from "./mail.js";
import { mayBeOneOfThem, reportBack } from "./report-back.js";
import { readOffer, withBytes } from "./source/hub.js";
import * as store from "./store.js";
let world;
let serial = 0;
before(async () => {
    world = await testRoom();
});
after(() => world.close());
beforeEach(() => {
    world.hub.refusing = () => null;
});
const errors = [];
const attempt = async (_event, _ids, work) => work().then(() => null, (error) => {
    errors.push(error);
    return error;
});
async function stored() {
    serial += 1;
    const { certificatePem } = world.encryption;
    const offer = await newOffer(world.hub.signer, { service: world.service.id, serial, certificatePem });
    const { hubKeys } = world.service.source;
    const report = withBytes(readOffer(offer, world.service.id, hubKeys));
    return (await takeOver(world.room, world.service, report)).receipt;
}
const outgoing = (...receipts) => receipts.map((receipt) => ({ hash: receiptHash(receipt), receipt }));
const isLeft = async (receipt) => (await world.room.db
    .read `select 1 from work where subject = ${receiptHash(receipt)} and next_attempt_at is not null`).length === 1;
const outcomeOf = async (receipt) => (await world.room.db.read `select outcome from reported where receipt_hash = ${receiptHash(receipt)}`)[0]
    ?.outcome;
test("a receipt is sent until the hub has it, and then no more", async () => {
    const receipt = await stored();
    assert.equal(await isLeft(receipt), true, "booked before it is sent");
    await reportBack(world.room, world.service, outgoing(receipt));
    assert.deepEqual([await isLeft(receipt), await outcomeOf(receipt)], [false, "recorded"]);
    await reportBack(world.room, world.service, outgoing(receipt));
    assert.equal(world.hub.of("stored", receipt.reportId).length, 1);
});
test("a receipt whose answer was lost is already there, and that is enough", async () => {
    const receipt = await stored();
    world.hub.receipts.push(receipt);
    await reportBack(world.room, world.service, outgoing(receipt));
    assert.deepEqual([await isLeft(receipt), await outcomeOf(receipt)], [false, "already"]);
});
test("a refused receipt is noted, kept and sent again; the others flow past it", async () => {
    const [bad, good] = [await stored(), await stored()];
    world.hub.refusing = (receipt) => (receipt.reportId === bad.reportId ? "receipt.wrong-content" : null);
    await reportBack(world.room, world.service, outgoing(bad, good));
    assert.deepEqual([await isLeft(bad), await isLeft(good)], [true, false]);
    const noted = await store.deviationsSince(world.room.db.read, 0, 10);
    assert.ok(noted.some((one) => one.kind === "receipt.refused" &&
        one.reportId === bad.reportId &&
        one.detail === "stored receipt.wrong-content"));
    world.hub.refusing = () => null;
    await reportBack(world.room, world.service, outgoing(bad));
    assert.equal(await isLeft(bad), false);
});
test("the same refusal is noted once an hour, not at every attempt", async () => {
    const bad = await stored();
    world.hub.refusing = () => "receipt.wrong-content";
    const count = async () => (await store.deviationsSince(world.room.db.read, 0, 100)).filter((one) => one.reportId === bad.reportId)
        .length;
    for (let time = 0; time < 3; time += 1)
        await reportBack(world.room, world.service, outgoing(bad));
    assert.equal(await count(), 1);
    world.now += 3_600_000;
    await reportBack(world.room, world.service, outgoing(bad));
    assert.equal(await count(), 2);
});
test("one receipt a hub chokes on does not hold back a whole batch", async () => {
    const [bad, good, fine] = [await stored(), await stored(), await stored()];
    const door = world.service.source;
    const choking = {
        ...door,
        fetch: async (url, init) => String(init.body).includes(bad.reportId)
            ? Response.json({ error: "receipt.bad-form", message: "" }, { status: 422 })
            : door.fetch(url, init),
    };
    const mail = mailFor(world.room, { ...world.service, source: choking }, attempt);
    for (const receipt of [bad, good, fine])
        sendBack(mail, receipt);
    while (mail.round)
        await mail.round;
    assert.deepEqual([await isLeft(bad), await isLeft(good), await isLeft(fine)], [true, false, false]);
    const noted = await store.deviationsSince(world.room.db.read, 0, 100);
    assert.ok(noted.some((one) => one.reportId === bad.reportId && one.detail === "stored receipt.bad-form"));
});
test("a hub that is not reached is no one receipt's fault", async () => {
    const receipt = await stored();
    const down = {
        ...world.service.source,
        fetch: async () => {
            throw new TypeError("fetch failed");
        },
    };
    errors.length = 0;
    const mail = mailFor(world.room, { ...world.service, source: down }, attempt);
    sendBack(mail, receipt);
    while (mail.round)
        await mail.round;
    assert.equal(errors.length, 1);
    assert.equal(mayBeOneOfThem(errors[0]), false);
    assert.equal(await isLeft(receipt), true);
    const noted = await store.deviationsSince(world.room.db.read, 0, 100);
    assert.equal(noted.filter((one) => one.reportId === receipt.reportId).length, 0);
});
//# sourceMappingURL=report-back.test.js.map