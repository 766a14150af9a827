// Goal: a report that is handed over again after a loss is asked with a pair of its own, which stands for `stored` and
// `registered` of that handing over and for nothing else. Method: challenges as they are booked after a loss, over HTTP.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expectStatus, openHub } from "../../test/hub-room.js";
import { pairIn } from "../core/proof.js";
import { reopen } from "./store.js";
let room;
before(async () => {
    room = await openHub();
    await room.addService("alver", "receiver", "4631");
});
after(() => room.close());
const resultIn = (answer) => answer.json().results[0];
const give = (receipt) => room.giveBack("alver", receipt);
/** Stored and registered, then lost: to be handed over again with pair `n`. */
async function lost(n) {
    const report = await room.accepted("alver");
    for (const kind of ["stored", "registered"])
        expectStatus(await give(room.receipt(report, kind, kind === "registered" ? { reference: "A-1" } : {})), 200);
    await room.database.db.begin(async (tx) => {
        const now = new Date(room.now);
        await tx `insert into challenge (report, n, service, purpose, revealed_at, next_ask_at)
             values (${report.id}, ${n}, 'alver', 'again', ${now}, ${now})`;
        await reopen(tx, [report.id], now);
    });
    return report;
}
/** Answers pair `n`, with what is right for pair `from`. */
const answered = (report, kind, n, more = {}, from = n) => room.receipt(report, kind, { proof: { n, mac: pairIn(report.pairs, from).mac }, ...more });
const challengeOf = async (report) => (await room.database.db.read `select answered_at, outcome from challenge where report = ${report.id}`)[0];
test("it is offered with its own question, stored and registered with that, and then the question is over", async () => {
    const report = await lost(4);
    const question = { id: report.id, n: 4, nonce: pairIn(report.pairs, 4).nonce, purpose: "again" };
    const [offer] = await room.offers("alver", crypto.randomUUID());
    assert.deepEqual(offer?.challenge, question);
    const stored = await give(answered(report, "stored", 4));
    assert.deepEqual([resultIn(stored).outcome, resultIn(stored).challenge], ["recorded", question]);
    assert.equal((await challengeOf(report)).outcome, null, "the case system has not been shown to have it yet");
    // The case it had was lost with it: there may be another now.
    const registered = answered(report, "registered", 4, { reference: "A-2" });
    assert.equal(resultIn(await give(registered)).outcome, "recorded");
    assert.equal((await challengeOf(report)).outcome, "right");
    assert.deepEqual(await room.offers("alver", crypto.randomUUID()), []);
});
test("an answer to it that is wrong, of another pair or said twice is refused", async () => {
    const report = await lost(6);
    room.now += 1000;
    const refusals = [
        [answered(report, "stored", 6, {}, 7), "proof.wrong"],
        [answered(report, "stored", 7), "proof.not-asked"],
        [answered(report, "stored", 0), "proof.used-before"],
    ];
    for (const [receipt, error] of refusals)
        assert.equal(resultIn(await give(receipt)).error, error);
    expectStatus(await give(answered(report, "stored", 6)), 200);
    room.now += 1000;
    assert.equal(resultIn(await give(answered(report, "stored", 6))).error, "proof.used-before");
});
test("a question of the schedule is answered by itself, not by a word that a report is stored", async () => {
    const report = await lost(8);
    await room.database.db.begin((tx) => tx `insert into challenge (report, n, service, purpose, step, revealed_at, next_ask_at)
               values (${report.id}, 9, 'alver', 'schedule', 0, ${new Date(room.now)}, ${new Date(room.now)})`);
    assert.equal(resultIn(await give(answered(report, "stored", 9))).error, "proof.not-asked");
});
//# sourceMappingURL=asked.test.js.map