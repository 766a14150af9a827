// The ledger's tree as it lies in the database: full tiles, and leaves where a tile is not full yet. Gives roots, proofs
// and tiles of any size there has been, without reading all leaves.

import { type Hash, leafHash } from "../core/ledger.ts";
import { refuse } from "../core/problem.ts";
import {
  consistencyRanges,
  type HashAt,
  inclusionRanges,
  type Range,
  rangeRoot,
  type Span,
  spansOf,
  tileWidth,
  widthIn,
} from "../core/tile.ts";
import type { Read } from "../pg/db.ts";
import { commitmentsIn, tileHashes, tileRoots } from "./log-store.ts";

/** The root of the tree of the first `size` leaves. Refuses with `ledger.broken` where a leaf or tile is missing. */
export async function rootAt(read: Read, size: number): Promise<Buffer> {
  const range = { from: 0, to: size };
  return rangeRoot(range, await hashesFor(read, [range], size));
}

/** The proof that the head of `size` continues the one of `oldSize`. */
export async function consistencyAt(read: Read, oldSize: number, size: number): Promise<Buffer[]> {
  const ranges = consistencyRanges(oldSize, size);
  const hashAt = await hashesFor(read, ranges, size);
  return ranges.map((range) => rangeRoot(range, hashAt));
}

/** The paths of several leaves in the tree of `size`; each tile is read once. */
export async function inclusionsAt(read: Read, places: readonly number[], size: number): Promise<Buffer[][]> {
  const ranges = places.map((place) => inclusionRanges(place, size));
  const hashAt = await hashesFor(read, ranges.flat(), size);
  return ranges.map((beside) => beside.map((range) => rangeRoot(range, hashAt)));
}

/** The hashes of a tile as it is in a tree of `size`, `width` of them; null when the tree does not have so many. */
export async function tileAt(
  read: Read,
  name: { readonly level: number; readonly number: number; readonly width: number },
  size: number,
): Promise<Buffer | null> {
  const { level, number, width } = name;
  if (widthIn(size, level, number) < width) return null;
  const full = width === tileWidth ? await tileHashes(read, level, number) : null;
  if (full) return full;
  const from = number * tileWidth;
  return Buffer.concat(await hashesBetween(read, { level, from, to: from + width }));
}

/** Reads the hashes that these subtrees' roots are made from, tile by tile. */
async function hashesFor(read: Read, ranges: readonly Range[], size: number): Promise<HashAt> {
  const wanted = new Map<string, Span>();
  for (const { level, from, to } of ranges.flatMap(spansOf)) {
    const number = Math.floor(from / tileWidth);
    const before = wanted.get(`${level} ${number}`) ?? { level, from, to };
    wanted.set(`${level} ${number}`, {
      level,
      from: Math.min(before.from, from),
      to: Math.max(before.to, to),
    });
  }
  const found = new Map<string, readonly Hash[]>();
  for (const [name, span] of wanted) found.set(name, await hashesOfTile(read, span, size));
  return (level, index) => {
    const number = Math.floor(index / tileWidth);
    const from = wanted.get(`${level} ${number}`)?.from ?? 0;
    return found.get(`${level} ${number}`)?.[index - from] ?? refuse("ledger.broken");
  };
}

/** Leaf hashes of a full tile are read as they were kept, 256 of them in one row. */
async function hashesOfTile(read: Read, span: Span, size: number): Promise<readonly Hash[]> {
  const number = Math.floor(span.from / tileWidth);
  const isFull = span.level === 0 && widthIn(size, 0, number) === tileWidth;
  const hashes = isFull ? await tileHashes(read, 0, number) : null;
  if (!hashes) return hashesBetween(read, span);
  const first = span.from - number * tileWidth;
  return Array.from({ length: span.to - span.from }, (_, index) =>
    hashes.subarray((first + index) * 32, (first + index + 1) * 32),
  );
}

async function hashesBetween(read: Read, { level, from, to }: Span): Promise<Buffer[]> {
  const hashes =
    level === 0
      ? (await commitmentsIn(read, from, to)).map(leafHash)
      : await tileRoots(read, level - 1, from, to);
  return hashes.length === to - from ? hashes : refuse("ledger.broken", `level ${level}, hash ${from} on`);
}
