// SQL of what a sender states: which reports it has the hub's receipt for on a day, and what came of stating it.

import type { Read, Tx } from "../pg/db.ts";

export type SentRow = { readonly id: string; readonly sealedHash: string };

/** Reports whose `accepted` receipt is of this time. One that was accepted anew counts where it was accepted last. */
export async function acceptedIn(read: Read, from: Date, to: Date): Promise<SentRow[]> {
  return read<SentRow[]>`
    select package.id, package.sealed_hash
    from package_receipt accepted join package on package.id = accepted.report_id
    where accepted.kind = 'accepted' and accepted.at >= ${from} and accepted.at < ${to}
      and not exists (
        select from package_receipt later
        where later.report_id = accepted.report_id and later.kind = 'accepted'
          and (later.at, later.hash) > (accepted.at, accepted.hash))`;
}

/** When the last report accepted before this time was accepted; null when there is none. */
export async function lastAcceptedBefore(read: Read, before: Date): Promise<Date | null> {
  const [row] = await read<{ at: Date | null }[]>`
    select max(at) as at from package_receipt where kind = 'accepted' and at < ${before}`;
  return row?.at ?? null;
}

/** Notes what somebody must look at; the same again adds nothing. */
export async function noteDeviation(tx: Tx, kind: string, reportId: string, now: Date): Promise<void> {
  await tx`
    insert into deviation (at, kind, report_id) values (${now}, ${kind}, ${reportId}) on conflict do nothing`;
}

/** Notes that so many days were stated, and how many reports the hub has lost of them. */
export async function keepStated(tx: Tx, days: number, lost: number, now: Date): Promise<void> {
  await tx`
    insert into stated (stated_at, days, lost) values (${now}, ${days}, ${lost})
    on conflict (id) do update
    set stated_at = excluded.stated_at, days = excluded.days, lost = excluded.lost`;
}
