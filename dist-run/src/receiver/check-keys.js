// Whether the keys the hub publishes for a service are the service's own. If somebody has put another key there,
// reports are sealed to a stranger: it is said out loud every minute until it is mended.
import { createPublicKey } from "node:crypto";
import { keyIdOf } from "../core/signature.js";
import { valueOrNull } from "../wire/foreign.js";
import { publishedKeys } from "./source/hub.js";
import * as store from "./store.js";
/**
 * Compares by the keys themselves, not by the ids stated for them, and notes each mismatch as a deviation.
 * Services that take from SvarInn have no keys at a hub.
 */
export async function checkKeys(room, service, stopped) {
    if (service.source.kind !== "hub")
        return [];
    const published = await publishedKeys(service.source, service.id, stopped);
    const mismatches = [
        ["encryption", encryptionIds(service)],
        ["receipt", [service.receiptKey.keyId]],
    ]
        .map(([use, ours]) => ({ use, published: idIn(published[use]), ours }))
        .filter(({ published: id, ours }) => !ours.includes(id))
        .map(({ use, published: id }) => ({ use, published: id }));
    if (mismatches.length > 0)
        await note(room, service, mismatches);
    return mismatches;
}
function encryptionIds(service) {
    return service.encryption.map((key) => keyIdOf(createPublicKey(key.certificatePem)));
}
function idIn(pem) {
    if (pem === null)
        return "none published";
    return valueOrNull(() => keyIdOf(createPublicKey(pem))) ?? "not a key";
}
async function note(room, service, mismatches) {
    await room.db.begin(async (tx) => {
        for (const { use, published } of mismatches) {
            const detail = `${use}: ${published}`;
            const deviation = { kind: "key.not-ours", service: service.id, reportId: null, detail };
            await store.noteDeviation(tx, deviation, room.clock());
        }
    });
}
//# sourceMappingURL=check-keys.js.map