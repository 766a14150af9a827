// Goal: the ledger holds what a service's receiver has vouched for of its own reports, and nothing else.
// Method: one rule at a time, each broken by one receipt; then all orders of a set of right ones.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expectStatus, openHub } from "../../test/hub-room.js";
import { newKey, pemOf } from "../../test/sealed-package.js";
import { countersign } from "../core/key-change.js";
import { pairIn } from "../core/proof.js";
import { receiptHash } from "../core/receipt.js";
import { deviations } from "./receipt-store.js";
let room;
before(async () => {
    room = await openHub();
    await room.addService("alver", "receiver", "4631");
    await room.addService("bergen", "receiver", "4601");
});
after(() => room.close());
const resultsIn = (answer) => answer.json().results;
const noted = async (report) => (await deviations(room.database.db.read)).filter((one) => one.report === report);
const receiptsOf = async (report) => {
    const answer = await room.ask("GET", `/reports/${report.id}/receipts`, undefined, room.asSubmitter());
    expectStatus(answer, 200);
    return answer.json().receipts;
};
test("a right receipt is recorded with its leaf, and the sender can fetch it as it was signed", async () => {
    const report = await room.accepted("alver");
    const stored = room.receipt(report, "stored", {
        contentHash: report.header.contentHash,
        storage: { systemId: "1", timeline: 1, committedAt: "0/1", flushedTo: "0/2" },
    });
    const answer = await room.giveBack("alver", stored);
    assert.equal(answer.status, 200);
    const { nonce } = pairIn(report.pairs, 1);
    const challenge = { id: report.id, n: 1, nonce, purpose: "registered" };
    assert.deepEqual(resultsIn(answer), [{ hash: receiptHash(stored), outcome: "recorded", challenge }]);
    assert.deepEqual(await receiptsOf(report), [report.receipt, stored]);
    const leaves = await room.database.db.read `
    select 1 from ledger_leaf where receipt = decode(${receiptHash(stored)}, 'hex')`;
    assert.equal(leaves.length, 1);
});
test("a receipt sent again changes nothing and is said to be there already", async () => {
    const report = await room.accepted("alver");
    const stored = room.receipt(report, "stored");
    await room.giveBack("alver", stored);
    assert.equal(resultsIn(await room.giveBack("alver", stored, stored))[1]?.outcome, "already");
    const twice = room.receipt(report, "registered", { reference: "A-1" });
    const outcomes = resultsIn(await room.giveBack("alver", twice, twice)).map(({ outcome }) => outcome);
    assert.deepEqual(outcomes, ["recorded", "already"]);
    assert.equal((await receiptsOf(report)).length, 3);
});
test("the same receipt from many at once is recorded once", async () => {
    const report = await room.accepted("alver");
    const stored = room.receipt(report, "stored");
    const answers = await Promise.all(Array.from({ length: 8 }, () => room.giveBack("alver", stored)));
    const outcomes = answers.map((answer) => resultsIn(answer)[0].outcome).sort();
    assert.deepEqual(outcomes, [...Array(7).fill("already"), "recorded"]);
});
/** Each breaks one rule. `noted`: it points to an attack or a loss, and somebody must look. */
const wrongs = [
    [
        "in another service's name",
        (r) => room.receipt(r, "stored", { service: "bergen" }),
        "receipt.wrong-service",
        403,
        true,
    ],
    [
        "for another service's report",
        async () => {
            const theirs = await room.accepted("bergen");
            const by = { role: "receiver", id: "alver" };
            return room.receipt(theirs, "stored", { service: "alver", by }, room.receiptKeys.get("alver"));
        },
        "receipt.wrong-service",
        403,
        true,
    ],
    [
        "with another's key",
        (r) => room.receipt(r, "stored", {}, room.receiptKeys.get("bergen")),
        "receipt.bad-signature",
        422,
        true,
    ],
    [
        "with an unpublished key",
        (r) => room.receipt(r, "stored", {}, newKey()),
        "receipt.bad-signature",
        422,
        true,
    ],
    [
        "changed after signing",
        (r) => ({ ...room.receipt(r, "stored"), software: "x" }),
        "receipt.bad-signature",
        422,
        true,
    ],
    [
        "signed before its key was valid",
        (r) => room.receipt(r, "stored", { at: "2020-01-01T00:00:00.000Z" }),
        "receipt.bad-signature",
        422,
        true,
    ],
    [
        "of a kind that only the hub issues",
        (r) => room.receipt(r, "proven"),
        "receipt.wrong-issuer",
        403,
        false,
    ],
    [
        "by another receiver's id",
        (r) => room.receipt(r, "stored", { by: { role: "receiver", id: "bergen" } }),
        "receipt.wrong-issuer",
        403,
        false,
    ],
    [
        "with another serial number",
        (r) => room.receipt(r, "stored", { serial: r.receipt.serial + 1 }),
        "receipt.wrong-serial",
        409,
        true,
    ],
    [
        "over other sealed bytes",
        (r) => room.receipt(r, "stored", { sealedHash: "0".repeat(64) }),
        "receipt.wrong-content",
        409,
        true,
    ],
    [
        "over other content",
        (r) => room.receipt(r, "registered", { contentHash: "0".repeat(64) }),
        "receipt.wrong-content",
        409,
        true,
    ],
    [
        "for a report that is not here",
        (r) => room.receipt(r, "stored", { reportId: crypto.randomUUID() }),
        "report.unknown",
        404,
        true,
    ],
    [
        "of an unknown version",
        (r) => ({ ...room.receipt(r, "stored"), v: 2 }),
        "receipt.bad-form",
        422,
        false,
    ],
    [
        "with a field more",
        (r) => ({ ...room.receipt(r, "stored"), note: "x" }),
        "receipt.bad-form",
        422,
        false,
    ],
];
for (const [what, make, code, status, isNoted] of wrongs)
    test(`a receipt ${what} is refused${isNoted ? " and noted" : ""}, and the report is still offered`, async () => {
        const report = await room.accepted("alver");
        const wrong = await make(report);
        const answer = await room.giveBack("alver", wrong);
        assert.equal(answer.status, status);
        assert.equal(answer.json().error, code);
        assert.equal(resultsIn(answer)[0]?.error, code);
        assert.equal((await noted(wrong.reportId)).length, isNoted ? 1 : 0);
        assert.deepEqual(await receiptsOf(report), [report.receipt]);
        const offers = await room.offers("alver", crypto.randomUUID());
        assert.ok(offers.some(({ header }) => header.id === report.id));
        // Sent again it is refused again, but noted once.
        await room.giveBack("alver", wrong);
        assert.equal((await noted(wrong.reportId)).length, isNoted ? 1 : 0);
        await room.giveBack("alver", room.receipt(report, "stored"));
    });
