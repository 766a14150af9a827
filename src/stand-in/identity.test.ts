// Goal: the stand-in is as strict as what it stands for, so that a room that logs people in here does so in life.
// Method: the whole login over HTTP, as a room and a browser do it, right and then wrong in one thing at a time.

import assert from "node:assert/strict";
import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { once } from "node:events";
import { after, before, test } from "node:test";
import { createRemoteJWKSet, type JWTPayload, jwtVerify, SignJWT } from "jose";
import { BrowserByHand, type Step } from "../../test/browser-by-hand.ts";
import { sha256 } from "../core/hash.ts";
import { keyIdOf } from "../core/signature.ts";
import { startIdentity } from "./identity.ts";
import { makeIdentityKeys, writeIdentityConfig } from "./identity-demo.ts";
import { demoUsers } from "./identity-users.ts";
import { layoutOf, makeFolders } from "./layout.ts";
import { portsFrom } from "./ports.ts";

const root = mkdtempSync(`${tmpdir()}/framme-identity-`);
const layout = layoutOf(root);
const ports = portsFrom(17_400);
const high = "idporten-loa-high";
const substantial = "idporten-loa-substantial";
let issuer = "";
let env: NodeJS.ProcessEnv = {};
let running: { close(): Promise<void> };

before(async () => {
  makeFolders(layout);
  await makeIdentityKeys(layout);
  const port = await freePort();
  issuer = `http://127.0.0.1:${port}`;
  env = { FRAMME_DEMO: "1", PORT: String(port), IDENTITY_CONFIG: writeIdentityConfig(layout, ports) };
  running = await startIdentity(env);
});

after(async () => {
  await running.close();
  rmSync(root, { recursive: true, force: true });
});

type Room = { readonly id: "portal" | "inbox"; readonly keyFile: string; readonly origin: string };

const portal: Room = {
  id: "portal",
  keyFile: layout.portal.oidcKey,
  origin: `http://127.0.0.1:${ports.portal}`,
};
const inbox: Room = { id: "inbox", keyFile: layout.inbox.oidcKey, origin: `http://127.0.0.1:${ports.inbox}` };

const verifier = randomBytes(32).toString("base64url");

/** Where a room sends a browser; `change` makes it wrong in one thing (an empty value leaves it out). */
function authorizeUrl(room: Room, change: Readonly<Record<string, string>> = {}): string {
  const asked = {
    client_id: room.id,
    redirect_uri: `${room.origin}/login/callback`,
    response_type: "code",
    scope: "openid profile",
    state: "state-1",
    nonce: "nonce-1",
    acr_values: high,
    code_challenge: sha256(verifier).toString("base64url"),
    code_challenge_method: "S256",
    ...change,
  };
  const given = Object.entries(asked).filter(([, value]) => value !== "");
  return `${issuer}/authorize?${new URLSearchParams(given)}`;
}

async function loginPageOf(browser: BrowserByHand, url: string): Promise<Step> {
  return browser.follow(await browser.visit(url));
}

function typeIn(browser: BrowserByHand, page: Step, username: string, password: string): Promise<Step> {
  return browser.visit(page.url, { username, password, choice: "login" });
}

/** The answer to a room's authorization request: what its callback is asked with. */
async function logIn(
  username: string,
  room: Room = portal,
  change: Readonly<Record<string, string>> = {},
  browser = new BrowserByHand(),
): Promise<URLSearchParams> {
  const page = await loginPageOf(browser, authorizeUrl(room, change));
  const { password } = demoUsers.find((user) => user.username === username)!;
  const end = await browser.follow(await typeIn(browser, page, username, password));
  assert.ok(end.location, end.page);
  assert.ok(end.location.startsWith(`${room.origin}/login/callback?`), end.location);
  return new URL(end.location).searchParams;
}

type Exchange = { readonly status: number; readonly error?: string; readonly id_token?: string };

