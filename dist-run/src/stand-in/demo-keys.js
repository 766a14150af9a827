// The keys of everybody in the demonstration, made once and kept: what each party has in its own hands, in its own
// closed folder. The two demo people stand for two named persons who vouch for a key that has no predecessor.
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { keyIdOf } from "../core/signature.js";
import { makeCertificate } from "../wire/certificate.js";
import { demoServices } from "./demo-places.js";
import { makeIdentityKeys } from "./identity-demo.js";
import { keepSecret, writeSecret } from "./secret-file.js";
export const demoPeople = [
    { id: "person:kari", name: "Kari Demo" },
    { id: "person:ola", name: "Ola Demo" },
];
const years = 2;
/** Makes every key that is not there. `making` is told how many certificates, if any: those take the time. */
export async function makeKeys(layout, making) {
    makeEd25519(layout.hub.key, layout.hub.publicKey);
    for (const { id } of demoPeople)
        makeEd25519(personFiles(layout, id).key, personFiles(layout, id).publicKey);
    for (const { key, secret } of demoSubmitters(layout)) {
        makeEd25519(key, null);
        keepSecret(secret, () => randomBytes(32).toString("hex"));
    }
    const people = demoPeople.map(({ id, name }) => ({
        id,
        name,
        publicKeyFile: personFiles(layout, id).publicKey,
    }));
    writeSecret(layout.hub.people, JSON.stringify(people, null, 2));
    for (const one of demoServices.filter((service) => service.receiver !== null)) {
        const files = serviceFiles(layout, one);
        makeEd25519(files.receiptKey, files.receiptPublicKey);
    }
    await Promise.all([makeCertificates(layout, making), makeIdentityKeys(layout)]);
}
/** Who sends reports to the hub here: whoever types `framme send`, and the portal. Each with what is its own. */
export function demoSubmitters(layout) {
    const { submitterKey, senderSecret } = layout.portal;
    return [
        { id: "submitter:demo", ...layout.sender },
        { id: "submitter:portal", key: submitterKey, secret: senderSecret },
    ];
}
/** A person's key files, by id such as `person:kari`. */
export function personFiles(layout, id) {
    return layout.person(id.slice("person:".length));
}
/** A service's files: with its receiver, or under its channel when no receiver of the demo works for it. */
export function serviceFiles(layout, one) {
    return layout.service(one.receiver ?? one.service.channel, one.service.id);
}
/** Who signs with the key in this file. */
export function identityFrom(caller, keyFile) {
    const privateKey = createPrivateKey(readFileSync(keyFile));
    return { caller, keyId: keyIdOf(privateKey), privateKey };
}
/** The public half of a private key file. */
export function publicPem(keyFile) {
    return pemOf(createPublicKey(readFileSync(keyFile)));
}
function makeEd25519(keyFile, publicFile) {
    mkdirSync(dirname(keyFile), { recursive: true, mode: 0o700 });
    if (!existsSync(keyFile)) {
        const { privateKey } = generateKeyPairSync("ed25519");
        writeSecret(keyFile, privateKey.export({ type: "pkcs8", format: "pem" }));
    }
    if (publicFile !== null && !existsSync(publicFile))
        writeSecret(publicFile, publicPem(keyFile));
}
async function makeCertificates(layout, making) {
    const wanted = demoServices.map((one) => ({ ...serviceFiles(layout, one), wish: wishOf(one) }));
    const print = { commonName: "Framme demo: utskrift" };
    const all = [{ ...layout.print, wish: print }, ...wanted].filter((files) => !existsSync(files.certificate));
    if (all.length > 0)
        making(all.length);
    await Promise.all(all.map(async ({ key, certificate, wish }) => {
        mkdirSync(dirname(key), { recursive: true, mode: 0o700 });
        const { privateKeyPem, certificatePem } = await makeCertificate({ ...wish, ...validity() });
        // The certificate last: a start that is killed between them makes both anew.
        writeSecret(key, privateKeyPem);
        writeSecret(certificate, certificatePem);
    }));
}
function wishOf({ service }) {
    const { name, organisationNumber } = service;
    return { commonName: name, ...(organisationNumber === null ? {} : { organisationNumber }) };
}
function validity() {
    const now = Date.now();
    return { validFrom: now - 60_000, validTo: now + years * 365 * 86_400_000 };
}
function pemOf(key) {
    return key.export({ type: "spki", format: "pem" });
}
//# sourceMappingURL=demo-keys.js.map