// Keys, one service and sealed reports for a world. Made once and used by all of them: what is tested there is
// what happens to a report, not how it is sealed.
import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { countersign } from "../src/core/key-change.js";
import { keyIdOf } from "../src/core/signature.js";
import { assertionFor } from "../src/http/assertion.js";
import { bootstrap } from "../src/hub/bootstrap.js";
import { makeHub } from "../src/hub/hub.js";
import { hubApp } from "../src/hub/routes.js";
import { sealReport } from "../src/outbox/seal-report.js";
import { trackingCodeFor } from "../src/outbox/secret.js";
import { certificateKeyId, makeCertificate } from "../src/wire/certificate.js";
import { readKsReport } from "../src/wire/ks-report.js";
export const hubOrigin = "http://127.0.0.1:1";
export const inboxOrigin = "http://127.0.0.1:2";
function newKey() {
    const pair = generateKeyPairSync("ed25519");
    return { keyId: keyIdOf(pair.publicKey), ...pair };
}
export const keys = { hub: newKey(), submitter: newKey(), service: newKey(), kari: newKey(), ola: newKey() };
const validity = {
    validFrom: Date.parse("2026-01-01T00:00:00Z"),
    validTo: Date.parse("2028-01-01T00:00:00Z"),
};
export const certificates = {
    service: await makeCertificate({ commonName: "Test", bits: 2048, ...validity }),
    print: await makeCertificate({ commonName: "Print", bits: 2048, ...validity }),
};
export const service = {
    id: "bergen-bergenhus-arstad",
    name: "Barnevernstjenesten Bergenhus og Årstad",
    aliases: [],
    organisationNumber: null,
    areas: [{ municipality: "4601", district: "02", from: "2020-01-01", to: null }],
    phone: null,
    contacts: [],
    channel: "receiver",
    protocol: "V2",
    caseSystems: [],
    active: true,
};
/** The service's key as its inbox has it pinned. */
export const serviceKeys = new Map([
    [
        keys.service.keyId,
        { caller: `service:${service.id}`, publicKey: keys.service.publicKey, validFrom: 0, validTo: 9e15 },
    ],
]);
const actsFor = { role: "caseworker", service: service.id, organisationNumber: null, name: service.name };
/** Somebody at the service's desk. */
export const caseworker = {
    service,
    person: {
        sub: "caseworker",
        name: "Saksbehandler",
        level: "idporten-loa-high",
        locale: null,
        actsFor,
        at: 0,
    },
    since: 0,
};
/** Publishes keys and service at the hub, as two people do. */
export async function publishAll(db, now) {
    const people = [
        { id: "person:kari", name: "Kari", publicKey: keys.kari.publicKey },
        { id: "person:ola", name: "Ola", publicKey: keys.ola.publicKey },
    ];
    await bootstrap(db, keys.hub.privateKey, people, now);
    const app = hubApp(makeHub({ db, clock: () => now, key: keys.hub, origin: hubOrigin }));
    const spki = (key) => key.export({ type: "spki", format: "pem" });
    const put = async (method, path, body, headers = {}) => {
        const init = { method, body, headers: { "content-type": "application/json", ...headers } };
        const answer = await app.request(hubOrigin + path, init);
        if (answer.status >= 300)
            throw new Error(`${path}: ${await answer.text()}`);
    };
    const publish = (owner, use, keyId, pem) => {
        const from = new Date(now).toISOString();
        const validTo = "2027-12-31T00:00:00.000Z";
        const change = {
            v: 1,
            owner,
            use,
            keyId,
            pem,
            previous: null,
            validFrom: from,
            validTo,
            at: from,
        };
        const countersignatures = [
            { by: "person:kari", value: countersign(change, keys.kari.privateKey) },
            { by: "person:ola", value: countersign(change, keys.ola.privateKey) },
        ];
        return put("POST", "/keys", JSON.stringify({ change, countersignatures }));
    };
    const path = `/services/${service.id}`;
    const body = JSON.stringify(service);
    const kari = { caller: "person:kari", ...keys.kari };
    const assertion = await assertionFor(kari, hubOrigin, { method: "PUT", path, body }, now);
    await put("PUT", path, body, { authorization: `Bearer ${assertion}` });
    await publish(`service:${service.id}`, "receipt", keys.service.keyId, spki(keys.service.publicKey));
    const sealing = certificates.service.certificatePem;
    await publish(`service:${service.id}`, "encryption", certificateKeyId(sealing), sealing);
    const printing = certificates.print.certificatePem;
    await publish("print", "encryption", certificateKeyId(printing), printing);
    await publish("submitter:test", "submitter", keys.submitter.keyId, spki(keys.submitter.publicKey));
}
const sealed = new Map();
/** A sealed report that goes by this name; the same name gives the same bytes. */
export async function sealedReport(name) {
    const earlier = sealed.get(name);
    if (earlier)
        return earlier;
    const example = readFileSync(new URL("../../docs/examples/professional-v2.json", import.meta.url));
    const id = crypto.randomUUID();
    const made = await sealReport({
        report: readKsReport(example),
        id,
        service: { id: service.id, protocol: "V2", certificatePem: certificates.service.certificatePem },
        printCertificatePem: certificates.print.certificatePem,
        submitter: { id: "submitter:test", ...keys.submitter },
        trackingCode: trackingCodeFor(Buffer.alloc(32, 7), id),
    }, Date.parse("2026-03-16T11:59:00.000Z"));
    sealed.set(name, made);
    return made;
}
//# sourceMappingURL=world-keys.js.map