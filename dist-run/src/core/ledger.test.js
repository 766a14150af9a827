// Goal: a ledger that drops, changes or reorders one leaf is found out by whoever kept an older root. Method:
// the leaves and roots that the Certificate Transparency project publishes, a second implementation written
// straight from the recursive definitions of RFC 6962 2.1, and planted changes to trees and proofs.
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { commitmentOf, consistencyFits, consistencyPath, inclusionFits, inclusionPath, leafHash, rootOf, } from "./ledger.js";
const reference = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
].map((data) => Buffer.from(data, "hex"));
/** Roots of the first 1 to 8 reference leaves, as certificate-transparency's merkle_tree_test has them. */
const referenceRoots = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
// The second implementation: RFC 6962 2.1 word for word, over the data and not over hashes.
const hash = (...parts) => parts.reduce((all, part) => all.update(part), createHash("sha256")).digest();
const split = (n) => 2 ** Math.floor(Math.log2(n - 1));
function mth(d) {
    if (d.length === 0)
        return hash();
    if (d.length === 1)
        return hash(Buffer.of(0), d[0]);
    const k = split(d.length);
    return hash(Buffer.of(1), mth(d.slice(0, k)), mth(d.slice(k)));
}
function pathOf(m, d) {
    if (d.length === 1)
        return [];
    const k = split(d.length);
    return m < k
        ? [...pathOf(m, d.slice(0, k)), mth(d.slice(k))]
        : [...pathOf(m - k, d.slice(k)), mth(d.slice(0, k))];
}
function subproof(m, d, isWhole) {
    if (m === d.length)
        return isWhole ? [] : [mth(d)];
    const k = split(d.length);
    return m <= k
        ? [...subproof(m, d.slice(0, k), isWhole), mth(d.slice(k))]
        : [...subproof(m - k, d.slice(k), false), mth(d.slice(0, k))];
}
const dataOf = (size, name = "leaf") => Array.from({ length: size }, (_, index) => Buffer.from(`${name} ${index}`));
const anyPair = fc
    .integer({ min: 1, max: 130 })
    .chain((size) => fc.record({ size: fc.constant(size), at: fc.nat({ max: size - 1 }) }));
