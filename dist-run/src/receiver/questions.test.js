// Goal: the receiver says `stored` and `registered` only with the hub's question answered from what it holds, waits for a
// question that has not come, and never holds less for that. Method: a real database, a played hub that checks every
// answer, and offers with, without and with another question.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { handedOverAgain, inFirstForm, newOffer } from "../../test/offering-hub.js";
import { newEncryption, testRoom } from "../../test/receiver-room.js";
import { contentHashOf } from "../core/report.js";
import { deskFor, isQuiet, takeOffer } from "./desk.js";
import { bookDue, tryDue } from "./due.js";
import * as store from "./store.js";
let world;
let desk;
let serial = 0;
before(async () => {
    world = await testRoom();
});
beforeEach(() => {
    desk = deskIn(world.room);
    world.hub.asks = true;
});
after(() => world.close());
const attempt = async (_event, _ids, work) => work().then(() => null, (error) => error);
function deskIn(room) {
    return deskFor(room, room.services[0], 4, attempt);
}
async function nextOffer(certificatePem = world.encryption.certificatePem) {
    serial += 1;
    return newOffer(world.hub.signer, { service: world.service.id, serial, certificatePem });
}
async function take(offer) {
    await takeOffer(desk, desk.service.source, offer);
    await isQuiet(desk);
}
/** Time goes on, and what is booked is tried. */
async function goOn() {
    world.now += 600_000;
    const due = await bookDue(world.room, [world.service.id]);
    await tryDue(world.room, new Map([[world.service.id, desk]]), due);
    await isQuiet(desk);
}
/** What the hub has: kind and the pair that was answered, or the reason. */
const atHub = ({ header }) => {
    const said = ({ kind, proof, reason }) => `${kind} ${proof?.n ?? reason ?? "without proof"}`;
    return world.hub.receipts.filter(({ reportId }) => reportId === header.id).map(said);
};
const isHeld = async ({ header }) => (await store.heldReport(world.room.db.read, header.id)) !== null;
const isOver = async () => (await store.waiting(world.room.db.read)).length === 0;
test("a report is stored with an answer to the first question, and registered with one to the second", async () => {
    const offer = await nextOffer();
    await take(offer);
    assert.deepEqual(atHub(offer), ["stored 0", "registered 1"]);
    assert.equal(await isOver(), true);
    assert.equal(desk.meetings.size, 0);
});
test("a report nobody can open is held and declined, never stored; with its key it is both stored and registered", async () => {
    const other = await newEncryption();
    const offer = await nextOffer(other.certificatePem);
    await take(offer);
    assert.equal(await isHeld(offer), true);
    await goOn();
    assert.deepEqual(atHub(offer), ["declined cannot-open"], "told once, as lasting");
    assert.equal(world.hub.of("declined", offer.header.id)[0].lasting, true);
    const service = { ...world.service, encryption: [world.encryption, other] };
    desk = deskIn({ ...world.room, services: [service] });
    await goOn();
    assert.deepEqual(atHub(offer), ["declined cannot-open", "stored 0", "registered 1"]);
    assert.equal(await isOver(), true);
});
test("of a package of the first form nothing is asked, and it is stored and registered without proof", async () => {
    const offer = inFirstForm(await nextOffer());
    await take(offer);
    assert.deepEqual(atHub(offer), ["stored without proof", "registered without proof"]);
    assert.equal(await isOver(), true);
});
test("a report that came without its question is held, and stored when the question comes", async () => {
    const offer = await nextOffer();
    for (const challenge of [
        null,
        { ...offer.challenge, nonce: "short" },
        { ...offer.challenge, id: "other" },
    ]) {
        await take({ ...offer, challenge });
        await goOn();
        assert.deepEqual([await isHeld(offer), atHub(offer)], [true, []]);
    }
    await take(offer);
    assert.deepEqual(atHub(offer), ["stored 0", "registered 1"]);
});
test("a hub that does not ask what comes after stored hears stored again, until it does; nothing is put twice", async () => {
    const offer = await nextOffer();
    world.hub.asks = false;
    const puts = world.caseSystem.puts;
    await take(offer);
    await goOn();
    assert.deepEqual(atHub(offer), ["stored 0"]);
    assert.equal(world.caseSystem.puts, puts + 1, "it is there already, and waits");
    world.hub.asks = true;
    await goOn();
    assert.deepEqual(atHub(offer), ["stored 0", "registered 1"]);
    assert.equal(world.caseSystem.puts, puts + 1);
});
test("a receiver that dies between the two questions goes on with what is kept", async () => {
    const offer = await nextOffer();
    world.hub.asks = false;
    await take(offer);
    desk = deskIn(world.room);
    world.hub.asks = true;
    for (let round = 0; round < 3; round += 1)
        await goOn();
    assert.deepEqual(atHub(offer), ["stored 0", "registered 1"]);
    assert.equal(await isOver(), true);
});
test("a report that the case system has lost, handed over again, is put there and answered for anew", async () => {
    const offer = await nextOffer();
    await take(offer);
    world.caseSystem.reports.delete(offer.header.id);
    await take(handedOverAgain(offer, 5));
    assert.deepEqual(atHub(offer), ["stored 0", "registered 1", "stored 5", "registered 5"]);
    const back = world.caseSystem.reports.get(offer.header.id);
    assert.equal(contentHashOf(back.files), offer.header.contentHash);
    await take(handedOverAgain(offer, 5));
    await goOn();
    assert.equal(atHub(offer).length, 4, "the same question again brings nothing new");
    await take(handedOverAgain(offer, 6));
    assert.deepEqual(atHub(offer).slice(4), ["stored 6", "registered 6"], "but another does");
    assert.equal(await isOver(), true);
});
test("a report handed over again to a receiver that is as new is taken and answered for, and there is one case", async () => {
    const offer = handedOverAgain(await nextOffer(), 9);
    await take(offer);
    assert.deepEqual(atHub(offer), ["stored 9", "registered 9"]);
    assert.equal(await isOver(), true);
});
test("a case system that cannot give the bytes back is asked for nothing it cannot answer", async () => {
    const offer = await nextOffer();
    world.caseSystem.givesBytesBack = false;
    await take(offer);
    world.caseSystem.givesBytesBack = true;
    assert.deepEqual(atHub(offer), ["stored 0", "claimed without proof"]);
    assert.equal(await isOver(), true);
});
test("the answer for registered is from what the case system gives back when it has been asked", async () => {
    const offer = await nextOffer();
    world.caseSystem.gives = ({ files }) => ({ ...files, pdf: files.pdf.subarray(0, -1) });
    await take(offer);
    world.caseSystem.gives = ({ files }) => files;
    assert.deepEqual(atHub(offer), ["stored 0", "declined case-system-refused"]);
    await goOn();
    assert.deepEqual(atHub(offer).slice(2), ["registered 1"]);
});
//# sourceMappingURL=questions.test.js.map