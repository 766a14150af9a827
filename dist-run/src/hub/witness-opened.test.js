// Goal: that a report was opened is taken on the word of its own service's receiver, for a caseworker there, and of
// nobody else. Method: right ones, and each rule broken by one receipt.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expectStatus, openHub } from "../../test/hub-room.js";
import { newKey, pemOf } from "../../test/sealed-package.js";
import { countersign } from "../core/key-change.js";
import { receiptHash } from "../core/receipt.js";
let room;
before(async () => {
    room = await openHub();
    await room.addService("alver", "receiver", "4631");
    await room.addService("bergen", "receiver", "4601");
});
after(() => room.close());
const resultsIn = (answer) => answer.json().results;
const receiptsOf = async (report) => {
    const answer = await room.ask("GET", `/reports/${report.id}/receipts`, undefined, room.asSubmitter());
    expectStatus(answer, 200);
    return answer.json().receipts;
};
const wrongs = [
    [
        "an opening, by the receiver for itself",
        "opened",
        { role: "receiver", id: "alver" },
        "receipt.wrong-issuer",
    ],
    [
        "an opening, by a caseworker of another service",
        "opened",
        { role: "caseworker", id: "bergen" },
        "receipt.wrong-issuer",
    ],
    ["an opening, by a named person", "opened", { role: "person", id: "alver" }, "receipt.wrong-issuer"],
    ["an opening, by the hub", "opened", { role: "hub", id: "alver" }, "receipt.wrong-issuer"],
    ["storing, by a caseworker", "stored", { role: "caseworker", id: "alver" }, "receipt.wrong-issuer"],
    [
        "an opening, signed with another service's key",
        "opened",
        { role: "caseworker", id: "alver" },
        "receipt.bad-signature",
        "bergen",
    ],
];
for (const [what, kind, by, code, key] of wrongs)
    test(`a receipt of ${what}, is refused`, async () => {
        const report = await room.accepted("alver");
        const wrong = room.receipt(report, kind, { by }, key ? room.receiptKeys.get(key) : undefined);
        assert.equal(resultsIn(await room.giveBack("alver", wrong))[0]?.error, code);
        assert.deepEqual(await receiptsOf(report), [report.receipt]);
    });
test("that a caseworker opened it is recorded on the receiver's word, in the ledger, and settles nothing", async () => {
    const report = await room.accepted("alver");
    const opened = room.receipt(report, "opened", { by: { role: "caseworker", id: "alver" } });
    assert.equal(resultsIn(await room.giveBack("alver", opened))[0]?.outcome, "recorded");
    assert.equal(resultsIn(await room.giveBack("alver", opened))[0]?.outcome, "already");
    assert.deepEqual(await receiptsOf(report), [report.receipt, opened]);
    const leaves = await room.database.db.read `
    select 1 from ledger_leaf where receipt = decode(${receiptHash(opened)}, 'hex')`;
    assert.equal(leaves.length, 1);
    const offers = await room.offers("alver", crypto.randomUUID());
    assert.ok(offers.some(({ header }) => header.id === report.id), "opened is no proof of storing");
});
test("what was opened before a change of key may be signed with the new one; what was stored may not", async () => {
    const report = await room.accepted("alver");
    const at = new Date(room.now).toISOString();
    room.now += 3_600_000;
    const [old, next] = [room.receiptKeys.get("alver"), newKey()];
    const key = { keyId: next.keyId, pem: pemOf(next) };
    const change = room.change("service:alver", "receipt", key, { previous: old.keyId });
    const countersignatures = [{ by: "previous", value: countersign(change, old.privateKey) }];
    expectStatus(await room.ask("POST", "/keys", { change, countersignatures }), 201);
    room.receiptKeys.set("alver", next);
    const opened = room.receipt(report, "opened", { at, by: { role: "caseworker", id: "alver" } });
    const answer = await room.giveBack("alver", opened, room.receipt(report, "stored", { at }));
    assert.deepEqual(resultsIn(answer).map(({ outcome, error }) => error ?? outcome), ["recorded", "receipt.bad-signature"]);
});
//# sourceMappingURL=witness-opened.test.js.map