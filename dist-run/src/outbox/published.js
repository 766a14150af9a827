// What the hub publishes that a sender needs: the address book with the services' keys, and the keys that belong to
// no service. The lists are checked for the fields that are used, because a wrong key read right would be worse.
import { createPublicKey } from "node:crypto";
import { refuse } from "../core/problem.js";
import { keyIdOf } from "../core/signature.js";
import { ask, jsonOf } from "../http/client.js";
import { certificateKeyId } from "../wire/certificate.js";
import { valueOrNull } from "../wire/foreign.js";
/** The address book and the keys of the services in it. */
export async function fetchBook(fetchIt, hub) {
    return bookIn(jsonOf(await ask(fetchIt, `${hub}/services`, { method: "GET" }), "hub.refused"));
}
/** The keys that belong to no service. */
export async function fetchKeys(fetchIt, hub) {
    return keysIn(jsonOf(await ask(fetchIt, `${hub}/keys`, { method: "GET" }), "hub.refused"));
}
/** The hub's public keys (PEM) in a text: several while one replaces another. Null when there is none, or one is bad. */
export function pinnedIn(text) {
    const blocks = text.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
    const keys = blocks.map((pem) => valueOrNull(() => createPublicKey(pem)));
    return keys.length > 0 && keys.every((key) => key !== null) ? keys : null;
}
/** The address book in an answer to `/services`. Refuses with `hub.refused`. */
export function bookIn(value) {
    const book = (value ?? {});
    if (!Array.isArray(book.services) || !Array.isArray(book.emergencyServices))
        refuse("hub.refused", "/services");
    return book;
}
/** The keys in an answer to `/keys`. Refuses with `hub.refused`. */
export function keysIn(value) {
    const keys = (value ?? {});
    if (!Array.isArray(keys.hub) || !Array.isArray(keys.submitters))
        refuse("hub.refused", "/keys");
    return keys;
}
/** Refuses with `hub.refused` unless the hub publishes one of the keys that are pinned here as its own. */
export function refuseOtherHub(keys, pinned) {
    const ids = pinned.map(keyIdOf);
    if (!keys.hub.some(({ keyId }) => ids.includes(keyId)))
        refuse("hub.refused", "it does not publish the hub key that is pinned here: see HUB_PUBLIC_KEY_FILE");
}
/**
 * The certificate, if it is this owner's, for this use, valid now, and the very key it is published as. Refuses with
 * `key.not-usable` or `key.expired`.
 */
export function certificateIn(key, owner, now) {
    if (key.owner !== owner || key.use !== "encryption")
        refuse("key.not-usable", `${key.keyId} is not of ${owner}`);
    if (certificateKeyId(key.pem) !== key.keyId)
        refuse("key.not-usable", `${key.keyId} of ${owner}`);
    if (now < Date.parse(key.validFrom) || now >= Date.parse(key.validTo))
        refuse("key.expired", `of ${owner}`);
    return key.pem;
}
//# sourceMappingURL=published.js.map