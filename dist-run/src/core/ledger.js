// The Merkle tree of RFC 6962, section 2.1: what shows that nothing in the ledger was dropped or rewritten. A
// leaf's data is a salted commitment, so the tree can be shown to anyone, and erasing the salt erases the link.
import { sha256 } from "./hash.js";
import { assert } from "./problem.js";
/** What a leaf holds: 32 bytes that tell nothing without the salt (32 random bytes, never used twice). */
export function commitmentOf(salt, receiptBytes) {
    assert(salt.length === 32, "a commitment's salt has 32 bytes");
    return sha256("framme commitment v1\n", salt, receiptBytes);
}
/** Hash of a leaf's data. Leaves and nodes are hashed apart, so that neither can pass for the other. */
export function leafHash(data) {
    return sha256(Buffer.of(0), data);
}
function nodeHash(left, right) {
    return sha256(Buffer.of(1), left, right);
}
/** Root over leaf hashes; SHA-256 of nothing for an empty tree. */
export function rootOf(leaves) {
    return leaves.length === 0 ? sha256() : rootBetween(leaves, 0, leaves.length);
}
function rootBetween(leaves, from, to) {
    if (to - from === 1)
        return Buffer.from(leaves[from]);
    const middle = from + splitOf(to - from);
    return nodeHash(rootBetween(leaves, from, middle), rootBetween(leaves, middle, to));
}
/** The largest power of two below `size`, which is at least 2. */
function splitOf(size) {
    let split = 1;
    while (split * 2 < size)
        split *= 2;
    return split;
}
/** The hashes that lead from one leaf to the root. */
export function inclusionPath(leaves, index) {
    assert(index >= 0 && index < leaves.length, "the leaf is in the tree");
    const path = [];
    let from = 0;
    let to = leaves.length;
    while (to - from > 1) {
        const middle = from + splitOf(to - from);
        const isLeft = index < middle;
        path.unshift(isLeft ? rootBetween(leaves, middle, to) : rootBetween(leaves, from, middle));
        if (isLeft)
            to = middle;
        else
            from = middle;
    }
    return path;
}
/** Whether the leaf hash stands at `index` in the tree of `size` leaves that has this root. */
export function inclusionFits(leaf, index, size, path, root) {
    if (!isCount(index) || !isCount(size) || index >= size)
        return false;
    let place = index;
    let last = size - 1;
    let hash = Buffer.from(leaf);
    for (const sibling of path) {
        if (last === 0)
            return false; // The path is longer than the tree is high.
        if (place % 2 === 1 || place === last) {
            hash = nodeHash(sibling, hash);
            // The last node of a level may have no sibling; it rises as it is to where it has one.
            while (place % 2 === 0 && place !== 0)
                [place, last] = [place / 2, half(last)];
        }
        else {
            hash = nodeHash(hash, sibling);
        }
        [place, last] = [half(place), half(last)];
    }
    return last === 0 && hash.equals(root);
}
/** The hashes that show that the tree of the first `oldSize` leaves is the beginning of this one. */
export function consistencyPath(leaves, oldSize) {
    assert(oldSize >= 0 && oldSize <= leaves.length, "the older tree is not larger");
    if (oldSize === 0 || oldSize === leaves.length)
        return [];
    const path = [];
    let from = 0;
    let to = leaves.length;
    while (oldSize < to) {
        const middle = from + splitOf(to - from);
        const isLeft = oldSize <= middle;
        path.unshift(isLeft ? rootBetween(leaves, middle, to) : rootBetween(leaves, from, middle));
        if (isLeft)
            to = middle;
        else
            from = middle;
    }
    // Where the older tree is a whole subtree of this one, the verifier has its hash already: the old root.
    return from === 0 ? path : [rootBetween(leaves, from, to), ...path];
}
/** Whether the tree with the new root begins with the tree that has the old root: nothing dropped, nothing changed. */
export function consistencyFits(oldSize, newSize, oldRoot, newRoot, path) {
    if (!isCount(oldSize) || !isCount(newSize) || oldSize > newSize)
        return false;
    if (oldSize === newSize)
        return path.length === 0 && same(oldRoot, newRoot);
    if (oldSize === 0)
        return path.length === 0 && sha256().equals(oldRoot);
    let place = oldSize - 1;
    let last = newSize - 1;
    while (place % 2 === 1)
        [place, last] = [half(place), half(last)];
    const [start, ...rest] = place === 0 ? [oldRoot, ...path] : path;
    if (!start)
        return false;
    let oldHash = Buffer.from(start);
    let newHash = oldHash;
    for (const sibling of rest) {
        if (last === 0)
            return false;
        if (place % 2 === 1 || place === last) {
            oldHash = nodeHash(sibling, oldHash);
            newHash = nodeHash(sibling, newHash);
            while (place % 2 === 0 && place !== 0)
                [place, last] = [place / 2, half(last)];
        }
        else {
            newHash = nodeHash(newHash, sibling);
        }
        [place, last] = [half(place), half(last)];
    }
    return last === 0 && oldHash.equals(oldRoot) && newHash.equals(newRoot);
}
/** Halves without bit operators: those would cut a size at 32 bits. */
function half(place) {
    return Math.floor(place / 2);
}
function isCount(size) {
    return Number.isSafeInteger(size) && size >= 0;
}
function same(a, b) {
    return Buffer.compare(a, b) === 0;
}
//# sourceMappingURL=ledger.js.map