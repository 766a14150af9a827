// What `framme doctor` looks at in a receiver's configuration: are its key files there and closed, and are they the
// keys that the hub publishes for its services.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { keyIdOf } from "../core/signature.js";
import { certificateKeyId } from "../wire/certificate.js";
import { jsonOrNull } from "../wire/foreign.js";
import { findingsOf, ok, openFinding, wrong } from "./finding.js";
import { fetchService, privateKeyIn } from "./hub.js";
/** A receiver's configuration: its files are there and closed, and its keys are the ones the hub publishes. */
export async function receiverFindings(path) {
    const check = `configuration ${path}`;
    if (!existsSync(path))
        return [wrong(check, "there is no such file", "Set RECEIVER_CONFIG.")];
    const read = jsonOrNull(await readFile(path));
    if (!Array.isArray(read?.services))
        return [wrong(check, "is not JSON with a list of services", "See docs/operations.md.")];
    const at = (file) => resolve(dirname(path), file);
    const hub = read.hub?.url ? new URL(read.hub.url).origin : null;
    const findings = [ok(check, `${read.services.length} services`)];
    for (const one of read.services) {
        const look = async () => {
            const own = one.encryption.map((key) => ({
                privateKeyFile: at(key.privateKeyFile),
                certificateFile: at(key.certificateFile),
            }));
            return serviceFindings(one.source?.kind === "hub" ? hub : null, one.id, own, at(one.receiptKeyFile));
        };
        findings.push(...(await findingsOf(`keys of ${one.id}`, look)));
    }
    return findings;
}
/** Which hub a receiver takes from, its pinned key, and for which services; null when it takes from none. */
export async function receiverHub(path) {
    const read = jsonOrNull(await readFile(path));
    const hub = read?.hub?.url;
    if (!hub)
        return null;
    const file = read.hub?.publicKeyFile;
    return {
        hub: new URL(hub).origin,
        publicKeyFile: file ? resolve(dirname(path), file) : null,
        services: (read.services ?? []).filter(({ source }) => source?.kind === "hub").map(({ id }) => id),
    };
}
async function serviceFindings(hub, id, own, receiptKeyFile) {
    const check = `keys of ${id}`;
    const findings = [];
    const encryption = [];
    for (const { privateKeyFile, certificateFile } of own) {
        const keyId = keyIdOf(await privateKeyIn(privateKeyFile));
        encryption.push(keyId);
        findings.push(...(await openFinding(check, privateKeyFile)));
        if (certificateKeyId(await readFile(certificateFile, "utf8")) !== keyId)
            findings.push(wrong(check, `${certificateFile} is not of ${privateKeyFile}`, "Put right which certificate goes with which key."));
    }
    findings.push(...(await openFinding(check, receiptKeyFile)));
    if (hub === null)
        return [...findings, ok(check, `${encryption.length} encryption keys`)];
    const { keys } = await fetchService(hub, id);
    if (!keys.encryption || !encryption.includes(keys.encryption.keyId))
        findings.push(wrong(check, "the hub publishes an encryption key that is not here: nobody here can open what is sealed to it", "If a key was just rotated, add its private key here. Otherwise treat it as an attack: two people publish the right one."));
    if (keys.receipt?.keyId !== keyIdOf(await privateKeyIn(receiptKeyFile)))
        findings.push(wrong(check, "the receipt key here is not the published one: the hub refuses its receipts", "Publish it (framme keys publish), or use the published one."));
    return findings.length > 0 ? findings : [ok(check, "are the published ones")];
}
//# sourceMappingURL=doctor-receiver.js.map