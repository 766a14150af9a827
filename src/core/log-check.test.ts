// Goal: a tree that grows has the root of RFC 6962 at every size, and what differs is told as what happened to it. Method:
// sizes on both sides of the powers of two, and lists that were dropped from, exchanged and replaced in.

import assert from "node:assert/strict";
import { test } from "node:test";
import { leafHash, rootOf } from "./ledger.ts";
import { type Difference, growingTree, nameDifferences, placesText, weighHeads } from "./log-check.ts";

const leaves = Array.from({ length: 70 }, (_, n) => leafHash(Buffer.from(`leaf ${n}`)));

test("a growing tree has the root of all its leaves, at every size", () => {
  const tree = growingTree();
  assert.deepEqual(tree.root(), rootOf([]));
  for (const [index, leaf] of leaves.entries()) {
    tree.add(leaf);
    assert.equal(tree.size(), index + 1);
    assert.deepEqual(tree.root(), rootOf(leaves.slice(0, index + 1)));
  }
});

const roots = (of: readonly Buffer[]) =>
  new Map(Array.from({ length: of.length + 1 }, (_, size) => [size, rootOf(of.slice(0, size))]));
const head = (size: number) => ({ size, root: rootOf(leaves.slice(0, size)), source: `head ${size}` });

test("the first difference lies between the last head that fits and the first that does not", () => {
  const changed = leaves.toSpliced(33, 1, leafHash(Buffer.from("other")));
  const heads = [10, 33, 34, 50, 70].map(head);
  assert.deepEqual(weighHeads(heads, 70, roots(leaves)), []);
  const [found, ...more] = weighHeads(heads, 70, roots(changed));
  assert.deepEqual(more, []);
  assert.deepEqual([found?.kind, found?.from, found?.to], ["log-differs", 33, 34]);
  assert.match(found!.message, /place 33; 2 later heads do not fit either/);
  const [first] = weighHeads([head(50)], 70, roots(changed));
  assert.deepEqual([first?.from, first?.to], [0, 50], "with one head, all that is under it");
});

test("two roots at one size, and a log that has become shorter, are told", () => {
  const fork = { ...head(20), root: rootOf(leaves.slice(20, 40)), source: "another" };
  assert.equal(weighHeads([head(20), fork], 70, roots(leaves)).length, 1);
  const [short] = weighHeads([head(10), head(70)], 60, roots(leaves.slice(0, 60)));
  assert.deepEqual([short?.kind, short?.from, short?.to], ["log-shorter", 60, 70]);
  assert.match(short!.message, /head 70.*places 60 to 69 are gone/);
});

/** Leaves as they are now, held against those the tiles have. */
function differencesOf(now: readonly Buffer[]): Difference[] {
  return leaves.flatMap((tile, place) => {
    const have = now[place] ?? null;
    return have?.equals(tile) ? [] : [{ place, have, tile, who: have && `row ${place}` }];
  });
}

const told = (now: readonly Buffer[]) =>
  nameDifferences(differencesOf(now)).map(({ kind, from, to }) => [kind, from, to]);

test("a dropped, an added, an exchanged and a replaced row are told apart", () => {
  const other = leafHash(Buffer.from("other"));
  assert.deepEqual(told(leaves), []);
  assert.deepEqual(told(leaves.toSpliced(5, 1)), [
    ["row-dropped", 5, 6],
    ["row-moved", 5, 69],
  ]);
  assert.deepEqual(told(leaves.slice(0, 68)), [
    ["row-dropped", 68, 69],
    ["row-dropped", 69, 70],
  ]);
  assert.deepEqual(told(leaves.toSpliced(5, 1, other)), [["row-altered", 5, 6]]);
  assert.deepEqual(told(leaves.toSpliced(9, 1, leaves[5]!).toSpliced(5, 1, leaves[9]!)), [
    ["row-moved", 5, 6],
    ["row-moved", 9, 10],
  ]);
  assert.deepEqual(told(leaves.toSpliced(5, 0, other)).slice(0, 2), [
    ["row-dropped", 69, 70],
    ["row-added", 5, 6],
  ]);
});

test("places are told in words", () => {
  assert.equal(placesText(7, 8), "place 7");
  assert.equal(placesText(7, 10), "places 7 to 9");
});
