// Losses that were found, and deliveries that begin again because of one. At most one loss of a report stands at a
// time; the table says so, whoever finds it and however often.

import type { Tx } from "../pg/db.ts";

export type FoundLoss = { readonly report: string; readonly service: string; readonly kind: string };

/** Writes down losses of reports that none stands for. Gives the reports whose loss is new. */
export async function insertLosses(tx: Tx, losses: readonly FoundLoss[], now: Date): Promise<string[]> {
  const rows = await tx<{ report: string }[]>`
    insert into loss (report, service, kind, found_at)
    select report, service, kind, ${now}
    from unnest(${losses.map((loss) => loss.report)}::uuid[], ${losses.map((loss) => loss.service)}::text[],
                ${losses.map((loss) => loss.kind)}::text[]) as t (report, service, kind)
    on conflict (report) where ended_at is null do nothing
    returning report`;
  return rows.map(({ report }) => report);
}

/** Notes which pair each report's standing loss ends with. */
export async function bindLosses(tx: Tx, rows: readonly { report: string; n: number }[]): Promise<void> {
  if (rows.length === 0) return;
  await tx`
    update loss set again = n
    from unnest(${rows.map((row) => row.report)}::uuid[], ${rows.map((row) => row.n)}::smallint[]) as t (id, n)
    where loss.report = id and ended_at is null`;
}

/** Offers these reports again, now, where their content is still held and a receiver asks for them. Gives those. */
export async function reopen(tx: Tx, ids: readonly string[], now: Date): Promise<string[]> {
  const rows = await tx<{ report: string }[]>`
    update delivery set settled_at = null, settled_by = null, outstanding = null, next_offer_at = ${now}
    from package
    where delivery.report = any(${ids as string[]}::uuid[]) and package.report = delivery.report
      and delivery.channel = 'receiver' and octet_length(package.sealed) > 0
    returning delivery.report`;
  return rows.map(({ report }) => report);
}

/** Of which of these reports the hub holds no content any more. */
export async function erasedAmong(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx<{ report: string }[]>`
    select report from package
    where report = any(${ids as string[]}::uuid[]) and octet_length(sealed) = 0`;
  return rows.map(({ report }) => report);
}

/**
 * Ends the standing losses that these right answers end, and with them the offering again. A loss that no pair was
 * revealed for ends with any that was revealed after it was found.
 */
export async function endLosses(
  tx: Tx,
  answered: readonly { report: string; n: number; revealedAt?: Date }[],
  now: Date,
): Promise<void> {
  if (answered.length === 0) return;
  await tx`
    with ended as (
      update loss set ended_at = greatest(${now}, found_at)
      from unnest(${answered.map((one) => one.report)}::uuid[], ${answered.map((one) => one.n)}::smallint[],
                  ${answered.map((one) => one.revealedAt?.toISOString() ?? null)}::timestamptz[]) as t (id, n, revealed_at)
      where loss.report = id and ended_at is null
        and (again = n or (again is null and revealed_at > found_at))
      returning loss.report
    )
    update delivery set settled_at = ${now}, outstanding = null,
      settled_by = case when exists (select from receipt where receipt.report = delivery.report
                                       and kind = 'registered') then 'registered' else 'stored' end
    from ended where delivery.report = ended.report and settled_at is null`;
}
