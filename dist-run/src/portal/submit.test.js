// Goal: one press or many, one report to each service under one code, and nothing sealed is lost or sent anew; what
// cannot be sealed leaves the answers as they were. Method: the portal's steps on real databases, with the real hub;
// the road and the clock are played, and what the hub has is opened with the services' own keys.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPortalSender, places, wholeDraft } from "../../test/portal-sender.js";
import { trackingHashOf } from "../core/tracking.js";
import { keptPackages, packageOf } from "../outbox/store.js";
import { postDue } from "../outbox/worker.js";
import { deskOf } from "./keep-draft.js";
import { isAccepted, stateOf } from "./receipts.js";
import { codeOf } from "./sending.js";
import { submit } from "./submit.js";
let world;
before(async () => {
    world = await openPortalSender();
});
after(() => world.close());
const minutes = (count) => count * 60_000;
const sentIn = (submitted) => submitted.is === "kept" ? submitted.report : assert.fail(submitted.is);
const sentOf = async (holder) => (await deskOf(world.portal.db.read, holder, world.room.now)).sent;
/** Those of the hub's reports that were made with these words. */
const arrivedWith = async (words) => (await world.arrived()).filter(({ text }) => text.includes(words));
const statesOf = async ({ sender }, report) => (await stateOf(sender, report, world.room.now))?.deliveries.map(({ is }) => is);
/** A road on which what is posted meets this instead of the hub. */
const postsMeet = (instead) => (road) => (url, init) => init.method === "POST" ? instead(url, init) : road(url, init);
const away = async () => {
    throw new TypeError("fetch failed");
};
/** A session with a report in it that has everything. */
async function written(concern, ...at) {
    const holder = await world.holder();
    return { holder, shown: await world.write(holder, wholeDraft(world.room.now, concern, ...at)) };
}
test("two presses at once become one report to each service, under one code", async () => {
    const { holder, shown } = await written("To trykk.", places.alver, places.askoy);
    const [one, two] = [world.sending(), world.sending()];
    const reports = (await Promise.all([submit(one, holder, shown), submit(two, holder, shown)])).map(sentIn);
    assert.deepEqual(reports[0], reports[1]);
    const arrived = await arrivedWith("To trykk.");
    assert.deepEqual(arrived.map(({ service }) => service).sort(), ["alver", "askoy"]);
    assert.deepEqual(new Set(arrived.map(({ id }) => id)), new Set(reports[0].deliveries.map(({ id }) => id)));
    const codeHash = trackingHashOf(codeOf(one, reports[0]));
    for (const { trackingHash } of arrived)
        assert.equal(trackingHash, codeHash);
    assert.equal((await sentOf(holder)).length, 1);
});
test("each service gets its own child, and not the other's", async () => {
    const { holder, shown } = await written("Hver sin.", places.alver, places.askoy);
    await submit(world.sending(), holder, shown);
    for (const { service, text } of await arrivedWith("Hver sin.")) {
        assert.equal(text.includes("Barn 1"), service === "alver");
        assert.equal(text.includes("Barn 2"), service === "askoy");
    }
});
test("when the hub's answer is lost, the next press gets the receipt of the first", async () => {
    const { holder, shown } = await written("Svaret ble borte.", places.alver);
    const lost = world.sending({
        road: (road) => postsMeet(async (url, init) => {
            await road(url, init);
            throw new TypeError("fetch failed");
        })(road),
    });
    const report = sentIn(await submit(lost, holder, shown));
    assert.deepEqual(await statesOf(lost, report), ["kept"]);
    const [first] = await arrivedWith("Svaret ble borte.");
    assert.equal(first?.id, report.draftId);
    const sending = world.sending();
    assert.deepEqual(sentIn(await submit(sending, holder, shown)), report);
    const state = await stateOf(sending.sender, report, world.room.now);
    const [delivery] = state.deliveries;
    assert.ok(delivery?.is === "accepted");
    assert.equal(delivery.receipt.reportId, first?.id);
    assert.deepEqual(await arrivedWith("Svaret ble borte."), [first]);
});
test("with the hub away and its keys known it is sealed and kept, and the very same bytes are posted later", async () => {
    const { holder, shown } = await written("Huben er borte.", places.alver);
    const tried = [];
    let isAway = true;
    const sending = world.sending({
        road: (road) => (url, init) => {
            if (init.method === "POST")
                tried.push(Buffer.from(init.body));
            return isAway ? away(url, init) : road(url, init);
        },
    });
    isAway = false;
    assert.ok(await sending.hub.published());
    isAway = true;
    world.room.now += minutes(5);
    const report = sentIn(await submit(sending, holder, shown));
    assert.deepEqual(await statesOf(sending, report), ["kept"]);
    assert.deepEqual(await arrivedWith("Huben er borte."), []);
    isAway = false;
    world.room.now += minutes(5);
    await postDue(sending.sender);
    assert.deepEqual(await statesOf(sending, report), ["accepted"]);
    assert.equal((await arrivedWith("Huben er borte.")).length, 1);
    assert.equal(tried.length, 2);
    assert.ok(tried[0].equals(tried[1]));
});
test("with nothing published known, nothing is sealed and every answer is there; pressed when the hub is back, it goes", async () => {
    const { holder, shown } = await written("Ingen nøkler.", places.alver);
    const answers = await world.draftOf(holder);
    let missing = /./;
    const sending = world.sending({
        road: (road) => (url, init) => (missing.test(url) ? away(url, init) : road(url, init)),
    });
    for (const what of [/./, /\/keys$/]) {
        missing = what;
        assert.deepEqual(await submit(sending, holder, shown), { is: "not-sealed" });
        assert.deepEqual(await world.draftOf(holder), answers);
        assert.deepEqual(await sentOf(holder), []);
    }
    missing = /^$/;
    assert.deepEqual(await statesOf(sending, sentIn(await submit(sending, holder, shown))), ["accepted"]);
});
test("answers that were changed after sealing are another report, and the first still goes", async () => {
    const { holder, shown } = await written("Først dette.", places.alver);
    const absent = world.sending({ road: postsMeet(away) });
    const first = sentIn(await submit(absent, holder, shown));
    const draft = await world.draftOf(holder);
    const changed = { ...draft, answers: { ...draft.answers, concern: "Så dette." } };
    const shownThen = await world.write(holder, changed);
    assert.deepEqual(await submit(absent, holder, shown), { is: "changed" }, "what is not shown is not sent");
    const sending = world.sending();
    const second = sentIn(await submit(sending, holder, shownThen));
    assert.notEqual(second.draftId, first.draftId);
    assert.notEqual(codeOf(sending, second), codeOf(sending, first));
    assert.equal((await sentOf(holder))[0]?.replacedBy, second.draftId);
    world.room.now += minutes(60);
    await postDue(sending.sender);
    assert.deepEqual(await statesOf(sending, first), ["accepted"]);
    assert.equal((await arrivedWith("Først dette."))[0]?.id, first.draftId);
    assert.equal((await arrivedWith("Så dette."))[0]?.id, second.draftId);
});
test("what has another hash than was shown is not sent, and a session without a draft sends nothing", async () => {
    const { holder } = await written("Noe annet.", places.alver);
    const kept = (await keptPackages(world.outbox.db.read, 1000)).length;
    assert.deepEqual(await submit(world.sending(), holder, "0".repeat(64)), { is: "changed" });
    assert.deepEqual(await submit(world.sending(), await world.holder(), "0".repeat(64)), { is: "no-draft" });
    assert.equal((await keptPackages(world.outbox.db.read, 1000)).length, kept);
    assert.deepEqual(await sentOf(holder), []);
});
test("a service that the hub refuses does not hold back the other, and each is told as it is", async () => {
    await world.addService("austevoll", "4625");
    await world.addService("fedje", "4633", {}, { validTo: new Date(world.room.now + minutes(60)).toISOString() });
    const { holder, shown } = await written("Tre steder.", places.alver, "4625", "4633");
    const absent = world.sending({ road: postsMeet(away) });
    const report = sentIn(await submit(absent, holder, shown));
    assert.deepEqual(await statesOf(absent, report), ["kept", "kept", "kept"]);
    await world.putService("austevoll", "4625", { active: false });
    world.room.now += minutes(61);
    const sending = world.sending();
    await postDue(sending.sender);
    assert.deepEqual(await statesOf(sending, report), ["accepted", "kept", "kept"]);
    const state = await stateOf(sending.sender, report, world.room.now);
    assert.equal(isAccepted(state), false);
    const refusals = report.deliveries.map(async ({ id }) => (await packageOf(world.outbox.db.read, id))?.refusal);
    assert.deepEqual(await Promise.all(refusals), [null, "service.not-on-network", "key.expired"]);
    await world.putService("austevoll", "4625");
    world.room.now += minutes(61);
    await postDue(sending.sender);
    assert.deepEqual(await statesOf(sending, report), ["accepted", "accepted", "kept"]);
});
test("a service whose key has run out before sealing: nothing is sealed for anybody, and every answer is there", async () => {
    const validTo = new Date(world.room.now + minutes(60)).toISOString();
    await world.addService("modalen", "4629", {}, { validTo });
    world.room.now += minutes(61);
    const { holder, shown } = await written("For sent.", places.alver, "4629");
    const answers = await world.draftOf(holder);
    const sending = world.sending();
    for (const _ of [1, 2])
        await assert.rejects(submit(sending, holder, shown), (error) => /^key\./.test(error.code ?? ""));
    assert.deepEqual(await world.draftOf(holder), answers);
    assert.deepEqual(await sentOf(holder), []);
    assert.deepEqual(await arrivedWith("For sent."), []);
    await world.publishSealing("service:modalen");
    const later = world.sending();
    assert.deepEqual(await statesOf(later, sentIn(await submit(later, holder, shown))), [
        "accepted",
        "accepted",
    ]);
});
test("what could not be sealed goes to whoever has taken the place over meanwhile", async () => {
    const validTo = new Date(world.room.now + minutes(60)).toISOString();
    await world.addService("osteroy", "4630", {}, { validTo });
    world.room.now += minutes(61);
    const { holder, shown } = await written("Ny tjeneste.", "4630");
    await assert.rejects(submit(world.sending(), holder, shown));
    await world.putService("osteroy", "4630", { active: false, areas: [] });
    await world.addService("ny-osteroy", "4630");
    const sending = world.sending();
    assert.deepEqual(await statesOf(sending, sentIn(await submit(sending, holder, shown))), ["accepted"]);
    assert.deepEqual((await arrivedWith("Ny tjeneste.")).map(({ service }) => service), ["ny-osteroy"]);
});
test("a hub that never answers keeps nobody waiting beyond their patience", async () => {
    const { holder, shown } = await written("Tålmodig.", places.alver, places.askoy);
    const silent = postsMeet((_, { signal }) => new Promise((_answer, fail) => signal.addEventListener("abort", () => fail(signal.reason))));
    const sending = { ...world.sending({ road: silent }), patienceMs: 50 };
    const begun = performance.now();
    const report = sentIn(await submit(sending, holder, shown));
    assert.ok(performance.now() - begun < 15_000, "the road's own limit is twice as long");
    assert.deepEqual(await statesOf(sending, report), ["kept", "kept"]);
    world.room.now += minutes(5);
    const later = world.sending();
    await postDue(later.sender);
    assert.deepEqual(await statesOf(later, report), ["accepted", "accepted"]);
});
//# sourceMappingURL=submit.test.js.map