// Goal: whoever asks is told something true, in plain words, and nobody learns anything they should not. Method: the
// portal over HTTP, with the road to the hub and the clock played.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { PlayedFollowHub } from "../../test/played-follow-hub.js";
import { hubAt } from "./hub.js";
import { paths } from "./paths.js";
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
const ask = (sted, more = {}) => post("/tjeneste", { sted, ...more });
test("every page leaves no trace, lets nothing in from elsewhere, and has the way out", async () => {
    const all = [...Object.values(paths).flatMap(({ nb, nn }) => [nb, nn]), "/gone"];
    for (const path of all) {
        const { headers, text } = await get(path);
        assert.equal(headers.get("cache-control"), "no-store", path);
        assert.match(headers.get("x-robots-tag") ?? "", /noindex/);
        assert.match(headers.get("content-security-policy") ?? "", /^default-src 'none'; style-src 'self';/);
        assert.doesNotMatch(headers.get("content-security-policy") ?? "", /unsafe|script-src|https?:/);
        assert.equal(headers.get("referrer-policy"), path.endsWith("folg") ? "no-referrer" : "same-origin");
        assert.match(text, /^<!doctype html><html lang="n[bn]">/);
        assert.match(text, /href="https:\/\/www\.yr\.no\/"[^>]*>Forlat sid/);
        assert.doesNotMatch(text, /<script|style=|onclick/);
    }
});
test("the start page says who should call, and leads to writing, finding and following", async () => {
    const { text } = await get("/");
    for (const words of [
        "tel:112",
        "tel:116111",
        "senest innen en uke",
        'href="/meld"',
        'href="/tjeneste"',
        'href="/folg"',
    ])
        assert.ok(text.includes(words), words);
    assert.match(text, /Du kan ikke være anonym her/);
    assert.match((await get("/nn")).text, /href="\/nn\/meld"/);
});
test("files are kept by the browser for a year, under a name that their content gives, and come compressed", async () => {
    const path = /href="(\/assets\/page\.[0-9a-f]{16}\.css)"/.exec((await get("/")).text)?.[1] ?? "";
    const response = await app.request(path, { headers: { "accept-encoding": "gzip, br" } });
    assert.equal(response.headers.get("content-encoding"), "br");
    assert.match(response.headers.get("cache-control") ?? "", /max-age=31536000, immutable/);
    assert.match((await get(path)).text, /font-family:\s*Inter/);
    assert.equal((await get("/assets/page.0000000000000000.css")).status, 404);
});
test("a form that comes from elsewhere is not used; one of ours is, also under no-referrer in an old browser", async () => {
    const foreign = await post("/tjeneste", { sted: "Alver" }, { origin: "https://evil.example" });
    assert.equal(foreign.status, 403);
    assert.match(foreign.text, /kom ikke fra denne siden/);
    const crossSite = { origin: "null", "sec-fetch-site": "cross-site" };
    assert.equal((await post("/folg", { kode: "x" }, crossSite)).status, 403);
    assert.equal((await post("/folg", { kode: "x" }, { origin: "null" })).status, 404);
    assert.equal((await post("/folg", { kode: "x" }, { origin: "null", "sec-fetch-site": "same-origin" })).status, 404);
});
test("a place leads to its service and telephone; outside office hours the emergency service comes first", async () => {
    const day = (await ask("  bergenhus ")).text;
    assert.match(day, /Barnevernstjenesten Bergenhus-Årstad/);
    assert.match(day, /href="tel:00000000"/);
    assert.doesNotMatch(day, /stengt nå/);
    hub.now = Date.parse("2026-11-23T20:00:00Z");
    const night = (await ask("Bergenhus")).text;
    assert.ok(night.indexOf("Barnevernsvakten i Bergen") < night.indexOf("Bergenhus-Årstad</h2>"));
    assert.match(night, /stengt nå/);
});
test("where there are districts the district is asked for, and «I do not know» is an answer", async () => {
    const asked = (await ask("Bergen")).text;
    assert.match(asked, /Hvilken bydel i Bergen\?/);
    assert.match((await ask("Bergen", { bydel: "07" })).text, /Barnevernstjenesten Bergenhus-Årstad/);
    assert.match((await ask("Bergen", { bydel: "99" })).text, /Velg en bydel, eller/);
    const unknown = (await ask("Bergen", { bydel: "unknown" })).text;
    assert.equal(unknown.match(/tel:00000000/g)?.length, 4);
});
test("a place spelled wrong is kept and met with proposals; nothing is guessed", async () => {
    const wrong = (await ask('Allver"><script>')).text;
    assert.match(wrong, /value="Allver&quot;&gt;&lt;script&gt;"/);
    for (const [typed, meant] of [
        ["Allver", "Alver"],
        ["Begen", "Bergen"],
        ["Aasane", "Åsane i Bergen"],
        ["Trondhiem", "Trondheim - Tråante"],
    ]) {
        const { text } = await ask(typed);
        assert.ok(text.includes(`name="valgt" value="${meant}"`), typed);
        assert.ok(text.includes(`value="${typed}"`), typed);
    }
    assert.match((await ask("Herøy")).text, /value="Herøy \(Nordland\)"/);
    assert.match((await ask("Xyzzyx")).text, /Se etter skrivefeil/);
    assert.match((await ask("")).text, /Skriv navnet på en kommune/);
});
test("a place whose service is not on the network is told whom to call instead", async () => {
    const { text } = await ask("Karasjok");
    assert.match(text, /Kárášjohka - Karasjok: ingen tjeneste her/);
    assert.match(text, /sentralbordet i kommunen/);
});
test("while the hub is away the last known address book is used; without one the page says so and keeps the input", async () => {
    hub.isGone = true;
    const none = await ask("Alver");
    assert.equal(none.status, 503);
    assert.match(none.text, /Vi får ikke slått opp tjenestene/);
    assert.match(none.text, /value="Alver"/);
    hub.isGone = false;
    assert.equal((await ask("Alver")).status, 200);
    hub.isGone = true;
    hub.now += 3_600_000;
    assert.match((await ask("Alver")).text, /Barnevernstenesta i Alver/);
});
test("what is far too long, or not a form, is refused in words", async () => {
    const long = await ask("a".repeat(100_000));
    assert.equal(long.status, 413);
    assert.match(long.text, /Det ble for mye tekst/);
    const headers = { "content-type": "application/json", origin: publicOrigin };
    const json = await get("/folg", { method: "POST", body: "{}", headers });
    assert.equal(json.status, 415);
});
//# sourceMappingURL=routes.test.js.map