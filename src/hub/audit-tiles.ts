// The tiles of the ledger, held against each other and against the leaves that are read: each hash above is the root of
// the tile below it, and the lowest are of leaves. A tile remembers a leaf that has been taken away.

import { rootOf } from "../core/ledger.ts";
import type { LogFinding } from "../core/log-check.ts";
import { tileWidth } from "../core/tile.ts";
import type { Read } from "../pg/db.ts";
import { type AuditTile, auditTile } from "./audit-store.ts";

const hashBytes = 32;

export type TileCheck = {
  /** The leaf hash that the tile has at a place; null where no full tile is there. */
  leafAt(place: number, leaf: Buffer): Promise<Buffer | null>;
  /** Leaves that tiles have from this place on. */
  after(place: number): Promise<{ place: number; tile: Buffer }[]>;
  /** What is wrong with the tiles themselves, in a log of so many leaves. */
  findings(size: number): Promise<LogFinding[]>;
};

/** Looks at tiles as places are read, each once. */
export function tileFindings(read: Read): TileCheck {
  let open: { number: number; tile: AuditTile | null } | null = null;
  const lowest = async (number: number) => {
    if (open?.number !== number) open = { number, tile: await auditTile(read, 0, number) };
    return open.tile;
  };
  const leafAt = async (place: number) => {
    const tile = await lowest(Math.floor(place / tileWidth));
    return tile && hashIn(tile, place % tileWidth);
  };
  return {
    leafAt,
    after: async (place) => {
      const found: { place: number; tile: Buffer }[] = [];
      for (let at = place; ; at++) {
        const tile = await leafAt(at);
        if (!tile) return found;
        found.push({ place: at, tile });
      }
    },
    findings: async (size) => {
      const findings: LogFinding[] = [];
      for (let level = 0; tileWidth ** (level + 1) <= size; level++)
        for (let number = 0; number < Math.floor(size / tileWidth ** (level + 1)); number++)
          findings.push(...(await findingsIn(read, level, number)));
      return findings;
    },
  };
}

async function findingsIn(read: Read, level: number, number: number): Promise<LogFinding[]> {
  const tile = await auditTile(read, level, number);
  const name = `tile ${number} of level ${level}`;
  const covered = tileWidth ** (level + 1);
  const where = { from: number * covered, to: (number + 1) * covered };
  if (!tile) return [{ kind: "tile-missing", ...where, message: `${name} is not there` }];
  const hashes = Array.from({ length: tileWidth }, (_, index) => hashIn(tile, index));
  const findings: LogFinding[] = [];
  if (!rootOf(hashes).equals(tile.root))
    findings.push({
      kind: "tile-altered",
      ...where,
      message: `${name} does not have the root it is kept with`,
    });
  if (level === 0) return findings;
  for (const [index, hash] of hashes.entries()) {
    const below = await auditTile(read, level - 1, number * tileWidth + index);
    if (below && !below.root.equals(hash))
      findings.push({
        kind: "tile-altered",
        ...where,
        message: `${name}: hash ${index} is not the root of the tile below it`,
      });
  }
  return findings;
}

function hashIn(tile: AuditTile, index: number): Buffer {
  return tile.hashes.subarray(index * hashBytes, (index + 1) * hashBytes);
}
