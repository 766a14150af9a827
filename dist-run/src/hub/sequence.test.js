// Goal: every leaf gets one place in the tree, without gaps and for good, however transactions overlap.
// Method: receipts and changes of key, sequenced by one and by several at once, with a transaction held open.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openHub } from "../../test/hub-room.js";
import { canonicalText } from "../core/canonical.js";
import { commitmentOf, leafHash, rootOf } from "../core/ledger.js";
import { leavesInOrder } from "./ledger-store.js";
import { sequencer } from "./sequence.js";
let room;
before(async () => {
    room = await openHub();
    await room.addService("alver", "receiver", "4631");
});
after(() => room.close());
const places = async () => {
    const rows = await room.database.db.read `select place from ledger_place order by place`;
    return rows.map(({ place }) => place);
};
const leafCount = async () => (await room.database.db.read `select 1 from ledger_leaf`).length;
test("leaves get places from 0 without gaps, and what has its place keeps it", async () => {
    const sequence = sequencer(room.hub);
    for (let n = 0; n < 3; n++)
        await room.accepted("alver");
    assert.equal(await sequence(), await leafCount());
    assert.equal(await sequence(), 0);
    const before = await leavesInOrder(room.database.db.read);
    await room.accepted("alver");
    assert.equal(await sequence(), 1);
    const all = await leavesInOrder(room.database.db.read);
    assert.deepEqual(all.slice(0, before.length), before);
    assert.deepEqual(await places(), all.map((_, index) => index));
    assert.equal(rootOf(all.map(leafHash)).length, 32);
});
test("a leaf commits to its receipt, and to nothing without the salt", async () => {
    const report = await room.accepted("alver");
    const [leaf] = await room.database.db.read `
    select salt, commitment, body from ledger_leaf join receipt on receipt.hash = ledger_leaf.receipt
    where receipt.report = ${report.id}`;
    const bytes = Buffer.from(canonicalText(report.receipt));
    assert.deepEqual(commitmentOf(leaf.salt, bytes), leaf.commitment);
});
test("several sequencers at once give each leaf one place", async () => {
    await Promise.all(Array.from({ length: 20 }, () => room.accepted("alver")));
    const placed = await Promise.all([1, 2, 3, 4].map(() => sequencer(room.hub)()));
    assert.ok(placed.reduce((sum, count) => sum + count) >= 20);
    assert.deepEqual(await places(), Array.from({ length: await leafCount() }, (_, index) => index));
});
test("a leaf that is committed after later ones is found", async () => {
    const sequence = sequencer(room.hub);
    await sequence();
    const { promise: held, resolve: letGo } = Promise.withResolvers();
    const { promise: written, resolve: hasWritten } = Promise.withResolvers();
    const keyId = "f".repeat(32);
    const slow = room.database.db.begin(async (tx) => {
        await tx `insert into key_change (key_id, owner, use, change, countersignatures, bootstrap, recorded_at)
             select ${keyId}, 'submitter:slow', 'submitter', change, '[]', false, now() from key_change
             where owner = 'submitter:test' limit 1`;
        await tx `insert into ledger_leaf (key_change, salt, commitment)
             select ${keyId}, decode(repeat('01', 32), 'hex'), decode(repeat('02', 32), 'hex')`;
        hasWritten();
        await held;
    });
    await written;
    await room.accepted("alver");
    assert.equal(await sequence(), 1);
    letGo();
    await slow;
    assert.equal(await sequence(), 1);
    assert.equal((await places()).length, await leafCount());
});
test("the tables refuse a gap, a second place and a changed one", async () => {
    const { read } = room.database.db;
    const last = (await places()).at(-1);
    await room.accepted("alver");
    const leaf = read `(select max(id) from ledger_leaf)`;
    await assert.rejects(read `insert into ledger_place values (${last + 2}, ${last + 1}, ${leaf})`, /foreign key/);
    await assert.rejects(read `insert into ledger_place values (${last + 2}, ${last}, ${leaf})`, /check/);
    await assert.rejects(read `insert into ledger_place values (${last + 1}, null, ${leaf})`, /check/);
    await assert.rejects(read `update ledger_place set leaf = leaf`, /permission denied/);
});
//# sourceMappingURL=sequence.test.js.map