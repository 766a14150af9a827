// All SQL of the inbox. A report is only ever added; its reference comes from a counter of its service and year.

import type { Read, Tx } from "../pg/db.ts";

export type ReportRow = {
  readonly service: string;
  readonly id: string;
  readonly serial: number;
  readonly acceptedAt: Date | null;
  readonly kind: string;
  readonly channel: string;
  readonly flags: readonly string[];
  readonly json: Buffer;
  readonly pdf: Buffer;
  readonly contentHash: string;
};

/**
 * Adds a report under the service's next reference, unless the service has one with this id. Whether it was
 * added. The counter is locked last and for this statement and its commit only; two at once with one id may
 * leave a hole in the references, which need not be without holes (serial numbers are).
 */
export async function insertReport(tx: Tx, report: ReportRow, year: number, now: number): Promise<boolean> {
  const rows = await tx`
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
           ${tx.json(report.flags as string[])}::jsonb, ${report.json}::bytea, ${report.pdf}::bytea, ${report.contentHash}
    from next
    on conflict (service, id) do nothing
    returning reference`;
  return rows.length === 1;
}

export type Standing = { readonly reference: string; readonly contentHash: string };

/** The reference and content hash of a service's report, or null. */
export async function standingOf(read: Read, service: string, id: string): Promise<Standing | null> {
  const [row] = await read<Standing[]>`
    select reference, content_hash from report where service = ${service} and id = ${id}`;
  return row ?? null;
}

export type Given = { readonly reference: string; readonly json: Buffer; readonly pdf: Buffer };

/** A service's report as its exact bytes, or null. */
export async function reportOf(read: Read, service: string, id: string): Promise<Given | null> {
  const [row] = await read<Given[]>`
    select reference, json, pdf from report where service = ${service} and id = ${id}`;
  return row ?? null;
}

/** The ids of a service's reports above `after`, in their order: all of them, part by part. */
export async function idsAfter(
  read: Read,
  service: string,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const further = after === null ? read`` : read`and id > ${after}::uuid`;
  const rows = await read<{ id: string }[]>`
    select id from report where service = ${service} ${further} order by id limit ${limit}`;
  return rows.map(({ id }) => id);
}

/** Notes the highest serial number issued to a service, where it is higher than what was known. */
export async function insertIssued(tx: Tx, service: string, highest: number, now: number): Promise<void> {
  await tx`
    insert into issued (service, highest, heard_at)
    select ${service}, ${highest}::bigint, ${new Date(now)}
    where not exists (select from issued where service = ${service} and highest >= ${highest}::bigint)
    on conflict do nothing`;
}
