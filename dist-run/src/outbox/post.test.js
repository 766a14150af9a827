// Goal: what was kept reaches the hub once, as the bytes it was, whatever dies or lies on the way. Method: a real
// database, and a road and a far end that break at each point.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { freshDatabase } from "../../test/database.js";
import { hubOrigin, newPair } from "../../test/played-hub.js";
import { isProblem, minutes, secret, sendingWorld, start } from "../../test/sending-world.js";
import { keep } from "./keep.js";
import { postNext, postNow } from "./post.js";
import { sourceKeyOf } from "./secret.js";
import { bytesOf, keptPackages, packageBySource, receiptsOf } from "./store.js";
import { postDue } from "./worker.js";
const world = sendingWorld(() => freshDatabase("outbox"));
describe("posting", () => {
    test("a kept package is posted once and has the hub's receipt", async () => {
        const id = await world.kept();
        const posted = await postNext(world.sender);
        assert.equal(posted?.outcome, "accepted");
        assert.equal(await postNext(world.sender), null);
        const { nextPostAt, posts, refusal } = await world.read(id);
        assert.deepEqual([nextPostAt, posts, refusal], [null, 1, null]);
        assert.deepEqual((await receiptsOf(world.sender.db.read, id)).map(({ kind }) => kind), ["accepted"]);
        assert.equal(await world.isStillHere(id), true);
    });
    test("one that has its receipt gives it again without asking the hub", async () => {
        const id = await world.kept();
        const [first, second] = [await postNow(world.sender, id), await postNow(world.sender, id)];
        assert.deepEqual(first, second);
        assert.equal(world.hub.bodies.length, 1);
    });
    for (const fault of ["dies-before", "dies-after"]) {
        test(`a hub that ${fault.replace("-", " ")} accepting gets the same bytes again`, async () => {
            const id = await world.kept();
            const bytes = await bytesOf(world.sender.db.read, id);
            world.hub.fault = fault;
            await assert.rejects(postNow(world.sender, id), isProblem("hub.not-reached"));
            assert.equal((await world.read(id)).nextPostAt?.getTime(), start + 5000);
            world.hub.fault = null;
            assert.equal(await postNext(world.sender), null);
            world.hub.now += 5000;
            assert.equal((await postNext(world.sender))?.outcome, "accepted");
            assert.equal(world.hub.accepted.size, 1);
            assert.ok(world.hub.bodies.every((body) => body.equals(bytes)));
        });
    }
    const lies = [
        ["other-bytes", "receipt.wrong-content"],
        ["forged", "receipt.bad-signature"],
        ["other-kind", "receipt.bad-form"],
        ["noise", "receipt.bad-form"],
    ];
    for (const [fault, code] of lies) {
        test(`an answer that is ${fault} is no receipt`, async () => {
            const id = await world.kept();
            world.hub.fault = fault;
            assert.deepEqual(await postNow(world.sender, id), { id, outcome: "refused", code, lasting: false });
            assert.equal((await world.read(id)).refusal, code);
            assert.deepEqual(await receiptsOf(world.sender.db.read, id), []);
            world.hub.fault = null;
            world.hub.now += minutes(1);
            assert.equal((await postNext(world.sender))?.outcome, "accepted");
            assert.equal((await world.read(id)).refusal, null);
        });
    }
    test("a key that is not the pinned one cannot accept", async () => {
        const id = await world.kept();
        const stranger = { ...world.sender, hub: { url: hubOrigin, keys: [newPair().publicKey] } };
        assert.equal((await postNow(stranger, id)).outcome, "refused");
    });
    test("a lasting refusal is shown, and the package is kept and tried again slowly", async () => {
        const id = await world.kept();
        world.hub.fault = 409;
        assert.deepEqual(await postNow(world.sender, id), {
            id,
            outcome: "refused",
            code: "report.id-reused",
            lasting: true,
        });
        const [shown] = await keptPackages(world.sender.db.read, 10);
        assert.deepEqual([shown?.id, shown?.refusal], [id, "report.id-reused"]);
        world.hub.now += minutes(59);
        assert.equal(await postNext(world.sender), null);
        world.hub.now += minutes(1);
        assert.equal((await postNext(world.sender))?.outcome, "refused");
        assert.equal(await world.isStillHere(id), true);
    });
    test("a hub that fails is asked again and again, never more than five minutes apart", async () => {
        const id = await world.kept();
        world.hub.fault = 503;
        for (let attempt = 0; attempt < 20; attempt += 1) {
            assert.equal((await postNext(world.sender))?.outcome, "refused");
            const next = (await world.read(id)).nextPostAt.getTime();
            assert.ok(next > world.hub.now && next <= world.hub.now + minutes(5));
            world.hub.now = next;
        }
        world.hub.fault = null;
        assert.equal((await postNext(world.sender))?.outcome, "accepted");
        assert.ok(world.hub.bodies.every((body) => body.equals(world.hub.bodies[0])));
    });
});
describe("a batch", () => {
    test("that was interrupted and is run again sends nothing twice", async () => {
        const files = Array.from({ length: 12 }, (_, index) => Buffer.from(`file ${index}`));
        const run = async (upTo) => {
            for (const file of files.slice(0, upTo)) {
                const sourceKey = sourceKeyOf(secret, file);
                const earlier = await packageBySource(world.sender.db.read, sourceKey);
                const id = earlier?.id ?? (await world.kept(sourceKey));
                if (world.hub.bodies.length === 5 && upTo < files.length)
                    return;
                await postNow(world.sender, id);
            }
        };
        await run(8);
        await run(files.length);
        assert.equal(world.hub.accepted.size, 12);
        assert.equal(world.hub.bodies.length, 12);
    });
    test("of which the same file is kept by two processes at once is kept once", async () => {
        const sourceKey = sourceKeyOf(secret, Buffer.from("file"));
        const ids = await Promise.all(Array.from({ length: 4 }, () => world.kept(sourceKey)));
        assert.equal(new Set(ids).size, 1);
        assert.equal((await keptPackages(world.sender.db.read, 10)).length, 1);
    });
    test("is posted by many at once, each package once", async () => {
        const ids = await Promise.all(Array.from({ length: 20 }, () => world.kept()));
        const results = (await Promise.all([postDue(world.sender), postDue(world.sender)])).flat();
        assert.equal(results.filter(({ outcome }) => outcome === "accepted").length, 20);
        assert.equal(world.hub.bodies.length, 20);
        assert.deepEqual([...world.hub.accepted.keys()].sort(), ids.sort());
    });
    test("the id of which stands for other bytes is refused", async () => {
        const first = await world.sealed();
        await keep(world.sender.db, first, null, world.hub.now);
        assert.equal((await keep(world.sender.db, first, null, world.hub.now)).isNew, false);
        const other = {
            header: { ...(await world.sealed()).header, id: first.header.id },
            bytes: Buffer.from("other"),
        };
        await assert.rejects(keep(world.sender.db, other, null, world.hub.now), isProblem("report.id-reused"));
    });
});
//# sourceMappingURL=post.test.js.map