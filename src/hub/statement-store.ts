// SQL of statements: what a service should have on a day, what its receiver stated last, and how each day compared. The
// comparisons are only ever added to; the latest statement and the standing of each day are written over.

import type { Read, Tx } from "../pg/db.ts";

export type Latest = { readonly asOf: Date; readonly body: string };

/** The service's latest statement, or null. Others who state for it wait until the transaction ends. */
export async function lockLatest(tx: Tx, service: string): Promise<Latest | null> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`framme statement ${service}`}, 0))`;
  const [row] = await tx<Latest[]>`select as_of, body from statement where service = ${service}`;
  return row ?? null;
}

export type LatestRow = Latest & {
  readonly service: string;
  readonly heardAt: Date;
  readonly strays: number;
};

/** Keeps a statement as the service's latest. */
export async function keepLatest(tx: Tx, { service, asOf, heardAt, strays, body }: LatestRow): Promise<void> {
  await tx`
    insert into statement (service, as_of, heard_at, strays, body)
    values (${service}, ${asOf}, ${heardAt}, ${strays}, ${body})
    on conflict (service) do update
    set as_of = excluded.as_of, heard_at = excluded.heard_at, strays = excluded.strays, body = excluded.body`;
}

export type RegisteredRow = {
  readonly id: string;
  readonly serial: number;
  readonly contentHash: string;
  /** When the hub recorded it. */
  readonly registeredAt: Date;
};

/** The reports of a service that were accepted in this time and have been registered. */
export async function registeredIn(
  read: Read,
  service: string,
  from: Date,
  to: Date,
): Promise<RegisteredRow[]> {
  return read<RegisteredRow[]>`
    select report.id, report.serial, encode(report.content_hash, 'hex') as content_hash,
           min(receipt.recorded_at) as registered_at
    from report join receipt on receipt.report = report.id and receipt.kind = 'registered'
    where report.service = ${service} and report.accepted_at >= ${from} and report.accepted_at < ${to}
    group by report.id`;
}

/** Which of these ids are reports of this service, whenever they were accepted. */
export async function reportsOf(read: Read, service: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await read<{ id: string }[]>`
    select id from report where service = ${service} and id = any(${ids as string[]}::uuid[])`;
  return rows.map(({ id }) => id);
}

export type SentRow = { readonly id: string; readonly sealedHash: string };

/** The reports of a submitter that were accepted in this time. */
export async function sentIn(read: Read, submitter: string, from: Date, to: Date): Promise<SentRow[]> {
  return read<SentRow[]>`
    select id, encode(sealed_hash, 'hex') as sealed_hash from report
    where submitter = ${submitter} and accepted_at >= ${from} and accepted_at < ${to}`;
}

/** Those of these ids that are reports of this submitter, whenever they were accepted. */
export async function sentAmong(read: Read, submitter: string, ids: readonly string[]): Promise<SentRow[]> {
  if (ids.length === 0) return [];
  return read<SentRow[]>`
    select id, encode(sealed_hash, 'hex') as sealed_hash from report
    where submitter = ${submitter} and id = any(${ids as string[]}::uuid[])`;
}

export type LastComparison = {
  readonly asOf: Date;
  readonly agrees: boolean;
  readonly reports: number;
  readonly root: string;
};

/** What was written of this day last, or null. */
export async function lastComparison(
  read: Read,
  service: string,
  day: string,
): Promise<LastComparison | null> {
  const [row] = await read<LastComparison[]>`
    select as_of, agrees, reports, encode(root, 'hex') as root from comparison
    where service = ${service} and day = ${day}::date order by number desc limit 1`;
  return row ?? null;
}

export type ComparisonRow = LastComparison & {
  readonly service: string;
  readonly day: string;
  readonly comparedAt: Date;
  readonly body: string;
};

export async function insertComparison(tx: Tx, row: ComparisonRow): Promise<void> {
  await tx`
    insert into comparison (service, day, as_of, compared_at, agrees, reports, root, body)
    values (${row.service}, ${row.day}::date, ${row.asOf}, ${row.comparedAt}, ${row.agrees}, ${row.reports},
            decode(${row.root}, 'hex'), ${row.body})`;
}

/** Since when the day has differed; null when it agreed the last time, or was never compared. */
export async function differsSince(read: Read, service: string, day: string): Promise<Date | null> {
  const [row] = await read<{ since: Date | null }[]>`
    select differs_since as since from compared_day where service = ${service} and day = ${day}::date`;
  return row?.since ?? null;
}

export type ComparedDay = {
  readonly service: string;
  readonly day: string;
  readonly asOf: Date;
  readonly comparedAt: Date;
  readonly reports: number;
  readonly differences: number;
  readonly differsSince: Date | null;
};

/** Notes how the day stands now. */
export async function keepComparedDay(tx: Tx, row: ComparedDay): Promise<void> {
  await tx`
    insert into compared_day (service, day, as_of, compared_at, reports, differences, differs_since)
    values (${row.service}, ${row.day}::date, ${row.asOf}, ${row.comparedAt}, ${row.reports}, ${row.differences},
            ${row.differsSince})
    on conflict (service, day) do update
    set as_of = excluded.as_of, compared_at = excluded.compared_at, reports = excluded.reports,
        differences = excluded.differences, differs_since = excluded.differs_since`;
}

/** The day before `before` that has gone longest without being compared, of those with something registered; or null. */
export async function dayLongestAgo(read: Read, service: string, before: string): Promise<string | null> {
  const [row] = await read<{ day: string }[]>`
    select stood.day::text as day
    from (
      select distinct (report.accepted_at at time zone 'Europe/Oslo')::date as day
      from report join receipt on receipt.report = report.id and receipt.kind = 'registered'
      where report.service = ${service}
    ) as stood
    left join compared_day on compared_day.service = ${service} and compared_day.day = stood.day
    where stood.day < ${before}::date
    order by compared_day.compared_at nulls first, stood.day limit 1`;
  return row?.day ?? null;
}

/** Services with a receiver and something registered before `since` that have stated nothing after it. */
export async function silentServices(
  read: Read,
  since: Date,
): Promise<{ service: string; heardAt: Date | null }[]> {
  return read<{ service: string; heardAt: Date | null }[]>`
    select serial_counter.service, statement.heard_at
    from serial_counter left join statement on statement.service = serial_counter.service
    where serial_counter.channel = 'receiver' and (statement.heard_at is null or statement.heard_at < ${since})
      and exists (
        select from report join receipt on receipt.report = report.id and receipt.kind = 'registered'
        where report.service = serial_counter.service and receipt.recorded_at < ${since})`;
}
