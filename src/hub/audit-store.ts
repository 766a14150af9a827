// What `framme verify --log` reads of the hub's database: every row of the ledger with what it vouches for, joined so that
// a row whose other half has been taken away is still seen. It reads one moment's state, and can write nothing.

import type { Db, Read, Tx } from "../pg/db.ts";

/** Runs `look` on one moment's state of the database, in a transaction that may only read. */
export function atOneMoment<T>(db: Db, look: (tx: Tx) => Promise<T>): Promise<T> {
  return db.begin(async (tx) => {
    await tx`set transaction isolation level repeatable read, read only`;
    return look(tx);
  });
}

/** A place in the ledger with what stands there; null where a half is gone. Hashes in hex. */
export type AuditRow = {
  readonly place: number;
  readonly leaf: number;
  readonly commitment: Buffer | null;
  readonly salt: Buffer | null;
  readonly receipt: string | null;
  readonly body: string | null;
  readonly report: string | null;
  readonly keyChange: string | null;
  readonly change: string | null;
};

/** Places after this one in order, at most `most`. */
export async function auditRows(read: Read, after: number, most: number): Promise<AuditRow[]> {
  return read<AuditRow[]>`
    select ledger_place.place, ledger_place.leaf, leaf.commitment, leaf.salt, encode(leaf.receipt, 'hex') as receipt,
      receipt.body, receipt.report, leaf.key_change, key_change.change
    from ledger_place left join ledger_leaf leaf on leaf.id = ledger_place.leaf
    left join receipt on receipt.hash = leaf.receipt
    left join key_change on key_change.key_id = leaf.key_change
    where ledger_place.place > ${after} order by ledger_place.place limit ${most}`;
}

export type AuditTile = {
  readonly level: number;
  readonly number: number;
  readonly root: Buffer;
  readonly hashes: Buffer;
};

/** A full tile; null when it is not there. */
export async function auditTile(read: Read, level: number, number: number): Promise<AuditTile | null> {
  const [row] = await read<AuditTile[]>`
    select level, number, root, hashes from ledger_tile where level = ${level} and number = ${number}`;
  return row ?? null;
}

export type AuditHead = {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
  readonly at: Date;
};

/** Every head that was signed, by size. */
export async function auditHeads(read: Read): Promise<AuditHead[]> {
  return read<AuditHead[]>`select origin, size, root, note, at from checkpoint order by size, origin`;
}

/** What witnesses signed, in the heads' order. */
export async function auditCosignatures(
  read: Read,
): Promise<{ origin: string; size: number; witness: string; line: string }[]> {
  return read<{ origin: string; size: number; witness: string; line: string }[]>`
    select origin, size, witness, line from cosignature order by size, origin, witness`;
}

/** Every published key: whose it is, and the change as it was signed. */
export async function auditKeys(read: Read): Promise<{ keyId: string; owner: string; change: string }[]> {
  return read<{ keyId: string; owner: string; change: string }[]>`
    select key_id, owner, change from key_change order by number`;
}

export type NotInLog = {
  readonly receipt: string | null;
  readonly report: string | null;
  readonly keyChange: string | null;
  /** Whether there is a leaf that has no place. */
  readonly hasLeaf: boolean;
};

/** Receipts and changes of key that stand in no place of the ledger though they are older than `settled`. */
export async function notInLog(read: Read, settled: Date): Promise<NotInLog[]> {
  return read<NotInLog[]>`
    select encode(receipt.hash, 'hex') as receipt, receipt.report, null::text as key_change, leaf.id is not null as has_leaf
    from receipt left join ledger_leaf leaf on leaf.receipt = receipt.hash
    where receipt.recorded_at < ${settled} and not exists (
      select from ledger_place where ledger_place.leaf = leaf.id)
    union all
    select null, null, key_change.key_id, leaf.id is not null
    from key_change left join ledger_leaf leaf on leaf.key_change = key_change.key_id
    where key_change.recorded_at < ${settled} and not exists (
      select from ledger_place where ledger_place.leaf = leaf.id)`;
}

/** Serial numbers that were given out and have no report, and reports that have no `accepted` receipt. */
export async function missingReports(
  read: Read,
): Promise<{ service: string; serial: number; report: string | null }[]> {
  return read<{ service: string; serial: number; report: string | null }[]>`
    select serial_counter.service, given.serial::bigint as serial, report.id as report
    from serial_counter cross join lateral generate_series(1, serial_counter.last) as given (serial)
    left join report on report.service = serial_counter.service and report.serial = given.serial
    where report.id is null or not exists (
      select from receipt where receipt.report = report.id and receipt.kind = 'accepted')
    order by serial_counter.service, given.serial`;
}
