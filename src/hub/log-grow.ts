// Makes the log grow: leaves that have their places are put under a new signed head. It begins where the last head ended,
// and first makes that head's root again from what it reads: what does not give the same was changed, and it stops.

import { type Hash, leafHash, rootOf } from "../core/ledger.ts";
import { signCheckpoint } from "../core/checkpoint.ts";
import { refuse } from "../core/problem.ts";
import { rangeRoot, tilesFilled, tileWidth } from "../core/tile.ts";
import type { Tx } from "../pg/db.ts";
import type { Hub } from "./hub.ts";
import {
  commitmentsIn,
  insertCheckpoint,
  insertTiles,
  lastCheckpoint,
  placeCount,
  tileRoots,
  type TileRow,
} from "./log-store.ts";
import { rootAt } from "./log-tree.ts";

/** Leaves that one head takes in at most: they are held in memory while it is made. */
const mostAtOnce = 5000;

/**
 * Puts what has a place and stands under no head yet under one, in this transaction, which must hold the sequence's lock.
 * Gives the size it came to, and whether there is more. Refuses with `ledger.broken`.
 */
export async function grow(tx: Tx, hub: Hub): Promise<{ size: number; isMore: boolean }> {
  const { origin } = hub.log;
  const last = await lastCheckpoint(tx, origin);
  const old = last?.size ?? 0;
  const placed = await placeCount(tx);
  if (placed < old) refuse("ledger.broken", `${placed} leaves under a head of ${old}`);
  const size = Math.min(placed, old + mostAtOnce);
  const isNothingNew = size === old && (last === null || last.origin === origin);
  if (isNothingNew) return { size, isMore: false };

  if (last && !(await rootAt(tx, old)).equals(last.root)) refuse("ledger.broken", `head of ${old}`);
  const hashes = await newHashes(tx, old, size);
  const root = rangeRoot({ from: 0, to: size }, (level, index) => hashes.at(level, index));
  await insertTiles(tx, hashes.filled);
  const note = signCheckpoint({ origin, size, root }, { name: origin, privateKey: hub.key.privateKey });
  await insertCheckpoint(tx, { origin, size, root, note }, new Date(hub.clock()));
  return { size, isMore: placed > size };
}

/** The hashes on the growing edge of each level, with those that the new leaves bring, and the tiles they fill. */
async function newHashes(tx: Tx, old: number, size: number) {
  const edges: { from: number; hashes: Hash[] }[] = [];
  const firstLeaf = Math.floor(old / tileWidth) * tileWidth;
  const leaves = (await commitmentsIn(tx, firstLeaf, size)).map(leafHash);
  if (leaves.length !== size - firstLeaf) refuse("ledger.broken", `leaves ${firstLeaf} to ${size}`);
  edges.push({ from: firstLeaf, hashes: leaves });
  for (let level = 1; tileWidth ** level <= size; level++) {
    const count = Math.floor(old / tileWidth ** level);
    const from = Math.floor(count / tileWidth) * tileWidth;
    edges.push({ from, hashes: await tileRoots(tx, level - 1, from, count) });
  }

  const filled: TileRow[] = [];
  for (const { level, number } of tilesFilled(old, size)) {
    const { from, hashes } = edges[level]!;
    const tile = hashes.slice(number * tileWidth - from, (number + 1) * tileWidth - from);
    const root = rootOf(tile);
    filled.push({ level, number, root, hashes: Buffer.concat(tile) });
    edges[level + 1]?.hashes.push(root);
  }
  const at = (level: number, index: number): Hash => {
    const edge = edges[level];
    return edge?.hashes[index - edge.from] ?? refuse("ledger.broken", `level ${level}, hash ${index}`);
  };
  return { filled, at };
}