async function exchange(
  room: Room,
  code: string,
  change: { key?: KeyObject; keyId?: string; verifier?: string; redirectUri?: string; assertion?: string } = {},
): Promise<Exchange> {
  const own = createPrivateKey(readFileSync(room.keyFile));
  const assertion =
    change.assertion ?? (await assertionOf(room, change.key ?? own, change.keyId ?? keyIdOf(own)));
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    code,
    redirect_uri: change.redirectUri ?? `${room.origin}/login/callback`,
    code_verifier: change.verifier ?? verifier,
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: assertion,
  });
  const answer = await fetch(`${issuer}/token`, { method: "POST", body });
  return { ...((await answer.json()) as object), status: answer.status };
}

function assertionOf(room: Room, key: KeyObject, keyId: string): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: "RS256", kid: keyId })
    .setIssuer(room.id)
    .setSubject(room.id)
    .setAudience(issuer)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime("1m")
    .sign(key);
}

async function claimsOf(room: Room, code: string): Promise<JWTPayload> {
  const { id_token: token, ...rest } = await exchange(room, code);
  assert.ok(token, JSON.stringify(rest));
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
  const options = { issuer, audience: room.id, algorithms: ["RS256"] };
  return (await jwtVerify(token, keys, options)).payload;
}

test("a private person logs in: who it is, how strongly and when stands in the signed token", async () => {
  const answer = await logIn("privatperson");
  assert.deepEqual([answer.get("state"), answer.get("iss")], ["state-1", issuer]);
  const claims = await claimsOf(portal, answer.get("code")!);
  const { nonce, pid, name, acr, amr, locale } = claims;
  assert.deepEqual(
    { nonce, pid, name, acr, amr, locale },
    {
      nonce: "nonce-1",
      pid: "47906701517",
      name: "Petter Demo",
      acr: high,
      amr: ["TestID"],
      locale: "nb",
    },
  );
  assert.ok(claims.sub);
  assert.ok(Math.abs((claims.auth_time as number) - Date.now() / 1000) < 60);
  assert.equal(claims.acts_for, undefined);
});

test("a caseworker's token names the service, and no identity number", async () => {
  const answer = await logIn("saksbehandler-fana", inbox);
  const claims = await claimsOf(inbox, answer.get("code")!);
  assert.deepEqual(claims.acts_for, {
    role: "caseworker",
    service: "bergen-fana-ytrebygda",
    organisationNumber: demoUsers.find((user) => user.username === "saksbehandler-fana")!.actsFor!
      .organisationNumber,
    name: "Barnevernstjenesten Fana-Ytrebygda",
  });
  assert.equal(claims.pid, undefined);
});

test("every demo user can log in", async () => {
  for (const { username, name } of demoUsers) {
    const answer = await logIn(username);
    assert.equal((await claimsOf(portal, answer.get("code")!)).name, name);
  }
});

test("the level is the one asked for; who cannot reach it comes back with a lower one", async () => {
  const acrOf = async (username: string, asked: string) =>
    (await claimsOf(portal, (await logIn(username, portal, { acr_values: asked })).get("code")!)).acr;
  assert.equal(await acrOf("privatperson", high), high);
  assert.equal(await acrOf("privatperson", substantial), substantial);
  assert.equal(await acrOf("privatperson-lavt-niva", high), substantial);
  assert.equal(await acrOf("saksbehandler-lavt-niva", high), substantial);
});

test("the login page says what it is, loads nothing, and lets its form lead back to the rooms only", async () => {
  const page = await loginPageOf(new BrowserByHand(), authorizeUrl(portal));
  assert.equal(page.status, 200);
  assert.match(page.page, /<html lang="nb">/);
  assert.match(page.page, /Demonstrasjon – ikke ID-porten/);
  assert.match(page.page, /<label for="username">Brukernavn<\/label>/);
  assert.doesNotMatch(page.page, /<script|<style|https?:/);
  assert.equal(
    page.headers.get("content-security-policy"),
    `default-src 'none'; style-src 'self'; script-src; form-action 'self' ${portal.origin} ${inbox.origin}; base-uri 'none'; frame-ancestors 'none'`,
  );
  assert.equal((await fetch(`${issuer}/identity.css`)).headers.get("content-type"), "text/css; charset=utf-8");
});

