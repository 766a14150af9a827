// Goes through the whole ledger, a tile at a time, for ever: leaves held against the tile that was kept when they came.
// The sequencer looks at the tail only; this is what finds an old leaf that was changed, and says its place.

import { leafHash, rootOf } from "../core/ledger.ts";
import { tileWidth } from "../core/tile.ts";
import type { Hub } from "./hub.ts";
import { stopLog } from "./log-judge.ts";
import { commitmentsIn, tileHashes, tileRoots } from "./log-store.ts";

/** Gives the step that looks at the next full tile of leaves; gives which one it was, or null at the end of a round. */
export function auditor(hub: Hub): () => Promise<number | null> {
  let next = 0;
  return async () => {
    if (hub.log.fault()) return null;
    const number = next;
    const hashes = await tileHashes(hub.db.read, 0, number);
    next = hashes ? number + 1 : 0;
    if (!hashes) return null;
    const place = await firstChanged(hub, number, hashes);
    if (place !== null) await stopLog(hub, { code: "ledger.broken", detail: `place ${place}` });
    return number;
  };
}

/** The first place whose leaf is not as the tile has it, or the tile's first place where the tile itself was changed. */
async function firstChanged(hub: Hub, number: number, hashes: Buffer): Promise<number | null> {
  const from = number * tileWidth;
  const leaves = (await commitmentsIn(hub.db.read, from, from + tileWidth)).map(leafHash);
  const [root] = await tileRoots(hub.db.read, 0, number, number + 1);
  const kept = Array.from({ length: tileWidth }, (_, index) => hashes.subarray(index * 32, (index + 1) * 32));
  const changed = kept.findIndex((hash, index) => !leaves[index]?.equals(hash));
  if (changed >= 0) return from + changed;
  return root?.equals(rootOf(kept)) ? null : from;
}
