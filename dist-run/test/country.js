// A small country: one hub, services with their keys and case systems, a sender, and the files each of them has in
// its own hands, in a folder that is gone afterwards. Everything goes the way it goes in life: keys are published
// over HTTP on the word of two named people, rooms are processes, reports are sent with `framme send`.
import assert from "node:assert/strict";
import { createPublicKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { countersign } from "../src/core/key-change.js";
import { keyIdOf } from "../src/core/signature.js";
import { assertionFor } from "../src/http/assertion.js";
import { certificateKeyId, makeCertificate } from "../src/wire/certificate.js";
import { freePort } from "./database.js";
import { framme, roomProcess } from "./rooms.js";
const day = 86_400_000;
/** Makes the keys, starts the hub, and publishes what is national: the print key and the sender's key. */
export async function makeCountry(databaseUrl, hubSettings = {}) {
    const folder = mkdtempSync(`${tmpdir()}/framme-country-`);
    const people = ["person:kari", "person:ola"].map((id) => makePerson(folder, id));
    const hubKey = signingKey(folder, "hub");
    const submitter = signingKey(folder, "submitter");
    const secretFile = write(folder, "secret", `${randomBytes(32).toString("base64")}\n`);
    const peopleFile = write(folder, "people.json", JSON.stringify(people.map(({ caller, publicKeyFile }) => ({ id: caller, name: caller, publicKeyFile }))));
    const settings = { HUB_KEY_FILE: hubKey.keyFile, HUB_PEOPLE_FILE: peopleFile, ...hubSettings };
    const hubEnv = { ...settings, DATABASE_URL: await databaseUrl("hub") };
    const hub = roomProcess("hub", "hub", await freePort(), hubEnv, `${folder}/hub.log`);
    await hub.start();
    const print = await makeCertificate({ commonName: "Print", ...validity(), bits: 2048 });
    await publishKey(hub.origin, people, "print", "encryption", print.certificatePem);
    await publishKey(hub.origin, people, "submitter:test", "submitter", submitter.publicPem);
    const sender = {
        HUB_URL: hub.origin,
        HUB_PUBLIC_KEY_FILE: hubKey.publicKeyFile,
        SUBMITTER_ID: "test",
        SUBMITTER_KEY_FILE: submitter.keyFile,
        SENDER_SECRET_FILE: secretFile,
        DATABASE_URL: await databaseUrl("outbox"),
    };
    return {
        folder,
        hub,
        sender,
        hubPublicKeyFile: hubKey.publicKeyFile,
        submitter: {
            caller: "submitter:test",
            keyId: keyIdOf(submitter.privateKey),
            privateKey: submitter.privateKey,
        },
        printCertificatePem: print.certificatePem,
        addService: (wish) => addService(folder, hub.origin, people, wish),
        svarInnLogin: async (service) => (await ask(hub.origin, people[0], "POST", `/services/${service}/svarinn`, {})),
        send: (args) => framme(["send", "--json", ...args], sender),
        forget: () => rmSync(folder, { recursive: true, force: true }),
    };
}
async function addService(folder, hub, people, wish) {
    const keys = await makeServiceKeys(`${folder}/${wish.id}`, wish.id);
    await ask(hub, people[0], "PUT", `/services/${wish.id}`, serviceOf(wish));
    const owner = `service:${wish.id}`;
    await publishKey(hub, people, owner, "encryption", keys.certificatePem);
    await publishKey(hub, people, owner, "receipt", keys.receiptPublicPem);
    return keys;
}
/** Makes a service's keys without telling anybody: what a municipality does before it is on the network. */
export async function makeServiceKeys(folder, id) {
    mkdirSync(folder, { recursive: true });
    const { privateKeyPem, certificatePem } = await makeCertificate({
        commonName: id,
        ...validity(),
        bits: 2048,
    });
    const receipt = signingKey(folder, "receipt");
    return {
        folder,
        encryptionKeyFile: write(folder, "encryption.key.pem", privateKeyPem),
        certificateFile: write(folder, "encryption.certificate.pem", certificatePem),
        certificatePem,
        privateKeyPem,
        receiptKeyFile: receipt.keyFile,
        receiptPublicKeyFile: receipt.publicKeyFile,
        receiptPublicPem: receipt.publicPem,
    };
}
function serviceOf({ id, municipality, district, channel = "receiver", protocol = "V2" }) {
    return {
        id,
        name: `Barnevernstjenesten ${id}`,
        aliases: [],
        organisationNumber: null,
        areas: [{ municipality, district: district ?? null, from: "2020-01-01", to: null }],
        phone: "00 00 00 00",
        contacts: [],
        channel,
        protocol,
        caseSystems: [],
        active: true,
    };
}
/** Publishes an owner's first key of a use, signed for by both people. */
async function publishKey(hub, people, owner, use, pem) {
    const { validFrom, validTo } = validity();
    const change = {
        v: 1,
        owner,
        use,
        keyId: use === "encryption" ? certificateKeyId(pem) : keyIdOf(createPublicKey(pem)),
        pem,
        previous: null,
        validFrom: new Date(validFrom).toISOString(),
        validTo: new Date(validTo).toISOString(),
        at: new Date().toISOString(),
    };
    const countersignatures = people.map(({ caller, privateKey }) => ({
        by: caller,
        value: countersign(change, privateKey),
    }));
    await ask(hub, people[0], "POST", "/keys", { change, countersignatures });
}
async function ask(hub, who, method, path, value) {
    const body = JSON.stringify(value);
    const assertion = await assertionFor(who, hub, { method, path, body }, Date.now());
    const headers = { authorization: `Bearer ${assertion}`, "content-type": "application/json" };
    const answer = await fetch(hub + path, { method, headers, body });
    const text = await answer.text();
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
}
function makePerson(folder, id) {
    const { keyFile: _, ...key } = signingKey(folder, id.replace(":", "-"));
    return { caller: id, keyId: keyIdOf(key.privateKey), ...key };
}
function signingKey(folder, name) {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    const publicPem = publicKey.export({ type: "spki", format: "pem" });
    return {
        privateKey,
        publicPem,
        keyFile: write(folder, `${name}.key.pem`, privateKey.export({ type: "pkcs8", format: "pem" })),
        publicKeyFile: write(folder, `${name}.public.pem`, publicPem),
    };
}
function write(folder, name, text) {
    writeFileSync(`${folder}/${name}`, text, { mode: 0o600 });
    return `${folder}/${name}`;
}
function validity() {
    const now = Date.now();
    return { validFrom: now - day, validTo: now + 365 * day };
}
//# sourceMappingURL=country.js.map