// Goal: whoever runs a portal or an inbox is told what of it does not work: its pages, its unsent reports, its logins.
// Method: the built command with the settings of each, against real databases; the portal's own pages and the identity
// provider are played by one small server.
import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { withAdmin } from "./admin.js";
import { commandLine, linesOf } from "./at-the-command-line.js";
import { freshDatabase } from "./database.js";
let played;
let origin = "";
let portal;
let inbox;
let keyFile = "";
const here = commandLine(async () => {
    [portal, inbox] = [await freshDatabase("portal"), await freshDatabase("inbox")];
    played = createServer((request, answer) => {
        const isDiscovery = request.url === "/.well-known/openid-configuration";
        answer.writeHead(request.url === "/health" || isDiscovery ? 200 : 404);
        answer.end(JSON.stringify(isDiscovery ? { issuer: origin } : {}));
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => played.once("listening", resolve));
    origin = `http://127.0.0.1:${played.address().port}`;
    keyFile = `${here.country.folder}/oidc.pem`;
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    writeFileSync(keyFile, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
});
after(async () => {
    played.closeAllConnections();
    await new Promise((resolve) => played.close(resolve));
    await Promise.all([portal.drop(), inbox.drop()]);
});
async function doctor(args, more) {
    const login = { OIDC_ISSUER: origin, OIDC_CLIENT_ID: "framme", OIDC_KEY_FILE: keyFile };
    const settings = { PORT: "1", PUBLIC_ORIGIN: origin, ...login, ...more };
    return linesOf((await here.run(["doctor", "--json", ...args], settings)).stdout);
}
/** Without a name: a portal is known by the setting that no other room has. */
const lookAtPortal = (more = {}) => doctor([], { DATABASE_URL: portal.url, OUTBOX_DATABASE_URL: here.outbox.url, ...more });
const wrongIn = (found) => found.filter(({ state }) => state === "WRONG");
test("nothing is wrong with a portal that works", async () => {
    const found = await lookAtPortal();
    assert.deepEqual(wrongIn(found), []);
    const checks = new Set(found.map(({ check }) => check));
    for (const check of [
        "portal",
        "identity provider",
        "login key",
        "database of portal",
        "database of outbox:portal",
        "hub",
        "hub's key",
        "key of submitter:test",
    ])
        assert.ok(checks.has(check), check);
});
test("a report that has waited for an hour is wrong, one of some minutes is not", async () => {
    const sent = await here.run(["send", here.newReport()]);
    assert.equal(sent.code, 0, sent.stderr);
    const wait = (minutes) => withAdmin(here.outbox.adminUrl, (sql) => sql `update package set next_post_at = now(), sealed_at = now() - ${`${minutes} minutes`}::interval`);
    await wait(40);
    const soon = await lookAtPortal();
    assert.deepEqual(wrongIn(soon), []);
    const told = (found) => found.find(({ message }) => /no receipt from the hub/.test(message));
    assert.match(told(soon).message, /1 reports .* the oldest for 40 minutes/);
    await wait(61);
    const late = told(await lookAtPortal());
    assert.deepEqual([late.state, late.check], ["WRONG", "database of outbox:portal"]);
    assert.match(late.message, /61 minutes/);
    assert.ok(late.todo);
});
test("what does not answer, or is another than was named, is wrong by its name", async () => {
    const nowhere = "http://127.0.0.1:1";
    const cases = [
        [{ PUBLIC_ORIGIN: nowhere }, "portal", /did not answer/],
        [{ OIDC_ISSUER: nowhere }, "identity provider", /did not answer/],
        [{ OIDC_ISSUER: `${origin}/` }, "identity provider", /calls itself something else/],
        [{ OIDC_ISSUER: "http://login.example.no" }, "identity provider", /https/],
        [{ OIDC_ISSUER: "" }, "login", /OIDC_ISSUER is not set/],
        [
            { OIDC_KEY_FILE: here.country.sender.SUBMITTER_KEY_FILE },
            "login key",
            /OIDC_KEY_FILE: it must name an RSA private key/,
        ],
        [{ DATABASE_URL: portal.adminUrl }, "database of portal", /superuser/],
    ];
    for (const [more, check, says] of cases) {
        const wrong = wrongIn(await lookAtPortal(more));
        assert.ok(wrong.some((one) => one.check === check && says.test(one.message) && one.todo), `${check}: ${JSON.stringify(wrong)}`);
    }
});
test("the portal may forget sessions; a right to delete a package is wrong", async () => {
    const role = new URL(here.outbox.url).username;
    const change = (verb) => withAdmin(here.outbox.adminUrl, (sql) => sql.unsafe(`${verb} "${role}"`).then(() => undefined));
    await change("grant delete on package to");
    const wrong = wrongIn(await lookAtPortal());
    await change("revoke delete on package from");
    const found = wrong.filter(({ message }) => /may delete from package/.test(message));
    assert.deepEqual(found.map(({ check }) => check), ["database of outbox:portal"]);
});
test("an inbox without logins is warned of, and one whose provider is gone is wrong", async () => {
    const lookAt = (more) => doctor(["inbox"], { DATABASE_URL: inbox.url, ...more });
    const without = await lookAt({ OIDC_ISSUER: "" });
    assert.deepEqual(wrongIn(without), []);
    assert.ok(without.some(({ state, check }) => state === "WARN" && check === "login"));
    const gone = wrongIn(await lookAt({ OIDC_ISSUER: "http://127.0.0.1:1" }));
    assert.deepEqual(gone.map(({ check }) => check), ["identity provider"]);
});
//# sourceMappingURL=doctor-portal.test.js.map