// Goal: only the hub's own word counts as sent, what follows is told as it is, and the receipts that somebody takes home
// can be checked by anybody and give nobody away. Method: the steps and the routes on real databases with the real hub;
// the PDF's text is read back out of its bytes, and forged receipts are put where true ones lie.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Hono } from "hono";
import { textIn } from "../../test/pdf-text.js";
import { openPortalSender, places, wholeDraft } from "../../test/portal-sender.js";
import { newKey } from "../../test/sealed-package.js";
import { checkReceipt, signReceipt } from "../core/receipt.js";
import { rateOf } from "../http/rate.js";
import { appendReceipt, packageOf } from "../outbox/store.js";
import { openSessions } from "../web/session.js";
import { isAccepted, stateOf } from "./receipts.js";
import { newSession, sessionAges } from "./session.js";
import { sentRoutes } from "./sent-routes.js";
import { submit } from "./submit.js";
import { tell } from "./tell.js";
let world;
before(async () => {
    world = await openPortalSender();
});
after(() => world.close());
const answer = (body, status = 201) => Response.json(body, { status });
/** The hub's answer to what is posted, changed on its way. */
const changing = (change) => (road) => async (url, init) => {
    const came = await road(url, init);
    if (init.method !== "POST")
        return came;
    const { receipt } = (await came.json());
    return answer({ receipt: change(receipt) });
};
/** Sends a report to these places by a road, and gives what the session remembers of it. */
async function sentBy(road, ...at) {
    const holder = await world.holder();
    const shown = await world.write(holder, wholeDraft(world.room.now, "Kari er redd.", ...at));
    const submitted = await submit(world.sending({ road }), holder, shown);
    return submitted.is === "kept" ? submitted.report : assert.fail(submitted.is);
}
const direct = (road) => road;
const stateNow = async (report) => (await stateOf(world.sending().sender, report, world.room.now));
/** Puts a receipt where the outbox keeps them, as nobody but the outbox should. */
async function putIn(id, body, key) {
    const kept = (await packageOf(world.outbox.db.read, id));
    const whole = {
        v: 1,
        kind: "accepted",
        reportId: id,
        service: kept.service,
        serial: 1,
        at: new Date(world.room.now).toISOString(),
        by: { role: "hub", id: "hub" },
        sealedHash: kept.sealedHash,
        ...body,
    };
    const receipt = signReceipt(whole, key.keyId, key.privateKey);
    await world.outbox.db.begin((tx) => appendReceipt(tx, receipt, new Date(world.room.now)));
}
test("an answer that the pinned hub key has not signed for this very package is no receipt", async () => {
    const forger = newKey();
    const resigned = ({ signature: _, key: __, ...body }, more = {}) => signReceipt({ ...body, ...more }, forger.keyId, forger.privateKey);
    const forgeries = [
        (receipt) => resigned(receipt),
        (receipt) => ({ ...resigned(receipt), key: receipt.key }),
        (receipt) => ({ ...receipt, at: "2026-01-01T00:00:00.000Z" }),
        (receipt) => ({ ...receipt, sealedHash: "0".repeat(64) }),
        () => null,
    ];
    for (const forgery of forgeries) {
        const report = await sentBy(changing(forgery), places.alver);
        const { deliveries } = await stateNow(report);
        assert.deepEqual(deliveries.map(({ is }) => is), ["kept"], String(forgery));
    }
});
test("the hub's true receipt for another report does not count for this one", async () => {
    const [other] = (await stateNow(await sentBy(direct, places.alver))).deliveries;
    assert.ok(other?.is === "accepted");
    const report = await sentBy(changing(() => other.receipt), places.alver);
    assert.equal(isAccepted(await stateNow(report)), false);
});
test("a forged receipt that lies in the outbox's own store does not count either", async () => {
    const away = async () => Promise.reject(new TypeError("fetch failed"));
    const report = await sentBy((road) => (url, init) => (init.method === "POST" ? away : road)(url, init), places.alver);
    await putIn(report.draftId, {}, newKey());
    assert.deepEqual((await stateNow(report)).deliveries.map(({ is }) => is), ["kept"]);
    await putIn(report.draftId, { at: new Date(world.room.now + 1).toISOString() }, world.room.hub.key);
    const [delivery] = (await stateNow(report)).deliveries;
    assert.equal(delivery?.is, "accepted", "nor does it hide the true one");
});
test("over SvarInn it is told that the municipality's system owes its word, and when that is late", async () => {
    const report = await sentBy(direct, places.molde);
    const followedAt = async (now) => {
        const state = await stateOf(world.sending().sender, report, now);
        const [delivery] = state.deliveries;
        assert.ok(delivery?.is === "accepted");
        return tell("nb", delivery.followed, now);
    };
    const day = 24 * 3_600_000;
    const told = await followedAt(world.room.now);
    assert.match(told.now[0] ?? "", /Lagret i den nasjonale tjenesten/);
    assert.equal(told.next.isLate, false);
    assert.match(told.next.sentences[0] ?? "", /^Kommunens system skal melde .*25\. november 2026/);
    const late = await followedAt(world.room.now + 4 * day);
    assert.equal(late.next.isLate, true);
    assert.match(late.next.sentences[0] ?? "", /^Kommunens system skulle ha meldt/);
    const at = new Date(world.room.now + 1).toISOString();
    await putIn(report.draftId, { kind: "claimed", by: { role: "channel", id: "svarinn" }, at }, world.room.hub.key);
    const claimed = await followedAt(world.room.now + 1);
    assert.match(claimed.now[0] ?? "", /Vi har ikke kontrollert det ennå/);
    assert.match(claimed.next.sentences[0] ?? "", /^En person skal kontrollere/);
});
test("that somebody opened it, or that it was returned, is not told on the page after sending", async () => {
    const report = await sentBy(direct, places.alver);
    const key = world.room.receiptKeys.get("alver");
    const by = { role: "receiver", id: "alver" };
    await putIn(report.draftId, { kind: "registered", by }, key);
    await putIn(report.draftId, { kind: "returned", by }, key);
    await putIn(report.draftId, { kind: "opened", by: { role: "caseworker", id: "alver" } }, key);
    const [delivery] = (await stateNow(report)).deliveries;
    assert.ok(delivery?.is === "accepted");
    assert.equal(delivery.followed.reached, "registered");
    assert.deepEqual(delivery.followed.receipts.map(({ kind }) => kind), ["accepted", "registered"]);
});
/** The routes after sending, with a browser that has a session and a report to both places in it. */
async function browser() {
    const sending = world.sending();
    const sessions = openSessions({
        db: world.portal.db,
        clock: world.clock,
        cookieName: "test",
        secure: false,
        ...sessionAges,
    });
    const kinds = { mail: false, sms: false };
    const publicOrigin = "https://meld.test";
    const app = new Hono();
    app.get("/begin", async (c) => {
        const session = await sessions.begin(c, newSession);
        const shown = await world.write(session, wholeDraft(world.room.now, "Kari er redd.", places.alver, places.molde));
        await submit(sending, session, shown);
        return c.text("");
    });
    sentRoutes(app, { sending, sessions, login: null, publicOrigin, demo: false, begins: rateOf(100), kinds }, "nb");
    const cookie = (await app.request("/begin")).headers.get("set-cookie").split(";")[0];
    return async (path) => {
        const got = await app.request(path, { headers: { cookie } });
        return { headers: got.headers, status: got.status, bytes: Buffer.from(await got.arrayBuffer()) };
    };
}
test("the JSON receipt holds the hub's receipts as they were signed, so that anybody can check them", async () => {
    const get = await browser();
    const { headers, bytes, status } = await get("/meld/kvittering.json");
    assert.equal(status, 200);
    assert.match(headers.get("content-disposition") ?? "", /filename="kvittering\.json"/);
    const { receipts } = JSON.parse(bytes.toString());
    assert.deepEqual(receipts.map(({ service }) => service).sort(), ["alver", "molde"]);
    for (const receipt of receipts) {
        checkReceipt(receipt, world.hubKey);
        assert.equal(receipt.kind, "accepted");
        const forged = { ...receipt, at: "2026-01-01T00:00:00.000Z" };
        assert.throws(() => checkReceipt(forged, world.hubKey), { code: "receipt.bad-signature" });
    }
});
test("the PDF receipt has the code and the times, and no child, no service and no word of what was written", async () => {
    const get = await browser();
    const { trackingCode, receipts } = JSON.parse((await get("/meld/kvittering.json")).bytes.toString());
    const { headers, bytes } = await get("/meld/kvittering.pdf");
    assert.match(headers.get("content-disposition") ?? "", /filename="kvittering\.pdf"/);
    const text = textIn(bytes);
    assert.ok(text.includes(trackingCode), text);
    assert.ok(text.includes("https://meld.test/folg"), text);
    assert.match(text, /1 av 2: Lagret i den nasjonale tjenesten .*23\. november 2026 kl\. 13\.00/);
    for (const { reportId } of receipts)
        assert.ok(text.includes(reportId), text);
    assert.match(text, /Det betyr ikke at mottakeren har fått det ennå/);
    for (const hidden of [
        /barn(?! 1)/i,
        /Kari|redd/,
        /alver|molde|4631|1506/i,
        /Turid|Vitne|900 00/,
        /nabo/i,
        /�/,
    ])
        assert.doesNotMatch(text, hidden);
});
//# sourceMappingURL=receipts.test.js.map