// Goal: whoever has the code sees how far the report has come, and nobody learns anything from a wrong one.
// Method: codes over HTTP, right and wrong, at different moments.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { expectStatus, openHub } from "../../test/hub-room.js";
import { newKey } from "../../test/sealed-package.js";
import { trackingCodeOf, trackingHashOf } from "../core/tracking.js";
let room;
before(async () => {
    room = await openHub();
    await room.addService("alver", "receiver", "4631");
});
after(() => room.close());
const follow = (code) => room.ask("POST", "/follow", { code });
const followed = async (code) => (await follow(code)).json();
test("a report that was just accepted has reached `accepted`, and the receiver owes `stored` within the hour", async () => {
    const { code } = await room.accepted("alver");
    const seen = await followed(code);
    const at = new Date(room.now).toISOString();
    assert.equal(seen.reached, "accepted");
    assert.deepEqual(seen.receipts, [{ kind: "accepted", at, by: "hub" }]);
    const due = new Date(room.now + 3_600_000).toISOString();
    assert.deepEqual(seen.owes, { from: "receiver", owed: "stored", due, overdue: false });
    room.now += 3_600_001;
    assert.equal((await followed(code)).owes?.overdue, true);
});
test("it follows the receipts, and names nobody", async () => {
    const report = await room.accepted("alver");
    await room.giveBack("alver", room.receipt(report, "stored"), room.receipt(report, "registered", { reference: "R-77" }));
    const answer = await follow(report.code);
    const seen = answer.json();
    assert.equal(seen.reached, "registered");
    assert.deepEqual(seen.receipts.map(({ kind, by }) => `${kind} by ${by}`), ["accepted by hub", "stored by receiver", "registered by receiver"]);
    for (const secret of ["R-77", report.id, "alver", "4631", report.header.submitter, "serial"])
        assert.ok(!answer.bytes.toString().includes(secret), secret);
});
test("the code may be typed as people type: small letters, spaces, o for 0, l for 1", async () => {
    const { code } = await room.accepted("alver");
    const typed = code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
    assert.equal((await follow(typed)).status, 200);
});
test("unknown, malformed and empty codes get the same answer, byte for byte", async () => {
    const wrong = [trackingCodeOf(randomBytes(16)), "nonsense", "", "8".repeat(26), "\0", "x".repeat(5000)];
    const answers = await Promise.all(wrong.map(follow));
    const [first] = answers;
    for (const answer of answers) {
        assert.equal(answer.status, 404);
        assert.deepEqual(answer.bytes, first.bytes);
        assert.deepEqual([...answer.headers], [...first.headers]);
    }
    assert.equal(first.json().error, "tracking-code.unknown");
});
test("several deliveries under one code are shown each, and the least advanced first of all", async () => {
    const code = trackingCodeOf(randomBytes(16));
    const trackingHash = trackingHashOf(code);
    const reports = [
        await room.accepted("alver", { trackingHash }),
        await room.accepted("alver", { trackingHash }),
    ];
    await room.giveBack("alver", room.receipt(reports[0], "stored"));
    const seen = await followed(code);
    assert.equal(seen.reached, "accepted");
    assert.deepEqual(seen.deliveries.map(({ reached }) => reached), ["stored", "accepted"]);
});
test("that a report was returned is not shown: it could tell where a child has moved", async () => {
    const report = await room.accepted("alver");
    await room.giveBack("alver", room.receipt(report, "returned", { reason: "not-ours" }));
    const answer = await follow(report.code);
    assert.equal(answer.json().reached, "accepted");
    assert.ok(!/returned|not-ours/.test(answer.bytes.toString()));
    // Nor may it show in who owes the next receipt.
    assert.equal(answer.json().owes.from, "receiver");
});
const opened = { by: { role: "caseworker", id: "alver" } };
test("a private reporter sees the same before and after it was opened, byte for byte, early and late", async () => {
    for (const last of ["stored", "registered"]) {
        const report = await room.accepted("alver", { kind: "private" });
        await room.giveBack("alver", room.receipt(report, last));
        const moments = [0, 8 * 86_400_000];
        const seen = async () => {
            const answers = [];
            for (const ms of moments) {
                room.now += ms;
                answers.push((await follow(report.code)).bytes);
                room.now -= ms;
            }
            return answers;
        };
        const before = await seen();
        if (last === "registered")
            assert.equal((await followed(report.code)).owes, null);
        expectStatus(await room.giveBack("alver", room.receipt(report, "opened", opened)), 200);
        assert.deepEqual(await seen(), before);
    }
});
test("a professional sees that it was opened, when, and that nobody owes anything more", async () => {
    const report = await room.accepted("alver");
    await room.giveBack("alver", room.receipt(report, "registered"));
    assert.equal((await followed(report.code)).owes?.owed, "opened");
    room.now += 60_000;
    expectStatus(await room.giveBack("alver", room.receipt(report, "opened", opened)), 200);
    const seen = await followed(report.code);
    assert.deepEqual([seen.reached, seen.owes], ["opened", null]);
    const at = new Date(room.now).toISOString();
    assert.deepEqual(seen.receipts.at(-1), { kind: "opened", at, by: "caseworker" });
});
const close = (code) => room.ask("POST", "/follow/close", { code });
test("closing answers the same for every code, and again", async () => {
    const { code } = await room.accepted("alver");
    const answers = [];
    for (const one of [code, code, trackingCodeOf(randomBytes(16)), "nonsense", "", "\0", "x".repeat(5000)])
        answers.push(await close(one));
    for (const answer of answers) {
        assert.deepEqual([answer.status, answer.bytes.length], [204, 0]);
        assert.deepEqual([...answer.headers], [...answers[0].headers]);
    }
    assert.equal((await close(7)).status, 400);
});
test("a closed code answers as one that never was, also for what is posted under it later", async () => {
    const report = await room.accepted("alver");
    const typed = report.code.toLowerCase().replaceAll("-", " ");
    assert.equal((await close(typed)).status, 204);
    const unknown = await follow(trackingCodeOf(randomBytes(16)));
    const same = async () => {
        const answer = await follow(report.code);
        assert.deepEqual([answer.status, answer.bytes], [404, unknown.bytes]);
        assert.deepEqual([...answer.headers], [...unknown.headers]);
    };
    await same();
    await room.accepted("alver", { trackingHash: report.header.trackingHash });
    await same();
    const path = `/reports/${report.id}/receipts`;
    expectStatus(await room.ask("GET", path, undefined, room.asSubmitter()), 200);
});
test("a submitter that proves who it is may ask for many; others are counted by their address", async () => {
    const strict = await openHub({ followsPerMinute: 3 });
    try {
        const code = trackingCodeOf(randomBytes(16));
        const asked = async (path, who) => (await strict.ask("POST", path, { code }, who)).status;
        for (let time = 0; time < 5; time += 1) {
            assert.equal(await asked("/follow", strict.asSubmitter()), 404);
            assert.equal(await asked("/follow/close", strict.asSubmitter()), 204);
        }
        assert.deepEqual([await asked("/follow"), await asked("/follow/close"), await asked("/follow"), await asked("/follow")], [404, 204, 404, 429]);
        assert.equal(await asked("/follow/close"), 429);
        assert.equal(await asked("/follow", strict.asPerson()), 403, "another role's proof frees nobody");
        const stolen = { ...strict.asSubmitter(), privateKey: newKey().privateKey };
        assert.equal(await asked("/follow", stolen), 401);
        const other = { authorization: "Bearer x" };
        assert.equal((await strict.ask("POST", "/follow", { code }, undefined, other)).status, 401);
    }
    finally {
        await strict.close();
    }
});
test("what is not a code at all is a mistake of form", async () => {
    assert.equal((await follow(7)).status, 400);
    assert.equal((await room.ask("POST", "/follow", "[")).status, 400);
    assert.equal((await room.ask("POST", "/follow", { code: "x".repeat(20_000) })).status, 413);
});
//# sourceMappingURL=follow.test.js.map