// Whether a receipt is somebody's word for this very package: form, signature, the right of its issuer to say
// so, and the bytes it speaks of. What does not fit is named by a problem code and never counts.
import { createPublicKey } from "node:crypto";
import { mayIssue, receiptSignatureFits } from "../core/receipt.js";
import { keyIdOf } from "../core/signature.js";
import { jsonOrNull, valueOrNull } from "../wire/foreign.js";
import { readReceipt } from "../wire/receipt-v1.js";
import { askHub, refusalIn } from "./sender.js";
/** Checks a receipt that came over the wire against the package it should be for. */
export async function verify(value, sent, keys) {
    const receipt = valueOrNull(() => readReceipt(value));
    if (!receipt)
        return { fault: "receipt.bad-form" };
    if (receipt.reportId !== sent.id || receipt.service !== sent.service)
        return { fault: "receipt.wrong-service" };
    if (receipt.sealedHash !== sent.sealedHash)
        return { fault: "receipt.wrong-content" };
    if (!mayIssue[receipt.kind].includes(receipt.by.role))
        return { fault: "receipt.wrong-issuer" };
    const key = await keys(receipt.key);
    if (!key || !receiptSignatureFits(receipt, key.publicKey))
        return { fault: "receipt.bad-signature" };
    return key.mayHaveSigned(receipt) ? { receipt, fault: null } : { fault: "receipt.wrong-issuer" };
}
/** The hub's pinned keys only. The hub speaks for itself and for the channels that go through it. */
export function pinnedKeys(sender) {
    const pinned = new Map(sender.hub.keys.map((key) => [keyIdOf(key), key]));
    const isHubs = (receipt) => receipt.by.role === "hub" || receipt.by.role === "channel";
    return async (keyId) => {
        const publicKey = pinned.get(keyId);
        return publicKey ? { publicKey, mayHaveSigned: isHubs } : null;
    };
}
/**
 * The pinned keys, and those the hub has published; each is asked for once. That a published key is really the
 * service's own rests on the countersigned changes that the hub must show; here the hub is taken at its word,
 * until the sender can check the ledger's inclusion of each change.
 */
export function publishedKeys(sender) {
    const pinned = pinnedKeys(sender);
    const asked = new Map();
    return async (keyId) => {
        const own = await pinned(keyId);
        if (own)
            return own;
        if (!asked.has(keyId))
            asked.set(keyId, fetchKey(sender, keyId));
        return (await asked.get(keyId)) ?? null;
    };
}
async function fetchKey(sender, keyId) {
    const answer = await askHub(sender, "GET", `/keys/${keyId}`);
    if (refusalIn(answer) !== null)
        return null;
    const value = jsonOrNull(answer.bytes);
    const publicKey = valueOrNull(() => createPublicKey(String(value?.pem)));
    // A key's id is its hash, so that no other key can be handed out under it.
    if (!value || !publicKey || keyIdOf(publicKey) !== keyId)
        return null;
    return { publicKey, mayHaveSigned: (receipt) => isOwners(receipt, value) };
}
/** Whether the key's owner and use fit who the receipt says has signed, and the time fits its validity. */
function isOwners({ by, at, service }, key) {
    const { owner, use, validFrom, validTo } = key;
    const time = Date.parse(at);
    // What a caseworker did may be older than the key that vouches for it.
    const isAfterFrom = by.role === "caseworker" || time >= Date.parse(String(validFrom));
    if (!(isAfterFrom && time < Date.parse(String(validTo))))
        return false;
    if (by.role === "person")
        return use === "person" && owner === personOf(by.id);
    if (by.role !== "receiver" && by.role !== "caseworker")
        return false;
    return use === "receipt" && owner === `service:${service}`;
}
function personOf(id) {
    return id.startsWith("person:") ? id : `person:${id}`;
}
//# sourceMappingURL=verify.js.map