// Goes through the whole ledger, a tile at a time: leaves held against the tile that was kept when they came, and full
// tiles against those above them. Once at the start, and then for ever: the sequencer looks at the tail only, and this is
// what finds an old leaf that was changed, and says its place.

import { leafHash, rootOf } from "../core/ledger.ts";
import { refuse } from "../core/problem.ts";
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

/** Goes through all of it once. Refuses with `ledger.broken` and the place. */
export async function auditAll(hub: Hub): Promise<void> {
  const audit = auditor(hub);
  while ((await audit()) !== null);
  const fault = hub.log.fault();
  if (fault) refuse(fault.code, fault.detail);
}

/** The first place whose leaf is not as the tile has it, or the tile's first place where the tile itself was changed. */
async function firstChanged(hub: Hub, number: number, hashes: Buffer): Promise<number | null> {
  const from = number * tileWidth;
  const leaves = (await commitmentsIn(hub.db.read, from, from + tileWidth)).map(leafHash);
  const [root] = await tileRoots(hub.db.read, 0, number, number + 1);
  const kept = Array.from({ length: tileWidth }, (_, index) => hashes.subarray(index * 32, (index + 1) * 32));
  const changed = kept.findIndex((hash, index) => !leaves[index]?.equals(hash));
  if (changed >= 0) return from + changed;
  return root?.equals(rootOf(kept)) && (await isAboveRight(hub, number)) ? null : from;
}

/** Whether the tiles that became full with this one are made of the roots below them. */
async function isAboveRight(hub: Hub, last: number): Promise<boolean> {
  for (let level = 1, below = tileWidth; (last + 1) % below === 0; level++, below *= tileWidth) {
    const number = (last + 1) / below - 1;
    const roots = await tileRoots(hub.db.read, level - 1, number * tileWidth, (number + 1) * tileWidth);
    const [[root], hashes] = await Promise.all([
      tileRoots(hub.db.read, level, number, number + 1),
      tileHashes(hub.db.read, level, number),
    ]);
    if (!hashes?.equals(Buffer.concat(roots)) || !root?.equals(rootOf(roots))) return false;
  }
  return true;
}
