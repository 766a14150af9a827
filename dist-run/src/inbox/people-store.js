// SQL of what people see and leave behind in the inbox. Every statement asks for one service's rows and no other's:
// the service comes from whoever has logged in, never from what was sent.
function columns(read) {
    return read `id, reference, first, last, accepted_at, received_at, channel, is_missing, opened_at, opened_by,
    array(select distinct kind from receipt where receipt.service = list_row.service and receipt.report = list_row.id)
      as receipt_kinds`;
}
function among(read, filter) {
    if (filter === "unopened")
        return read `and is_unopened`;
    return filter === "missing" ? read `and is_missing` : read ``;
}
/** Some of a service's rows, the newest first. */
export function listRows(read, service, filter, part) {
    return read `
    select ${columns(read)} from list_row where service = ${service} ${among(read, filter)}
    order by moment desc, first desc, id limit ${part.limit} offset ${part.offset}`;
}
/** The rows of these reports of a service, the newest `limit` first. */
export function rowsOf(read, service, ids, limit) {
    return read `
    select ${columns(read)} from list_row where service = ${service} and id = any(${ids}::uuid[])
    order by moment desc, first desc, id limit ${limit}`;
}
/** How many rows of a service each filter shows. */
export async function countsOf(read, service) {
    const [row] = await read `
    select count(*) as all, count(*) filter (where is_unopened) as unopened,
           count(*) filter (where is_missing) as missing,
           coalesce(sum(last - first + 1) filter (where is_missing), 0)::bigint as missing_numbers
    from list_row where service = ${service}`;
    return row;
}
/** What is known of a service's report without looking into it, or null. */
export async function factsOf(read, service, id) {
    const [row] = await read `
    select id, reference, serial, accepted_at, received_at, kind, flags, channel, content_hash
    from report where service = ${service} and id = ${id}`;
    return row ?? null;
}
/** Who has looked at a service's report, by time. */
export function openingsOf(read, service, id) {
    return read `
    select at, person, name, what from opening where service = ${service} and report = ${id} order by cursor`;
}
/** Waits for this service's turn to get cursors, until the transaction ends. */
export async function takeTurn(tx, service) {
    await tx `
    insert into opening_turn as turn (service) values (${service})
    on conflict (service) do update set service = excluded.service`;
}
/** Notes that somebody looked. It is the first time when nobody has opened the report's page before. */
export async function insertOpening(tx, service, id, opening) {
    await tx `
    insert into opening (service, report, at, person, name, what, is_first)
    values (${service}, ${id}, ${opening.at}, ${opening.person}, ${opening.name}, ${opening.what},
            ${opening.what} = 'report' and not exists (
              select 1 from opening earlier
              where earlier.service = ${service} and earlier.report = ${id} and earlier.is_first))`;
}
/** First openings of a service's reports with a cursor above `after`, in their order. */
export function firstOpenings(read, service, after, limit) {
    return read `
    select cursor, report as id, at from opening
    where service = ${service} and is_first and cursor > ${after}::bigint order by cursor limit ${limit}`;
}
/** Keeps receipts of a service's report; those that are here already stay as they are. */
export async function insertReceipts(tx, service, id, rows, now) {
    for (const { hash, kind, at, body } of rows)
        await tx `
      insert into receipt (service, report, hash, kind, at, body, told_at)
      values (${service}, ${id}, ${hash}, ${kind}, ${at}, ${body}, ${new Date(now)})
      on conflict (service, report, hash) do nothing`;
}
/** The receipts of a service's report that the hub has recorded, by time. */
export function receiptsOf(read, service, id) {
    return read `
    select hash, kind, at, body from receipt where service = ${service} and report = ${id} order by at, hash`;
}
/** Texts of a service's reports, the newest first, from below `below` on: to look through part by part. */
export function textsBelow(read, service, below, limit) {
    const further = below
        ? read `and (coalesce(accepted_at, received_at), id) < (${below.moment}::timestamptz, ${below.id}::uuid)`
        : read ``;
    return read `
    select coalesce(accepted_at, received_at) as moment, id, json from report
    where service = ${service} ${further}
    order by coalesce(accepted_at, received_at) desc, id desc limit ${limit}`;
}
/** Ids of a service's reports with this serial number, or this reference. */
export async function idsByNumber(read, service, serial, reference) {
    const rows = await read `
    select id from report
    where service = ${service} and ((serial > 0 and serial = ${serial}::bigint) or reference = ${reference})`;
    return rows.map(({ id }) => id);
}
//# sourceMappingURL=people-store.js.map