// Goal: the stand-in is as strict as what it stands for, so that a room that logs people in here does so in life.
// Method: the whole login over HTTP, as a room and a browser do it, right and then wrong in one thing at a time.
import assert from "node:assert/strict";
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { statSync } from "node:fs";
import { after, test } from "node:test";
import { BrowserByHand } from "../../test/browser-by-hand.js";
import { freePort, startTestIdentity, TestRoom, verifier } from "../../test/room-login.js";
import { keyIdOf } from "../core/signature.js";
import { startIdentity } from "./identity.js";
import { makeIdentityKeys } from "./identity-demo.js";
import { demoUsers } from "./identity-users.js";
const high = "idporten-loa-high";
const substantial = "idporten-loa-substantial";
const identity = await startTestIdentity();
const { issuer, env, layout } = identity;
const portal = new TestRoom(identity, "portal");
const inbox = new TestRoom(identity, "inbox");
after(() => identity.close());
test("a private person logs in: who it is, how strongly and when stands in the signed token", async () => {
    const answer = await portal.logIn("privatperson");
    assert.deepEqual([answer.get("state"), answer.get("iss")], ["state-1", issuer]);
    const claims = await portal.claimsOf(answer.get("code"));
    const { nonce, pid, name, acr, amr, locale } = claims;
    assert.deepEqual({ nonce, pid, name, acr, amr, locale }, {
        nonce: "nonce-1",
        pid: "47906701517",
        name: "Petter Demo",
        acr: high,
        amr: ["TestID"],
        locale: "nb",
    });
    assert.ok(claims.sub);
    assert.ok(Math.abs(claims.auth_time - Date.now() / 1000) < 60);
    assert.equal(claims.acts_for, undefined);
});
test("a caseworker's token names the service, and no identity number", async () => {
    const answer = await inbox.logIn("saksbehandler-fana");
    const claims = await inbox.claimsOf(answer.get("code"));
    assert.deepEqual(claims.acts_for, {
        role: "caseworker",
        service: "bergen-fana-ytrebygda",
        organisationNumber: demoUsers.find((user) => user.username === "saksbehandler-fana").actsFor
            .organisationNumber,
        name: "Barnevernstjenesten Fana-Ytrebygda",
    });
    assert.equal(claims.pid, undefined);
});
test("every demo user can log in", async () => {
    for (const { username, name } of demoUsers) {
        const answer = await portal.logIn(username);
        assert.equal((await portal.claimsOf(answer.get("code"))).name, name);
    }
});
test("the level is the one asked for; who cannot reach it comes back with a lower one", async () => {
    const acrOf = async (username, asked) => (await portal.claimsOf((await portal.logIn(username, { acr_values: asked })).get("code"))).acr;
    assert.equal(await acrOf("privatperson", high), high);
    assert.equal(await acrOf("privatperson", substantial), substantial);
    assert.equal(await acrOf("privatperson-lavt-niva", high), substantial);
    assert.equal(await acrOf("saksbehandler-lavt-niva", high), substantial);
});
test("the login page says what it is, loads nothing, and lets its form lead back to the rooms only", async () => {
    const page = await new BrowserByHand().arrive(portal.authorizeUrl());
    assert.equal(page.status, 200);
    assert.match(page.page, /<html lang="nb">/);
    assert.match(page.page, /Demonstrasjon – ikke ID-porten/);
    assert.match(page.page, /<label for="username">Brukernavn<\/label>/);
    assert.doesNotMatch(page.page, /<script|<style|https?:/);
    assert.equal(page.headers.get("content-security-policy"), `default-src 'none'; style-src 'self'; font-src 'self'; script-src; form-action 'self' ${portal.origin} ${inbox.origin}; base-uri 'none'; frame-ancestors 'none'`);
    const fonts = await Promise.all([400, 600].map((weight) => fetch(`${issuer}/inter-${weight}.woff2`)));
    assert.deepEqual(fonts.map((font) => font.headers.get("content-type")), ["font/woff2", "font/woff2"]);
    assert.equal((await fetch(`${issuer}/identity.css`)).headers.get("content-type"), "text/css; charset=utf-8");
});
test("what is wrong is said beside its field, and the right password still works afterwards", async () => {
    const browser = new BrowserByHand();
    const page = await browser.arrive(portal.authorizeUrl());
    const empty = await browser.typeIn(page, "", "");
    assert.equal(empty.status, 422);
    assert.match(empty.page, /id="username-wrong">Skriv brukernavnet\./);
    assert.match(empty.page, /id="password-wrong">Skriv passordet\./);
    const wrong = await browser.typeIn(page, 'privatperson"><b>', "feil");
    assert.equal(wrong.status, 422);
    assert.match(wrong.page, /id="password-wrong">Brukernavnet eller passordet er feil/);
    assert.match(wrong.page, /name="password"[^>]*aria-invalid="true" aria-describedby="password-wrong"/);
    assert.match(wrong.page, /value="privatperson&quot;&gt;&lt;b&gt;"/);
    const known = await browser.typeIn(page, "privatperson", "feil");
    const unknown = await browser.typeIn(page, "finnes-ikke", "feil");
    assert.equal(known.page.replace("privatperson", ""), unknown.page.replace("finnes-ikke", ""));
    const right = await browser.follow(await browser.typeIn(page, "privatperson", "demonstrasjon"));
    assert.match(right.location ?? "", /[?&]code=/);
});
test("who cancels is sent back to the room without a code", async () => {
    const browser = new BrowserByHand();
    const page = await browser.arrive(portal.authorizeUrl());
    const end = await browser.follow(await browser.visit(page.url, { choice: "cancel" }));
    const answer = new URL(end.location).searchParams;
    assert.deepEqual([answer.get("error"), answer.get("code")], ["access_denied", null]);
});
test("a login begun in one browser cannot be finished in another", async () => {
    const page = await new BrowserByHand().arrive(portal.authorizeUrl());
    const other = await new BrowserByHand().typeIn(page, "privatperson", "demonstrasjon");
    assert.equal(other.status, 400);
    assert.match(other.page, /session_not_found/);
});
test("a code counts once", async () => {
    const code = (await portal.logIn("privatperson")).get("code");
    assert.equal((await portal.exchange(code)).status, 200);
    const again = await portal.exchange(code);
    assert.deepEqual([again.status, again.error], [400, "invalid_grant"]);
});
test("a redirect URI that is not the room's own is refused, here and when the code is exchanged", async () => {
    const foreign = "http://127.0.0.1:9/login/callback";
    const stopped = await new BrowserByHand().visit(portal.authorizeUrl({ redirect_uri: foreign }));
    assert.deepEqual([stopped.status, stopped.location], [400, null]);
    assert.match(stopped.page, /invalid_redirect_uri/);
    const code = (await portal.logIn("privatperson")).get("code");
    assert.equal((await portal.exchange(code, { redirectUri: foreign })).error, "invalid_grant");
});
test("without PKCE there is no login, and with another verifier no token", async () => {
    for (const change of [
        { code_challenge: "", code_challenge_method: "" },
        { code_challenge_method: "plain", code_challenge: verifier },
    ]) {
        const { location } = await new BrowserByHand().visit(portal.authorizeUrl(change));
        assert.equal(new URL(location).searchParams.get("error"), "invalid_request");
    }
    const code = (await portal.logIn("privatperson")).get("code");
    const other = randomBytes(32).toString("base64url");
    assert.equal((await portal.exchange(code, { verifier: other })).error, "invalid_grant");
});
test("only the room's own key gets the token, and an assertion counts once", async () => {
    const code = (await portal.logIn("privatperson")).get("code");
    const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
    for (const keyId of [keyIdOf(stranger), keyIdOf(portal.key)]) {
        const refused = await portal.exchange(code, { key: stranger, keyId });
        assert.deepEqual([refused.status, refused.error], [401, "invalid_client"]);
    }
    assert.equal((await portal.exchange(code, { key: inbox.key })).error, "invalid_client");
    assert.equal((await inbox.exchange(code)).error, "invalid_grant");
});
test("an assertion that has been used is refused", async () => {
    const assertion = await portal.assertion(portal.key, keyIdOf(portal.key));
    const [first, second] = [await portal.logIn("privatperson"), await portal.logIn("privatperson")];
    assert.equal((await portal.exchange(first.get("code"), { assertion })).status, 200);
    assert.equal((await portal.exchange(second.get("code"), { assertion })).error, "invalid_client");
});
test("a session lasts for its room and level, and ends with logging out", async () => {
    const browser = new BrowserByHand();
    const first = await portal.logIn("privatperson-lavt-niva", { acr_values: substantial }, browser);
    const { id_token: hint } = await portal.exchange(first.get("code"));
    const asked = (room, acr) => browser.arrive(room.authorizeUrl({ acr_values: acr, prompt: "none" }));
    const outcomeOf = async (room, acr) => {
        const { searchParams } = new URL((await asked(room, acr)).location);
        return searchParams.get("error") ?? "a code";
    };
    assert.equal(await outcomeOf(portal, substantial), "a code");
    assert.equal(await outcomeOf(portal, high), "login_required");
    assert.equal(await outcomeOf(inbox, substantial), "login_required");
    const back = { id_token_hint: hint, post_logout_redirect_uri: `${portal.origin}/`, state: "bye" };
    const question = await browser.visit(`${issuer}/logout?${new URLSearchParams(back)}`);
    assert.match(question.page, /Vil du logge ut\?/);
    const action = / action="([^"]+)"/.exec(question.page)[1];
    const xsrf = / name="xsrf" value="([^"]+)"/.exec(question.page)[1];
    const end = await browser.visit(action, { xsrf, logout: "yes" });
    assert.equal(end.location, `${portal.origin}/?state=bye`);
    assert.equal(await outcomeOf(portal, substantial), "login_required");
});
test("another person can log in in the same browser, and nothing of the first is left", async () => {
    const browser = new BrowserByHand();
    await portal.logIn("privatperson", {}, browser);
    const page = await browser.arrive(inbox.authorizeUrl());
    const change = await browser.follow(await browser.typeIn(page, "saksbehandler-alver", "demonstrasjon"));
    // A page that sends itself on: the script it holds is the only one that its policy allows.
    assert.match(change.headers.get("content-security-policy"), /script-src 'sha256-/);
    const action = / action="([^"]+)"/.exec(change.page)[1];
    const xsrf = / name="xsrf" value="([^"]+)"/.exec(change.page)[1];
    const end = await browser.follow(await browser.visit(action, { xsrf, logout: "yes" }));
    const claims = await inbox.claimsOf(new URL(end.location).searchParams.get("code"));
    assert.equal(claims.name, "Alv Demo");
    const portalAgain = await browser.arrive(portal.authorizeUrl({ prompt: "none" }));
    assert.equal(new URL(portalAgain.location).searchParams.get("error"), "login_required");
});
test("outside a demonstration, off this machine or with a broken file it does not start", async () => {
    const refused = (change, message) => assert.rejects(startIdentity({ ...env, ...change }), message);
    await refused({ FRAMME_DEMO: "" }, /FRAMME_DEMO.*stand-in/);
    await refused({ HOST: "0.0.0.0" }, /HOST.*this machine only/);
    await refused({ IDENTITY_CONFIG: `${layout.data}/none.json` }, /IDENTITY_CONFIG: there is no file/);
    await refused({ IDENTITY_CONFIG: layout.identity.key }, /IDENTITY_CONFIG: the file must be JSON/);
    await refused({}, /port \d+ on 127\.0\.0\.1 is taken/);
});
test("keys are their owner's only, and kept: the next start signs with the same one", async () => {
    const jwksAt = async (origin) => (await fetch(`${origin}/jwks`)).text();
    const earlier = await jwksAt(issuer);
    for (const file of [layout.identity.key, layout.portal.oidcKey, layout.inbox.oidcKey])
        assert.equal(statSync(file).mode & 0o777, 0o600, file);
    await makeIdentityKeys(layout);
    const port = await freePort();
    const next = await startIdentity({ ...env, PORT: String(port) });
    assert.equal(await jwksAt(`http://127.0.0.1:${port}`), earlier);
    await next.close();
    assert.doesNotMatch(earlier, /"d"/);
});
//# sourceMappingURL=identity.test.js.map