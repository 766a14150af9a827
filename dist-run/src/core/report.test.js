// Goal: two reports never have the same canonical bytes, and a storage proof needs every byte of both files.
// Method: fixed bytes with fixed hashes, and properties over files that lie close to each other.
import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { canonicalContent, contentHashOf, pairBytes, proofPairCount, proofPairs, } from "./report.js";
const files = { json: Buffer.from('{"a":1}'), pdf: Buffer.from("%PDF") };
const nonces = Array.from({ length: proofPairCount }, (_, index) => Buffer.alloc(32, index));
const anyFiles = fc.record({ json: fc.uint8Array({ maxLength: 6 }), pdf: fc.uint8Array({ maxLength: 6 }) });
test("canonical content is each file's length in eight bytes, then its bytes", () => {
    assert.equal(canonicalContent(files).toString("hex"), `0000000000000007${Buffer.from('{"a":1}').toString("hex")}0000000000000004${Buffer.from("%PDF").toString("hex")}`);
});
test("the content's hash is SHA-256 of that", () => {
    // printf '\0\0\0\0\0\0\0\7{"a":1}\0\0\0\0\0\0\0\4%%PDF' | sha256sum
    assert.equal(contentHashOf(files), "e9d067b04f8e89e143a5879d659a43950f51f9df61ff40e9dd0a2479b378440b");
    assert.equal(contentHashOf(files), createHash("sha256").update(canonicalContent(files)).digest("hex"));
});
test("moving a byte from one file to the other gives other content", () => {
    fc.assert(fc.property(anyFiles, anyFiles, (one, other) => {
        const same = Buffer.from(one.json).equals(other.json) && Buffer.from(one.pdf).equals(other.pdf);
        assert.equal(canonicalContent(one).equals(canonicalContent(other)), same);
    }));
    const moved = { json: Buffer.from('{"a":1}%'), pdf: Buffer.from("PDF") };
    assert.notEqual(contentHashOf(moved), contentHashOf(files));
});
test("each of the 64 pairs is a nonce and the HMAC of the content under it", () => {
    const pairs = proofPairs(files, nonces);
    assert.equal(pairs.length, 64 * pairBytes);
    nonces.forEach((nonce, n) => {
        const expected = createHmac("sha256", nonce).update(canonicalContent(files)).digest();
        assert.deepEqual(pairs.subarray(n * pairBytes, (n + 1) * pairBytes), Buffer.concat([nonce, expected]));
    });
    assert.equal(new Set(macsIn(pairs)).size, 64, "no answer serves for two questions");
});
test("one bit changed anywhere in the files changes every answer", () => {
    fc.assert(fc.property(fc.nat(10), fc.nat(7), (place, bit) => {
        const json = Buffer.from(files.json);
        const pdf = Buffer.from(files.pdf);
        const [file, at] = place < json.length ? [json, place] : [pdf, place - json.length];
        file[at] ^= 1 << bit;
        const before = macsIn(proofPairs(files, nonces));
        const after = macsIn(proofPairs({ json, pdf }, nonces));
        assert.equal(after.some((mac) => before.includes(mac)), false);
    }));
});
function macsIn(pairs) {
    const starts = Array.from({ length: pairs.length / pairBytes }, (_, n) => n * pairBytes);
    return starts.map((at) => pairs.subarray(at + 32, at + pairBytes).toString("hex"));
}
//# sourceMappingURL=report.test.js.map