// SQL of what people see and leave behind in the inbox. Every statement asks for one service's rows and no other's:
// the service comes from whoever has logged in, never from what was sent.

import type { Read, Tx } from "../pg/db.ts";

export type Filter = "all" | "unopened" | "missing";

/** One row of the list: a report, or (then `id` is null) serial numbers from `first` to `last` that are not here. */
export type ListRow = {
  readonly id: string | null;
  readonly reference: string | null;
  readonly first: number;
  readonly last: number;
  readonly acceptedAt: Date | null;
  readonly receivedAt: Date | null;
  readonly channel: "hub" | "svarinn" | "unknown" | null;
  readonly isMissing: boolean;
  /** When it could first be seen that the numbers are not here; null of a report. */
  readonly missingSince: Date | null;
  readonly openedAt: Date | null;
  readonly openedBy: string | null;
  /** Of its receipts that the hub has recorded. */
  readonly receiptKinds: readonly string[];
};

function columns(read: Read) {
  return read`id, reference, first, last, accepted_at, received_at, channel, is_missing, missing_since, opened_at, opened_by,
    array(select distinct kind from receipt where receipt.service = list_row.service and receipt.report = list_row.id)
      as receipt_kinds`;
}

function among(read: Read, filter: Filter, calmSince: Date) {
  if (filter === "unopened") return read`and is_unopened`;
  return filter === "missing" ? read`and is_missing and missing_since <= ${calmSince}` : read``;
}

/** Some of a service's rows, the newest first. A number that has not been here since after `calmSince` is not missing yet. */
export function listRows(
  read: Read,
  service: string,
  filter: Filter,
  part: { readonly limit: number; readonly offset: number },
  calmSince: Date,
): Promise<ListRow[]> {
  return read<ListRow[]>`
    select ${columns(read)} from list_row where service = ${service} ${among(read, filter, calmSince)}
    order by moment desc, first desc, id limit ${part.limit} offset ${part.offset}`;
}

/** The rows of these reports of a service, the newest `limit` first. */
export function rowsOf(
  read: Read,
  service: string,
  ids: readonly string[],
  limit: number,
): Promise<ListRow[]> {
  return read<ListRow[]>`
    select ${columns(read)} from list_row where service = ${service} and id = any(${ids as string[]}::uuid[])
    order by moment desc, first desc, id limit ${limit}`;
}

export type Counts = Readonly<Record<Filter, number>> & {
  /** Serial numbers that are not here; `missing` counts their rows. */
  readonly missingNumbers: number;
};

/** How many rows of a service each filter shows. */
export async function countsOf(read: Read, service: string, calmSince: Date): Promise<Counts> {
  const [row] = await read<Counts[]>`
    select count(*) as all, count(*) filter (where is_unopened) as unopened,
           count(*) filter (where is_late) as missing,
           coalesce(sum(last - first + 1) filter (where is_late), 0)::bigint as missing_numbers
    from list_row, lateral (select is_missing and missing_since <= ${calmSince} as is_late) as late
    where service = ${service}`;
  return row!;
}

export type ReportShown = {
  readonly id: string;
  readonly reference: string;
  readonly serial: number;
  readonly acceptedAt: Date | null;
  readonly receivedAt: Date;
  readonly kind: string;
  readonly flags: readonly string[];
  readonly channel: "hub" | "svarinn" | "unknown";
  readonly contentHash: string;
};

/** What is known of a service's report without looking into it, or null. */
export async function factsOf(read: Read, service: string, id: string): Promise<ReportShown | null> {
  const [row] = await read<ReportShown[]>`
    select id, reference, serial, accepted_at, received_at, kind, flags, channel, content_hash
    from report where service = ${service} and id = ${id}`;
  return row ?? null;
}

export type Opening = {
  readonly at: Date;
  readonly person: string;
  readonly name: string;
  readonly what: "report" | "pdf";
};

/** Who has looked at a service's report, by time. */
export function openingsOf(read: Read, service: string, id: string): Promise<Opening[]> {
  return read<Opening[]>`
    select at, person, name, what from opening where service = ${service} and report = ${id} order by cursor`;
}

/** Waits for this service's turn to get cursors, until the transaction ends. */
export async function takeTurn(tx: Tx, service: string): Promise<void> {
  await tx`
    insert into opening_turn as turn (service) values (${service})
    on conflict (service) do update set service = excluded.service`;
}

/** Notes that somebody looked. It is the first time when nobody has opened the report's page before. */
export async function insertOpening(tx: Tx, service: string, id: string, opening: Opening): Promise<void> {
  await tx`
    insert into opening (service, report, at, person, name, what, is_first)
    values (${service}, ${id}, ${opening.at}, ${opening.person}, ${opening.name}, ${opening.what},
            ${opening.what} = 'report' and not exists (
              select 1 from opening earlier
              where earlier.service = ${service} and earlier.report = ${id} and earlier.is_first))`;
}

export type FirstOpening = { readonly cursor: number; readonly id: string; readonly at: Date };

/** First openings of a service's reports with a cursor above `after`, in their order. */
export function firstOpenings(
  read: Read,
  service: string,
  after: number,
  limit: number,
): Promise<FirstOpening[]> {
  return read<FirstOpening[]>`
    select cursor, report as id, at from opening
    where service = ${service} and is_first and cursor > ${after}::bigint order by cursor limit ${limit}`;
}

export type ReceiptRow = {
  readonly hash: string;
  readonly kind: string;
  readonly at: Date;
  /** The receipt as JSON. */
  readonly body: string;
};

/** Keeps receipts of a service's report; those that are here already stay as they are. */
export async function insertReceipts(
  tx: Tx,
  service: string,
  id: string,
  rows: readonly ReceiptRow[],
  now: number,
): Promise<void> {
  for (const { hash, kind, at, body } of rows)
    await tx`
      insert into receipt (service, report, hash, kind, at, body, told_at)
      values (${service}, ${id}, ${hash}, ${kind}, ${at}, ${body}, ${new Date(now)})
      on conflict (service, report, hash) do nothing`;
}

/** The receipts of a service's report that the hub has recorded, by time. */
export function receiptsOf(read: Read, service: string, id: string): Promise<ReceiptRow[]> {
  return read<ReceiptRow[]>`
    select hash, kind, at, body from receipt where service = ${service} and report = ${id} order by at, hash`;
}

export type Place = { readonly moment: Date; readonly id: string };
export type Text = Place & { readonly json: Buffer };

/** Texts of a service's reports, the newest first, from below `below` on: to look through part by part. */
export function textsBelow(read: Read, service: string, below: Place | null, limit: number): Promise<Text[]> {
  const further = below
    ? read`and (coalesce(accepted_at, received_at), id) < (${below.moment}::timestamptz, ${below.id}::uuid)`
    : read``;
  return read<Text[]>`
    select coalesce(accepted_at, received_at) as moment, id, json from report
    where service = ${service} ${further}
    order by coalesce(accepted_at, received_at) desc, id desc limit ${limit}`;
}

/** Ids of a service's reports with this serial number, or this reference. */
export async function idsByNumber(
  read: Read,
  service: string,
  serial: number,
  reference: string,
): Promise<string[]> {
  const rows = await read<{ id: string }[]>`
    select id from report
    where service = ${service} and ((serial > 0 and serial = ${serial}::bigint) or reference = ${reference})`;
  return rows.map(({ id }) => id);
}
