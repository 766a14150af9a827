// Goal: what a caseworker opened is signed for once, at the time it was opened, and what nobody opened never is. Method:
// a real database, a played hub, and a played case system that says anything at any moment.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, afterEach, before, test } from "node:test";
import { newOffer, newSigner } from "../../test/offering-hub.js";
import { playCaseSystem, servedService, testRoom, until } from "../../test/receiver-room.js";
import { refuse } from "../core/problem.js";
import { hearOpenings } from "./hear-openings.js";
import * as store from "./store.js";
import { startWorker } from "./worker.js";
let world;
let service;
let room;
let worker = null;
let serial = 0;
let cursor = 0;
const stated = [];
const told = new Map();
let isAway = false;
before(async () => {
    world = await testRoom();
    const caseSystem = {
        ...world.caseSystem,
        openings: async (after) => isAway ? refuse("case-system.not-reached") : stated.filter((one) => Number(one.cursor) > Number(after)),
        tell: async (id, receipts) => {
            if (isAway)
                refuse("case-system.not-reached");
            told.set(id, receipts);
        },
    };
    service = { ...world.service, caseSystem };
    room = { ...world.room, services: [service] };
});
afterEach(async () => {
    await worker?.stop();
    worker = null;
    isAway = false;
});
after(() => world.close());
function start(services = [service]) {
    worker = startWorker({ ...room, services }, { atOnce: 8, lookEveryMs: 20, checkKeysEveryMs: 60_000 });
}
async function offered() {
    serial += 1;
    const { certificatePem } = world.encryption;
    const offer = await newOffer(world.hub.signer, { service: service.id, serial, certificatePem });
    world.hub.offers.push(offer);
    return offer;
}
async function registered() {
    const offer = await offered();
    await until(() => world.hub.of("registered", offer.header.id).length === 1);
    return offer;
}
function opens(id, at = new Date(world.now).toISOString()) {
    cursor += 1;
    stated.push({ cursor: String(cursor), id, at });
}
const openedOf = (offer) => world.hub.of("opened", offer.header.id);
const isQuiet = async () => (await store.waiting(room.db.read)).length === 0;
const passedBy = async () => (await store.deviationsSince(room.db.read, 0, 50)).filter(({ kind }) => kind === "opening.passed-by");
test("what was opened is signed for once, by the service's caseworker, at that time; the case system hears of it", async () => {
    start();
    const [offer, other] = [await registered(), await registered()];
    world.now += 60_000;
    const at = new Date(world.now - 1000).toISOString();
    opens(offer.header.id, at);
    opens(offer.header.id, new Date(world.now).toISOString());
    await until(() => told.get(offer.header.id)?.some(({ kind }) => kind === "opened") ?? false);
    const [receipt] = openedOf(offer);
    assert.deepEqual([receipt?.at, receipt?.by], [at, { role: "caseworker", id: service.id }]);
    assert.deepEqual([receipt?.serial, receipt?.sealedHash], [offer.serial, offer.header.sealed.hash]);
    await until(isQuiet);
    assert.equal(openedOf(offer).length, 1);
    assert.equal(openedOf(other).length, 0, "nobody opened it");
    const kindsOf = (id) => told.get(id)?.map(({ kind }) => kind);
    assert.deepEqual(kindsOf(offer.header.id), ["stored", "registered", "opened"]);
    assert.deepEqual(kindsOf(other.header.id), ["stored", "registered"]);
});
test("a time before it was registered, or still to come, is drawn to what can be so", async () => {
    start();
    const [early, late] = [await registered(), await registered()];
    world.now += 60_000;
    opens(early.header.id, "2020-01-01T00:00:00.000Z");
    opens(late.header.id, "2099-01-01T00:00:00.000Z");
    await until(() => openedOf(early).length === 1 && openedOf(late).length === 1);
    const [found] = world.hub.of("registered", early.header.id);
    assert.equal(openedOf(early)[0].at, found.at);
    assert.equal(openedOf(late)[0].at, new Date(world.now).toISOString());
});
test("opened the moment it is there, before the receiver has seen it there: signed for when it is registered", async () => {
    world.caseSystem.keeps = false; // It says yes, and gives nothing back yet.
    start();
    const offer = await offered();
    await until(() => world.hub.of("stored", offer.header.id).length === 1);
    opens(offer.header.id);
    await until(async () => (await room.db.read `select 1 from opening where report_id = ${offer.header.id}`).length === 1);
    assert.equal(openedOf(offer).length, 0);
    world.caseSystem.keeps = true;
    await until(() => {
        world.now += 60_000;
        return openedOf(offer).length === 1;
    });
    const [found] = world.hub.of("registered", offer.header.id);
    assert.ok(openedOf(offer)[0].at >= found.at);
});
test("openings of reports that are not here, or that nobody can read, are noted and stop no other", async () => {
    start();
    const offer = await registered();
    const foreign = randomUUID();
    opens(foreign);
    opens("nonsense");
    opens(offer.header.id, "yesterday");
    opens(offer.header.id);
    await until(() => openedOf(offer).length === 1);
    const noted = await passedBy();
    assert.ok(noted.some(({ reportId, detail }) => reportId === foreign && detail === "report.unknown"));
    assert.ok(noted.some(({ reportId, detail }) => reportId === null && detail === "cannot be read"));
    assert.equal(await hearOpenings(room, service), 0, "the cursor stands after the last of them");
    assert.equal(world.hub.of("opened", foreign).length, 0);
});
test("an opening heard before the report itself, as after a restore, is signed for when the report comes", async () => {
    start();
    const offer = await offered();
    world.hub.offers.pop();
    opens(offer.header.id);
    await until(async () => (await passedBy()).some(({ reportId }) => reportId === offer.header.id));
    world.hub.offers.push(offer);
    await until(() => {
        world.now += 60_000;
        return openedOf(offer).length === 1;
    });
});
test("a service hears nothing of another's report, whatever its case system says", async () => {
    start();
    const offer = await registered();
    let asked = 0;
    const caseSystem = {
        ...playCaseSystem(),
        openings: async (after) => {
            asked += 1;
            return after === null
                ? [{ cursor: "1", id: offer.header.id, at: new Date(world.now).toISOString() }]
                : [];
        },
    };
    const other = servedService("fana", world.hub, world.encryption, newSigner(), caseSystem);
    await worker.stop();
    start([service, other]);
    await until(() => asked > 1);
    assert.ok((await passedBy()).some(({ service: id, reportId }) => id === "fana" && reportId === offer.header.id));
    assert.equal(openedOf(offer).length, 0);
});
test("a case system that is away is asked, and told, again until it is there", async () => {
    start();
    isAway = true;
    const offer = await registered();
    opens(offer.header.id);
    await until(async () => (await store.waiting(room.db.read)).some(({ step, mostAttempts }) => step === "tell" && mostAttempts > 0));
    assert.equal(openedOf(offer).length, 0);
    assert.equal(told.has(offer.header.id), false);
    isAway = false;
    await until(() => {
        world.now += 60_000;
        return told.get(offer.header.id)?.length === 3;
    });
    await until(isQuiet);
});
//# sourceMappingURL=hear-openings.test.js.map