test("what is wrong is said beside its field, and the right password still works afterwards", async () => {
  const browser = new BrowserByHand();
  const page = await loginPageOf(browser, authorizeUrl(portal));
  const empty = await typeIn(browser, page, "", "");
  assert.equal(empty.status, 422);
  assert.match(empty.page, /id="username-wrong">Skriv brukernavnet\./);
  assert.match(empty.page, /id="password-wrong">Skriv passordet\./);
  const wrong = await typeIn(browser, page, 'privatperson"><b>', "feil");
  assert.equal(wrong.status, 422);
  assert.match(wrong.page, /id="password-wrong">Brukernavnet eller passordet er feil/);
  assert.match(wrong.page, /name="password"[^>]*aria-invalid="true" aria-describedby="password-wrong"/);
  assert.match(wrong.page, /value="privatperson&quot;&gt;&lt;b&gt;"/);
  const known = await typeIn(browser, page, "privatperson", "feil");
  const unknown = await typeIn(browser, page, "finnes-ikke", "feil");
  assert.equal(known.page.replace("privatperson", ""), unknown.page.replace("finnes-ikke", ""));
  const right = await browser.follow(await typeIn(browser, page, "privatperson", "demonstrasjon"));
  assert.match(right.location ?? "", /[?&]code=/);
});

test("who cancels is sent back to the room without a code", async () => {
  const browser = new BrowserByHand();
  const page = await loginPageOf(browser, authorizeUrl(portal));
  const end = await browser.follow(await browser.visit(page.url, { choice: "cancel" }));
  const answer = new URL(end.location!).searchParams;
  assert.deepEqual([answer.get("error"), answer.get("code")], ["access_denied", null]);
});

test("a login begun in one browser cannot be finished in another", async () => {
  const page = await loginPageOf(new BrowserByHand(), authorizeUrl(portal));
  const other = await typeIn(new BrowserByHand(), page, "privatperson", "demonstrasjon");
  assert.equal(other.status, 400);
  assert.match(other.page, /session_not_found/);
});

test("a code counts once", async () => {
  const code = (await logIn("privatperson")).get("code")!;
  assert.equal((await exchange(portal, code)).status, 200);
  const again = await exchange(portal, code);
  assert.deepEqual([again.status, again.error], [400, "invalid_grant"]);
});

test("a redirect URI that is not the room's own is refused, here and when the code is exchanged", async () => {
  const foreign = "http://127.0.0.1:9/login/callback";
  const stopped = await new BrowserByHand().visit(authorizeUrl(portal, { redirect_uri: foreign }));
  assert.deepEqual([stopped.status, stopped.location], [400, null]);
  assert.match(stopped.page, /invalid_redirect_uri/);
  const code = (await logIn("privatperson")).get("code")!;
  assert.equal((await exchange(portal, code, { redirectUri: foreign })).error, "invalid_grant");
});

test("without PKCE there is no login, and with another verifier no token", async () => {
  for (const change of [
    { code_challenge: "", code_challenge_method: "" },
    { code_challenge_method: "plain", code_challenge: verifier },
  ]) {
    const { location } = await new BrowserByHand().visit(authorizeUrl(portal, change));
    assert.equal(new URL(location!).searchParams.get("error"), "invalid_request");
  }
  const code = (await logIn("privatperson")).get("code")!;
  const other = randomBytes(32).toString("base64url");
  assert.equal((await exchange(portal, code, { verifier: other })).error, "invalid_grant");
});

test("only the room's own key gets the token, and an assertion counts once", async () => {
  const code = (await logIn("privatperson")).get("code")!;
  const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  const own = createPrivateKey(readFileSync(portal.keyFile));
  for (const keyId of [keyIdOf(stranger), keyIdOf(own)]) {
    const refused = await exchange(portal, code, { key: stranger, keyId });
    assert.deepEqual([refused.status, refused.error], [401, "invalid_client"]);
  }
  const inboxKey = createPrivateKey(readFileSync(inbox.keyFile));
  assert.equal((await exchange(portal, code, { key: inboxKey })).error, "invalid_client");
  assert.equal((await exchange(inbox, code)).error, "invalid_grant");
});

