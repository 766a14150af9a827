// Goal: a receiver that has not got a report cannot say that it has: whatever it answers instead, its word is refused,
// the lie is named, somebody at the service owns it, and the report is still offered. Method: a hub and a receiver that
// knows all that a receiver is told, and lies in each way there is.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { answerTo } from "../src/core/proof.js";
import { canonicalContent } from "../src/core/report.js";
import { deviations } from "../src/hub/receipt-store.js";
import { expectStatus, openHub } from "./hub-room.js";
let room;
before(async () => {
    room = await openHub();
    await room.addService("alver", "receiver", "4631");
});
after(() => room.close());
const newFiles = () => ({ json: randomBytes(200), pdf: randomBytes(300) });
/** A report on its way, what is in it, and the question that came with its offer. */
async function offered() {
    const files = newFiles();
    const report = await room.accepted("alver", {}, { files });
    const offers = await room.offers("alver", crypto.randomUUID());
    const question = offers.find(({ header }) => header.id === report.id)?.challenge;
    assert.ok(question);
    return { receipt: report.receipt, id: report.id, files, question };
}
const right = ({ n, nonce }, files) => ({
    n,
    mac: answerTo(nonce, canonicalContent(files)),
});
const say = (report, kind, proof) => room.receipt({ receipt: report.receipt }, kind, proof ? { proof } : {});
const give = (receipt) => room.giveBack("alver", receipt);
const questionIn = (answer) => answer.json().results[0].challenge;
/** As `offered`, and truly stored: `question` is the one for `registered`. */
async function stored() {
    const report = await offered();
    const before = right(report.question, report.files);
    const answer = await give(say(report, "stored", before));
    expectStatus(answer, 200);
    return { ...report, question: questionIn(answer), before };
}
test("one that has the report is believed, step by step", async () => {
    const report = await stored();
    assert.deepEqual([report.question.n, report.question.purpose], [1, "registered"]);
    expectStatus(await give(say(report, "registered", right(report.question, report.files))), 200);
});
const lies = [
    ["says nothing at all about it", "proof.missing", () => null],
    [
        "makes an answer up",
        "proof.wrong",
        ({ question: { n } }) => ({ n, mac: randomBytes(32).toString("base64url") }),
    ],
    ["sends the question back", "proof.wrong", ({ question: { n, nonce } }) => ({ n, mac: nonce })],
    [
        "has lost the last byte",
        "proof.wrong",
        ({ question, files }) => right(question, { ...files, pdf: files.pdf.subarray(0, -1) }),
    ],
    [
        "has the two files in one",
        "proof.wrong",
        ({ question, files }) => right(question, { json: Buffer.concat([files.json, files.pdf]), pdf: Buffer.alloc(0) }),
    ],
    [
        "answers from another report",
        "proof.wrong",
        async ({ question }) => right(question, (await offered()).files),
    ],
    [
        "answers another report's question",
        "proof.wrong",
        async ({ question, files }) => ({ ...right((await offered()).question, files), n: question.n }),
    ],
    [
        "plays back what was right for another report",
        "proof.wrong",
        async () => {
            const other = await offered();
            return right(other.question, other.files);
        },
    ],
    [
        "answers a pair that was not asked for",
        "proof.not-asked",
        ({ question, files }) => ({ ...right(question, files), n: 7 }),
    ],
];
for (const [what, code, lie] of lies)
    test(`one that ${what} is not believed that it is stored, and is named`, async () => {
        const report = await offered();
        await refusedAndNamed(report, say(report, "stored", await lie(report)), code);
        const offers = await room.offers("alver", crypto.randomUUID());
        const again = offers.find(({ header }) => header.id === report.id);
        assert.deepEqual(again?.challenge, report.question, "it is offered again, with the same question");
        expectStatus(await give(say(report, "stored", right(report.question, report.files))), 200);
    });
for (const [what, code, lie] of lies.filter(([what]) => !what.startsWith("plays back")))
    test(`one that ${what} is not believed that it is registered`, async () => {
        const report = await stored();
        await refusedAndNamed(report, say(report, "registered", await lie(report)), code);
        expectStatus(await give(say(report, "registered", right(report.question, report.files))), 200);
    });
test("what was right for stored is no answer for registered, under either number", async () => {
    const report = await stored();
    await refusedAndNamed(report, say(report, "registered", report.before), "proof.not-asked");
    await refusedAndNamed(report, say(report, "registered", { ...report.before, n: 1 }), "proof.wrong");
});
test("a question that has been answered is answered once", async () => {
    const report = await stored();
    room.now += 1000;
    await refusedAndNamed(report, say(report, "stored", report.before), "proof.used-before");
});
test("a word that needs no proof may carry none", async () => {
    const report = await stored();
    const proof = right(report.question, report.files);
    const claimed = room.receipt({ receipt: report.receipt }, "claimed", { proof });
    await refusedAndNamed(report, claimed, "proof.not-asked");
});
async function refusedAndNamed(report, receipt, code) {
    const answer = await give(receipt);
    assert.equal(answer.json().error, code);
    assert.equal(answer.json().results[0].challenge, undefined);
    const named = (await deviations(room.database.db.read)).filter((one) => one.report === report.id);
    const one = named.find(({ kind }) => kind === code);
    assert.equal(one?.owner, "service:alver");
    assert.ok(one.detail.startsWith(receipt.kind));
    const kept = await room.database.db.read `
    select kind from receipt where report = ${report.id} and body like ${`%${receipt.signature}%`}`;
    assert.equal(kept.length, 0);
}
//# sourceMappingURL=a-lying-receiver-is-named.test.js.map