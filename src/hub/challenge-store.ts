// Revealed nonces: which is due, which is open, and when each is told again. Whoever reveals holds the delivery's row
// locked, so that no pair goes to two purposes.

import type { Challenge, Purpose } from "../core/proof.ts";
import type { Read, Tx } from "../pg/db.ts";

export type LaterPurpose = Exclude<Purpose, "stored" | "registered">;

export type DueCheck = {
  readonly report: string;
  readonly service: string;
  /** The step of the schedule that is due, from 0. */
  readonly step: number;
  readonly dueAt: Date;
};

/** Deliveries whose next check of the schedule is due, locked. One that a loss stands for waits until it has ended. */
export async function dueChecks(tx: Tx, limit: number, now: Date): Promise<DueCheck[]> {
  return tx<DueCheck[]>`
    select report, service, checks_begun as step, next_check_at as due_at from delivery
    where next_check_at <= ${now}
      and not exists (select from loss where loss.report = delivery.report and ended_at is null)
    order by next_check_at limit ${limit}
    for update of delivery skip locked`;
}

/** Books each delivery's check after this one; null: there is none. */
export async function bookChecks(
  tx: Tx,
  rows: readonly { report: string; begun: number; nextAt: Date | null }[],
): Promise<void> {
  await tx`
    update delivery set checks_begun = begun, next_check_at = next_at
    from unnest(${rows.map((row) => row.report)}::uuid[], ${rows.map((row) => row.begun)}::smallint[],
                ${rows.map((row) => row.nextAt?.toISOString() ?? null)}::timestamptz[])
      as t (id, begun, next_at)
    where delivery.report = id`;
}

export type UsedPairs = {
  readonly report: string;
  readonly service: string;
  /** False: a package of the first form, whose pairs prove nothing. */
  readonly hasPairs: boolean;
  readonly schedule: number;
  readonly other: number;
};

/** How many pairs of these reports have been revealed. */
export async function usedPairs(read: Read, ids: readonly string[]): Promise<UsedPairs[]> {
  return read<UsedPairs[]>`
    select delivery.report, delivery.service, package.pairs is not null as has_pairs,
           count(*) filter (where purpose = 'schedule')::int as schedule,
           count(*) filter (where purpose <> 'schedule')::int as other
    from delivery
    join package on package.report = delivery.report
    left join challenge on challenge.report = delivery.report
    where delivery.report = any(${ids as string[]}::uuid[])
    group by delivery.report, package.report`;
}

export type NewChallenge = {
  readonly report: string;
  readonly n: number;
  readonly service: string;
  readonly purpose: LaterPurpose;
  readonly step: number | null;
};

/** Writes down that these are revealed now. */
export async function insertChallenges(tx: Tx, rows: readonly NewChallenge[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await tx`
    insert into challenge (report, n, service, purpose, step, revealed_at, next_ask_at)
    select report, n, service, purpose, step, ${now}, ${now}
    from unnest(${rows.map((row) => row.report)}::uuid[], ${rows.map((row) => row.n)}::smallint[],
                ${rows.map((row) => row.service)}::text[], ${rows.map((row) => row.purpose)}::text[],
                ${rows.map((row) => row.step)}::smallint[]) as t (report, n, service, purpose, step)`;
}

/** Which of these reports have an unanswered challenge for this purpose, and its pair. */
export async function openAmong(
  read: Read,
  ids: readonly string[],
  purpose: LaterPurpose,
): Promise<{ report: string; n: number }[]> {
  return read<{ report: string; n: number }[]>`
    select report, n from challenge
    where report = any(${ids as string[]}::uuid[]) and purpose = ${purpose} and answered_at is null`;
}

/**
 * The challenges that are due to be told to a service, with the time of telling each again booked. What goes with a
 * report that is handed over again is told with its offer. Row n of `waits` is the time in milliseconds after telling n.
 */
export async function tellDue(
  tx: Tx,
  due: { readonly service: string; readonly limit: number; readonly waits: readonly number[] },
  now: Date,
): Promise<(Omit<Challenge, "nonce"> & { nonce: Buffer })[]> {
  const waits = due.waits.map(String);
  return tx<(Omit<Challenge, "nonce"> & { nonce: Buffer })[]>`
    with due as (
      select report, n from challenge
      where service = ${due.service} and answered_at is null and purpose <> 'again' and next_ask_at <= ${now}
      order by next_ask_at limit ${due.limit}
      for update skip locked
    ), told as (
      update challenge set asks = asks + 1,
        next_ask_at = ${now}::timestamptz
          + (${waits}::bigint[])[least(asks + 1, ${waits.length}::int)] * interval '1 millisecond'
      from due where challenge.report = due.report and challenge.n = due.n
      returning challenge.report, challenge.n, challenge.purpose, challenge.revealed_at
    )
    select told.report as id, told.n, told.purpose, substring(package.pairs from told.n * 64 + 1 for 32) as nonce
    from told join package on package.report = told.report
    order by told.revealed_at, told.report`;
}

/** Which of these services have a challenge due to be told. */
export async function servicesToTell(read: Read, services: readonly string[], now: Date): Promise<string[]> {
  const rows = await read<{ service: string }[]>`
    select distinct service from challenge
    where service = any(${services as string[]}) and answered_at is null and purpose <> 'again'
      and next_ask_at <= ${now}`;
  return rows.map(({ service }) => service);
}

export type Unanswered = {
  readonly report: string;
  readonly n: number;
  readonly service: string;
  readonly purpose: LaterPurpose;
};

/** Challenges revealed before `before` that nobody has answered, marked as noted: each is given once. */
export async function takeUnanswered(tx: Tx, before: Date, limit: number, now: Date): Promise<Unanswered[]> {
  return tx<Unanswered[]>`
    with silent as (
      select report, n from challenge
      where revealed_at < ${before} and answered_at is null and silent_noted_at is null
      order by revealed_at limit ${limit}
      for update skip locked
    )
    update challenge set silent_noted_at = ${now} from silent
    where challenge.report = silent.report and challenge.n = silent.n
    returning challenge.report, challenge.n, challenge.service, challenge.purpose`;
}
