// Goal: only who has logged in high enough and works at a service of this inbox sees anything, for no longer than a
// session lasts, and comes back to what they asked for. Method: real logins at the stand-in; the inbox's clock is played.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { BrowserByHand } from "../../test/browser-by-hand.js";
import { InboxWorld, ages } from "../../test/inbox-world.js";
let world;
const noon = Date.parse("2026-11-25T11:00:00Z");
const minute = 60_000;
before(async () => {
    world = await new InboxWorld().open();
});
after(() => world.close());
beforeEach(() => {
    world.now = noon;
});
const at = (path) => world.origin + path;
const caseworker = async () => (await world.logIn("saksbehandler-bergenhus")).browser;
const is = (step, status, words) => {
    assert.equal(step.status, status, step.page);
    assert.match(step.page, words);
};
test("without a login there is a start page, and everything else leads to the login and back", async () => {
    const id = await world.put({ serial: 1 });
    const nobody = new BrowserByHand();
    is(await nobody.visit(at("/")), 200, /Logg inn/);
    for (const path of ["/meldinger?vis=mangler", `/meldinger/${id}`]) {
        const sent = await nobody.visit(at(path));
        assert.deepEqual([sent.status, sent.page], [303, ""]);
        assert.equal(sent.location, at(`/login?til=${encodeURIComponent(path)}`));
        assert.equal((await world.logIn("saksbehandler-bergenhus", path)).end.url, at(path));
    }
    const posted = await nobody.visit(at(`/meldinger/${id}/apne`), {});
    assert.equal(posted.location, at(`/login?til=${encodeURIComponent(`/meldinger/${id}`)}`));
});
test("only the inbox's own pages are come back to", async () => {
    for (const til of [
        "https://evil.example",
        "//evil.example",
        "/logout",
        "/meldinger/../logout",
        "/meldinger//evil",
    ]) {
        const { end } = await world.logIn("saksbehandler-bergenhus", `/login?til=${encodeURIComponent(til)}`);
        assert.equal(end.url, at("/meldinger"), til);
    }
});
test("who has logged in is named with the service, and comes from the start page to the list", async () => {
    const browser = await caseworker();
    const { page } = await browser.arrive(at("/"));
    assert.match(page, /Berit Demo/);
    assert.match(page, /Barnevernstjenesten Bergenhus-Årstad/);
});
test("a login at too low a level, one that is cancelled, and one that is begun elsewhere are each told", async () => {
    is((await world.logIn("saksbehandler-lavt-niva")).end, 403, /nivå høyt/);
    const browser = new BrowserByHand();
    const login = await browser.arrive((await browser.visit(at("/login"))).location);
    const back = await browser.follow(await browser.visit(login.url, { choice: "cancel" }));
    is(await browser.visit(back.location), 403, /Innloggingen ble avbrutt/);
    is(await browser.visit(at("/meldinger")), 303, /^$/);
    is(await new BrowserByHand().visit(at("/login/callback?code=x&state=y")), 400, /Logg inn på nytt/);
});
test("who works at none of the services, or is no caseworker, gets in nowhere", async () => {
    const id = await world.put({ serial: 2 });
    for (const username of ["saksbehandler-alver", "privatperson", "laerer"]) {
        const { browser, end } = await world.logIn(username);
        is(end, 403, /Du har ikke tilgang/);
        assert.match(end.page, /action="\/logout"/);
        for (const path of [`/meldinger/${id}`, `/meldinger/${id}/bekymringsmelding.pdf`])
            is(await browser.visit(at(path)), 403, /Du har ikke tilgang/);
        is(await browser.visit(at(`/meldinger/${id}/apne`), {}), 403, /Du har ikke tilgang/);
        is(await browser.visit(at("/meldinger/sok"), { sok: "barn" }), 403, /Du har ikke tilgang/);
    }
});
test("an hour without use ends a session, and each use starts the hour anew", async () => {
    const browser = await caseworker();
    for (let times = 0; times < 3; times += 1) {
        world.now += ages.idleMs - minute;
        assert.equal((await browser.visit(at("/meldinger"))).status, 200);
    }
    world.now += ages.idleMs;
    assert.equal((await browser.visit(at("/meldinger"))).location, at("/login"));
});
test("ten hours end a session, however much it is used", async () => {
    const browser = await caseworker();
    for (world.now += 50 * minute; world.now < noon + ages.mostMs; world.now += 50 * minute)
        assert.equal((await browser.visit(at("/meldinger"))).status, 200);
    assert.equal((await browser.visit(at("/meldinger"))).location, at("/login"));
});
test("logging out ends the session here and at the provider, and the old cookie opens nothing", async () => {
    const browser = await caseworker();
    const cookie = browser.cookieFor("/meldinger");
    const out = await browser.visit(at("/logout"), {});
    assert.equal(out.status, 303);
    assert.match(out.location, /\/logout\?.*logged-out/);
    const answer = await fetch(at("/meldinger"), { headers: { cookie }, redirect: "manual" });
    assert.equal(answer.headers.get("location"), "/login");
    is(await browser.visit(at("/logged-out")), 200, /Du er logget ut/);
});
test("the login gives the session another cookie than the one it began with", async () => {
    const browser = new BrowserByHand();
    const sent = await browser.visit(at("/login"));
    const before = browser.cookieFor("/");
    const login = await browser.arrive(sent.location);
    const password = "demonstrasjon";
    const back = await browser.follow(await browser.visit(login.url, { username: "saksbehandler-fana", password, choice: "login" }));
    await browser.arrive(back.location);
    const cookieOf = (text) => /framme-inbox-\d+=(\S+)/.exec(text)?.[1];
    assert.ok(cookieOf(before));
    assert.notEqual(cookieOf(browser.cookieFor("/")), cookieOf(before));
});
test("a form from elsewhere changes nothing", async () => {
    const id = await world.put({ serial: 3 });
    const browser = await caseworker();
    for (const origin of ["https://evil.example", "null"])
        for (const path of [`/meldinger/${id}/apne`, "/meldinger/sok", "/logout"])
            is(await browser.visit(at(path), { sok: "x" }, origin), 403, /kom ikke fra denne siden/);
    is(await browser.visit(at(`/meldinger/${id}`)), 200, /Ingen har åpnet/);
});
test("pages are kept in no cache and no search engine, run no script, and send forms only here and to the login", async () => {
    const browser = await caseworker();
    for (const path of ["/", "/meldinger", "/finnes-ikke", "/logged-out"]) {
        const { headers } = await browser.visit(at(path));
        assert.equal(headers.get("cache-control"), "no-store", path);
        assert.equal(headers.get("x-robots-tag"), "noindex, nofollow");
        const policy = headers.get("content-security-policy");
        assert.match(policy, /default-src 'none'/);
        assert.match(policy, /form-action 'self' http:\/\/127\.0\.0\.1:\d+;/);
        assert.doesNotMatch(policy, /script-src|unsafe/);
    }
});
test("the service's systems are answered in JSON at the same address", async () => {
    const answer = await fetch(at("/reports/no-id"));
    assert.equal(answer.status, 401);
    assert.equal((await answer.json()).error, "caller.not-proven");
    assert.deepEqual(await (await fetch(at("/health"))).json(), { ok: true });
});
//# sourceMappingURL=login-routes.test.js.map