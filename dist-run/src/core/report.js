// A report as the chain sees it: two files, their canonical bytes and hash, and the header that is all the
// hub may know. A 256-bit salt stands inside both files, so no hash here can be guessed from the content.
import { hmacSha256, sha256Hex } from "./hash.js";
export const jsonName = "bekymringsmelding.json";
export const pdfName = "bekymringsmelding.pdf";
/** Canonical content: for each file in this order, its length in bytes as 8 bytes big-endian, then its bytes. */
export function canonicalContent(files) {
    return Buffer.concat([files.json, files.pdf].flatMap((file) => [lengthOf(file), file]));
}
function lengthOf(file) {
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(file.length));
    return length;
}
/** SHA-256 of the canonical content, in hex. */
export function contentHashOf(files) {
    return sha256Hex(canonicalContent(files));
}
export const proofPairCount = 64;
/** Bytes of one storage-proof pair: a nonce (32 bytes) and HMAC-SHA256(nonce, canonical content). */
export const pairBytes = 64;
/**
 * Makes one pair for each nonce (32 bytes), as they travel and are kept: nonce and HMAC of each, one after the other.
 * The nonces must be random and never used for another report.
 */
export function proofPairs(files, nonces) {
    const content = canonicalContent(files);
    return Buffer.concat(nonces.flatMap((nonce) => [nonce, hmacSha256(nonce, content)]));
}
//# sourceMappingURL=report.js.map