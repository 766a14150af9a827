// That a receipt is in the ledger, as it travels beside the signed receipt: salt, place, the hashes to the root, and a
// head with the signatures under it. The newest head that a witness has signed is taken, where it covers the receipt.

import { inclusionFits, leafHash } from "../core/ledger.ts";
import { withLines } from "../core/checkpoint.ts";
import { refuse } from "../core/problem.ts";
import type { Read } from "../pg/db.ts";
import type { Hub } from "./hub.ts";
import {
  type CheckpointRow,
  cosignaturesOf,
  type LoggedRow,
  loggedReceipts,
  newestCheckpoint,
  newestCosigned,
} from "./log-store.ts";
import { inclusionsAt } from "./log-tree.ts";

/** `salt` and `path` in base64; `checkpoint` is the whole note. */
export type InclusionProof = {
  readonly v: 1;
  readonly salt: string;
  readonly place: number;
  readonly size: number;
  readonly path: readonly string[];
  readonly checkpoint: string;
};

/** The newest head with the witnesses' signatures that it has; null before there is one. */
export async function newestHead(hub: Hub): Promise<{ size: number; text: string } | null> {
  return headText(hub, await newestCheckpoint(hub.db.read, hub.log.origin));
}

/** The newest head that a witness of ours has signed; null before there is one. */
export async function cosignedHead(hub: Hub): Promise<{ size: number; text: string } | null> {
  return headText(hub, await cosignedRow(hub));
}

/** The proofs of these receipts, by hash, of those that are under a head. */
export async function proofsOf(
  hub: Hub,
  hashes: readonly string[],
): Promise<Map<string, { proof: InclusionProof; body: string }>> {
  const rows = await loggedReceipts(hub.db.read, hashes);
  if (rows.length === 0) return new Map();
  const [newest, cosigned] = await Promise.all([
    newestCheckpoint(hub.db.read, hub.log.origin),
    cosignedRow(hub),
  ]);
  const byWitnesses = rows.filter(({ place }) => cosigned !== null && place < cosigned.size);
  const others = rows.filter(
    (row) => !byWitnesses.includes(row) && newest !== null && row.place < newest.size,
  );
  return new Map([...(await provenIn(hub, byWitnesses, cosigned)), ...(await provenIn(hub, others, newest))]);
}

async function provenIn(hub: Hub, rows: readonly LoggedRow[], head: CheckpointRow | null) {
  if (rows.length === 0 || head === null) return [];
  const { size, root } = head;
  const checkpoint = (await headText(hub, head))!.text;
  const paths = await inclusionsAt(
    hub.db.read,
    rows.map(({ place }) => place),
    size,
  );
  return rows.map(({ hash, body, salt, commitment, place }, index) => {
    const path = paths[index]!;
    // What we hand out is what a stranger will check: better it is found here.
    if (!inclusionFits(leafHash(commitment), place, size, path, root))
      refuse("ledger.broken", `place ${place}`);
    const base64 = path.map((one) => one.toString("base64"));
    const proof: InclusionProof = {
      v: 1,
      salt: salt.toString("base64"),
      place,
      size,
      path: base64,
      checkpoint,
    };
    return [hash, { proof, body }] as const;
  });
}

async function cosignedRow({ db, log }: Hub): Promise<CheckpointRow | null> {
  return newestCosigned(
    db.read,
    log.origin,
    log.witnesses.map(({ key }) => key.name),
  );
}

async function headText(hub: Hub, row: CheckpointRow | null): Promise<{ size: number; text: string } | null> {
  if (!row) return null;
  return { size: row.size, text: await noteWithCosignatures(hub.db.read, row) };
}

async function noteWithCosignatures(read: Read, { origin, size, note }: CheckpointRow): Promise<string> {
  const signed = await cosignaturesOf(read, origin, size);
  return withLines(
    note,
    signed.map(({ line }) => line),
  );
}
