// Gives the ledger's leaves their places in the tree, and puts them under a signed head in the same transaction. Leaves
// become visible in the order of commit, not of their numbers, so a leaf may turn up below others that have their places:
// that is looked for near the end each time, further back now and then, and from the beginning once an hour. None is ever
// passed over. A ledger that was found broken grows no more.

import type { Hub } from "./hub.ts";
import { highestLeaf, isAnyUnplaced, lockSequence, placeLeaves } from "./ledger-store.ts";
import { grow } from "./log-grow.ts";

const mostAtOnce = 1000;

/**
 * How far back it looks and how often: to what was there `settledAfterMs` before. Nearly every transaction that
 * writes a leaf is over within the first, every one within the second; the last one takes nobody's word for it.
 */
const looks = [
  { settledAfterMs: 2000, everyMs: 0 },
  { settledAfterMs: 60_000, everyMs: 5000 },
  { settledAfterMs: Number.POSITIVE_INFINITY, everyMs: 3_600_000 },
];

/** Up to `low` everything has its place; `next` becomes `low` when it is old enough. */
type Look = (typeof looks)[number] & { low: number; next: { leaf: number; at: number }; lookedAt: number };

/**
 * Gives the step that places what is waiting, and says how many leaves it placed. Refuses with `ledger.broken` where the
 * ledger does not continue its last head.
 */
export function sequencer(hub: Hub): () => Promise<number> {
  const began = performance.now();
  const all: Look[] = looks.map((look) => ({
    ...look,
    low: 0,
    next: { leaf: 0, at: began },
    lookedAt: began,
  }));

  // Leaves from before there were heads, or under another origin's, are put under one at the first turn.
  let isMore = true;

  return async () => {
    if (hub.log.fault()) return 0;
    const now = performance.now();
    const look = all.findLast(({ lookedAt, everyMs }) => now - lookedAt >= everyMs)!;
    const { placed, ...left } = await place(hub, look.low, isMore);
    isMore = left.isMore;
    if (placed === mostAtOnce) return placed;
    look.lookedAt = now;
    if (now - look.next.at > look.settledAfterMs) {
      look.low = look.next.leaf;
      look.next = { leaf: await highestLeaf(hub.db.read), at: now };
    }
    return placed;
  };
}

/** Most of the time there is nothing to do, and nobody has to wait for the lock to find that out. */
async function place(hub: Hub, low: number, isMore: boolean): Promise<{ placed: number; isMore: boolean }> {
  if (!isMore && !(await isAnyUnplaced(hub.db.read, low))) return { placed: 0, isMore: false };
  return hub.db.begin(async (tx) => {
    await lockSequence(tx);
    const placed = await placeLeaves(tx, low, mostAtOnce);
    const grown = await grow(tx, hub);
    return { placed, isMore: grown.isMore };
  });
}
