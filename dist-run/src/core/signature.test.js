// Goal: a signature holds for one key, one label and one value, and has one spelling. Method: RFC 8032's own
// key and signatures, and each part changed in turn.
import assert from "node:assert/strict";
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { keyIdOf, signatureBytes, signatureFits, signValue } from "./signature.js";
/** The key of RFC 8032, 7.1, TEST 1. */
const privateKey = createPrivateKey({
    key: Buffer.from("302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "hex"),
    format: "der",
    type: "pkcs8",
});
const publicKey = createPublicKey(privateKey);
const other = generateKeyPairSync("ed25519");
test("Ed25519 here is that of RFC 8032", () => {
    const raw = publicKey.export({ format: "jwk" }).x ?? "";
    assert.equal(Buffer.from(raw, "base64url").toString("hex"), "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    assert.equal(sign(null, Buffer.alloc(0), privateKey).toString("hex"), "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
});
test("a key's id is the beginning of the hash of its public half, whichever half is asked", () => {
    // openssl pkey -pubout -outform DER | sha256sum | cut -c1-32
    assert.equal(keyIdOf(publicKey), "06e3fd8fda29bb60ab59557de61edb0a");
    assert.equal(keyIdOf(privateKey), keyIdOf(publicKey));
    assert.notEqual(keyIdOf(other.publicKey), keyIdOf(publicKey));
});
test("a signature fits its value, label and key, and no other", () => {
    const signature = signValue("framme x v1", { a: 1, b: "å" }, privateKey);
    assert.match(signature, /^[\w-]{86}$/);
    assert.equal(signatureFits("framme x v1", { b: "å", a: 1 }, publicKey, signature), true);
    assert.equal(signatureFits("framme x v2", { a: 1, b: "å" }, publicKey, signature), false);
    assert.equal(signatureFits("framme x v1", { a: 2, b: "å" }, publicKey, signature), false);
    assert.equal(signatureFits("framme x v1", { a: 1, b: "å", c: 1 }, publicKey, signature), false);
    assert.equal(signatureFits("framme x v1", { a: 1, b: "å" }, other.publicKey, signature), false);
});
test("a signature has one spelling: no padding, no other alphabet, no loose bits at its end", () => {
    const signature = signValue("framme x v1", 1, privateKey);
    const fits = (text) => signatureFits("framme x v1", 1, publicKey, text);
    assert.equal(fits(signature), true);
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const last = alphabet.indexOf(signature.at(-1));
    const loose = signature.slice(0, -1) + alphabet[last + 1];
    assert.deepEqual(Buffer.from(loose, "base64url"), Buffer.from(signature, "base64url"), "the same bytes");
    for (const text of [loose, `${signature}==`, `${signature}\n`, ` ${signature}`])
        assert.equal(fits(text), false);
    assert.equal(signatureBytes("+/+/"), null);
    assert.deepEqual(signatureBytes("-_-_"), Buffer.from([251, 255, 191]));
});
test("what is no signature does not fit, and does not throw", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.base64String(), fc.string({ minLength: 86, maxLength: 86 })), (text) => {
        assert.equal(signatureFits("framme x v1", 1, publicKey, text), false);
    }));
});
test("a key of another kind fits nothing", () => {
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const signature = signValue("framme x v1", 1, privateKey);
    assert.equal(signatureFits("framme x v1", 1, rsa.publicKey, signature), false);
});
//# sourceMappingURL=signature.test.js.map