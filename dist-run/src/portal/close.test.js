// Goal: whoever has a code can end it for good, knows what that means before it happens, and leaves nothing behind.
// Method: the portal over HTTP, with the road to the hub and the clock played.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { PlayedFollowHub, told } from "../../test/played-follow-hub.js";
import { trackingHashOf } from "../core/tracking.js";
import { hubAt } from "./hub.js";
import { portalApp } from "./routes.js";
const publicOrigin = "https://framme.example";
const noon = Date.parse("2026-11-23T12:30:00Z");
let hub;
let app;
let forgotten;
let code;
function newApp(followsPerMinute) {
    const clock = () => hub.now;
    const forgetReminder = async (trackingHash) => {
        forgotten.push(trackingHash);
    };
    const reached = hubAt({ url: "http://hub", fetch: hub.fetch, clock });
    const nothingElse = { writing: null, formTargets: [], demo: false };
    return portalApp({ hub: reached, clock, publicOrigin, followsPerMinute, forgetReminder, ...nothingElse });
}
beforeEach(() => {
    hub = new PlayedFollowHub(noon);
    app = newApp(100);
    forgotten = [];
    const receipts = [told("accepted", "hub", "2026-11-23T12:03:00.000Z")];
    code = hub.add({ channel: "receiver", receipts });
});
async function post(path, fields, headers = {}) {
    const response = await app.request(path, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { origin: publicOrigin, ...headers },
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
}
const follow = (kode) => post("/folg", { kode });
const askToClose = (kode, path = "/folg/avslutt") => post(path, { kode });
const close = (kode, path = "/folg/avslutt") => post(path, { kode, bekreft: "ja" });
/** The fields of the form on a page that posts there. */
function formTo(path, text) {
    const form = new RegExp(`<form method="post" action="${path}">(.*?)</form>`, "s").exec(text.slice(text.indexOf("<main")));
    assert.ok(form, `a form to ${path}`);
    const fields = form[1].matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g);
    return Object.fromEntries([...fields].map(([, name, value]) => [name, value]));
}
test("from what was found, by its own forms alone: asked once more, closed, and then unknown as any wrong code", async () => {
    const found = await follow(code);
    assert.match(found.text, /slutter den å virke, for alle og for godt\. Meldingen blir ikke slettet/);
    const asked = await post("/folg/avslutt", formTo("/folg/avslutt", found.text));
    assert.equal(asked.status, 200);
    assert.match(asked.text, /Det kan ikke gjøres om/);
    assert.deepEqual(hub.closed, []);
    const done = await post("/folg/avslutt", formTo("/folg/avslutt", asked.text));
    assert.equal(done.status, 200);
    assert.match(done.text, /Koden virker ikke lenger.*Meldingen er ikke slettet/s);
    assert.deepEqual(hub.closed, [code]);
    const wrong = "2A2B-3C4D-5E6F-7G8H-9JKMN-PQRST";
    const [afterwards, unknown] = [await follow(code), await follow(wrong)];
    assert.equal(afterwards.status, 404);
    assert.equal(afterwards.text.replaceAll(code, ""), unknown.text.replaceAll(wrong, ""));
});
test("who says no is shown where the report is, and nothing is closed", async () => {
    const asked = await askToClose(code);
    const back = await post("/folg", formTo("/folg", asked.text));
    assert.match(back.text, /Hvor meldingen er/);
    assert.deepEqual(hub.closed, []);
});
test("closing a code that was never one answers as closing one that was, whatever its shape", async () => {
    const [right, ...others] = await Promise.all([code, "2A2B-3C4D-5E6F-7G8H-9JKMN-PQRST", "hei"].map((one) => close(one)));
    for (const other of others) {
        assert.equal(other.status, right?.status);
        assert.equal(other.text, right?.text);
    }
});
test("the reminder is forgotten once the hub has closed, under the code's hash, however the code was typed", async () => {
    await close(` ${code.toLowerCase().replaceAll("-", " ")} `);
    assert.deepEqual(forgotten, [trackingHashOf(code)]);
});
test("the hub away: said so, nothing is closed or forgotten, and the form still has the code", async () => {
    hub.isGone = true;
    const { status, text } = await close(code);
    assert.equal(status, 503);
    assert.match(text, /Koden er ikke avsluttet.*Koden virker som før/s);
    assert.deepEqual(forgotten, []);
    const again = formTo("/folg/avslutt", text);
    hub.isGone = false;
    assert.equal((await follow(code)).status, 200);
    assert.match((await post("/folg/avslutt", again)).text, /Koden virker ikke lenger/);
});
test("the limit on attempts counts closing and following together; the answer says when, and closes nothing", async () => {
    app = newApp(5);
    const statuses = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
        statuses.push((await follow("1A2B")).status);
        statuses.push((await close("1A2B")).status);
    }
    assert.deepEqual(statuses, [404, 200, 404, 200, 404, 429]);
    const { status, text, headers } = await close(code);
    assert.equal(status, 429);
    assert.match(text, /for mange forsøk.*Prøv igjen etter kl\. 13\.31/s);
    assert.ok(Number(headers.get("retry-after")) > 0);
    assert.equal(hub.closed.includes(code), false);
    hub.now += 60_000;
    hub.waitSeconds = 90;
    assert.equal((await close(code)).headers.get("retry-after"), "90");
    assert.equal(forgotten.includes(trackingHashOf(code)), false);
});
test("no page of it is kept by anybody, tells another site where it was, or shows the code but in a hidden field", async () => {
    for (const answer of [await askToClose(code), await close(code)]) {
        assert.equal(answer.headers.get("cache-control"), "no-store");
        assert.equal(answer.headers.get("referrer-policy"), "no-referrer");
        assert.equal(answer.headers.get("location"), null);
        assert.doesNotMatch(answer.text.replaceAll(`type="hidden" name="kode" value="${code}"`, ""), new RegExp(code));
    }
    assert.equal((await close(code)).text.includes(code), false);
    const direct = await app.request(`/folg/avslutt?kode=${code}`);
    assert.equal(direct.status, 303);
    assert.equal(direct.headers.get("location"), "/folg");
});
test("a form from another site closes nothing; an empty code is asked for", async () => {
    const foreign = await post("/folg/avslutt", { kode: code, bekreft: "ja" }, { origin: "https://evil.example" });
    assert.equal(foreign.status, 403);
    assert.deepEqual(hub.closed, []);
    const empty = await close(" ");
    assert.equal(empty.status, 400);
    assert.match(empty.text, /Skriv koden\./);
});
test("in Nynorsk the same, and each language leads to the other with the code along", async () => {
    const asked = await askToClose(code, "/nn/folg/avslutt");
    assert.match(asked.text, /lang="nn".*Vil du avslutte koden\?/s);
    assert.match(asked.text, /<form method="post" action="\/folg\/avslutt"><input type="hidden" name="kode"/);
    assert.match((await close(code, "/nn/folg/avslutt")).text, /Koden verkar ikkje lenger/);
});
//# sourceMappingURL=close.test.js.map