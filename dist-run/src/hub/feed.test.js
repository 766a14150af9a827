// Goal: a sender that remembers the last place it has heard of misses no receipt of its own reports, and hears
// of nobody else's. Method: receipts over HTTP, with a sequencer that the test runs by hand.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expectStatus, openHub } from "../../test/hub-room.js";
import { newKey, pemOf } from "../../test/sealed-package.js";
import { wakeSenders } from "./feed.js";
import { sequencer } from "./sequence.js";
let room;
let sequence;
before(async () => {
    room = await openHub();
    sequence = sequencer(room.hub);
    await room.addService("heard", "receiver", "1804");
});
after(() => room.close());
async function heard(query, who = room.asSubmitter()) {
    const answer = await room.ask("GET", `/receipts${query}`, undefined, who);
    expectStatus(answer, 200);
    return answer.json();
}
test("receipts come once each, in the ledger's order, from where the sender left off", async () => {
    const first = await room.accepted("heard");
    await sequence();
    const one = await heard("");
    assert.deepEqual(one.receipts.map(({ receipt }) => receipt), [first.receipt]);
    const second = await room.accepted("heard");
    assert.deepEqual((await heard(`?after=${one.next}`)).receipts, [], "not before the ledger has it");
    await sequence();
    const two = await heard(`?after=${one.next}`);
    assert.deepEqual(two.receipts.map(({ receipt }) => receipt), [second.receipt]);
    assert.ok(two.next > one.next);
});
test("who waits is told as soon as the ledger has something", async () => {
    const { next } = await heard("");
    const waiting = heard(`?after=${next}&wait=25`);
    const { receipt } = await room.accepted("heard");
    while (room.hub.waiting.services().length === 0)
        await new Promise(setImmediate);
    await sequence();
    wakeSenders(room.hub);
    assert.deepEqual((await waiting).receipts.map((one) => one.receipt), [receipt]);
});
test("a sender hears nothing of another's reports, and whoever does not prove itself hears nothing", async () => {
    const other = newKey();
    const change = room.change("submitter:other", "submitter", { keyId: other.keyId, pem: pemOf(other) });
    expectStatus(await room.publish(change), 201);
    assert.deepEqual((await heard("", { caller: "submitter:other", ...other })).receipts, []);
    expectStatus(await room.ask("GET", "/receipts"), 401);
    expectStatus(await room.ask("GET", "/receipts", undefined, room.asService("heard")), 403);
});
test("a receipt that stands behind many of others' is heard of, and its place is the next one's start", async () => {
    await room.database.db.begin((tx) => tx `insert into key_change (key_id, owner, use, change, countersignatures, bootstrap, recorded_at)
      select md5(n::text), owner, use, change, '[]', false, now()
      from generate_series(1, 1200) as n, (select * from key_change where use = 'submitter' limit 1) as one`);
    const { next } = await heard("");
    await room.database.db.begin((tx) => tx `insert into ledger_leaf (key_change, salt, commitment)
      select md5(n::text), sha256(n::text::bytea), sha256(n::text::bytea)
      from generate_series(1, 1200) as n`);
    await sequence();
    const { receipt } = await room.accepted("heard");
    while ((await sequence()) > 0)
        ;
    const waiting = await heard(`?after=${next}&wait=25`);
    assert.deepEqual(waiting.receipts.map((one) => one.receipt), [receipt]);
    assert.deepEqual(await heard(`?after=${waiting.next}`), { receipts: [], next: waiting.next });
});
test("a place or a wait that is none is refused with what it should be", async () => {
    for (const query of ["?after=x", "?after=-2", "?wait=26", "?after=1.5"]) {
        const answer = await room.ask("GET", `/receipts${query}`, undefined, room.asSubmitter());
        assert.equal(answer.status, 400, query);
        assert.match(answer.json().message, /(after|wait): -?\d+ to \d+/);
    }
});
//# sourceMappingURL=feed.test.js.map