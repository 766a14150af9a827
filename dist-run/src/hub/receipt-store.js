// Receipts, the deliveries they settle, and the deviations they bring to light. Receipts and deviations are
// written once; of a delivery only the bookings change.
import { firstFreePair } from "../core/proof.js";
import { pairBytes } from "../core/report.js";
/** Facts of these reports, each delivery locked until the transaction ends, always in the same order. */
export async function lockDeliveries(tx, ids) {
    return tx `
    select delivery.report, delivery.service, delivery.serial, delivery.channel,
           encode(report.sealed_hash, 'hex') as sealed_hash, encode(report.content_hash, 'hex') as content_hash,
           delivery.offers, delivery.settled_by,
           substring(package.pairs from 1 for ${firstFreePair * pairBytes}) as pairs
    from delivery join report on report.id = delivery.report join package on package.report = delivery.report
    where delivery.report = any(${ids}::uuid[])
    order by delivery.report
    for update of delivery`;
}
/** Bodies of all receipts of these reports. */
export async function receiptsOf(read, ids) {
    return read `
    select report, body from receipt where report = any(${ids}::uuid[])
    order by recorded_at, kind <> 'accepted', hash`;
}
/** Writes receipts and their leaves. */
export async function insertReceipts(tx, rows, now) {
    if (rows.length === 0)
        return;
    await tx `
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
/** Ends the offering of these reports; row n of `kinds` says by which receipt. A stronger one later replaces it. */
export async function settle(tx, rows, now) {
    if (rows.length === 0)
        return;
    await tx `
    update delivery set settled_at = coalesce(settled_at, ${now}), settled_by = kind, outstanding = null
    from unnest(${rows.map((row) => row.report)}::uuid[], ${rows.map((row) => row.kind)}::text[])
      as t (id, kind)
    where delivery.report = id`;
}
/** The receiver has answered that it cannot take these now: they are no longer outstanding, and come again in time. */
export async function postpone(tx, rows) {
    if (rows.length === 0)
        return;
    await tx `
    update delivery set outstanding = null, next_offer_at = at
    from unnest(${rows.map((row) => row.report)}::uuid[],
                ${rows.map((row) => new Date(row.at).toISOString())}::timestamptz[]) as t (id, at)
    where delivery.report = id and settled_at is null`;
}
/** Notes what somebody must look at. The same thing seen again adds nothing. */
export async function noteDeviations(tx, rows, now) {
    if (rows.length === 0)
        return;
    await tx `
    insert into deviation (at, kind, report, service, owner, detail)
    select ${now}, kind, report, service, owner, detail
    from unnest(
      ${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.report)}::uuid[],
      ${rows.map((row) => row.service)}::text[], ${rows.map((row) => row.owner)}::text[],
      ${rows.map((row) => row.detail)}::text[]) as t (kind, report, service, owner, detail)
    on conflict do nothing`;
}
/** Deviations in the order they were noted, after number `after`. */
export async function deviations(read, after = 0, most = 1000) {
    return read `
    select number, at, kind, report, service, owner, detail from deviation
    where number > ${after} order by number limit ${most}`;
}
/** Channel and submitter of one report, for whoever sent it. */
export async function sentBy(read, id) {
    const [row] = await read `
    select report.submitter, delivery.channel
    from report join delivery on delivery.report = report.id where report.id = ${id}`;
    return row ?? null;
}
/** The reports that are followed with one code, in the order they were accepted; none when it has been closed. */
export async function followedBy(read, trackingHash) {
    return read `
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
export async function insertClosedCode(tx, trackingHash, now) {
    await tx `
    insert into closed_code (tracking_hash, at) values (decode(${trackingHash}, 'hex'), ${now})
    on conflict do nothing`;
}
//# sourceMappingURL=receipt-store.js.map