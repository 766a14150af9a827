// An identity provider for tests, and a room as it sees one: sends a browser to log in, takes the code that comes
// back, and exchanges it with its own key. Each step can be made wrong in one thing.
import assert from "node:assert/strict";
import { createPrivateKey, randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { createRemoteJWKSet, jwtVerify, SignJWT } from "jose";
import { sha256 } from "../src/core/hash.js";
import { keyIdOf } from "../src/core/signature.js";
import { startIdentity } from "../src/stand-in/identity.js";
import { makeIdentityKeys, writeIdentityConfig } from "../src/stand-in/identity-demo.js";
import { demoUsers } from "../src/stand-in/identity-users.js";
import { layoutOf, makeFolders } from "../src/stand-in/layout.js";
import { portsFrom } from "../src/stand-in/ports.js";
import { BrowserByHand } from "./browser-by-hand.js";
/** Starts one with the demonstration's users. `rooms`: where the portal and the inbox of the test listen. */
export async function startTestIdentity(rooms = {}) {
    const root = mkdtempSync(`${tmpdir()}/framme-identity-`);
    const layout = layoutOf(root);
    const ports = { ...portsFrom(17_400), ...rooms };
    makeFolders(layout);
    await makeIdentityKeys(layout);
    const port = await freePort();
    const env = { FRAMME_DEMO: "1", PORT: String(port), IDENTITY_CONFIG: writeIdentityConfig(layout, ports) };
    const running = await startIdentity(env);
    const close = async () => {
        await running.close();
        rmSync(root, { recursive: true, force: true });
    };
    return { issuer: `http://127.0.0.1:${port}`, env, layout, ports, close };
}
/** A port that was free a moment ago. */
export async function freePort() {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address();
    server.close();
    return port;
}
/** The secret half of PKCE. A room draws one for each login; here one will do. */
export const verifier = randomBytes(32).toString("base64url");
export class TestRoom {
    origin;
    key;
    id;
    issuer;
    constructor(identity, id) {
        this.id = id;
        this.issuer = identity.issuer;
        this.origin = `http://127.0.0.1:${identity.ports[id]}`;
        this.key = createPrivateKey(readFileSync(identity.layout[id].oidcKey));
    }
    /** Where it sends a browser; an empty value in `change` leaves that out. */
    authorizeUrl(change = {}) {
        const asked = {
            client_id: this.id,
            redirect_uri: `${this.origin}/login/callback`,
            response_type: "code",
            scope: "openid profile",
            state: "state-1",
            nonce: "nonce-1",
            acr_values: "idporten-loa-high",
            code_challenge: sha256(verifier).toString("base64url"),
            code_challenge_method: "S256",
            ...change,
        };
        const given = Object.entries(asked).filter(([, value]) => value !== "");
        return `${this.issuer}/authorize?${new URLSearchParams(given)}`;
    }
    /** A demo user logs in; gives what the room's callback is asked with. */
    async logIn(username, change = {}, browser = new BrowserByHand()) {
        const page = await browser.arrive(this.authorizeUrl(change));
        const { password } = demoUsers.find((user) => user.username === username);
        const end = await browser.follow(await browser.typeIn(page, username, password));
        assert.ok(end.location, end.page);
        assert.ok(end.location.startsWith(`${this.origin}/login/callback?`), end.location);
        return new URL(end.location).searchParams;
    }
    /** The code for tokens. */
    async exchange(code, wrong = {}) {
        const { key = this.key, keyId = keyIdOf(this.key) } = wrong;
        const body = new URLSearchParams({
            grant_type: "authorization_code",
            code,
            redirect_uri: wrong.redirectUri ?? `${this.origin}/login/callback`,
            code_verifier: wrong.verifier ?? verifier,
            client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            client_assertion: wrong.assertion ?? (await this.assertion(key, keyId)),
        });
        const answer = await fetch(`${this.issuer}/token`, { method: "POST", body });
        return { ...(await answer.json()), status: answer.status };
    }
    /** The room's word for who it is. */
    assertion(key, keyId) {
        return new SignJWT()
            .setProtectedHeader({ alg: "RS256", kid: keyId })
            .setIssuer(this.id)
            .setSubject(this.id)
            .setAudience(this.issuer)
            .setJti(randomUUID())
            .setIssuedAt()
            .setExpirationTime("1m")
            .sign(key);
    }
    /** The claims of the ID token that a code gives, its signature checked. */
    async claimsOf(code) {
        const { id_token: token, ...rest } = await this.exchange(code);
        assert.ok(token, JSON.stringify(rest));
        const keys = createRemoteJWKSet(new URL(`${this.issuer}/jwks`));
        return (await jwtVerify(token, keys, { issuer: this.issuer, audience: this.id, algorithms: ["RS256"] }))
            .payload;
    }
}
//# sourceMappingURL=room-login.js.map