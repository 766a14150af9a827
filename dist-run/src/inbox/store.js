// All SQL of the inbox. A report is only ever added; its reference comes from a counter of its service and year.
/**
 * Adds a report under the service's next reference, unless the service has one with this id. Whether it was
 * added. The counter is locked last and for this statement and its commit only; two at once with one id may
 * leave a hole in the references, which need not be without holes (serial numbers are).
 */
export async function insertReport(tx, report, year, now) {
    const rows = await tx `
    with standing as (
      select 1 from report where service = ${report.service} and id = ${report.id}
    ), next as (
      insert into reference_counter as counter (service, year, last)
      select ${report.service}, ${year}, 1 where not exists (select from standing)
      on conflict (service, year) do update set last = counter.last + 1
      returning last
    )
    insert into report (service, id, reference, serial, accepted_at, received_at, kind, channel, flags, json, pdf, content_hash)
    select ${report.service}, ${report.id}, ${year}::text || '-' || lpad(last::text, greatest(6, length(last::text)), '0'),
           ${report.serial}::bigint, ${report.acceptedAt}::timestamptz, ${new Date(now)}::timestamptz, ${report.kind}, ${report.channel},
           ${tx.json(report.flags)}::jsonb, ${report.json}::bytea, ${report.pdf}::bytea, ${report.contentHash}
    from next
    on conflict (service, id) do nothing
    returning reference`;
    return rows.length === 1;
}
/** The reference and content hash of a service's report, or null. */
export async function standingOf(read, service, id) {
    const [row] = await read `
    select reference, content_hash from report where service = ${service} and id = ${id}`;
    return row ?? null;
}
/** A service's report as its exact bytes, or null. */
export async function reportOf(read, service, id) {
    const [row] = await read `
    select reference, json, pdf from report where service = ${service} and id = ${id}`;
    return row ?? null;
}
//# sourceMappingURL=store.js.map