// SHA-256 and HMAC-SHA256, in hex where people and JSON see them, in bytes where they are hashed again.
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
/** SHA-256 of the parts, one after the other, as 32 bytes. */
export function sha256(...parts) {
    const hash = createHash("sha256");
    for (const part of parts)
        hash.update(part);
    return hash.digest();
}
/** SHA-256 as 64 lower-case hex digits. */
export function sha256Hex(...parts) {
    return sha256(...parts).toString("hex");
}
/** HMAC-SHA256 (RFC 2104) as 32 bytes. */
export function hmacSha256(key, ...parts) {
    const hmac = createHmac("sha256", key);
    for (const part of parts)
        hmac.update(part);
    return hmac.digest();
}
/** Compares two secrets without telling by time how far they agree. */
export function sameSecret(a, b) {
    return timingSafeEqual(sha256(a), sha256(b));
}
//# sourceMappingURL=hash.js.map