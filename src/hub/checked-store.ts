// What the hub has found out about where reports are: the nonces it has revealed, the losses that stand, and whether
// there is anything left to ask with. Only reads; challenges and deviations are written where they come about.

import type { Asked } from "../core/checked.ts";
import type { Read } from "../pg/db.ts";

export type AskedRow = Omit<Asked, "revealedAt" | "answeredAt"> & {
  readonly report: string;
  readonly revealedAt: Date;
  readonly answeredAt: Date | null;
};

/** Every revealed nonce of these reports. */
export async function askedOf(read: Read, ids: readonly string[]): Promise<AskedRow[]> {
  return read<AskedRow[]>`
    select report, purpose, revealed_at, answered_at, outcome from challenge
    where report = any(${ids as string[]}::uuid[])`;
}

export type FoundRow = { readonly report: string; readonly kind: string; readonly at: Date };

/**
 * What was found of these reports that says where they are not: the losses that stand, those that the hub could not make
 * good because the content was erased, and that there is no nonce left.
 */
export async function foundOf(read: Read, ids: readonly string[]): Promise<FoundRow[]> {
  return read<FoundRow[]>`
    select report, 'loss' as kind, found_at as at from loss
    where ended_at is null and report = any(${ids as string[]}::uuid[])
    union all
    select report, kind, at from deviation
    where kind in ('report.lost', 'proof.run-out') and report = any(${ids as string[]}::uuid[])`;
}

/** Those of these reports whose package has pairs that prove anything. */
export async function withPairs(read: Read, ids: readonly string[]): Promise<Set<string>> {
  const rows = await read<{ report: string }[]>`
    select report from package where report = any(${ids as string[]}::uuid[]) and pairs is not null`;
  return new Set(rows.map(({ report }) => report));
}
