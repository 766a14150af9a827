// Receipts, the deliveries they settle, and the deviations they bring to light. Receipts and deviations are
// written once; of a delivery only the bookings change.

import type { Channel } from "../core/area.ts";
import type { ReceiptKind } from "../core/receipt.ts";
import { firstFreePair, scheduleMs } from "../core/proof.ts";
import { pairBytes, type ReportKind } from "../core/report.ts";
import type { Read, Tx } from "../pg/db.ts";

export type DeliveryFacts = {
  readonly report: string;
  readonly service: string;
  readonly serial: number;
  readonly channel: Channel;
  readonly sealedHash: string;
  readonly contentHash: string;
  readonly offers: number;
  readonly settledBy: string | null;
  /** Whether a loss of it was ever found: then its case system may have given it a new reference since. */
  readonly wasLost: boolean;
  /** The two pairs that have one purpose each, 64 bytes a pair; null for a package of the first form. */
  readonly pairs: Buffer | null;
};

/** Facts of these reports, each delivery locked until the transaction ends, always in the same order. */
export async function lockDeliveries(tx: Tx, ids: readonly string[]): Promise<DeliveryFacts[]> {
  return tx<DeliveryFacts[]>`
    select delivery.report, delivery.service, delivery.serial, delivery.channel,
           encode(report.sealed_hash, 'hex') as sealed_hash, encode(report.content_hash, 'hex') as content_hash,
           delivery.offers, delivery.settled_by,
           exists (select from loss where loss.report = delivery.report) as was_lost,
           substring(package.pairs from 1 for ${firstFreePair * pairBytes}) as pairs
    from delivery join report on report.id = delivery.report join package on package.report = delivery.report
    where delivery.report = any(${ids as string[]}::uuid[])
    order by delivery.report
    for update of delivery`;
}

/** Bodies of all receipts of these reports. */
export async function receiptsOf(
  read: Read,
  ids: readonly string[],
): Promise<{ report: string; body: string }[]> {
  return read<{ report: string; body: string }[]>`
    select report, body from receipt where report = any(${ids as string[]}::uuid[])
    order by recorded_at, kind <> 'accepted', hash`;
}

export type NewReceipt = {
  readonly hash: string;
  readonly report: string;
  readonly kind: ReceiptKind;
  readonly body: string;
  readonly salt: Buffer;
  readonly commitment: Buffer;
};

/** Writes receipts and their leaves. */
export async function insertReceipts(tx: Tx, rows: readonly NewReceipt[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await tx`
    with new as (
      select * from unnest(
        ${rows.map((row) => row.hash)}::text[], ${rows.map((row) => row.report)}::uuid[],
        ${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.body)}::text[],
        ${rows.map((row) => row.salt.toString("hex"))}::text[],
        ${rows.map((row) => row.commitment.toString("hex"))}::text[])
      as t (hash, report, kind, body, salt, commitment)
    ), receipts as (
      insert into receipt (hash, report, kind, body, recorded_at)
      select decode(hash, 'hex'), report, kind, body, ${now} from new
    )
    insert into ledger_leaf (receipt, salt, commitment)
    select decode(hash, 'hex'), decode(salt, 'hex'), decode(commitment, 'hex') from new`;
}

/**
 * Ends the offering of these reports; row n of `kinds` says by which receipt. A stronger one later replaces it. While a
 * loss stands only a right answer ends it. With `registered` the first check of the schedule is booked.
 */
export async function settle(
  tx: Tx,
  rows: readonly { report: string; kind: ReceiptKind }[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  const firstCheckAt = new Date(now.getTime() + scheduleMs[0]!);
  await tx`
    update delivery set
      settled_at = case when loss.report is null then coalesce(settled_at, ${now}) else settled_at end,
      settled_by = case when loss.report is null then t.kind else settled_by end,
      outstanding = case when loss.report is null then null else outstanding end,
      next_check_at = case when t.kind = 'registered' and checks_begun = 0
                           then coalesce(next_check_at, ${firstCheckAt}) else next_check_at end
    from unnest(${rows.map((row) => row.report)}::uuid[], ${rows.map((row) => row.kind)}::text[]) as t (id, kind)
    left join loss on loss.report = t.id and loss.ended_at is null
    where delivery.report = t.id`;
}

/** The receiver has answered that it cannot take these now: they are no longer outstanding, and come again in time. */
export async function postpone(tx: Tx, rows: readonly { report: string; at: number }[]): Promise<void> {
  if (rows.length === 0) return;
  await tx`
    update delivery set outstanding = null, next_offer_at = at
    from unnest(${rows.map((row) => row.report)}::uuid[],
                ${rows.map((row) => new Date(row.at).toISOString())}::timestamptz[]) as t (id, at)
    where delivery.report = id and settled_at is null`;
}

export type Deviation = {
  /** A problem code, or `report.declined` and its like. */
  readonly kind: string;
  readonly report: string | null;
  readonly service: string | null;
  /** Who must look at it: `operator`, `service:ID` or `submitter:ID`. */
  readonly owner: string;
  /** Codes and hashes only. */
  readonly detail: string;
};

/** Notes what somebody must look at. The same thing seen again adds nothing. */
export async function noteDeviations(tx: Tx, rows: readonly Deviation[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await tx`
    insert into deviation (at, kind, report, service, owner, detail)
    select ${now}, kind, report, service, owner, detail
    from unnest(
      ${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.report)}::uuid[],
      ${rows.map((row) => row.service)}::text[], ${rows.map((row) => row.owner)}::text[],
      ${rows.map((row) => row.detail)}::text[]) as t (kind, report, service, owner, detail)
    on conflict do nothing`;
}

/** Deviations in the order they were noted, after number `after`. */
export async function deviations(
  read: Read,
  after = 0,
  most = 1000,
): Promise<(Deviation & { number: number; at: Date })[]> {
  return read<(Deviation & { number: number; at: Date })[]>`
    select number, at, kind, report, service, owner, detail from deviation
    where number > ${after} order by number limit ${most}`;
}

/** Channel and submitter of one report, for whoever sent it. */
export async function sentBy(
  read: Read,
  id: string,
): Promise<{ submitter: string; channel: Channel } | null> {
  const [row] = await read<{ submitter: string; channel: Channel }[]>`
    select report.submitter, delivery.channel
    from report join delivery on delivery.report = report.id where report.id = ${id}`;
  return row ?? null;
}

export type FollowedDelivery = {
  readonly report: string;
  readonly channel: Channel;
  readonly kind: ReportKind;
};

/** The reports that are followed with one code, in the order they were accepted; none when it has been closed. */
export async function followedBy(read: Read, trackingHash: string): Promise<FollowedDelivery[]> {
  return read<FollowedDelivery[]>`
    select report.id as report, delivery.channel, package.header::jsonb ->> 'kind' as kind
    from report
    join delivery on delivery.report = report.id
    join package on package.report = report.id
    where report.tracking_hash = decode(${trackingHash}, 'hex')
      and not exists (select from closed_code where closed_code.tracking_hash = report.tracking_hash)
    order by report.accepted_at, report.service, report.serial
    limit 50`;
}

/** Closes a code, whether any report is followed with it or not. The same again adds nothing. */
export async function insertClosedCode(tx: Tx, trackingHash: string, now: Date): Promise<void> {
  await tx`
    insert into closed_code (tracking_hash, at) values (decode(${trackingHash}, 'hex'), ${now})
    on conflict do nothing`;
}
