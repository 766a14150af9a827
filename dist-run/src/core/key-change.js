// A new key takes over only on the word of the key before it, or of two different named people. What is
// signed is the whole change, so that nobody can give a countersigned key another owner, use or validity.
import { constants, sign, verify } from "node:crypto";
import { canonicalBytes } from "./canonical.js";
import { keyIdOf, signatureBytes } from "./signature.js";
/** The bytes that are countersigned, and that the ledger commits to. */
export function keyChangeBytes(change) {
    return canonicalBytes("framme key change v1", change);
}
/** Signs a change: Ed25519 keys plainly, RSA keys (a service's encryption key) with PSS and SHA-256. */
export function countersign(change, privateKey) {
    const bytes = keyChangeBytes(change);
    const isRsa = privateKey.asymmetricKeyType === "rsa";
    return (isRsa ? sign("sha256", bytes, pss(privateKey)) : sign(null, bytes, privateKey)).toString("base64url");
}
/**
 * Whether the change may take effect: signed by the key it names as previous, or by two different people with
 * different keys. `people` holds the current keys by `person:ID`; whoever is not in it counts for nothing.
 */
export function isCountersigned(change, countersignatures, known) {
    const { previous, people } = known;
    const byPrevious = countersignatures.filter(({ by }) => by === "previous");
    const isPrevious = previous !== null && change.previous !== null && keyIdOf(previous) === change.previous;
    if (isPrevious && byPrevious.some(({ value }) => fits(change, value, previous)))
        return true;
    // Counted by key, not by name: one key under two names is one person.
    const signedWith = countersignatures.flatMap(({ by, value }) => {
        const key = by === "previous" ? undefined : people.get(by);
        return key?.asymmetricKeyType === "ed25519" && fits(change, value, key)
            ? [{ by, keyId: keyIdOf(key) }]
            : [];
    });
    const names = new Set(signedWith.map(({ by }) => by));
    const keys = new Set(signedWith.map(({ keyId }) => keyId));
    return names.size >= 2 && keys.size >= 2;
}
function fits(change, value, key) {
    const bytes = keyChangeBytes(change);
    const signature = signatureBytes(value);
    if (!signature)
        return false;
    if (key.asymmetricKeyType === "ed25519")
        return verify(null, bytes, key, signature);
    return key.asymmetricKeyType === "rsa" && verify("sha256", bytes, pss(key), signature);
}
function pss(key) {
    return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
}
//# sourceMappingURL=key-change.js.map