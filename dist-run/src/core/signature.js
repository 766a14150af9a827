// Ed25519 signatures (RFC 8032) over canonical bytes, and the short name of a key. A key's id is the hash of
// its public half, so that nobody can publish another key under the same id.
import { createPublicKey, sign, verify } from "node:crypto";
import { canonicalBytes } from "./canonical.js";
import { sha256Hex } from "./hash.js";
/** Id of a public key: the first 32 hex digits of SHA-256 over its SubjectPublicKeyInfo (DER). */
export function keyIdOf(key) {
    const publicKey = key.type === "private" ? createPublicKey(key) : key;
    return sha256Hex(publicKey.export({ type: "spki", format: "der" })).slice(0, 32);
}
/** Signs a value under a label; the signature is base64url, 86 characters. */
export function signValue(label, value, privateKey) {
    return sign(null, canonicalBytes(label, value), privateKey).toString("base64url");
}
/**
 * Whether the signature fits the value, the label and the key. A malformed signature does not fit, nor does
 * the same one spelt otherwise: a receipt's hash covers its signature, and must not have two forms.
 */
export function signatureFits(label, value, publicKey, signature) {
    if (publicKey.asymmetricKeyType !== "ed25519")
        return false;
    const bytes = signatureBytes(signature);
    return bytes !== null && verify(null, canonicalBytes(label, value), publicKey, bytes);
}
/** The bytes of a signature in base64url, or null where the text is not the one way to write them. */
export function signatureBytes(signature) {
    const bytes = Buffer.from(signature, "base64url");
    return bytes.toString("base64url") === signature ? bytes : null;
}
//# sourceMappingURL=signature.js.map