test("one wrong receipt among right ones is refused alone", async () => {
    const [a, b] = [await room.accepted("alver"), await room.accepted("alver")];
    const answer = await room.giveBack("alver", room.receipt(a, "stored"), { nonsense: true }, room.receipt(b, "stored", { serial: 99 }));
    assert.equal(answer.status, 200);
    assert.deepEqual(resultsIn(answer).map(({ outcome, error }) => error ?? outcome), ["recorded", "receipt.bad-form", "receipt.wrong-serial"]);
});
test("a second case for the same report is a conflict, in either order, also at once", async () => {
    const report = await room.accepted("alver");
    const both = ["A-1", "A-2"].map((reference) => room.receipt(report, "registered", { reference }));
    const answers = await Promise.all(both.map((receipt) => room.giveBack("alver", receipt)));
    const statuses = answers.map(({ status }) => status).sort();
    assert.deepEqual(statuses, [200, 409]);
    assert.equal((await noted(report.id))[0]?.kind, "receipt.conflict");
    const [first] = (await receiptsOf(report)).filter(({ kind }) => kind === "registered");
    room.now += 1000;
    const again = room.receipt(report, "registered", { reference: first.reference });
    const [result] = resultsIn(await room.giveBack("alver", again));
    assert.equal(result?.error, "proof.used-before", "the same case, said a second time in another receipt");
});
test("a lasting no, and a return, end the offering and get an owner at the service", async () => {
    for (const [kind, reason] of [
        ["declined", "cannot-open"],
        ["returned", "not-ours"],
    ]) {
        const report = await room.accepted("alver");
        const lasting = kind === "declined" ? { lasting: true } : {};
        expectStatus(await room.giveBack("alver", room.receipt(report, kind, { reason, ...lasting })), 200);
        const [deviation] = await noted(report.id);
        assert.equal(deviation?.owner, "service:alver");
        assert.equal(deviation?.detail, reason);
        const offers = await room.offers("alver", crypto.randomUUID());
        assert.ok(!offers.some(({ header }) => header.id === report.id));
    }
});
test("the order in which receipts come does not matter", async () => {
    const kinds = ["declined", "claimed", "stored", "registered"];
    const settled = new Set();
    for (const order of permutations(kinds)) {
        const report = await room.accepted("alver");
        const receipts = order.map((kind, index) => room.receipt(report, kind, { at: new Date(room.now + index).toISOString() }));
        for (const receipt of receipts)
            expectStatus(await room.giveBack("alver", receipt), 200);
        const [row] = await room.database.db.read `
      select settled_by, outstanding from delivery where report = ${report.id}`;
        settled.add(`${row?.settledBy} ${row?.outstanding}`);
        assert.equal((await receiptsOf(report)).length, 5);
    }
    assert.deepEqual([...settled], ["registered null"]);
});
test("a receipt signed with a key that has been replaced since is still good, and a new one is signed with the new key", async () => {
    const report = await room.accepted("alver");
    const old = room.receiptKeys.get("alver");
    const stored = room.receipt(report, "stored");
    room.now += 1000;
    const next = newKey();
    const change = room.change("service:alver", "receipt", { keyId: next.keyId, pem: pemOf(next) }, { previous: old.keyId });
    const countersignatures = [{ by: "previous", value: countersign(change, old.privateKey) }];
    expectStatus(await room.ask("POST", "/keys", { change, countersignatures }), 201);
    room.receiptKeys.set("alver", next);
    assert.equal(resultsIn(await room.giveBack("alver", stored))[0]?.outcome, "recorded");
    const registered = room.receipt(report, "registered");
    assert.equal(resultsIn(await room.giveBack("alver", registered))[0]?.outcome, "recorded");
});
test("only the one who sent a report sees its receipts", async () => {
    const report = await room.accepted("alver");
    const path = `/reports/${report.id}/receipts`;
    assert.equal((await room.ask("GET", path)).status, 401);
    assert.equal((await room.ask("GET", path, undefined, room.asService("alver"))).status, 403);
    const other = newKey();
    const key = { keyId: other.keyId, pem: pemOf(other) };
    expectStatus(await room.publish(room.change("submitter:other", "submitter", key)), 201);
    const answer = await room.ask("GET", path, undefined, { caller: "submitter:other", ...other });
    assert.equal(answer.status, 404);
    for (const id of [crypto.randomUUID(), "x"])
        assert.equal((await room.ask("GET", `/reports/${id}/receipts`, undefined, room.asSubmitter())).status, 404);
});
function permutations(items) {
    if (items.length < 2)
        return [[...items]];
    return items.flatMap((item, index) => permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]));
}
//# sourceMappingURL=witness.test.js.map