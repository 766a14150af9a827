// Goal: a root or a proof made from tiles is the very same as one made from all leaves, whatever the size. Method: trees of
// every size up to some hundreds, and around the sizes where a tile or a level becomes full, held against
// core/ledger.ts; tiles are made as a log makes them, by growing, and nothing is read that the tree does not have.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sha256 } from "./hash.ts";
import {
  consistencyFits,
  consistencyPath,
  type Hash,
  inclusionFits,
  inclusionPath,
  leafHash,
  rootOf,
} from "./ledger.ts";
import {
  consistencyRanges,
  type HashAt,
  inclusionRanges,
  rangeRoot,
  spansOf,
  tileFrom,
  tilePath,
  tilesFilled,
  tileWidth,
  widthIn,
} from "./tile.ts";

const most = 66_500;
const leaves: Hash[] = Array.from({ length: most }, (_, index) => leafHash(Buffer.from(String(index))));

/** Hashes by level, as a log that only grows has them: what is not in a tree of `size` cannot be read. */
const levels: Hash[][] = [leaves];
for (let level = 1; tileWidth ** level <= most; level++)
  levels.push(
    Array.from({ length: Math.floor(levels[level - 1]!.length / tileWidth) }, (_, index) =>
      rootOf(levels[level - 1]!.slice(index * tileWidth, (index + 1) * tileWidth)),
    ),
  );

function hashesIn(size: number): HashAt {
  return (level, index) => {
    const hash = levels[level]?.[index];
    assert.ok(
      hash && (index + 1) * tileWidth ** level <= size,
      `hash ${index} of level ${level} is in a tree of ${size}`,
    );
    return hash;
  };
}

const rootAt = (size: number) => rangeRoot({ from: 0, to: size }, hashesIn(size));
const inclusion = (index: number, size: number) =>
  inclusionRanges(index, size).map((range) => rangeRoot(range, hashesIn(size)));
const consistency = (old: number, size: number) =>
  consistencyRanges(old, size).map((range) => rangeRoot(range, hashesIn(size)));

test("the root from tiles is the root from leaves, for every size up to 600", () => {
  for (let size = 0; size <= 600; size++)
    assert.deepEqual(rootAt(size), rootOf(leaves.slice(0, size)), `size ${size}`);
});

test("so are the proofs of every leaf and of every older size, up to 70 and around one and two full tiles", () => {
  const sizes = [...Array.from({ length: 70 }, (_, index) => index + 1), 255, 256, 257, 511, 512, 513];
  for (const size of sizes) {
    const first = leaves.slice(0, size);
    // Of the larger ones every eleventh, and the ends.
    for (let n = 0; n < size; n += size > 70 && n > 3 && n < size - 12 ? 11 : 1) {
      assert.deepEqual(inclusion(n, size), inclusionPath(first, n), `leaf ${n} of ${size}`);
      assert.deepEqual(consistency(n, size), consistencyPath(first, n), `from ${n} to ${size}`);
    }
    assert.deepEqual(consistency(size, size), []);
  }
});

test("around 65536, where the second level becomes full, roots and proofs fit", () => {
  const sizes = [65_279, 65_280, 65_281, 65_535, 65_536, 65_537, 65_792, 66_048, most];
  const roots = new Map(sizes.map((size) => [size, rootAt(size)]));
  assert.deepEqual(roots.get(65_537), rootOf(leaves.slice(0, 65_537)));
  for (const size of sizes) {
    for (const index of [0, 1, 255, 256, 32_767, 32_768, 65_000, size - 1])
      assert.ok(
        inclusionFits(leaves[index]!, index, size, inclusion(index, size), roots.get(size)!),
        `${index} of ${size}`,
      );
    for (const old of [...sizes.filter((other) => other <= size), 1, 255, 256, 257, 40_000])
      assert.ok(
        consistencyFits(old, size, roots.get(old) ?? rootAt(old), roots.get(size)!, consistency(old, size)),
        `${old} to ${size}`,
      );
  }
});

test("any proof from tiles fits its roots, and a changed hash in it does not", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: most }), fc.nat(), fc.nat(), (size, a, b) => {
      const [index, old] = [a % size, 1 + (b % (size - 1))];
      const path = inclusion(index, size);
      assert.ok(inclusionFits(leaves[index]!, index, size, path, rootAt(size)));
      const changed = path.map((hash, at) => (at === b % path.length ? sha256(hash) : hash));
      assert.ok(!inclusionFits(leaves[index]!, index, size, changed, rootAt(size)));
      assert.ok(consistencyFits(old, size, rootAt(old), rootAt(size), consistency(old, size)));
    }),
    { numRuns: 60 },
  );
});

test("a proof takes few tiles: at most two of each level for a leaf", () => {
  for (const [index, size] of [
    [0, most],
    [65_535, most],
    [33_000, 65_537],
    [most - 1, most],
  ] as const) {
    const spans = inclusionRanges(index, size).flatMap(spansOf);
    const tiles = new Set(
      spans.flatMap(({ level, from, to }) => [
        `${level}/${Math.floor(from / tileWidth)}`,
        `${level}/${Math.floor((to - 1) / tileWidth)}`,
      ]),
    );
    assert.ok(tiles.size <= 6, [...tiles].join(" "));
  }
});

test("the tiles that a growing tree fills are each filled once, and their widths are C2SP's", () => {
  const once = tilesFilled(0, most).map(({ level, number }) => `${level}/${number}`);
  assert.equal(once.length, 259 + 1);
  const inSteps: string[] = [];
  for (let size = 0; size < most; size += 97)
    for (const { level, number } of tilesFilled(size, Math.min(size + 97, most)))
      inSteps.push(`${level}/${number}`);
  assert.deepEqual(inSteps.sort(), once.sort());
  // The example of tlog-tiles: a tree of 70 000.
  assert.deepEqual(
    [widthIn(70_000, 0, 272), widthIn(70_000, 0, 273), widthIn(70_000, 0, 274)],
    [256, 112, 0],
  );
  assert.deepEqual([widthIn(70_000, 1, 0), widthIn(70_000, 1, 1), widthIn(70_000, 2, 0)], [256, 17, 1]);
  assert.equal(widthIn(256, 1, 0), 1);
});

test("a tile's name is written in one way, and read only so", () => {
  assert.equal(tilePath({ level: 0, number: 1_234_067, width: 256 }), "0/x001/x234/067");
  assert.equal(tilePath({ level: "entries", number: 0, width: 7 }), "entries/000.p/7");
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 7 }),
      fc.integer({ min: 0, max: 2 ** 40 }),
      fc.integer({ min: 1, max: 256 }),
      (level, number, width) => {
        assert.deepEqual(tileFrom(tilePath({ level, number, width })), { level, number, width });
      },
    ),
  );
  for (const bad of [
    "",
    "0",
    "0/0",
    "0/00",
    "0/0000",
    "00/000",
    "0/x000/000",
    "0/1/000",
    "0/000.p/0",
    "0/000.p/256",
    "0/000.p/07",
    "0/000.p/",
    "0/000/",
    "/0/000",
    "0/001/000",
    "leaves/000",
    "-1/000",
    "0/x01/000",
    "0/000?x",
  ])
    assert.equal(tileFrom(bad), null, bad);
});
