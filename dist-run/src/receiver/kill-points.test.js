// Goal: wherever the receiver dies between an offer and the case system, going on afterwards gives one report in
// the case system, one `stored` and one `registered`. Method: every statement, commit and request is broken
// once before and once after it took effect; then a new receiver goes on with what is booked and offered.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Breaker, breakingDb, breakingRoad } from "../../test/breaking.js";
import { newOffer } from "../../test/offering-hub.js";
import { servedService, testRoom } from "../../test/receiver-room.js";
import { contentHashOf } from "../core/report.js";
import { deskFor, isQuiet, takeOffer } from "./desk.js";
import { bookDue, bookEverythingNow, tryDue } from "./due.js";
import * as store from "./store.js";
let world;
before(async () => {
    world = await testRoom();
});
after(() => world.close());
const attempt = async (_event, _ids, work) => work().then(() => null, (error) => error);
function deskIn(room) {
    return deskFor(room, room.services[0], 4, attempt);
}
async function offerTo(desk, offers) {
    await Promise.all(offers.map((offer) => takeOffer(desk, desk.service.source, offer)));
    await isQuiet(desk);
}
/** The receiver with its database, road and case system breaking at one step. */
function breaking(breaker) {
    const { room, hub, encryption, receiptKey, caseSystem } = world;
    const step = (what, effect) => breaker.step("receiver", what, effect);
    const service = servedService(world.service.id, { ...hub, fetch: breakingRoad(hub.fetch, "receiver", breaker) }, encryption, receiptKey, {
        ...caseSystem,
        put: (report) => step("put", () => caseSystem.put(report)),
        readBack: (id) => step("read back", () => caseSystem.readBack(id)),
    });
    const db = breakingDb(room.db, "receiver", breaker);
    return { ...room, db, readBack: breakingDb(room.readBack, "receiver", breaker), services: [service] };
}
/** A new receiver: the hub offers again what it has no `stored` for, and everything booked is tried. */
async function goOn(offers) {
    const desk = deskIn(world.room);
    await bookEverythingNow(world.room);
    await offerTo(desk, offers.filter((offer) => world.hub.of("stored", offer.header.id).length === 0));
    for (let round = 0; round < 4; round += 1) {
        world.now += 600_000;
        const due = await bookDue(world.room, [world.service.id]);
        if (due.length === 0)
            return;
        await tryDue(world.room, new Map([[world.service.id, desk]]), due);
        await isQuiet(desk);
    }
    assert.fail("work is left over that never ends");
}
let serial = 0;
function nextOffer() {
    serial += 1;
    const { certificatePem } = world.encryption;
    return newOffer(world.hub.signer, { service: world.service.id, serial, certificatePem });
}
/** So many reports at once through a receiver that breaks there, and on. Gives what broke. */
async function live(at, count) {
    const offers = await Promise.all(Array.from({ length: count }, nextOffer));
    const breaker = new Breaker(at);
    await offerTo(deskIn(breaking(breaker)), offers);
    const { broke } = breaker;
    await goOn(offers);
    for (const offer of offers)
        await checkWhole(offer, `broken ${broke} (${at?.manner})`);
    return { broke };
}
async function checkWhole(offer, where) {
    const { id } = offer.header;
    const kept = await store.receiptsOf(world.room.db.read, id);
    for (const kind of ["stored", "registered"]) {
        assert.equal(kept.filter((one) => one.kind === kind).length, 1, `${where}: one ${kind} is kept`);
        assert.equal(world.hub.of(kind, id).length, 1, `${where}: one ${kind} has come to the hub`);
    }
    const report = world.caseSystem.reports.get(id);
    assert.ok(report, `${where}: the case system has it`);
    assert.equal(contentHashOf(report.files), offer.header.contentHash, `${where}: unchanged`);
    const left = await world.room.db.read `select 1 from work where next_attempt_at is not null`;
    assert.equal(left.length, 0, `${where}: nothing is left to do`);
}
/**
 * Breaks every step of the way once. Waiting for the disk and going together make the way longer one time than
 * another, so the end is where several in a row found nothing left to break.
 */
async function breakEach(when, manner, count) {
    let broken = 0;
    let whole = 0;
    for (let step = 1; whole < 3; step += 1) {
        const { broke } = await live({ step, when, manner }, count);
        broken += broke === null ? 0 : 1;
        whole = broke === null ? whole + 1 : 0;
    }
    // Fewer break after than before their effect: what is in a transaction is undone either way.
    assert.ok(broken >= (when === "before" ? 20 : 12), `${broken} steps were broken`);
}
for (const manner of ["crash", "error"]) {
    for (const when of ["before", "after"]) {
        test(`one report, once, whichever step ends in ${manner} ${when} its effect`, () => breakEach(when, manner, 1));
        test(`several that go together, each once, whichever step ends in ${manner} ${when} its effect`, () => breakEach(when, manner, 3));
    }
}
//# sourceMappingURL=kill-points.test.js.map