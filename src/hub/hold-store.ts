// The hold in the hub's database: what is due to be erased, the facts that decide it, the one function that can, and the
// certificate. Nothing here can take content away by itself: the room's role has no right to.

import type { Missing } from "../core/hold.ts";
import type { ErasureBody } from "../core/erasure.ts";
import type { Read, Tx } from "../pg/db.ts";

/** Books the next attempt for the report whose turn it is to be erased, and gives it; null when there is none. */
export async function bookErasing(tx: Tx, now: Date, again: Date): Promise<string | null> {
  const [row] = await tx<{ report: string }[]>`
    update delivery set next_erase_at = ${again}
    where delivery.report = (
      select waiting.report
      from delivery waiting join report on report.id = waiting.report cross join hold_rule_in_force
      where waiting.settled_by = 'registered'
        and (waiting.next_erase_at is null or waiting.next_erase_at <= ${now})
        and report.accepted_at <= ${now}::timestamptz - keep_days * interval '24 hours'
      order by waiting.next_erase_at nulls first, report.accepted_at
      limit 1
      for update of waiting skip locked)
    returning delivery.report`;
  return row?.report ?? null;
}

export type HeldReport = {
  readonly report: string;
  readonly service: string;
  readonly serial: number;
  readonly sealedHash: string;
  readonly acceptedAt: Date;
  readonly isLost: boolean;
  readonly isAsked: boolean;
  readonly isRecalled: boolean;
  readonly pairs: Buffer | null;
  readonly keepDays: number;
};

/** A report and its surroundings; null when there is no such report. */
export async function heldReport(read: Read, id: string): Promise<HeldReport | null> {
  const [row] = await read<HeldReport[]>`
    select report.id as report, report.service, report.serial, encode(report.sealed_hash, 'hex') as sealed_hash,
           report.accepted_at, package.pairs,
           delivery.settled_at is null
             or exists (select from loss where loss.report = report.id and ended_at is null) as is_lost,
           exists (select from challenge where challenge.report = report.id and answered_at is null)
             or exists (select from receiver_ground ground
                         where ground.service = report.service and ground.asked_to is not null) as is_asked,
           exists (select from open_recall where report.service = any(services)) as is_recalled,
           (select keep_days from hold_rule_in_force)
    from delivery join report on report.id = delivery.report join package on package.report = report.id
    where delivery.report = ${id}`;
  return row ?? null;
}

/** Receipts that have their place in the ledger, and when each was recorded. */
export async function placedReceipts(read: Read, id: string): Promise<{ body: string; at: Date }[]> {
  return read<{ body: string; at: Date }[]>`
    select receipt.body, receipt.recorded_at as at from receipt
    join ledger_leaf on ledger_leaf.receipt = receipt.hash
    join ledger_place on ledger_place.leaf = ledger_leaf.id
    where receipt.report = ${id} and receipt.kind in ('registered', 'proven')`;
}

export type AnswerRow = {
  readonly n: number;
  readonly step: number | null;
  readonly outcome: string;
  readonly at: Date;
  readonly body: string | null;
};

/** Questions about a report that have been answered; `body` is the answer as it was signed. */
export async function answersOf(read: Read, id: string): Promise<AnswerRow[]> {
  return read<AnswerRow[]>`
    select challenge.n, challenge.step, challenge.outcome, challenge.answered_at as at, challenge_answer.body
    from challenge left join challenge_answer using (report, n)
    where challenge.report = ${id} and challenge.outcome is not null`;
}

/** When losses of a report were found. */
export async function lossesOf(read: Read, id: string): Promise<Date[]> {
  const rows = await read<{ at: Date }[]>`
    select at from deviation
    where report = ${id}
      and (kind in ('proof.wrong', 'proof.missing', 'report.lost') or kind like 'statement.%')
    union all
    select found_at from loss where report = ${id}`;
  return rows.map(({ at }) => at);
}

/** Comparisons of this day of a service. */
export async function comparisonsOf(
  read: Read,
  service: string,
  day: string,
): Promise<{ asOf: Date; agrees: boolean }[]> {
  return read<{ asOf: Date; agrees: boolean }[]>`
    select as_of, agrees from comparison where service = ${service} and day = ${day}::date`;
}

export type Answered =
  | { readonly outcome: "erased"; readonly restsOn: ErasureBody["restsOn"] }
  /** `found` is what the database itself found missing; null when only the caller objected. */
  | { readonly outcome: Missing; readonly found: Missing | null };

/** Asks the database to erase. Its answer is noted there in this transaction, whatever it is. */
export async function eraseContent(
  tx: Tx,
  id: string,
  now: Date,
  objection: Missing | null,
): Promise<Answered> {
  const [row] = await tx<{ answer: Answered }[]>`select erase_content(${id}, ${now}, ${objection}) as answer`;
  return row!.answer;
}

/** What is missing before a report's content may go; null when nothing is. */
export async function whyHeld(read: Read, id: string, now: Date): Promise<Missing | null> {
  const [row] = await read<{ held: Missing | null }[]>`select why_held(${id}, ${now}) as held`;
  return row!.held;
}

/** Keeps the certificate, and books no more attempts. The receipt must have been written. */
export async function insertErasure(
  tx: Tx,
  erasure: { readonly report: string; readonly receipt: string; readonly body: string },
  now: Date,
): Promise<void> {
  await tx`
    insert into erasure (report, receipt, body, at)
    values (${erasure.report}, decode(${erasure.receipt}, 'hex'), ${erasure.body}, ${now})`;
  await tx`update delivery set next_erase_at = 'infinity' where report = ${erasure.report}`;
}

/** Whose a report is, and the certificate if its content has been erased; null when there is no such report. */
export async function erasureOf(
  read: Read,
  id: string,
): Promise<{ submitter: string; service: string; body: string | null } | null> {
  const [row] = await read<{ submitter: string; service: string; body: string | null }[]>`
    select report.submitter, report.service, erasure.body
    from report left join erasure on erasure.report = report.id where report.id = ${id}`;
  return row ?? null;
}

/**
 * Notes every report whose content is still held when the most it may be kept is `before` days away or less: for the
 * operator and for the service. `before` holds several; each is noted once, the tightest that applies.
 */
export async function noteNearMaximum(tx: Tx, before: readonly number[], now: Date): Promise<number> {
  const rows = await tx`
    with near as (
      select report.id, report.service, min(days) as days
      from report
      join package on package.report = report.id and octet_length(package.sealed) > 0
      cross join hold_rule_in_force
      cross join unnest(${before.map(String)}::int[]) as days
      where report.accepted_at <= ${now}::timestamptz - (maximum_days - days) * interval '24 hours'
      group by report.id, report.service
    )
    insert into deviation (at, kind, report, service, owner, detail)
    select ${now}, 'hold.maximum-near', near.id, near.service, owner, days::text
    from near cross join lateral (values ('operator'), ('service:' || near.service)) as owners (owner)
    where not exists (
      select from deviation there
      where there.report = near.id and there.kind = 'hold.maximum-near' and there.owner = owners.owner
        and there.detail = days::text)
    on conflict do nothing
    returning number`;
  return rows.length;
}
