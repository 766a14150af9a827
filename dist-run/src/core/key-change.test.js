// Goal: nobody can put their own key in a service's place, and a lost key can still be replaced. Method: every
// way to a change that should count, and every near miss.
import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import { test } from "node:test";
import { countersign, isCountersigned, keyChangeBytes, } from "./key-change.js";
import { keyIdOf, signValue } from "./signature.js";
const ed25519 = () => generateKeyPairSync("ed25519");
const old = ed25519();
const oldRsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const kari = ed25519();
const ola = ed25519();
const stranger = ed25519();
const people = new Map([
    ["person:kari", kari.publicKey],
    ["person:ola", ola.publicKey],
]);
const change = {
    v: 1,
    owner: "service:bergenhus-arstad",
    use: "receipt",
    keyId: keyIdOf(stranger.publicKey),
    pem: stranger.publicKey.export({ type: "spki", format: "pem" }).toString(),
    previous: keyIdOf(old.publicKey),
    validFrom: "2026-11-01T00:00:00.000Z",
    validTo: "2028-11-01T00:00:00.000Z",
    at: "2026-11-01T00:00:00.000Z",
};
const first = { ...change, previous: null };
const by = (who, key, what = change) => ({
    by: who,
    value: countersign(what, key),
});
const counts = (signatures, what = change, previous = old.publicKey) => isCountersigned(what, signatures, { previous, people });
test("the key before it may countersign alone", () => {
    assert.equal(counts([by("previous", old.privateKey)]), true);
});
test("an RSA encryption key countersigns with PSS and SHA-256, and only so", () => {
    const rsa = { ...change, use: "encryption", previous: keyIdOf(oldRsa.publicKey) };
    assert.equal(counts([by("previous", oldRsa.privateKey, rsa)], rsa, oldRsa.publicKey), true);
    const pkcs1 = sign("sha256", keyChangeBytes(rsa), oldRsa.privateKey).toString("base64url");
    assert.equal(counts([{ by: "previous", value: pkcs1 }], rsa, oldRsa.publicKey), false);
});
test("two named people may countersign, with or without a key before it", () => {
    const two = (what) => [
        by("person:kari", kari.privateKey, what),
        by("person:ola", ola.privateKey, what),
    ];
    assert.equal(counts(two(change)), true);
    assert.equal(counts(two(first), first, null), true);
});
test("one person is not two, by repeating, by another name, or beside a stranger", () => {
    const one = by("person:kari", kari.privateKey, first);
    assert.equal(counts([], first, null), false);
    assert.equal(counts([one], first, null), false);
    assert.equal(counts([one, one], first, null), false);
    assert.equal(counts([one, by("person:ola", kari.privateKey, first)], first, null), false);
    assert.equal(counts([one, by("person:per", stranger.privateKey, first)], first, null), false);
    const doubled = new Map([...people, ["person:kari-again", kari.publicKey]]);
    const twice = [one, by("person:kari-again", kari.privateKey, first)];
    assert.equal(isCountersigned(first, twice, { previous: null, people: doubled }), false);
});
test("another key than the one before it does not count as it", () => {
    assert.equal(counts([by("previous", stranger.privateKey)]), false);
    assert.equal(counts([by("previous", stranger.privateKey)], change, stranger.publicKey), false);
    assert.equal(counts([by("previous", old.privateKey)], change, null), false);
    assert.equal(counts([by("previous", old.privateKey, first)], first, old.publicKey), false);
    assert.equal(counts([by("previous", old.privateKey), by("person:kari", stranger.privateKey)].slice(1)), false);
});
test("a signature over one change does not serve for another", () => {
    const signature = by("previous", old.privateKey);
    for (const other of [
        { ...change, owner: "service:another" },
        { ...change, use: "encryption" },
        { ...change, keyId: "0".repeat(32) },
        { ...change, pem: `${change.pem}\n` },
        { ...change, validTo: "2099-01-01T00:00:00.000Z" },
        { ...change, validFrom: "2020-01-01T00:00:00.000Z" },
        { ...change, at: "2026-11-02T00:00:00.000Z" },
    ])
        assert.equal(counts([signature], other), false);
});
test("nor does a signature made for something else, or one that is none", () => {
    const asReceipt = {
        by: "previous",
        value: signValue("framme receipt v1", change, old.privateKey),
    };
    assert.equal(counts([asReceipt]), false);
    for (const value of ["", "x", "!", "A".repeat(86), "A".repeat(400)])
        for (const previous of [old.publicKey, oldRsa.publicKey])
            assert.equal(counts([{ by: "previous", value }], { ...change, previous: keyIdOf(previous) }, previous), false);
});
test("an Ed25519 key countersigns as it signs everything else", () => {
    assert.equal(countersign(change, old.privateKey), signValue("framme key change v1", change, old.privateKey));
});
//# sourceMappingURL=key-change.test.js.map