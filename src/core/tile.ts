// The tree cut into tiles (C2SP tlog-tiles, height 8): 256 hashes of one level, where each hash of the level above is the
// root of a whole tile below. Says which of them a root or a proof is made from, and makes it; fetching is for others.

import { type Hash, nodeHash, rootOf } from "./ledger.ts";
import { assert } from "./problem.ts";

/** Hashes in a full tile, and bytes of it. */
export const tileWidth = 256;
export const tileBytes = tileWidth * 32;

const heightOfTile = 8;

/** Leaves `from` up to, not including, `to`: always a subtree as RFC 6962 cuts the tree. */
export type Range = { readonly from: number; readonly to: number };

/** Hashes `from` up to, not including, `to` of one level of tiles; level 0 is of leaf hashes. */
export type Span = { readonly level: number; readonly from: number; readonly to: number };

/** Gives hash number `index` of a level. */
export type HashAt = (level: number, index: number) => Hash;

/** A tile as it is asked for; `width` is below 256 for one that was not full yet. */
export type TileName = {
  readonly level: number | "entries";
  readonly number: number;
  readonly width: number;
};

/** The subtrees beside the way from a leaf to the root, the lowest first: `inclusionPath` has their roots. */
export function inclusionRanges(index: number, size: number): Range[] {
  assert(index >= 0 && index < size, "the leaf is in the tree");
  const ranges: Range[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + largestBelow(to - from);
    const isLeft = index < middle;
    ranges.unshift(isLeft ? { from: middle, to } : { from, to: middle });
    [from, to] = isLeft ? [from, middle] : [middle, to];
  }
  return ranges;
}

/** The subtrees that `consistencyPath` has the roots of. */
export function consistencyRanges(oldSize: number, newSize: number): Range[] {
  assert(oldSize >= 0 && oldSize <= newSize, "the older tree is not larger");
  if (oldSize === 0 || oldSize === newSize) return [];
  const ranges: Range[] = [];
  let [from, to] = [0, newSize];
  while (oldSize < to) {
    const middle = from + largestBelow(to - from);
    const isLeft = oldSize <= middle;
    ranges.unshift(isLeft ? { from: middle, to } : { from, to: middle });
    [from, to] = isLeft ? [from, middle] : [middle, to];
  }
  return from === 0 ? ranges : [{ from, to }, ...ranges];
}

/** The hashes of tiles that the range's root is made from, the leftmost first. */
export function spansOf({ from, to }: Range): Span[] {
  const spans: Span[] = [];
  for (let at = from; at < to; ) {
    const { size, height } = wholeTree(to - at);
    const level = Math.floor(height / heightOfTile);
    const covered = tileWidth ** level;
    assert(at % size === 0, "a subtree stands where RFC 6962 puts it");
    spans.push({ level, from: at / covered, to: (at + size) / covered });
    at += size;
  }
  return spans;
}

/** The root over a range of leaves; SHA-256 of nothing for an empty one. */
export function rangeRoot(range: Range, hashAt: HashAt): Buffer {
  const whole = spansOf(range).map(({ level, from, to }) =>
    rootOf(Array.from({ length: to - from }, (_, index) => hashAt(level, from + index))),
  );
  // The last trees are the smallest: they are joined first.
  return whole.length === 0 ? rootOf([]) : whole.reduceRight((right, left) => nodeHash(left, right));
}

/** The largest power of two that is not above `size`, and its exponent. */
function wholeTree(size: number): { size: number; height: number } {
  let height = 0;
  while (2 ** (height + 1) <= size) height += 1;
  return { size: 2 ** height, height };
}

/** The largest power of two below `size`, which is at least 2. */
function largestBelow(size: number): number {
  const { size: whole } = wholeTree(size);
  return whole === size ? whole / 2 : whole;
}

/** How many hashes a tile has in a tree of this size; 0 when it is not there. */
export function widthIn(size: number, level: number, number: number): number {
  const hashes = Math.floor(size / tileWidth ** level);
  return Math.max(0, Math.min(tileWidth, hashes - number * tileWidth));
}

/** The tiles that become full when a tree grows, the lowest level first. */
export function tilesFilled(oldSize: number, newSize: number): { level: number; number: number }[] {
  const filled: { level: number; number: number }[] = [];
  for (let level = 0; tileWidth ** (level + 1) <= newSize; level++) {
    const covered = tileWidth ** (level + 1);
    for (let number = Math.floor(oldSize / covered); number < Math.floor(newSize / covered); number++)
      filled.push({ level, number });
  }
  return filled;
}

/** Where a tile is found, after `tile/`: numbers in groups of three digits, all but the last with an x. */
export function tilePath({ level, number, width }: TileName): string {
  const digits = String(number);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, "0");
  const groups = padded.match(/\d{3}/g) ?? [];
  const path = groups.map((group, index) => (index < groups.length - 1 ? `x${group}` : group)).join("/");
  return `${level}/${path}${width === tileWidth ? "" : `.p/${width}`}`;
}

/** Reads what comes after `tile/`; null where it is not the one way to write a tile's name. */
export function tileFrom(path: string): TileName | null {
  const form = /^(entries|\d{1,2})\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;
  const [, level = "", groups = "", width = String(tileWidth)] = form.exec(path) ?? [];
  const name: TileName = {
    level: level === "entries" ? level : Number(level),
    number: Number(groups.replace(/[x/]/g, "")),
    width: Number(width),
  };
  return level !== "" && name.width <= tileWidth && tilePath(name) === path ? name : null;
}
