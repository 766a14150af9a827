// Goal: of a report's 64 pairs the hub tells nobody anything but the nonce it asks for, when it asks for it. Method: all
// that the hub answers to anybody along a report's whole way is searched for every nonce and every HMAC, in each form
// they could stand in; a package of the first form, whose header holds them all, as well.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expectStatus, openHub } from "../../test/hub-room.js";
import { pairIn } from "../core/proof.js";
let room;
before(async () => {
    room = await openHub();
    await room.addService("alver", "receiver", "4631");
});
after(() => room.close());
/** Everything anybody is answered along the way, in order, as bodies and headers. */
async function toldOnTheWay(sealed) {
    const told = [];
    const hear = async (what, asking) => {
        const answer = await asking;
        told.push({ what, text: `${answer.bytes.toString()} ${JSON.stringify([...answer.headers])}` });
        return answer;
    };
    const poll = (session) => room.ask("POST", "/offers", { session, wait: 0, limit: 64 }, room.asService("alver"));
    const accepted = await hear("accepted", room.post(sealed));
    const report = { receipt: accepted.json().receipt };
    await hear("accepted again", room.post(sealed));
    await hear("offered", poll("a"));
    await hear("offered again", poll("b"));
    await hear("stored without proof", room.giveBack("alver", room.receipt(report, "stored")));
    const proven = { ...report, pairs: sealed.pairs };
    const stored = room.receipt(proven, "stored");
    expectStatus(await hear("stored", room.giveBack("alver", stored)), 200);
    await hear("stored again", room.giveBack("alver", stored));
    expectStatus(await hear("registered", room.giveBack("alver", room.receipt(proven, "registered"))), 200);
    await room.hub.known.read();
    const asSender = room.asSubmitter();
    await hear("receipts", room.ask("GET", `/reports/${sealed.id}/receipts`, undefined, asSender));
    await hear("feed", room.ask("GET", "/receipts?after=-1&wait=0", undefined, asSender));
    await hear("follow", room.ask("POST", "/follow", { code: sealed.code }));
    for (const path of ["/services", "/services/alver", "/keys", "/openapi.json", "/health"])
        await hear(path, room.ask("GET", path));
    return told;
}
/** What of the pairs was told: `when first, n nonce` or `n mac`. */
function found(told, pairs) {
    return Array.from({ length: 64 }, (_, n) => n).flatMap((n) => ["nonce", "mac"].flatMap((part) => {
        const bytes = Buffer.from(pairIn(pairs, n)[part], "base64url");
        const forms = ["base64url", "base64", "hex"].map((form) => bytes.toString(form));
        const first = told.find(({ text }) => forms.some((form) => text.includes(form)));
        return first ? [`${first.what}: ${part} ${n}`] : [];
    }));
}
test("an offer tells the nonce for stored, the answer to stored the next, and nothing tells any other", async () => {
    const sealed = await room.package("alver");
    const told = await toldOnTheWay(sealed);
    assert.deepEqual(found(told, sealed.pairs), [
        "offered: nonce 0",
        // The receiver's own answers, in its own receipts.
        "receipts: mac 0",
        "stored: nonce 1",
        "receipts: mac 1",
    ]);
});
test("of a package of the first form nothing is told, not even to its receiver, and nothing is asked", async () => {
    const sealed = await room.package("alver", {}, undefined, { isFirstForm: true });
    const { pairs } = JSON.parse(sealed.bytes.toString()).header;
    const inside = Buffer.concat(pairs.flat().map((part) => Buffer.from(part, "base64url")));
    const told = await toldOnTheWay(sealed);
    assert.deepEqual(found(told, inside), []);
    assert.ok(told.find(({ what }) => what === "offered").text.includes('"challenge":null'));
    const [offer] = (await room.offers("alver", "c")).filter(({ header }) => header.id === sealed.id);
    assert.equal(offer, undefined, "settled: it was taken at its word");
    const [row] = await room.database.db.read `select pairs from package where report = ${sealed.id}`;
    assert.equal(row.pairs, null);
});
test("pairs that are not those the header vouches for are refused", async () => {
    const [sealed, other] = [await room.package("alver"), await room.package("alver")];
    const { pairs } = JSON.parse(other.bytes.toString());
    for (const [changed, code] of [
        [{ pairs }, "report.wrong-hash"],
        [{ pairs: pairs.slice(0, -4) }, "report.bad-header"],
        [{ pairs: undefined }, "report.bad-header"],
    ]) {
        const bytes = Buffer.from(JSON.stringify({ ...JSON.parse(sealed.bytes.toString()), ...changed }));
        const answer = await room.post({ ...sealed, bytes });
        assert.deepEqual([answer.status, answer.json().error], [422, code]);
    }
    expectStatus(await room.post(sealed), 201);
});
//# sourceMappingURL=told-pairs.test.js.map