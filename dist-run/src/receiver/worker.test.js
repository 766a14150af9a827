// Goal: the loops bring every report from the hub into its case system, whatever happens to one of them, and stop
// cleanly. Method: the worker on a real database, against a played hub and played case systems.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, afterEach, before, test } from "node:test";
import { newFiles, newOffer, newSigner } from "../../test/offering-hub.js";
import { playCaseSystem, servedService, testRoom, until } from "../../test/receiver-room.js";
import { refuse } from "../core/problem.js";
import { contentHashOf } from "../core/report.js";
import * as store from "./store.js";
import { startWorker } from "./worker.js";
let world;
let worker = null;
let serial = 0;
const brisk = { atOnce: 8, lookEveryMs: 20, checkKeysEveryMs: 60_000 };
before(async () => {
    world = await testRoom();
});
afterEach(async () => {
    await worker?.stop();
    worker = null;
    world.caseSystem.beforePut = () => undefined;
    world.hub.refusing = () => null;
    world.hub.offers.length = 0;
});
after(() => world.close());
async function offerTo(service = world.service.id, changed = {}) {
    serial += 1;
    const { certificatePem } = world.encryption;
    const offer = await newOffer(world.hub.signer, { service, serial, certificatePem }, newFiles(), changed);
    world.hub.offers.push(offer);
    return offer;
}
const offers = (count) => Promise.all(Array.from({ length: count }, () => offerTo()));
const isRegistered = (offer) => world.hub.of("stored", offer.header.id).length === 1 &&
    world.hub.of("registered", offer.header.id).length === 1;
