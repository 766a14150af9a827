// One key to the hub: the change is signed by both demo people, and sent by the first of them.
import { createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { countersign } from "../core/key-change.js";
import { keyIdOf } from "../core/signature.js";
import { assertionFor } from "../http/assertion.js";
import { ask, jsonOf, overTheNetwork } from "../http/client.js";
import { certificateKeyId, certificateValidity } from "../wire/certificate.js";
const years = 2;
/** Publishes the encryption certificate in a file. */
export async function publishCertificate(hub, people, owner, file) {
    const pem = readFileSync(file, "utf8");
    const { validFrom, validTo } = certificateValidity(pem);
    const key = { owner, use: "encryption", keyId: certificateKeyId(pem), pem };
    await publish(hub, people, { ...key, from: validFrom, to: validTo });
}
/** Publishes an Ed25519 public key, good from now. */
export async function publishKey(hub, people, owner, use, pem) {
    const from = Date.now() - 60_000;
    const to = from + years * 365 * 86_400_000;
    await publish(hub, people, { owner, use, keyId: keyIdOf(createPublicKey(pem)), pem, from, to });
}
async function publish(hub, people, { from, to, ...key }) {
    const change = {
        v: 1,
        ...key,
        previous: null,
        validFrom: new Date(from).toISOString(),
        validTo: new Date(to).toISOString(),
        at: new Date().toISOString(),
    };
    const countersignatures = people.map(({ caller, privateKey }) => ({
        by: caller,
        value: countersign(change, privateKey),
    }));
    await send(hub, people[0], "POST", "/keys", { change, countersignatures });
}
/** Sends JSON to the hub as this person, and gives what it answers; refuses with the problem the hub named. */
export async function send(hub, who, method, path, value) {
    const body = JSON.stringify(value);
    const assertion = await assertionFor(who, hub, { method, path, body }, Date.now());
    const headers = { Authorization: `Bearer ${assertion}`, "Content-Type": "application/json" };
    return jsonOf(await ask(overTheNetwork, `${hub}${path}`, { method, headers, body }), "hub.refused");
}
//# sourceMappingURL=publish-key.js.map