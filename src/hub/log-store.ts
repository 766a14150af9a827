// The log's own rows: tiles, heads and what witnesses signed. Written once each; nothing here is of a single report but
// its place.

import type { Read, Tx } from "../pg/db.ts";

export type CheckpointRow = {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
};

export type TileRow = {
  readonly level: number;
  readonly number: number;
  readonly root: Buffer;
  readonly hashes: Buffer;
};

/** The largest head that was ever signed, under whatever origin; that of `origin` where there are two. */
export async function lastCheckpoint(read: Read, origin: string): Promise<CheckpointRow | null> {
  const [row] = await read<CheckpointRow[]>`
    select origin, size, root, note from checkpoint
    where size = (select max(size) from checkpoint) order by origin = ${origin} desc limit 1`;
  return row ?? null;
}

/** The newest head of this log. */
export async function newestCheckpoint(read: Read, origin: string): Promise<CheckpointRow | null> {
  const [row] = await read<CheckpointRow[]>`
    select origin, size, root, note from checkpoint where origin = ${origin} order by size desc limit 1`;
  return row ?? null;
}

/** The newest head of this log that any of these witnesses has co-signed. */
export async function newestCosigned(
  read: Read,
  origin: string,
  witnesses: readonly string[],
): Promise<CheckpointRow | null> {
  const [row] = await read<CheckpointRow[]>`
    select origin, size, root, note from checkpoint
    where origin = ${origin} and size = (
      select max(size) from cosignature
      where origin = ${origin} and witness = any(${witnesses as string[]}))`;
  return row ?? null;
}

/** The witnesses' signature lines under a head, by name. */
export async function cosignaturesOf(
  read: Read,
  origin: string,
  size: number,
): Promise<{ witness: string; line: string; at: Date }[]> {
  return read<{ witness: string; line: string; at: Date }[]>`
    select witness, line, at from cosignature where origin = ${origin} and size = ${size} order by witness`;
}

/** The largest size this witness has co-signed; null when it has none. */
export async function lastSizeOf(read: Read, origin: string, witness: string): Promise<number | null> {
  const [row] = await read<{ size: number | null }[]>`
    select max(size) as size from cosignature where origin = ${origin} and witness = ${witness}`;
  return row?.size ?? null;
}

/** Writes a head and the note signed for it. */
export async function insertCheckpoint(tx: Tx, row: CheckpointRow, now: Date): Promise<void> {
  await tx`
    insert into checkpoint (origin, size, root, note, at)
    values (${row.origin}, ${row.size}, ${row.root}, ${row.note}, ${now})`;
}

/** Writes what a witness signed. The same head again keeps the first signature. */
export async function insertCosignature(
  tx: Tx,
  row: { readonly origin: string; readonly size: number; readonly witness: string; readonly line: string },
  at: Date,
): Promise<void> {
  await tx`
    insert into cosignature (origin, size, witness, line, at)
    values (${row.origin}, ${row.size}, ${row.witness}, ${row.line}, ${at})
    on conflict do nothing`;
}

/** Writes tiles that have become full. One that is there already is refused by its key: a tile is filled once. */
export async function insertTiles(tx: Tx, rows: readonly TileRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx`
    insert into ledger_tile (level, number, root, hashes)
    select level, number, decode(root, 'hex'), decode(hashes, 'hex') from unnest(
      ${rows.map((row) => row.level)}::int[], ${rows.map((row) => row.number)}::bigint[],
      ${rows.map((row) => row.root.toString("hex"))}::text[], ${rows.map((row) => row.hashes.toString("hex"))}::text[])
    as t (level, number, root, hashes)`;
}

/** A full tile's hashes; null when it is not full. */
export async function tileHashes(read: Read, level: number, number: number): Promise<Buffer | null> {
  const [row] = await read<{ hashes: Buffer }[]>`
    select hashes from ledger_tile where level = ${level} and number = ${number}`;
  return row?.hashes ?? null;
}

/** Roots of full tiles `from` up to, not including, `to` of a level, in order. */
export async function tileRoots(read: Read, level: number, from: number, to: number): Promise<Buffer[]> {
  const rows = await read<{ root: Buffer }[]>`
    select root from ledger_tile where level = ${level} and number >= ${from} and number < ${to} order by number`;
  return rows.map(({ root }) => root);
}

/** Leaf data from place `from` up to, not including, `to`, in order. */
export async function commitmentsIn(read: Read, from: number, to: number): Promise<Buffer[]> {
  const rows = await read<{ commitment: Buffer }[]>`
    select leaf.commitment from ledger_place join ledger_leaf leaf on leaf.id = ledger_place.leaf
    where place >= ${from} and place < ${to} order by place`;
  return rows.map(({ commitment }) => commitment);
}

/** How many leaves have their place. */
export async function placeCount(read: Read): Promise<number> {
  const [row] = await read<{ count: number }[]>`
    select coalesce(max(place), -1) + 1 as count from ledger_place`;
  return row?.count ?? 0;
}

export type LoggedRow = {
  readonly hash: string;
  readonly body: string;
  readonly salt: Buffer;
  readonly commitment: Buffer;
  readonly place: number;
};

/** Receipts by hash, those that have their place in the ledger. */
export async function loggedReceipts(read: Read, hashes: readonly string[]): Promise<LoggedRow[]> {
  return read<LoggedRow[]>`
    select encode(receipt.hash, 'hex') as hash, receipt.body, leaf.salt, leaf.commitment, ledger_place.place
    from unnest(${hashes as string[]}::text[]) as wanted (hash)
    join receipt on receipt.hash = decode(wanted.hash, 'hex')
    join ledger_leaf leaf on leaf.receipt = receipt.hash
    join ledger_place on ledger_place.leaf = leaf.id`;
}
