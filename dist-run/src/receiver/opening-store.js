// SQL of what was opened in the case systems, and of which receipts they have been told. An opening is only ever
// added; the cursor moves in the same transaction.
/** Up to where a service's case system has been listened to; null from the beginning. */
export async function cursorOf(read, service) {
    const [row] = await read `
    select cursor from opening_cursor where service = ${service}`;
    return row?.cursor ?? null;
}
/** Moves the cursor. */
export async function moveCursor(tx, service, cursor) {
    await tx `
    insert into opening_cursor (service, cursor) values (${service}, ${cursor})
    on conflict (service) do update set cursor = excluded.cursor`;
}
/**
 * Adds openings, each unless one of its report is there, and books the receipts of those whose report is held for
 * this service. Gives the ids of reports that are not.
 */
export async function keepOpenings(tx, service, heard, now) {
    const rows = await tx `
    with heard as (
      select distinct on (id) id, at from unnest(
        ${heard.map(({ id }) => id)}::uuid[], ${heard.map(({ at }) => at.toISOString())}::timestamptz[]) as t (id, at)
      order by id, at
    ), held as (
      select distinct id from held_report where service = ${service} and id in (select id from heard)
    ), added as (
      insert into opening (service, report_id, opened_at, heard_at)
      select ${service}, id, at, ${new Date(now)} from heard
      on conflict do nothing returning report_id
    ), booked as (
      insert into work (step, subject, service, next_attempt_at, attempts)
      select 'open', report_id::text, ${service}, ${new Date(now)}, 0
      from added where report_id in (select id from held)
      on conflict (step, subject) do nothing
    )
    select id::text as id from heard where id not in (select id from held)`;
    return rows.map(({ id }) => id);
}
/**
 * When a report was opened, with the receipt that says its case system has it, and where it came from; null while
 * either is missing.
 */
export async function readOpening(read, service, id) {
    const [row] = await read `
    select opened_at, receipt.body as found, held_report.source
    from opening
    join receipt on receipt.report_id = opening.report_id and receipt.service = opening.service
      and receipt.kind in ('registered', 'claimed')
    join held_report on held_report.id = opening.report_id
    where opening.service = ${service} and opening.report_id = ${id}
    order by receipt.kind = 'registered' desc, receipt.number limit 1`;
    return row ?? null;
}
/** The receipts of a report that the hub has recorded and a case system may be shown, oldest first. */
export async function recordedReceipts(read, reportId) {
    return read `
    select hash, body as receipt from receipt
    where report_id = ${reportId} and kind in ('stored', 'registered', 'claimed', 'opened')
      and exists (select from reported where receipt_hash = hash and outcome in ('recorded', 'already'))
    order by number`;
}
/** The reports that these receipts are of. */
export async function reportsOf(read, hashes) {
    return read `
    select distinct report_id::text as report_id, service from receipt where hash = any(${[...hashes]}::text[])`;
}
/** The case system has been told of these receipts. */
export async function keepTold(tx, hashes) {
    await tx `
    update work set next_attempt_at = null
    where step = 'tell' and subject = any(${[...hashes]}::text[]) and next_attempt_at is not null`;
}
//# sourceMappingURL=opening-store.js.map