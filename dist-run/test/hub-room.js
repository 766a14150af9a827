// A hub for tests: the real app on a real database, with a clock that the test moves, two named people, a
// submitter and services, all with keys of their own. What is sealed in its packages is random bytes.
import { countersign } from "../src/core/key-change.js";
import { signReceipt } from "../src/core/receipt.js";
import { pairFor, pairIn } from "../src/core/proof.js";
import { assertionFor } from "../src/http/assertion.js";
import { bootstrap } from "../src/hub/bootstrap.js";
import { makeHub } from "../src/hub/hub.js";
import { hubApp } from "../src/hub/routes.js";
import { certificateKeyId, makeCertificate } from "../src/wire/certificate.js";
import { freshDatabase } from "./database.js";
import { newKey, pemOf, sealedPackage } from "./sealed-package.js";
export const origin = "http://hub.test";
export const start = Date.parse("2026-11-23T12:00:00.000Z");
const year = 365 * 24 * 3600 * 1000;
export class HubRoom {
    now = start;
    database;
    hub;
    app;
    people;
    submitter = newKey();
    receiptKeys = new Map();
    submitterId = "submitter:test";
    serviceKeyIds = new Map();
    constructor(database, hubKey, people, limits, db) {
        this.database = database;
        this.people = people;
        const clock = () => this.now;
        this.hub = makeHub({ db, clock, key: hubKey, origin, limits });
        this.app = hubApp(this.hub);
    }
    async close() {
        this.hub.waiting.close();
        await this.database.drop();
    }
    /** Sends a request as the app gets it; `who` signs an assertion for it. */
    async ask(method, path, body, who, headers = {}) {
        const bytes = body === undefined
            ? undefined
            : body instanceof Uint8Array || typeof body === "string"
                ? body
                : JSON.stringify(body);
        const proof = who &&
            (await assertionFor(who, origin, { method, path: path.replace(/\?.*/, ""), ...(bytes === undefined ? {} : { body: bytes }) }, this.now));
        const response = await this.app.request(path, {
            method,
            headers: {
                ...(bytes === undefined ? {} : { "content-type": "application/json" }),
                ...(proof ? { authorization: `Bearer ${proof}` } : {}),
                ...headers,
            },
            ...(bytes === undefined ? {} : { body: bytes }),
        });
        const answered = Buffer.from(await response.arrayBuffer());
        return {
            status: response.status,
            headers: response.headers,
            bytes: answered,
            json: () => JSON.parse(answered.toString()),
        };
    }
    asSubmitter() {
        return { caller: this.submitterId, ...this.submitter };
    }
    asService(id) {
        return { caller: `service:${id}`, ...this.receiptKeys.get(id) };
    }
    asPerson(id = "person:kari") {
        return { caller: id, ...this.people[id] };
    }
    change(owner, use, key, more = {}) {
        const [at, to] = [new Date(this.now).toISOString(), new Date(this.now + year).toISOString()];
        return { v: 1, owner, use, ...key, previous: null, validFrom: at, validTo: to, at, ...more };
    }
    /** Publishes a change on the word of both people. */
    async publish(change) {
        const countersignatures = ["person:kari", "person:ola"].map((by) => ({
            by,
            value: countersign(change, this.people[by].privateKey),
        }));
        return this.ask("POST", "/keys", { change, countersignatures });
    }
    /** A service with both its keys published. */
    async addService(id, channel, municipality, more = {}) {
        const service = {
            id,
            name: `Barnevernstjenesten ${id}`,
            aliases: [],
            organisationNumber: null,
            areas: [{ municipality, district: null, from: "2024-01-01", to: null }],
            phone: "55 00 00 00",
            contacts: [],
            channel,
            protocol: "V2",
            caseSystems: [],
            active: true,
            ...more,
        };
        expectStatus(await this.ask("PUT", `/services/${id}`, service, this.asPerson()), 201);
        const receiptKey = newKey();
        this.receiptKeys.set(id, receiptKey);
        expectStatus(await this.publish(this.change(`service:${id}`, "receipt", { keyId: receiptKey.keyId, pem: pemOf(receiptKey) })), 201);
        const { certificatePem } = await makeCertificate({
            commonName: id,
            validFrom: this.now - year,
            validTo: this.now + 5 * year,
            bits: 2048,
        });
        const keyId = certificateKeyId(certificatePem);
        this.serviceKeyIds.set(id, keyId);
        expectStatus(await this.publish(this.change(`service:${id}`, "encryption", { keyId, pem: certificatePem })), 201);
        return service;
    }
    /** A sealed package by this submitter; `more` changes its header before it is signed. */
    async package(service, more = {}, size = 300, content = {}) {
        const [area] = (await this.hub.known.read()).services.get(service)?.areas ?? [];
        const place = { municipality: area?.municipality ?? "4601", district: area?.district ?? "00" };
        const sealedTo = this.serviceKeyIds.get(service) ?? "0".repeat(32);
        const header = { service, submitter: this.submitterId, ...place, ...more };
        return sealedPackage(header, { sealedTo, size, key: this.submitter, now: this.now, ...content });
    }
    post(sealed) {
        return this.ask("POST", "/reports", sealed.bytes, this.asSubmitter());
    }
    /** Accepts a new report for the service; gives it and its receipt. */
    async accepted(service, more = {}, content = {}) {
        const sealed = await this.package(service, more, undefined, content);
        const answer = await this.post(sealed);
        expectStatus(answer, 201);
        return { ...sealed, receipt: answer.json().receipt };
    }
    /**
     * A receipt by the service's receiver for an accepted report; `more` changes it before it is signed. With the
     * report's pairs, `stored` and `registered` carry the right proof.
     */
    receipt(report, kind, more = {}, key) {
        const { reportId, service, serial, sealedHash } = report.receipt;
        const signer = key ?? this.receiptKeys.get(service);
        const at = new Date(this.now).toISOString();
        const by = { role: "receiver", id: service };
        const n = pairFor[kind];
        const { pairs } = report;
        const answered = pairs && n !== undefined ? { proof: { n, mac: pairIn(pairs, n).mac } } : {};
        const facts = { v: 1, kind, reportId, service, serial, at, by, sealedHash };
        const body = { ...facts, ...answered, ...more };
        return signReceipt(body, signer.keyId, signer.privateKey);
    }
    giveBack(service, ...receipts) {
        return this.ask("POST", "/receipts", { receipts }, this.asService(service));
    }
    async offers(service, session = "a", limit = 64) {
        const answer = await this.ask("POST", "/offers", { session, wait: 0, limit }, this.asService(service));
        expectStatus(answer, 200);
        return answer.json().offers;
    }
}
export function expectStatus(answer, status) {
    if (answer.status !== status)
        throw new Error(`status ${answer.status}, not ${status}: ${answer.bytes.toString().slice(0, 500)}`);
}
/** Opens a hub on a fresh database, with a submitter whose key is published. `wrap` may break its database. */
export async function openHub(limits = {}, wrap = (db) => db) {
    const database = await freshDatabase("hub");
    const hubKey = newKey();
    const people = { "person:kari": newKey(), "person:ola": newKey() };
    const named = Object.entries(people).map(([id, key]) => ({
        id: id,
        name: id,
        publicKey: key.publicKey,
    }));
    await bootstrap(database.db, hubKey.privateKey, named, start);
    const room = new HubRoom(database, hubKey, people, limits, wrap(database.db));
    const { keyId } = room.submitter;
    expectStatus(await room.publish(room.change("submitter:test", "submitter", { keyId, pem: pemOf(room.submitter) })), 201);
    return room;
}
//# sourceMappingURL=hub-room.js.map