// Goal: whoever is let in is who the provider says, at the level asked for, in the browser that asked; and whatever goes
// wrong has a name that a page can be made from. Method: the whole login at the real stand-in, right and then wrong.
import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { after, test } from "node:test";
import { BrowserByHand } from "./browser-by-hand.js";
import { freePort, startTestIdentity } from "./room-login.js";
import { loginSettings } from "../src/config.js";
import { Problem } from "../src/core/problem.js";
import { startIdentity } from "../src/stand-in/identity.js";
import { demoUsers } from "../src/stand-in/identity-users.js";
import { overTheNetwork } from "../src/http/client.js";
import { openLogin } from "../src/http/login.js";
const identity = await startTestIdentity();
const origin = `http://127.0.0.1:${identity.ports.inbox}`;
const env = {
    OIDC_ISSUER: identity.issuer,
    OIDC_CLIENT_ID: "inbox",
    OIDC_KEY_FILE: identity.layout.inbox.oidcKey,
};
const settings = loginSettings(env, origin);
let now = Date.now();
after(() => identity.close());
function roomLogin(change = {}) {
    return openLogin({ ...settings, clock: () => now, ...change });
}
/** Logs in at the provider and gives the address that the browser is sent back to. */
async function comeBack(url, username, choice = "login") {
    const browser = new BrowserByHand();
    const page = await browser.arrive(url);
    const { password } = demoUsers.find((user) => user.username === username);
    const end = await browser.follow(await browser.visit(page.url, { username, password, choice }));
    assert.ok(end.location, end.page);
    assert.ok(end.location.startsWith(`${origin}/login/callback?`), end.location);
    return end.location;
}
test("a caseworker is let in, with the service, the level and the time of the login", async () => {
    const login = roomLogin();
    const { url, pending } = await login.begin();
    const asked = new URL(url).searchParams;
    assert.equal(asked.get("acr_values"), "idporten-loa-high");
    assert.equal(asked.get("code_challenge_method"), "S256");
    assert.ok(!url.includes(pending.verifier));
    const outcome = await login.finish(pending, await comeBack(url, "saksbehandler-fana"));
    assert.ok(outcome.is === "in");
    const { sub, at, ...rest } = outcome.person;
    assert.ok(sub);
    assert.ok(Math.abs(at - Date.now()) < 60_000);
    assert.deepEqual(rest, {
        name: "Farid Demo",
        level: "idporten-loa-high",
        locale: "nb",
        actsFor: demoUsers.find((user) => user.username === "saksbehandler-fana").actsFor,
    });
    const end = new URL((await login.endUrl(outcome.idToken, `${origin}/logged-out`)));
    assert.equal(end.origin + end.pathname, `${identity.issuer}/logout`);
    assert.equal(end.searchParams.get("post_logout_redirect_uri"), `${origin}/logged-out`);
});
test("a private person acts for nobody else", async () => {
    const login = roomLogin();
    const { url, pending } = await login.begin();
    const outcome = await login.finish(pending, await comeBack(url, "privatperson"));
    assert.ok(outcome.is === "in");
    assert.equal(outcome.person.actsFor, null);
});
test("behind a TLS proxy, or given only its path, the callback is the same", async () => {
    const login = roomLogin();
    for (const seenAs of ["http://localhost:1/login/callback", "/login/callback"]) {
        const { url, pending } = await login.begin();
        const { search } = new URL(await comeBack(url, "saksbehandler-fana"));
        assert.equal((await login.finish(pending, seenAs + search)).is, "in");
    }
});
test("who turns back is refused, and only in the browser that asked", async () => {
    const login = roomLogin();
    const { url, pending } = await login.begin();
    const callback = await comeBack(url, "saksbehandler-fana", "cancel");
    assert.deepEqual(await login.finish(pending, callback), { is: "refused" });
    const other = await login.begin();
    assert.deepEqual(await login.finish(other.pending, callback), { is: "expired" });
});
test("a lower level than asked for is too low", async () => {
    const login = roomLogin();
    const { url, pending } = await login.begin();
    const callback = await comeBack(url, "saksbehandler-lavt-niva");
    assert.deepEqual(await login.finish(pending, callback), { is: "too-low" });
});
test("another login's state, nonce or verifier does not fit, nor does a code used before", async () => {
    const login = roomLogin();
    const other = await login.begin();
    for (const part of ["state", "nonce", "verifier"]) {
        const { url, pending } = await login.begin();
        const callback = await comeBack(url, "saksbehandler-fana");
        const mixed = { ...pending, [part]: other.pending[part] };
        assert.deepEqual(await login.finish(mixed, callback), { is: "expired" }, part);
    }
    const { url, pending } = await login.begin();
    const callback = await comeBack(url, "saksbehandler-fana");
    assert.equal((await login.finish(pending, callback)).is, "in");
    assert.deepEqual(await login.finish(pending, callback), { is: "expired" });
});
test("an answer that is no answer, or to nothing, does not let anybody in", async () => {
    const login = roomLogin();
    const { url, pending } = await login.begin();
    const { state } = pending;
    const callback = `${origin}/login/callback`;
    assert.deepEqual(await login.finish(null, await comeBack(url, "saksbehandler-fana")), { is: "expired" });
    for (const search of [
        "",
        "?code=x",
        `?state=${state}`,
        `?code=x&state=${state}`,
        `?code=x&state=${state}&iss=https://other.example.no`,
        `?code=x&iss=${identity.issuer}&state=${state}`,
        `?code=x&iss=${identity.issuer}&state=${state}&state=${state}`,
        `?error=login_required&iss=${identity.issuer}&state=${state}`,
        "?error=access_denied",
        `?error=access_denied&iss=${identity.issuer}&state=other`,
        "?code=%00&state=%ff",
    ])
        assert.deepEqual(await login.finish(pending, callback + search), { is: "expired" }, search);
});
test("a login begun too long ago is over, even if the provider still knows it", async () => {
    const login = roomLogin();
    for (const [wait, is] of [
        [600_000, "in"],
        [600_001, "expired"],
    ]) {
        const { url, pending } = await login.begin();
        const callback = await comeBack(url, "saksbehandler-fana");
        now += wait;
        assert.equal((await login.finish(pending, callback)).is, is);
    }
});
test("a provider that is down is said to be, and found when it is up", async () => {
    const port = await freePort();
    const issuer = `http://127.0.0.1:${port}`;
    const login = roomLogin({ issuer });
    const isNotReached = (error) => error instanceof Problem && error.code === "login.not-reached";
    await assert.rejects(login.begin(), isNotReached);
    assert.equal(await login.endUrl("x", origin), null);
    const running = await startIdentity({ ...identity.env, PORT: String(port) });
    const { url, pending } = await login.begin();
    const callback = await comeBack(url, "saksbehandler-fana");
    await running.close();
    assert.deepEqual(await login.finish(pending, callback), { is: "not-reached" });
    const again = await startIdentity({ ...identity.env, PORT: String(port) });
    const second = await login.begin();
    assert.equal((await login.finish(second.pending, await comeBack(second.url, "saksbehandler-fana"))).is, "in");
    await again.close();
});
test("the room's key that the provider does not know is not the person's fault", async () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const login = roomLogin({ privateKey });
    const { url, pending } = await login.begin();
    const callback = await comeBack(url, "saksbehandler-fana");
    assert.deepEqual(await login.finish(pending, callback), { is: "not-reached" });
});
test("a token is not believed for coming from the right address: its signature must be the provider's", async () => {
    const login = roomLogin({ fetchIt: changing(/\/token$/, (body) => resigned(body)) });
    const { url, pending } = await login.begin();
    const callback = await comeBack(url, "saksbehandler-fana");
    assert.deepEqual(await login.finish(pending, callback), { is: "expired" });
});
test("an answer without an ID token lets nobody in, and a provider in trouble is not reached", async () => {
    const without = changing(/\/token$/, ({ id_token: _, ...rest }) => rest);
    const inTrouble = async (url, init) => /\/token$/.test(url) ? new Response("<h1>Bad gateway</h1>", { status: 502 }) : overTheNetwork(url, init);
    for (const [fetchIt, is] of [
        [without, "expired"],
        [inTrouble, "not-reached"],
    ]) {
        const login = roomLogin({ fetchIt });
        const { url, pending } = await login.begin();
        const callback = await comeBack(url, "saksbehandler-fana");
        assert.deepEqual(await login.finish(pending, callback), { is });
    }
});
test("settings: none without an issuer, and a wrong one is refused by its name", () => {
    assert.equal(loginSettings({}, origin), null);
    assert.deepEqual(settings.origins, [identity.issuer]);
    const elsewhere = loginSettings({ ...env, OIDC_PAGES_ORIGIN: "https://login.example.no/x" }, origin);
    assert.deepEqual(elsewhere.origins, [identity.issuer, "https://login.example.no"]);
    assert.equal(elsewhere.redirectUri, `${origin}/login/callback`);
    for (const [change, message] of [
        [{ OIDC_ISSUER: "http://idporten.example.no" }, /OIDC_ISSUER.*use https/],
        [{ OIDC_CLIENT_ID: "" }, /OIDC_CLIENT_ID/],
        [{ OIDC_KEY_FILE: "/none" }, /OIDC_KEY_FILE.*no file/],
        [{ OIDC_KEY_FILE: identity.layout.inbox.oidcPublicKey }, /OIDC_KEY_FILE.*RSA private key/],
    ])
        assert.throws(() => loginSettings({ ...env, ...change }, origin), message);
});
/** A road on which what one address answers is changed. */
function changing(address, change) {
    return async (url, init) => {
        const answer = await overTheNetwork(url, init);
        if (!address.test(url))
            return answer;
        return Response.json(await change((await answer.json())), { status: answer.status });
    };
}
/** The same token, signed by someone else under the provider's key id. */
async function resigned(body) {
    const { CompactSign, decodeProtectedHeader } = await import("jose");
    const token = body.id_token;
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const { alg = "RS256", kid = "" } = decodeProtectedHeader(token);
    const payload = Buffer.from(token.split(".")[1], "base64url");
    const signed = await new CompactSign(payload).setProtectedHeader({ alg, kid }).sign(privateKey);
    assert.notEqual(signed, token);
    return { ...body, id_token: signed };
}
//# sourceMappingURL=logging-in.test.js.map