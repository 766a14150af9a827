// Goal: the receiver can tell the inbox where a report came from and which receipts the hub has, and learn of every
// first opening, once, of its own service only. Method: over HTTP on a real database, with openings by real people.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { bergenhus, fana, InboxWorld } from "../../test/inbox-world.js";
import { openReport } from "./open-report.js";
import { receiptsOf } from "./people-store.js";
let world;
before(async () => {
    world = await new InboxWorld().open();
});
after(() => world.close());
async function openings(service, query = "") {
    const answer = await world.call(service, "GET", `/openings${query}`);
    assert.equal(answer.status, 200);
    return (await answer.json()).openings;
}
const deskOf = (id, sub) => ({
    service: { id, name: id },
    person: { sub, name: sub, level: "idporten-loa-high", locale: null, actsFor: null, at: 0 },
    since: 0,
});
const errorOf = async (answer) => [
    answer.status,
    (await answer.json()).error,
];
test("a channel may be told, and must be one that is known", async () => {
    await world.put({ serial: 1, channel: "svarinn" });
    const body = {
        service: bergenhus,
        serial: 2,
        acceptedAt: null,
        kind: "unknown",
        flags: [],
        channel: "post",
    };
    const answer = await world.call(bergenhus, "PUT", `/reports/${randomUUID()}`, { ...body, files: [] });
    assert.deepEqual(await errorOf(answer), [400, "request.bad-shape"]);
});
test("first openings come in order, each once, to the service they belong to; later ones and files do not", async () => {
    const [one, two] = [await world.put({ serial: 3 }), await world.put({ serial: 4 })];
    const theirs = await world.put({ service: fana, serial: 1 });
    const { db } = world.database;
    const at = world.now;
    await openReport(db, deskOf(bergenhus, "berit"), two, "report", at);
    await openReport(db, deskOf(fana, "farid"), theirs, "report", at);
    await openReport(db, deskOf(bergenhus, "berit"), two, "pdf", at + 1);
    await openReport(db, deskOf(bergenhus, "linda"), two, "report", at + 2);
    await openReport(db, deskOf(bergenhus, "linda"), one, "report", at + 3);
    const all = await openings(bergenhus);
    assert.deepEqual(all.map(({ id, at: when }) => [id, Date.parse(when) - at]), [
        [two, 0],
        [one, 3],
    ]);
    assert.deepEqual(Object.keys(all[0]).sort(), ["at", "cursor", "id"]);
    assert.ok(all[0].cursor < all[1].cursor);
    assert.deepEqual(await openings(bergenhus, `?after=${all[0].cursor}`), [all[1]]);
    assert.deepEqual(await openings(bergenhus, "?after=0&limit=1"), [all[0]]);
    assert.deepEqual(await openings(bergenhus, `?after=${all[1].cursor}`), []);
    assert.deepEqual((await openings(fana)).map(({ id }) => id), [theirs]);
    assert.deepEqual(await errorOf(await world.call(bergenhus, "GET", "/openings?after=x")), [
        400,
        "request.bad-shape",
    ]);
});
test("however many open at once, whoever reads on from the last cursor misses no first opening", async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, (_, index) => world.put({ serial: 10 + index })));
    const seen = new Set();
    let after = 0;
    let isOpening = true;
    const reading = (async () => {
        for (let last = false; !last;) {
            last = !isOpening;
            for (const { id, cursor } of await openings(bergenhus, `?after=${after}&limit=3`)) {
                seen.add(id);
                after = cursor;
                last = false;
            }
        }
    })();
    const people = ids.flatMap((id) => ["berit", "linda"].map((sub) => [id, sub]));
    await Promise.all(people.map(([id, sub]) => openReport(world.database.db, deskOf(bergenhus, sub), id, "report", world.now)));
    isOpening = false;
    await reading;
    assert.deepEqual(ids.filter((id) => !seen.has(id)), []);
    const firsts = (await openings(bergenhus)).map(({ id }) => id);
    assert.equal(new Set(firsts).size, firsts.length);
});
test("receipts are kept once each, and only those of this report of this service", async () => {
    const id = await world.put({ serial: 30 });
    const path = `/reports/${id}/receipts`;
    const [accepted, stored] = await world.told(id, ["accepted", "stored"]);
    const kept = async () => (await receiptsOf(world.database.db.read, bergenhus, id)).map(({ body }) => JSON.parse(body));
    const again = await world.call(bergenhus, "PUT", path, { receipts: [stored, accepted] });
    assert.deepEqual(await again.json(), { kept: 2, unreadable: 0 });
    assert.deepEqual(await kept(), [accepted, stored]);
    const strange = { ...stored, kind: "moved" };
    const mixed = await world.call(bergenhus, "PUT", path, {
        receipts: [strange, world.receipt(id, "registered", world.now)],
    });
    assert.deepEqual(await mixed.json(), { kept: 1, unreadable: 1 });
    assert.equal((await kept()).length, 3);
    const other = await world.put({ serial: 31 });
    const wrong = async (service, at, receipts) => errorOf(await world.call(service, "PUT", at, { receipts }));
    const theirs = world.receipt(id, "registered", world.now, fana);
    assert.deepEqual(await wrong(bergenhus, path, [theirs]), [403, "receipt.wrong-service"]);
    assert.deepEqual(await wrong(bergenhus, `/reports/${other}/receipts`, [accepted]), [
        400,
        "request.bad-shape",
    ]);
    assert.deepEqual(await wrong(fana, path, [theirs]), [404, "report.unknown"]);
    assert.deepEqual(await wrong(fana, "/reports/no-id/receipts", []), [404, "report.unknown"]);
    assert.deepEqual(await wrong(bergenhus, path, {}), [400, "request.bad-shape"]);
    assert.equal((await kept()).length, 3);
});
//# sourceMappingURL=case-routes.test.js.map