// Goal: whoever follows a report is told where it is, and nobody learns from it that somebody reported. Method: the
// portal over HTTP, with the road to the hub and the clock played.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { PlayedFollowHub, told } from "../../test/played-follow-hub.js";
import { hubAt } from "./hub.js";
import { portalApp } from "./routes.js";
const publicOrigin = "https://framme.example";
const noon = Date.parse("2026-11-23T12:30:00Z");
let hub;
let app;
function newApp(followsPerMinute) {
    const clock = () => hub.now;
    return portalApp({
        hub: hubAt({ url: "http://hub", fetch: hub.fetch, clock }),
        clock,
        publicOrigin,
        demo: false,
        followsPerMinute,
        forgetReminder: null,
        writing: null,
        formTargets: [],
    });
}
beforeEach(() => {
    hub = new PlayedFollowHub(noon);
    app = newApp(100);
});
async function get(path, init) {
    const response = await app.request(path, init);
    return { status: response.status, headers: response.headers, text: await response.text() };
}
async function post(path, fields, headers = {}) {
    const init = {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { origin: publicOrigin, ...headers },
    };
    return get(path, init);
}
const follow = (kode, path = "/folg") => post(path, { kode });
test("each stage is told in its own words, with what is owed next and by when in Oslo", async () => {
    const accepted = told("accepted", "hub", "2026-11-23T12:03:00.000Z");
    const stages = [
        [
            [accepted],
            /Lagret i den nasjonale tjenesten\. Ikke hos barnevernstjenesten ennå\./,
            /mandag 23\. november 2026 kl\. 14\.03/,
        ],
        [
            [accepted, told("stored", "receiver", "2026-11-23T12:04:00.000Z")],
            /Lagret hos kommunen, men ennå ikke registrert i fagsystemet\./,
            /kl\. 17\.04/,
        ],
    ];
    for (const [receipts, sentence, due] of stages) {
        const { text, status } = await follow(hub.add({ channel: "receiver", receipts }));
        assert.equal(status, 200);
        assert.match(text, sentence);
        assert.match(text, due);
    }
    const claimed = hub.add({
        channel: "svarinn",
        receipts: [accepted, told("claimed", "channel", "2026-11-23T12:10:00.000Z")],
    });
    assert.match((await follow(claimed)).text, /Vi har ikke kontrollert det ennå\. Du trenger ikke gjøre noe\./);
});
test("what is late is said to be late, with what to do", async () => {
    const code = hub.add({
        channel: "receiver",
        receipts: [told("accepted", "hub", "2026-11-23T09:00:00.000Z")],
    });
    const { text } = await follow(code);
    assert.match(text, /Dette er forsinket/);
    assert.match(text, /skulle ha bekreftet at meldingen er lagret der innen mandag 23\. november 2026 kl\. 11\.00\./);
    assert.match(text, /du trenger ikke sende den på nytt/);
});
test("a private reporter cannot see that somebody opened the report, and nobody that it was returned", async () => {
    const until = [
        told("accepted", "hub", "2026-11-23T09:00:00.000Z"),
        told("stored", "receiver", "2026-11-23T09:01:00.000Z"),
        told("registered", "receiver", "2026-11-23T09:02:00.000Z"),
    ];
    const opened = [...until, told("opened", "caseworker", "2026-11-23T10:00:00.000Z")];
    const unopened = hub.add({ channel: "receiver", receipts: until });
    const read = hub.add({ channel: "receiver", receipts: opened });
    const returned = hub.add({
        channel: "receiver",
        receipts: [...until, told("returned", "receiver", "2026-11-23T10:00:00.000Z")],
    });
    const shown = async (code) => (await follow(code)).text.replaceAll(code, "");
    for (const later of [0, 8 * 86_400_000]) {
        hub.now = noon + later;
        assert.equal(await shown(read), await shown(unopened));
        assert.equal(await shown(returned), await shown(unopened));
    }
    assert.match(await shown(read), /skulle barnevernstjenesten gå gjennom meldingen senest mandag 30\. november 2026 kl\. [\d.]+ Vi viser ikke her om noen har lest den\./);
});
test("a code that is wrong, misshapen or closed gets one and the same answer, beside the field and in the summary", async () => {
    const answers = ["2A2B-3C4D-5E6F-7G8H-9JKMN-PQRST", "hei-hei", "😀 ŋ"].map(async (code) => {
        const { status, text } = await follow(code);
        assert.equal(status, 404);
        assert.ok(text.includes(`value="${code}"`), code);
        return text.replaceAll(code, "");
    });
    const [first, ...others] = await Promise.all(answers);
    for (const other of others)
        assert.equal(other, first);
    assert.match(first ?? "", /ds-error-summary.*href="#kode".*aria-invalid="true".*ds-validation-message/s);
});
test("a code stands in no address and no title, and a found one is not shown", async () => {
    const code = hub.add({
        channel: "receiver",
        receipts: [told("accepted", "hub", "2026-11-23T12:03:00.000Z")],
    });
    const { text, headers } = await follow(code);
    assert.equal(headers.get("location"), null);
    const uses = [...text.matchAll(new RegExp(`.{30}${code}`, "g"))].map(([use]) => use);
    assert.equal(uses.length, 2);
    for (const use of uses)
        assert.match(use, /hidden" name="kode" value="/);
    assert.equal((await get(`/folg?kode=${code}`)).text.includes(code), false);
});
test("the hub away: said plainly, nothing is lost, and the code is still in its field", async () => {
    hub.isGone = true;
    const { status, text } = await follow("1A2B");
    assert.equal(status, 503);
    assert.match(text, /Det betyr ikke at meldingen er borte/);
    assert.match(text, /id="kode" name="kode" value="1A2B"/);
});
test("too many codes: here or at the hub, the answer says when to try again", async () => {
    hub.waitSeconds = 90;
    const { status, text, headers } = await follow("1A2B");
    assert.equal(status, 429);
    assert.equal(headers.get("retry-after"), "90");
    assert.match(text, /Prøv igjen etter kl\. 13\.32/);
    hub.waitSeconds = 0;
    app = newApp(5);
    const statuses = [];
    for (let attempt = 0; attempt < 50; attempt += 1)
        statuses.push((await follow("1A2B")).status);
    assert.deepEqual(statuses.slice(0, 6), [404, 404, 404, 404, 404, 429]);
    assert.equal(hub.codes.length, 6);
});
test("a report with several deliveries shows each, in both languages", async () => {
    const accepted = told("accepted", "hub", "2026-11-23T12:03:00.000Z");
    const code = hub.add({ channel: "receiver", receipts: [accepted] }, { channel: "receiver", receipts: [accepted, told("stored", "receiver", "2026-11-23T12:04:00.000Z")] });
    assert.match((await follow(code)).text, /1 av 2: Nå.*2 av 2: Nå/s);
    assert.match((await follow(code, "/nn/folg")).text, /1 av 2: No.*Lagra hos kommunen, men enno ikkje registrert/s);
});
//# sourceMappingURL=follow-pages.test.js.map