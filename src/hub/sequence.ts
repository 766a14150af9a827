// Gives the ledger's leaves their places in the tree. Leaves become visible in the order of commit, not of their
// numbers, so a leaf may turn up below others that have their places: that is looked for, first near the end
// and now and then from the beginning, and none is ever passed over.

import type { Hub } from "./hub.ts";
import { highestLeaf, lockSequence, placeLeaves } from "./ledger-store.ts";

const mostAtOnce = 1000;
/** A transaction that writes a leaf is over long before this. */
const settledAfterMs = 60_000;
const lookThroughEveryMs = 3_600_000;

/** Gives the step that places what is waiting, and says how many leaves it placed. */
export function sequencer(hub: Hub): () => Promise<number> {
  // Below `low` everything has its place; `next` becomes `low` when it is old enough.
  let low = 0;
  let next = { leaf: 0, at: performance.now() };
  let lookedThroughAt = performance.now();

  return async () => {
    const now = performance.now();
    if (now - lookedThroughAt > lookThroughEveryMs) {
      low = 0;
      next = { leaf: 0, at: now };
      lookedThroughAt = now;
    }
    const placed = await hub.db.begin(async (tx) => {
      await lockSequence(tx);
      return placeLeaves(tx, low, mostAtOnce);
    });
    if (placed < mostAtOnce && now - next.at > settledAfterMs) {
      low = next.leaf;
      next = { leaf: await highestLeaf(hub.db.read), at: now };
    }
    return placed;
  };
}