test("an assertion that has been used is refused", async () => {
  const key = createPrivateKey(readFileSync(portal.keyFile));
  const assertion = await assertionOf(portal, key, keyIdOf(key));
  const [first, second] = [await logIn("privatperson"), await logIn("privatperson")];
  assert.equal((await exchange(portal, first.get("code")!, { assertion })).status, 200);
  assert.equal((await exchange(portal, second.get("code")!, { assertion })).error, "invalid_client");
});

test("a session lasts for its room and level, and ends with logging out", async () => {
  const browser = new BrowserByHand();
  const first = await logIn("privatperson-lavt-niva", portal, { acr_values: substantial }, browser);
  const { id_token: hint } = await exchange(portal, first.get("code")!);
  const asked = (room: Room, acr: string) =>
    loginPageOf(browser, authorizeUrl(room, { acr_values: acr, prompt: "none" }));
  const outcomeOf = async (room: Room, acr: string) => {
    const { searchParams } = new URL((await asked(room, acr)).location!);
    return searchParams.get("error") ?? "a code";
  };
  assert.equal(await outcomeOf(portal, substantial), "a code");
  assert.equal(await outcomeOf(portal, high), "login_required");
  assert.equal(await outcomeOf(inbox, substantial), "login_required");

  const back = { id_token_hint: hint!, post_logout_redirect_uri: `${portal.origin}/`, state: "bye" };
  const question = await browser.visit(`${issuer}/logout?${new URLSearchParams(back)}`);
  assert.match(question.page, /Vil du logge ut\?/);
  const action = / action="([^"]+)"/.exec(question.page)![1]!;
  const xsrf = / name="xsrf" value="([^"]+)"/.exec(question.page)![1]!;
  const end = await browser.visit(action, { xsrf, logout: "yes" });
  assert.equal(end.location, `${portal.origin}/?state=bye`);
  assert.equal(await outcomeOf(portal, substantial), "login_required");
});

test("another person can log in in the same browser, and nothing of the first is left", async () => {
  const browser = new BrowserByHand();
  await logIn("privatperson", portal, {}, browser);
  const page = await loginPageOf(browser, authorizeUrl(inbox));
  const change = await browser.follow(await typeIn(browser, page, "saksbehandler-alver", "demonstrasjon"));
  // A page that sends itself on: the script it holds is the only one that its policy allows.
  assert.match(change.headers.get("content-security-policy")!, /script-src 'sha256-/);
  const action = / action="([^"]+)"/.exec(change.page)![1]!;
  const xsrf = / name="xsrf" value="([^"]+)"/.exec(change.page)![1]!;
  const end = await browser.follow(await browser.visit(action, { xsrf, logout: "yes" }));
  const claims = await claimsOf(inbox, new URL(end.location!).searchParams.get("code")!);
  assert.equal(claims.name, "Alv Demo");
  const portalAgain = await loginPageOf(browser, authorizeUrl(portal, { prompt: "none" }));
  assert.equal(new URL(portalAgain.location!).searchParams.get("error"), "login_required");
});

test("outside a demonstration, off this machine or with a broken file it does not start", async () => {
  const refused = (change: NodeJS.ProcessEnv, message: RegExp) =>
    assert.rejects(startIdentity({ ...env, ...change }), message);
  await refused({ FRAMME_DEMO: "" }, /FRAMME_DEMO.*stand-in/);
  await refused({ HOST: "0.0.0.0" }, /HOST.*this machine only/);
  await refused({ IDENTITY_CONFIG: `${root}/none.json` }, /IDENTITY_CONFIG: there is no file/);
  await refused({ IDENTITY_CONFIG: layout.identity.key }, /IDENTITY_CONFIG: the file must be JSON/);
  await refused({}, /port \d+ on 127\.0\.0\.1 is taken/);
});

test("keys are their owner's only, and kept: a restart signs with the same one", async () => {
  const jwks = async () => (await fetch(`${issuer}/jwks`)).text();
  const earlier = await jwks();
  for (const file of [layout.identity.key, layout.portal.oidcKey, layout.inbox.oidcKey])
    assert.equal(statSync(file).mode & 0o777, 0o600, file);
  await running.close();
  await makeIdentityKeys(layout);
  running = await startIdentity(env);
  assert.equal(await jwks(), earlier);
  assert.doesNotMatch(earlier, /"d"/);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}
