// Bytes that only the holder of a key can read, and that nobody can change or put in another's place unseen: AES-256-GCM
// with a label that says what the bytes are and where they belong. The label is not stored with them.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { assert } from "../core/problem.js";
import { valueOrNull } from "../wire/foreign.js";
const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;
/** Seals under a key of 32 bytes. Gives nonce (12 bytes), ciphertext and tag (16 bytes), one after the other. */
export function sealUnder(key, label, bytes) {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
    cipher.setAAD(Buffer.from(label));
    return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}
/** What was sealed; null when the key or the label is another one, or a bit has been changed. */
export function openUnder(key, label, sealed) {
    assert(key.length === 32, "a key is 32 bytes");
    if (sealed.length < nonceBytes + tagBytes)
        return null;
    return valueOrNull(() => {
        const options = { authTagLength: tagBytes };
        const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceBytes), options);
        decipher.setAAD(Buffer.from(label));
        decipher.setAuthTag(sealed.subarray(-tagBytes));
        return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
    });
}
//# sourceMappingURL=sealed.js.map