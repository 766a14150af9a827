// The inbox as a server of its own, on a real database, with the real stand-in that people log in at; and the receiver's
// hand, that puts reports and tells of receipts. The clock is played, and the report's road.
import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import postgres from "postgres";
import { professionalExample } from "../src/wire/ks-report.examples.js";
import { loginSettings } from "../src/config.js";
import { mayIssue, signReceipt } from "../src/core/receipt.js";
import { assertionFor } from "../src/http/assertion.js";
import { openLogin } from "../src/http/login.js";
import { listen } from "../src/http/server.js";
import { inboxApp } from "../src/inbox/routes.js";
import { demoUsers } from "../src/stand-in/identity-users.js";
import { cookieOf, openSessions } from "../src/web/session.js";
import { BrowserByHand } from "./browser-by-hand.js";
import { freshDatabase } from "./database.js";
import { newSigner } from "./offering-hub.js";
import { freePort, startTestIdentity } from "./room-login.js";
export const bergenhus = "bergen-bergenhus-arstad";
export const fana = "bergen-fana-ytrebygda";
const arna = "bergen-arna-asane";
const services = [
    { id: bergenhus, name: "Barnevernstjenesten Bergenhus-Årstad" },
    { id: fana, name: "Barnevernstjenesten Fana-Ytrebygda" },
    { id: arna, name: "Barnevernstjenesten Arna-Åsane" },
];
const minute = 60_000;
export const ages = { idleMs: 60 * minute, mostMs: 600 * minute };
export class InboxWorld {
    /** A Wednesday in November, in office hours. */
    now = Date.parse("2026-11-25T09:00:00Z");
    origin = "";
    database;
    signers = {
        [bergenhus]: newSigner(),
        [fana]: newSigner(),
        [arna]: newSigner(),
    };
    identity;
    isIdentityGone = false;
    listening;
    async open() {
        const port = await freePort();
        this.origin = `http://127.0.0.1:${port}`;
        this.database = await freshDatabase("inbox");
        this.identity = await startTestIdentity({ inbox: port });
        const { db } = this.database;
        const clock = () => this.now;
        const oidc = loginSettings({
            OIDC_ISSUER: this.identity.issuer,
            OIDC_CLIENT_ID: "inbox",
            OIDC_KEY_FILE: this.identity.layout.inbox.oidcKey,
        }, this.origin);
        const always = { validFrom: 0, validTo: Number.MAX_SAFE_INTEGER };
        const keys = Object.entries(this.signers).map(([id, { keyId, publicKey }]) => [keyId, { caller: `service:${id}`, publicKey, ...always }]);
        const people = {
            sessions: openSessions({ db, clock, ...cookieOf("inbox", this.origin), ...ages }),
            login: openLogin({ ...oidc, clock }),
            services,
            formTargets: oidc.origins,
            demo: true,
        };
        const publicOrigin = this.origin;
        const app = inboxApp({ db, clock, publicOrigin, keys: new Map(keys), bodyMax: 1_000_000, people });
        this.listening = await listen(app, { host: "127.0.0.1", port, publicOrigin, tls: null });
        return this;
    }
    async close() {
        await this.listening.close();
        await this.closeIdentity();
        await this.database.drop();
    }
    /** All that the inbox holds is gone, sessions apart. */
    async emptyReports() {
        await this.asAdmin("truncate opening, receipt, report, reference_counter");
    }
    /** Somebody has changed the report's file in the database. */
    async alter(id) {
        await this.asAdmin(`update report set pdf = pdf || '\\x20'::bytea where id = '${id}'`);
    }
    async asAdmin(statement) {
        const admin = postgres(this.database.adminUrl, { max: 1 });
        await admin.unsafe(statement);
        await admin.end();
    }
    /** A file as its bytes. */
    async file(browser, path) {
        const answer = await fetch(this.origin + path, { headers: { cookie: browser.cookieFor(path) } });
        return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
    }
    /** Nobody can log in from here on. */
    async closeIdentity() {
        if (!this.isIdentityGone)
            await this.identity.close();
        this.isIdentityGone = true;
    }
    /** Meanwhile the database lacks what the list is made of. */
    async whileBroken(step) {
        await this.asAdmin("alter view list_row rename to list_row_gone");
        await step();
        await this.asAdmin("alter view list_row_gone rename to list_row");
    }
    /** A request as the receiver makes it for a service. */
    async call(service, method, path, value) {
        const body = value === undefined ? undefined : JSON.stringify(value);
        const request = { method, path: path.split("?")[0], ...(body === undefined ? {} : { body }) };
        const who = { caller: `service:${service}`, ...this.signers[service] };
        const authorization = `Bearer ${await assertionFor(who, this.origin, request, this.now)}`;
        const headers = { authorization, "content-type": "application/json" };
        return fetch(this.origin + path, { method, headers, ...(body === undefined ? {} : { body }) });
    }
    /** Puts a report, and gives its id. */
    async put(wish = {}) {
        const { service = bergenhus, id = randomUUID(), serial = 1, json = "Syntetisk Barn", ...rest } = wish;
        const files = filesOf(json);
        const facts = { acceptedAt: new Date(this.now).toISOString(), kind: "professional", flags: [], ...rest };
        const named = Object.entries(files).map(([name, bytes]) => ({
            name: `bekymringsmelding.${name}`,
            bytes: bytes.toString("base64"),
        }));
        const answer = await this.call(service, "PUT", `/reports/${id}`, {
            service,
            serial,
            ...facts,
            files: named,
        });
        assert.equal(answer.status, 201);
        return id;
    }
    /** Tells that the hub has recorded receipts of these kinds, an hour apart, the last one now. */
    async told(id, kinds, service = bergenhus) {
        const receipts = kinds.map((kind, index) => this.receipt(id, kind, this.now - (kinds.length - 1 - index) * 60 * minute, service));
        const answer = await this.call(service, "PUT", `/reports/${id}/receipts`, { receipts });
        assert.equal(answer.status, 200);
        return receipts;
    }
    receipt(id, kind, at, service = bergenhus, contentHash) {
        const { keyId, privateKey } = this.signers[service];
        const body = {
            v: 1,
            kind,
            reportId: id,
            service,
            serial: 1,
            at: new Date(at).toISOString(),
            by: { role: mayIssue[kind][0], id: service },
            sealedHash: "0".repeat(64),
            ...(contentHash ? { contentHash } : {}),
        };
        return signReceipt(body, keyId, privateKey);
    }
    /** A browser in which somebody has logged in, beginning at a page of the inbox; and where it ended. */
    async logIn(username, path = "/login", browser = new BrowserByHand()) {
        const sent = await browser.arrive(this.origin + path);
        assert.ok(sent.location, sent.page);
        const login = await browser.arrive(sent.location);
        const { password } = demoUsers.find((user) => user.username === username);
        const back = await browser.follow(await browser.typeIn(login, username, password));
        assert.ok(back.location, back.page);
        return { browser, end: await browser.arrive(back.location) };
    }
}
/** A JSON text, and the bytes of a PDF that no other report has. */
function filesOf(json) {
    const pdf = Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(40)]);
    if (typeof json !== "string")
        return { json, pdf };
    const child = { ...professionalExample.offentligBarn[0], personnavn: json };
    const document = { ...professionalExample, offentligBarn: [child] };
    return { json: Buffer.from(JSON.stringify(document)), pdf };
}
//# sourceMappingURL=inbox-world.js.map