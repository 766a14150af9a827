// Goal: the sealed bytes leave only on proof that somebody else holds the report, or by a named person. Method: a
// real database, and a hub that hands out every kind of receipt that is no proof.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { freshDatabase } from "../../test/database.js";
import { newPair } from "../../test/played-hub.js";
import { isProblem, minutes, person, receiver, sendingWorld, service } from "../../test/sending-world.js";
import { closeByHand } from "./close.js";
import { postNext, postNow } from "./post.js";
import { settleNext } from "./settle.js";
import { receiptsOf } from "./store.js";
import { postDue, settleDue, startOutbox } from "./worker.js";
const world = sendingWorld(() => freshDatabase("outbox"));
async function accepted() {
    const id = await world.kept();
    assert.equal((await postNow(world.sender, id)).outcome, "accepted");
    return id;
}
describe("letting go", () => {
    test("a receiver's word that it is stored releases the bytes, and nothing before it does", async () => {
        const id = await accepted();
        world.hub.now += 5000;
        assert.deepEqual(await settleNext(world.sender), { id, outcome: "kept", faults: [] });
        assert.equal(await world.isStillHere(id), true);
        world.hub.add(id, { kind: "stored", by: { role: "receiver", id: service } }, receiver);
        world.hub.now += minutes(5);
        assert.deepEqual(await settleNext(world.sender), { id, outcome: "released", faults: [] });
        assert.equal(await world.isStillHere(id), false);
        const { releasedAt, closedBy, nextAskAt } = await world.read(id);
        assert.deepEqual([releasedAt?.getTime(), closedBy, nextAskAt], [world.hub.now, null, null]);
        assert.deepEqual((await receiptsOf(world.sender.db.read, id)).map(({ kind }) => kind), ["accepted", "stored"]);
        world.hub.now += minutes(60);
        assert.equal(await settleNext(world.sender), null);
    });
    test("a claim never does; a named person's confirmation does", async () => {
        const id = await accepted();
        world.hub.channel = "svarinn";
        world.hub.add(id, { kind: "claimed", by: { role: "channel", id: "svarinn" } }, world.hub.key);
        for (let day = 0; day < 60; day += 1) {
            world.hub.now += minutes(24 * 60);
            assert.equal((await settleNext(world.sender))?.outcome, "kept");
        }
        assert.equal(await world.isStillHere(id), true);
        world.hub.add(id, { kind: "confirmed", by: { role: "person", id: "person:kari" } }, person);
        world.hub.now += minutes(5);
        assert.equal((await settleNext(world.sender))?.outcome, "released");
    });
    test("a receipt that anybody but the receiver signed counts for nothing", async () => {
        const id = await accepted();
        const [neighbour, unknown, old] = [newPair(), newPair(), newPair()];
        world.hub.publish(neighbour, "service:fana-ytrebygda", "receipt");
        world.hub.publish(old, `service:${service}`, "receipt", "2026-01-01T00:00:00.000Z");
        const stored = { kind: "stored", by: { role: "receiver", id: service } };
        for (const pair of [world.hub.key, neighbour, unknown, old, person, world.hub.submitter])
            world.hub.add(id, stored, pair);
        world.hub.add(id, { ...stored, sealedHash: "0".repeat(64) }, receiver);
        world.hub.add(id, { ...stored, service: "fana-ytrebygda" }, receiver);
        world.hub.add(id, { ...stored, reportId: randomUUID() }, receiver);
        world.hub.add(id, { kind: "stored", by: { role: "hub", id: "hub" } }, world.hub.key);
        world.hub.now += 5000;
        const settled = await settleNext(world.sender);
        assert.equal(settled?.outcome, "kept");
        assert.equal(settled?.faults.length, 10);
        assert.equal(await world.isStillHere(id), true);
    });
    test("that a caseworker opened it is believed with the service's key, newer or not, and releases nothing", async () => {
        const id = await accepted();
        const [newer, neighbour] = [newPair(), newPair()];
        world.hub.publish(newer, `service:${service}`, "receipt");
        world.hub.publish(neighbour, "service:fana-ytrebygda", "receipt");
        const opened = { kind: "opened", by: { role: "caseworker", id: service } };
        world.hub.add(id, opened, receiver);
        world.hub.add(id, { ...opened, at: "2024-11-23T12:00:00.000Z" }, newer);
        world.hub.add(id, opened, neighbour);
        world.hub.add(id, { ...opened, by: { role: "receiver", id: service } }, receiver);
        world.hub.now += 5000;
        const wrong = ["receipt.wrong-issuer", "receipt.wrong-issuer"];
        assert.deepEqual(await settleNext(world.sender), { id, outcome: "kept", faults: [...wrong] });
        const kept = await receiptsOf(world.sender.db.read, id);
        assert.equal(kept.filter(({ kind }) => kind === "opened").length, 2);
    });
    test("a key handed out under another's id counts for nothing", async () => {
        const id = await accepted();
        const forger = newPair();
        world.hub.publish(forger, `service:${service}`, "receipt");
        world.hub.published.set(receiver.keyId, world.hub.published.get(forger.keyId));
        world.hub.add(id, { kind: "stored", by: { role: "receiver", id: service } }, { ...forger, keyId: receiver.keyId });
        world.hub.now += 5000;
        assert.deepEqual((await settleNext(world.sender))?.faults, ["receipt.bad-signature"]);
    });
    test("a hub that has lost the report gets the same bytes again", async () => {
        await accepted();
        world.hub.accepted.clear();
        world.hub.now += 5000;
        assert.equal((await settleNext(world.sender))?.outcome, "lost-by-hub");
        assert.equal((await postNext(world.sender))?.outcome, "accepted");
        assert.equal(world.hub.bodies.length, 2);
        assert.ok(world.hub.bodies[0].equals(world.hub.bodies[1]));
        assert.equal(world.hub.accepted.size, 1);
    });
    test("a named person can close it, and nobody else", async () => {
        const id = await world.kept();
        await assert.rejects(closeByHand(world.sender.db, id, "kari", world.hub.now), isProblem("caller.not-allowed"));
        const closed = await closeByHand(world.sender.db, id, "person:kari", world.hub.now);
        assert.equal(closed.closedBy, "person:kari");
        assert.equal(await world.isStillHere(id), false);
        assert.equal(await postNext(world.sender), null);
        await assert.rejects(postNow(world.sender, id), isProblem("report.unknown"));
        await assert.rejects(closeByHand(world.sender.db, randomUUID(), "person:kari", world.hub.now), isProblem("report.unknown"));
    });
});
describe("the worker", () => {
    test("goes on after a failure, and stops when told to", async () => {
        const id = await world.kept();
        world.hub.fault = "dies-before";
        assert.deepEqual(await postDue(world.sender), [{ outcome: "failed", code: "hub.not-reached" }]);
        world.hub.fault = null;
        world.hub.now += minutes(1);
        const worker = startOutbox(world.sender, { lanes: 2, limit: 10 }, 10);
        const deadline = Date.now() + 10_000;
        while ((await world.read(id)).nextPostAt !== null && Date.now() < deadline)
            await new Promise((resolve) => setImmediate(resolve));
        world.hub.add(id, { kind: "stored", by: { role: "receiver", id: service } }, receiver);
        world.hub.now += minutes(5);
        while ((await world.isStillHere(id)) && Date.now() < deadline)
            await new Promise((resolve) => setImmediate(resolve));
        await worker.close();
        assert.equal(await world.isStillHere(id), false);
        assert.deepEqual(await settleDue(world.sender), []);
    });
});
describe("the database itself", () => {
    test("lets the sender change no bytes, delete nothing and rewrite no receipt", async () => {
        const id = await accepted();
        const sql = world.sender.db.read;
        await assert.rejects(sql `delete from package where id = ${id}`, /permission denied/);
        await assert.rejects(sql `truncate package`, /permission denied/);
        await assert.rejects(sql `update package_receipt set kind = 'stored'`, /permission denied/);
        await assert.rejects(sql `delete from package_receipt`, /permission denied/);
        await assert.rejects(sql `update package set bytes = '\\x00'`, /bytes_are_those_sealed/);
        await assert.rejects(sql `update package set bytes_hash = '\\x00'`, /permission denied/);
        await assert.rejects(sql `update package set bytes = null`, /released_or_kept/);
    });
});
//# sourceMappingURL=settle.test.js.map