// Reports that were said to be stored or registered, and that somebody has failed to prove: nobody answers, the answer
// was wrong, or there is nothing left to ask. Read from what was asked and what was noted; a right answer settles it.

import type { Read } from "../pg/db.ts";

/** `silent` is not lost: nobody has answered. `run-out`: it cannot be checked any more, which is no loss either. */
export type Unproven = {
  readonly report: string;
  readonly service: string;
  readonly serial: number;
  readonly what: "silent" | "wrong" | "missing" | "altered" | "run-out" | "lost";
  readonly at: Date;
};

/** Unproven reports, the oldest first. `silentSince`: what was asked at or before it and is unanswered is silent. */
export async function unproven(
  read: Read,
  service: string | null,
  silentSince: Date,
  most: number,
): Promise<Unproven[]> {
  return read<Unproven[]>`
    with told as (
      select report, 'silent' as what, revealed_at as at from challenge
      where answered_at is null and revealed_at <= ${silentSince}
      union all
      select report, outcome, answered_at from challenge where outcome in ('wrong', 'missing')
      union all
      select report, case kind when 'report.lost' then 'lost' else split_part(kind, '.', 2) end, at from deviation
      where kind in ('proof.wrong', 'proof.missing', 'proof.run-out', 'statement.missing', 'statement.altered',
        'report.lost')
    )
    select told.report, delivery.service, delivery.serial, told.what, min(told.at) as at
    from told join delivery on delivery.report = told.report
    where ${service === null ? read`true` : read`delivery.service = ${service}`}
      and (told.what in ('silent', 'run-out') or not exists (
        select from challenge right_one
        where right_one.report = told.report and right_one.outcome = 'right' and right_one.answered_at > told.at))
      and (told.what in ('silent', 'run-out') or not exists (
        select from receipt
        where receipt.report = told.report and receipt.kind in ('stored', 'registered', 'proven')
          and receipt.recorded_at > told.at))
    group by told.report, delivery.service, delivery.serial, told.what
    order by min(told.at), delivery.service, delivery.serial
    limit ${most}`;
}
