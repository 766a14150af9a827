// Reports and deliveries in the hub's database. The order in a transaction that accepts: the package, which is
// large, first; the service's counter last, because whoever waits for a number waits until we have committed.
import { pairFor } from "../core/proof.js";
import { pairBytes } from "../core/report.js";
/** Writes a package; false when its id is there already. Waits for another transaction that writes the same id. */
export async function insertPackage(tx, posted) {
    const { header, signature, pairs, sealed, paper, packageHash } = posted;
    const rows = await tx `
    insert into package (report, package_hash, header, signature_key, signature, sealed, paper, pairs)
    values (${header.id}, ${packageHash}, ${JSON.stringify(header)}, ${signature.key}, ${signature.value},
            ${sealed}, ${paper}, ${pairs})
    on conflict do nothing
    returning report`;
    return rows.length > 0;
}
/**
 * Takes the service's next `count` serial numbers; `last` is the highest of them. The row stays locked until
 * this transaction ends. Also says whether this session's commits survive a power cut.
 */
export async function takeNumbers(tx, service, count) {
    const [row] = await tx `
    update serial_counter set last = last + ${count} where service = ${service}
    returning last,
      current_setting('synchronous_commit') <> 'off' and current_setting('fsync') = 'on'
        and current_setting('full_page_writes') = 'on' as durable`;
    return row ?? null;
}
/** Writes reports, their `accepted` receipts, the receipts' leaves and the deliveries, all of one service. */
export async function insertAccepted(tx, service, rows, now) {
    await tx `
    with new as (
      select * from unnest(
        ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => String(row.serial))}::bigint[],
        ${rows.map((row) => row.submitter)}::text[], ${rows.map((row) => row.trackingHash)}::text[],
        ${rows.map((row) => row.sealedHash)}::text[], ${rows.map((row) => row.contentHash)}::text[],
        ${rows.map((row) => String(row.sealedSize))}::int[], ${rows.map((row) => row.receiptHash)}::text[],
        ${rows.map((row) => row.receipt)}::text[], ${rows.map((row) => row.salt.toString("hex"))}::text[],
        ${rows.map((row) => row.commitment.toString("hex"))}::text[])
      as t (id, serial, submitter, tracking_hash, sealed_hash, content_hash, sealed_size, receipt_hash,
            receipt, salt, commitment)
    ), reports as (
      insert into report (id, service, serial, submitter, tracking_hash, sealed_hash, content_hash, accepted_at)
      select id, ${service}, serial, submitter, decode(tracking_hash, 'hex'), decode(sealed_hash, 'hex'),
             decode(content_hash, 'hex'), ${now} from new
    ), receipts as (
      insert into receipt (hash, report, kind, body, recorded_at)
      select decode(receipt_hash, 'hex'), id, 'accepted', receipt, ${now} from new
    ), leaves as (
      insert into ledger_leaf (receipt, salt, commitment)
      select decode(receipt_hash, 'hex'), decode(salt, 'hex'), decode(commitment, 'hex') from new
    )
    insert into delivery (report, service, serial, channel, sealed_size, next_offer_at)
    select new.id, ${service}, new.serial, serial_counter.channel, sealed_size, ${now}
    from new join serial_counter on serial_counter.service = ${service}`;
}
/** The package that was accepted under this id before, and its receipt. */
export async function acceptedBefore(read, id) {
    const [row] = await read `
    select package.package_hash, report.submitter, receipt.body as receipt
    from report
    join package on package.report = report.id
    join receipt on receipt.report = report.id and receipt.kind = 'accepted'
    where report.id = ${id}`;
    return row ?? null;
}
/**
 * Books the next offer of what is due, and marks it as outstanding under this session. Due is what has waited
 * its time, and what another session was offered and did not answer. Row n of `waits` is the time in
 * milliseconds after offer n; the last one holds for all later ones. At most `mostBytes`, but at least one.
 */
export async function bookOffers(tx, due, now) {
    const waits = due.waits.map(String);
    return tx `
    with waiting as (
      select report, offers, serial, sealed_size from delivery
      where service = ${due.service} and channel = 'receiver' and settled_at is null
        and (next_offer_at <= ${now} or outstanding <> ${due.session})
      order by offers > 3, serial
      limit ${due.limit}
      for update skip locked
    ), fitting as (
      select report, offers + 1 as offer,
        sum(sealed_size) over (order by offers > 3, serial) - sealed_size as bytes_before
      from waiting
    )
    update delivery set offers = offer, outstanding = ${due.session},
      next_offer_at = ${now}::timestamptz
        + (${waits}::bigint[])[least(offer, ${waits.length}::int)] * interval '1 millisecond'
    from fitting
    where delivery.report = fitting.report and bytes_before < ${due.mostBytes}
    returning delivery.report, delivery.offers`;
}
/**
 * What is sent to a receiver, by serial number. The pair is the one for `stored`, or that of the open `again` challenge
 * where there is one: then the report is handed over anew.
 */
export async function offered(read, ids) {
    return read `
    select package.report, package.header, package.signature_key, package.signature, report.serial,
           receipt.body as accepted, package.sealed, coalesce(again.n, ${pairFor.stored}) as n,
           substring(package.pairs from coalesce(again.n, ${pairFor.stored}) * ${pairBytes} + 1 for 32) as nonce
    from report
    join package on package.report = report.id
    join receipt on receipt.report = report.id and receipt.kind = 'accepted'
    left join lateral (
      select max(n) as n from challenge
      where challenge.report = report.id and purpose = 'again' and answered_at is null
    ) as again on true
    where report.id = any(${ids}::uuid[])
    order by report.serial`;
}
/** The highest serial number given to the service; 0 when none has been. */
export async function highestSerial(read, service) {
    const [row] = await read `
    select last from serial_counter where service = ${service}`;
    return row?.last ?? 0;
}
/** Which of these services has something due to be offered. */
export async function servicesDue(read, services, now) {
    const rows = await read `
    select distinct service from delivery
    where settled_at is null and channel = 'receiver' and next_offer_at <= ${now}
      and service = any(${services})`;
    return rows.map((row) => row.service);
}
/** Opens a service's counter, or moves what waits for it to another channel. Locks as accepting does. */
export async function setChannel(tx, service, channel) {
    await tx `
    insert into serial_counter (service, channel) values (${service}, ${channel})
    on conflict (service) do update set channel = excluded.channel`;
    await tx `
    update delivery set channel = ${channel}
    where service = ${service} and settled_at is null and channel <> ${channel}`;
}
/** Offers these reports again, now, where their content is still held. Gives those that are. */
export async function reopen(tx, ids, now) {
    const rows = await tx `
    update delivery set settled_at = null, settled_by = null, outstanding = null, next_offer_at = ${now}
    from package
    where delivery.report = any(${ids}::uuid[]) and package.report = delivery.report
      and octet_length(package.sealed) > 0
    returning delivery.report`;
    return rows.map((row) => row.report);
}
/** Whether what this session commits survives a power cut, and whether the server can be written at all. */
export async function durability(read) {
    const [row] = await read `
    select current_setting('synchronous_commit') <> 'off' and current_setting('fsync') = 'on'
             and current_setting('full_page_writes') = 'on' as durable,
           pg_is_in_recovery() as recovering`;
    return row ?? { durable: false, recovering: true };
}
//# sourceMappingURL=store.js.map