const start = (room = world.room) => {
    worker = startWorker(room, brisk);
};
test("many reports are all stored and registered once, unchanged, and nothing is left to do", async () => {
    const all = await offers(60);
    start();
    await until(() => all.every(isRegistered));
    for (const { header } of all) {
        const put = world.caseSystem.reports.get(header.id);
        assert.equal(contentHashOf(put.files), header.contentHash);
    }
    assert.equal(world.caseSystem.puts, 60);
    await until(async () => (await store.waiting(world.room.db.read)).length === 0);
    const posts = world.hub.requests.filter((one) => one === "POST /receipts").length;
    assert.ok(posts < 100, `receipts go together: ${posts} posts for 120`);
});
test("offers nobody may believe, and reports nobody can open, do not stop the others", async () => {
    const [liar, mixed, corrupt] = [
        await offerTo(),
        await offerTo(),
        await offerTo(undefined, { contentHash: "a".repeat(64) }),
    ];
    liar.accepted = { ...liar.accepted, signature: "A".repeat(86) };
    mixed.sealed = corrupt.sealed;
    const good = await offers(10);
    start();
    await until(() => good.every(isRegistered));
    await until(() => world.hub.of("declined", corrupt.header.id).length === 1);
    await until(() => world.hub.of("declined", mixed.header.id).length === 1);
    assert.equal(world.hub.of("declined", corrupt.header.id)[0].reason, "corrupt");
    assert.equal(world.hub.of("declined", mixed.header.id)[0].reason, "corrupt");
    const isLasting = (offer) => world.hub.of("declined", offer.header.id)[0].lasting;
    assert.deepEqual([isLasting(corrupt), isLasting(mixed)], [true, false], "what is not held may come whole");
    assert.equal(world.hub.of("stored", mixed.header.id).length, 0);
    assert.equal(world.hub.of("stored", liar.header.id).length, 0);
    const noted = await store.deviationsSince(world.room.db.read, 0, 50);
    assert.ok(noted.some((one) => one.kind === "offer.refused" && one.detail === "receipt.bad-signature"));
});
test("with the case system down reports are stored and declined once; when it is up they are registered", async () => {
    world.caseSystem.beforePut = () => refuse("case-system.not-reached");
    const all = await offers(5);
    start();
    await until(() => all.every(({ header }) => world.hub.of("declined", header.id).length === 1));
    assert.ok(all.every(({ header }) => world.hub.of("stored", header.id).length === 1));
    world.now += 600_000;
    await until(async () => (await store.waiting(world.room.db.read)).some((one) => one.mostAttempts > 1));
    world.caseSystem.beforePut = () => undefined;
    world.now += 600_000;
    await until(() => all.every(isRegistered));
    assert.ok(all.every(({ header }) => world.hub.of("declined", header.id).length === 1));
});
test("when the case system is back, the first report that gets through makes the others due", async () => {
    world.caseSystem.beforePut = () => refuse("case-system.not-reached");
    const all = await offers(5);
    start();
    await until(() => all.every(({ header }) => world.hub.of("declined", header.id).length === 1));
    world.caseSystem.beforePut = () => undefined;
    const newest = await offerTo(); // no time passes: the five are not due by themselves
    await until(() => [...all, newest].every(isRegistered));
});
test("one service's case system that hangs holds up no other service", async () => {
    const [key, caseSystem] = [newSigner(), playCaseSystem()];
    const other = servedService(`fana-${randomUUID().slice(0, 8)}`, world.hub, world.encryption, key, caseSystem);
    let letGo = () => undefined;
    const hanging = new Promise((resolve) => {
        letGo = resolve;
    });
    world.caseSystem.beforePut = () => hanging;
    const stuck = await offers(brisk.atOnce * 2);
    const flowing = await Promise.all(Array.from({ length: 10 }, () => offerTo(other.id)));
    start({ ...world.room, services: [world.service, other] });
    await until(() => flowing.every(isRegistered));
    await until(() => stuck.every(({ header }) => world.hub.of("stored", header.id).length === 1));
    assert.equal(stuck.some(isRegistered), false);
    letGo();
    world.now += 600_000;
    await until(() => stuck.every(isRegistered));
});
test("a receiver that cannot be sure of its disk says so once, and stores nothing", async () => {
    const offer = await offerTo();
    const shaky = (db) => ({
        ...db,
        begin: (work) => db.begin(async (tx) => {
            await tx `set local synchronous_commit = off`;
            return work(tx);
        }),
    });
    const room = { ...world.room, db: shaky(world.room.db) };
    start(room);
    await until(() => world.hub.of("declined", offer.header.id).length === 1);
    assert.equal(world.hub.of("declined", offer.header.id)[0].reason, "storage-not-durable");
    assert.equal(await store.heldReport(world.room.db.read, offer.header.id), null);
    await worker.stop();
    start();
    await until(() => isRegistered(offer));
});
test("a full disk under the receiver's database is told as such, and later the report is taken", async () => {
    const offer = await offerTo();
    let isFull = true;
    const full = (db) => ({
        ...db,
        begin: async (work) => {
            if (isFull)
                throw Object.assign(new Error("could not extend file"), { code: "53100" });
            return db.begin(work);
        },
    });
    start({ ...world.room, db: full(world.room.db) });
    await until(() => world.hub.of("declined", offer.header.id).length === 1);
    assert.equal(world.hub.of("declined", offer.header.id)[0].reason, "storage-full");
    isFull = false;
    await worker.stop();
    start();
    await until(() => isRegistered(offer));
});
/** The service with its road to the hub played. */
function onRoad(road) {
    const door = world.service.source;
    const fetch = (url, init) => road(url, () => door.fetch(url, init));
    return { ...world.service, source: { ...door, fetch } };
}
test("an answer that is cut, lost or never comes is asked for again, and nothing is doubled", async () => {
    const all = await offers(12);
    let polls = 0;
    const service = onRoad(async (url, next) => {
        if (!url.endsWith("/offers"))
            return polls % 2 === 0 ? next() : lost(next);
        polls += 1;
        if (polls === 1)
            return new Response((await (await next()).text()).slice(0, 3000));
        return polls === 2 ? lost(next) : next();
    });
    start({ ...world.room, services: [service] });
    await until(() => {
        world.now += 1000;
        return all.every(isRegistered);
    });
    for (const { header } of all)
        assert.ok(world.caseSystem.reports.has(header.id));
});
async function lost(next) {
    await next();
    throw new TypeError("the connection was reset");
}
test("a stop in the middle loses nothing: another receiver goes on with what is booked", async () => {
    const all = await offers(30);
    start();
    await until(() => all.some(({ header }) => world.hub.of("stored", header.id).length === 1));
    await worker.stop();
    start();
    await until(() => all.every(isRegistered));
    for (const { header } of all)
        assert.ok(world.caseSystem.reports.has(header.id));
});
test("a stop ends what is held on the road at once, also with a database that is gone", async () => {
    const isGone = () => Promise.reject(Object.assign(new Error("gone"), { code: "CONNECTION_CLOSED" }));
    const read = new Proxy(world.room.db.read, { apply: isGone });
    let held = 0;
    const door = world.service.source;
    // A half-open connection: nothing ever comes, but who asked may stop waiting.
    const fetch = (_url, init) => {
        held += 1;
        return new Promise((_resolve, reject) => {
            init.signal.addEventListener("abort", () => reject(init.signal.reason));
        });
    };
    const service = { ...world.service, source: { ...door, fetch } };
    start({ ...world.room, db: { ...world.room.db, read, begin: isGone }, services: [service] });
    await until(() => held === 2);
    const began = performance.now();
    await worker.stop();
    assert.ok(performance.now() - began < 5000);
});
//# sourceMappingURL=worker.test.js.map