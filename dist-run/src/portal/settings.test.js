// Goal: a portal that is set up wrong does not start, and says which setting it is and never what stands in a key or
// secret file. Method: a right environment, with each setting in turn left out or made wrong.
import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { after, test } from "node:test";
import { Problem } from "../core/problem.js";
import { keyIdOf } from "../core/signature.js";
import { portalSettings } from "./settings.js";
import { startPortal } from "./start.js";
const folder = mkdtempSync(`${tmpdir()}/framme-portal-settings-`);
after(() => rmSync(folder, { recursive: true, force: true }));
function file(name, text) {
    writeFileSync(`${folder}/${name}`, text, { mode: 0o600 });
    return `${folder}/${name}`;
}
const own = generateKeyPairSync("ed25519");
const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = { type: "pkcs8", format: "pem" };
const publicPem = own.publicKey.export({ type: "spki", format: "pem" });
const secret = "0123456789abcdef0123456789abcdef";
const right = {
    HUB_URL: "https://hub.example.no",
    HUB_PUBLIC_KEY_FILE: file("hub.pem", publicPem),
    SUBMITTER_ID: "submitter:portal",
    SUBMITTER_KEY_FILE: file("own.pem", own.privateKey.export(pem)),
    SENDER_SECRET_FILE: file("secret", `${secret}\n`),
};
const wrong = [
    ["HUB_URL", "hub.example.no"],
    ["HUB_URL", "http://hub.example.no"],
    ["HUB_PUBLIC_KEY_FILE", `${folder}/none`],
    ["HUB_PUBLIC_KEY_FILE", file("empty", "")],
    ["HUB_PUBLIC_KEY_FILE", file("broken.pem", publicPem.replace(/[A-Za-z]{8}/, "********"))],
    ["SUBMITTER_KEY_FILE", `${folder}/none`],
    ["SUBMITTER_KEY_FILE", right.HUB_PUBLIC_KEY_FILE],
    ["SUBMITTER_KEY_FILE", file("rsa.pem", rsa.privateKey.export(pem))],
    ["SENDER_SECRET_FILE", `${folder}/none`],
    ["SENDER_SECRET_FILE", file("short", `${secret.slice(1)}          \n`)],
    ["SUBMITTER_ID", "portal"],
    ["SUBMITTER_ID", "service:alver"],
    ["SUBMITTER_ID", "submitter:Portal 1"],
];
const refusesBy = (name) => (error) => error instanceof Problem &&
    error.code === "config.bad" &&
    error.message.includes(name) &&
    !error.message.includes(secret.slice(1, 20)) &&
    !error.message.includes("PRIVATE KEY");
test("a right environment is read: the hub's origin and keys, who sends, and the secret without its line end", () => {
    const { hub, identity, secret: read } = portalSettings({ ...right, HUB_URL: "https://hub.example.no/" });
    assert.equal(hub.url, "https://hub.example.no");
    assert.deepEqual(hub.keys.map(keyIdOf), [keyIdOf(own.publicKey)]);
    assert.deepEqual([identity.caller, identity.keyId], ["submitter:portal", keyIdOf(own.publicKey)]);
    assert.equal(read.toString(), secret);
});
test("while one hub key replaces another, both are pinned", () => {
    const next = generateKeyPairSync("ed25519").publicKey;
    const both = file("both.pem", publicPem + next.export({ type: "spki", format: "pem" }));
    const { hub } = portalSettings({ ...right, HUB_PUBLIC_KEY_FILE: both });
    assert.deepEqual(hub.keys.map(keyIdOf), [own.publicKey, next].map(keyIdOf));
});
for (const name of Object.keys(right))
    test(`without ${name}, or with a wrong one, it is refused by that name, and nothing secret is told`, () => {
        assert.throws(() => portalSettings({ ...right, [name]: undefined }), refusesBy(name));
        const bad = wrong.filter(([one]) => one === name);
        assert.ok(bad.length > 0);
        for (const [, value] of bad)
            assert.throws(() => portalSettings({ ...right, [name]: value }), refusesBy(name), `${name}=${value}`);
    });
test("the portal does not start without a database, or with a limit that is no number, and says which", async () => {
    const env = {
        ...right,
        PORT: "0",
        DATABASE_URL: "postgres://a@127.0.0.1:1/a",
        HUB_URL: "http://127.0.0.1:1",
    };
    await assert.rejects(startPortal({ ...env, DATABASE_URL: undefined }), refusesBy("DATABASE_URL"));
    for (const name of ["RATE_DRAFTS_PER_MINUTE", "RATE_FOLLOW_PER_MINUTE"])
        for (const value of ["many", "0", "-1"])
            await assert.rejects(startPortal({ ...env, [name]: value }), refusesBy(name), `${name}=${value}`);
    await assert.rejects(startPortal({ ...env, OIDC_ISSUER: "https://login.example.no" }), refusesBy("OIDC_CLIENT_ID"));
});
//# sourceMappingURL=settings.test.js.map