// Goal: a receipt issued today is read and checked the same way for ever, and only by those who may issue it.
// Method: golden bytes made with openssl, and every kind against every party.
import assert from "node:assert/strict";
import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { canonicalText } from "./canonical.js";
import { Problem } from "./problem.js";
import { checkReceipt, mayIssue, receiptHash, receiptKinds, receiptSignatureFits, signReceipt, } from "./receipt.js";
import { keyIdOf } from "./signature.js";
const privateKey = createPrivateKey({
    key: Buffer.from("302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "hex"),
    format: "der",
    type: "pkcs8",
});
const publicKey = createPublicKey(privateKey);
const keyId = keyIdOf(publicKey);
const body = {
    v: 1,
    kind: "stored",
    reportId: "5f0c6e1a-9a3b-4c57-8d2e-0b1f6a7c8d9e",
    service: "bergenhus-arstad",
    serial: 42,
    at: "2026-11-23T12:03:46.000Z",
    by: { role: "receiver", id: "bergenhus-arstad" },
    sealedHash: "ab".repeat(32),
    contentHash: "cd".repeat(32),
    storage: {
        systemId: "7432109876543210987",
        timeline: 1,
        committedAt: "0/16B3748",
        flushedTo: "0/16B3780",
    },
    software: "framme 0.1.0",
};
// openssl pkeyutl -sign -rawin, over `framme receipt v1`, a line feed and the canonical text below.
const goldenSignature = "_qojtcBHETcgqrqJlR8n-fjzxhDDW12OyMFyOtSq1fKPyRR05j8Yvu-joDKMVAgQ6ZbMo85DUs7-pS2nVvc-Aw";
const goldenHash = "d661b9028a63559a98619663a247d63b1288a41b0856f425ce85029e0dd5ebf7";
test("the bytes that are signed never change", () => {
    assert.equal(canonicalText({ ...body, key: keyId }), `{"at":"2026-11-23T12:03:46.000Z","by":{"id":"bergenhus-arstad","role":"receiver"},"contentHash":"${"cd".repeat(32)}","key":"06e3fd8fda29bb60ab59557de61edb0a","kind":"stored","reportId":"5f0c6e1a-9a3b-4c57-8d2e-0b1f6a7c8d9e","sealedHash":"${"ab".repeat(32)}","serial":42,"service":"bergenhus-arstad","software":"framme 0.1.0","storage":{"committedAt":"0/16B3748","flushedTo":"0/16B3780","systemId":"7432109876543210987","timeline":1},"v":1}`);
});
test("signature and hash of a receipt never change", () => {
    const receipt = signReceipt(body, keyId, privateKey);
    assert.equal(receipt.signature, goldenSignature);
    assert.equal(receiptHash(receipt), goldenHash);
    assert.equal(receiptHash(JSON.parse(JSON.stringify(receipt))), goldenHash);
    checkReceipt(receipt, publicKey);
});
test("every field is signed for: one changed, added or taken away, and it no longer fits", () => {
    const receipt = signReceipt(body, keyId, privateKey);
    const changes = [
        { kind: "registered" },
        { reportId: "5f0c6e1a-9a3b-4c57-8d2e-0b1f6a7c8d9f" },
        { service: "arna-asane" },
        { serial: 43 },
        { at: "2026-11-23T12:03:46.001Z" },
        { by: { role: "receiver", id: "arna-asane" } },
        { by: { role: "hub", id: "bergenhus-arstad" } },
        { sealedHash: "ac".repeat(32) },
        { contentHash: "ce".repeat(32) },
        { storage: { ...body.storage, flushedTo: "0/16B3781" } },
        { software: "framme 0.1.1" },
        { key: "0".repeat(32) },
        { reference: "2026/1" },
        { lasting: true },
        { reason: "corrupt" },
    ];
    for (const change of changes) {
        const changed = { ...receipt, ...change };
        assert.equal(receiptSignatureFits(changed, publicKey), false, Object.keys(change).join());
        assert.notEqual(receiptHash(changed), goldenHash);
    }
    for (const field of ["contentHash", "storage", "software"]) {
        const { [field]: _, ...less } = receipt;
        assert.equal(receiptSignatureFits(less, publicKey), false, field);
    }
});
test("only those who may issue a kind can issue it", () => {
    const parties = ["hub", "receiver", "channel", "caseworker", "person"];
    const issued = [];
    for (const kind of receiptKinds)
        for (const role of parties) {
            const receipt = signReceipt({ ...body, kind, by: { role, id: "x" } }, keyId, privateKey);
            if (mayIssue[kind].includes(role)) {
                checkReceipt(receipt, publicKey);
                issued.push(`${kind} by ${role}`);
            }
            else
                assert.throws(() => checkReceipt(receipt, publicKey), (error) => error instanceof Problem && error.code === "receipt.wrong-issuer", `${kind} by ${role}`);
        }
    assert.deepEqual(issued, [
        "accepted by hub",
        "claimed by receiver",
        "claimed by channel",
        "confirmed by receiver",
        "confirmed by person",
        "stored by receiver",
        "registered by receiver",
        "opened by caseworker",
        "declined by receiver",
        "declined by channel",
        "returned by receiver",
        "printed by hub",
        "proven by hub",
        "erased by hub",
        "reviewed by person",
    ]);
});
test("a signature by another key is refused before the issuer is looked at", () => {
    const stranger = generateKeyPairSync("ed25519");
    const receipt = signReceipt({ ...body, by: { role: "hub", id: "hub" } }, keyId, stranger.privateKey);
    assert.throws(() => checkReceipt(receipt, publicKey), (error) => error instanceof Problem && error.code === "receipt.bad-signature");
});
//# sourceMappingURL=receipt.test.js.map