test("the published roots come out of the published leaves", () => {
    const leaves = reference.map(leafHash);
    assert.equal(rootOf([]).toString("hex"), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    referenceRoots.forEach((root, index) => {
        assert.equal(rootOf(leaves.slice(0, index + 1)).toString("hex"), root);
    });
});
test("the published inclusion and consistency proofs come out of the published leaves", () => {
    const leaves = reference.map(leafHash);
    const hex = (path) => path.map((item) => item.toString("hex"));
    assert.deepEqual(hex(inclusionPath(leaves, 0)), [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]);
    assert.deepEqual(hex(consistencyPath(leaves, 6)), [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]);
});
test("roots and proofs are those of the RFC's own recursive definitions", () => {
    fc.assert(fc.property(anyPair, ({ size, at }) => {
        const data = dataOf(size);
        const leaves = data.map(leafHash);
        assert.deepEqual(rootOf(leaves), mth(data));
        assert.deepEqual(inclusionPath(leaves, at), pathOf(at, data));
        assert.deepEqual(consistencyPath(leaves, at + 1), subproof(at + 1, data, true));
    }));
});
test("every leaf of every small tree is shown to be in it, and nowhere else", () => {
    for (let size = 1; size <= 20; size += 1) {
        const leaves = dataOf(size).map(leafHash);
        const root = rootOf(leaves);
        for (let index = 0; index < size; index += 1) {
            const path = inclusionPath(leaves, index);
            for (let claimed = 0; claimed <= size; claimed += 1)
                assert.equal(inclusionFits(leaves[index], claimed, size, path, root), claimed === index);
        }
    }
});
test("every smaller tree is shown to be the beginning of every larger one", () => {
    for (let size = 1; size <= 20; size += 1) {
        const leaves = dataOf(size).map(leafHash);
        for (let old = 0; old <= size; old += 1) {
            const oldRoot = rootOf(leaves.slice(0, old));
            assert.ok(consistencyFits(old, size, oldRoot, rootOf(leaves), consistencyPath(leaves, old)));
        }
    }
});
test("a leaf that was changed, dropped or moved breaks the proof for whoever kept the old root", () => {
    fc.assert(fc.property(anyPair, fc.constantFrom("changed", "dropped", "moved"), ({ size, at }, deed) => {
        const kept = dataOf(size).map(leafHash);
        const tampered = [...kept];
        if (deed === "changed")
            tampered[at] = leafHash(Buffer.from("another"));
        if (deed === "dropped")
            tampered.splice(at, 1);
        if (deed === "moved")
            tampered.push(...tampered.splice(at, 1), leafHash(Buffer.from("later")));
        if (deed === "moved" && at === size - 1)
            return; // It stands where it stood.
        const later = [...tampered, ...dataOf(3, "later").map(leafHash)];
        const path = consistencyPath(later, size);
        assert.equal(consistencyFits(size, later.length, rootOf(kept), rootOf(later), path), false);
    }));
});
test("a proof with a bit changed, a hash too many or one too few does not fit", () => {
    fc.assert(fc.property(anyPair, fc.nat(), fc.nat(255), ({ size, at }, place, bit) => {
        const leaves = dataOf(size).map(leafHash);
        const root = rootOf(leaves);
        const oldRoot = rootOf(leaves.slice(0, at + 1));
        const included = (path) => inclusionFits(leaves[at], at, size, path, root);
        const consistent = (path) => consistencyFits(at + 1, size, oldRoot, root, path);
        for (const [path, fits] of [
            [inclusionPath(leaves, at), included],
            [consistencyPath(leaves, at + 1), consistent],
        ]) {
            assert.equal(fits(path), true);
            assert.equal(fits([...path, root]), false);
            if (path.length === 0)
                continue;
            assert.equal(fits(path.slice(1)), false);
            assert.equal(fits(path.slice(0, -1)), false);
            const bent = path.map((item) => Buffer.from(item));
            bent[place % path.length][bit >> 3] ^= 1 << (bit & 7);
            assert.equal(fits(bent), false);
        }
    }));
});
test("a root made to fit a proof that is too long for the tree's size is refused", () => {
    const [one, two, three, four, five] = dataOf(5).map(leafHash);
    const node = (left, right) => hash(Buffer.of(1), left, right);
    assert.equal(inclusionFits(one, 0, 1, [two], node(two, one)), false);
    assert.equal(inclusionFits(one, 0, 2, [two, three], node(three, node(one, two))), false);
    const [older, newer] = [node(node(one, two), three), node(node(one, two), node(three, four))];
    const path = [three, four, node(one, two)];
    assert.equal(consistencyFits(3, 4, older, newer, path), true);
    assert.equal(consistencyFits(3, 4, node(five, older), node(five, newer), [...path, five]), false);
});
test("sizes that are no sizes are refused, not computed with", () => {
    const root = rootOf([]);
    for (const size of [-1, 0.5, Number.NaN, 2 ** 53]) {
        assert.equal(inclusionFits(root, size, size, [], root), false);
        assert.equal(inclusionFits(root, 0, size, [], root), false);
        assert.equal(consistencyFits(size, size, root, root, []), false);
    }
    assert.equal(consistencyFits(2, 1, root, root, []), false);
    assert.throws(() => inclusionPath([root], 1));
    assert.throws(() => consistencyPath([root], 2));
});
test("a commitment tells nothing without its salt, and holds its issuer to the bytes", () => {
    const salt = Buffer.alloc(32, 7);
    const bytes = Buffer.from("a receipt");
    const commitment = commitmentOf(salt, bytes);
    assert.equal(commitment.length, 32);
    assert.deepEqual(commitmentOf(salt, bytes), commitment);
    assert.notDeepEqual(commitmentOf(randomBytes(32), bytes), commitment);
    assert.notDeepEqual(commitmentOf(salt, Buffer.from("a receipT")), commitment);
    assert.equal(commitment.toString("hex"), createHash("sha256").update("framme commitment v1\n").update(salt).update(bytes).digest("hex"));
    assert.throws(() => commitmentOf(Buffer.alloc(31), bytes));
});
//# sourceMappingURL=ledger.test.js.map