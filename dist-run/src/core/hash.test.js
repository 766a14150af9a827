// Goal: hashes here are everybody's hashes. Method: the published values of FIPS 180 and RFC 4231.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hmacSha256, sameSecret, sha256, sha256Hex } from "./hash.js";
test("SHA-256 gives the published values", () => {
    assert.equal(sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert.equal(sha256Hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert.equal(sha256("abc").toString("hex"), sha256Hex("abc"));
});
test("parts are hashed one after the other; text as UTF-8", () => {
    assert.equal(sha256Hex("a", Buffer.from("b"), "c"), sha256Hex("abc"));
    assert.equal(sha256Hex("blåbær"), sha256Hex(Buffer.from("blåbær", "utf8")));
});
test("HMAC-SHA256 gives the published values", () => {
    assert.equal(hmacSha256(Buffer.alloc(20, 0x0b), "Hi There").toString("hex"), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    assert.equal(hmacSha256("Jefe", "what do ya want ", "for nothing?").toString("hex"), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
});
test("secrets are the same only when every byte is, whatever their lengths", () => {
    const secret = Buffer.from("secret");
    assert.equal(sameSecret(secret, Buffer.from("secret")), true);
    for (const wrong of ["secreT", "secre", "secrets", ""])
        assert.equal(sameSecret(secret, Buffer.from(wrong)), false);
});
//# sourceMappingURL=hash.test.js.map