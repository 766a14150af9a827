// Recalls in the hub's database: rows are added and never changed, so that who opened and who ended one can be told.

import type { Read, Tx } from "../pg/db.ts";

export type Recall = {
  readonly number: number;
  readonly supplier: string;
  readonly version: string;
  readonly services: readonly string[];
  /** Since when the version was in use. */
  readonly affectedFrom: Date;
  readonly openedBy: string;
  readonly openedAt: Date;
  /** The people who have signed that it is over. */
  readonly endedBy: readonly string[];
};

/** Every recall there has been, or one of them. */
export async function recalls(read: Read, number: number | null = null): Promise<Recall[]> {
  return read<Recall[]>`
    select recall.number, supplier, version, services, affected_from, opened_by, opened_at,
           coalesce(array_agg(by_person order by at) filter (where by_person is not null), '{}') as ended_by
    from recall left join recall_end on recall_end.recall = recall.number
    where ${number}::bigint is null or recall.number = ${number}
    group by recall.number order by recall.number`;
}

/** Opens a recall. Gives its number. Waits for an erasing that is under way, and none begins before it is committed. */
export async function insertRecall(
  tx: Tx,
  recall: Pick<Recall, "supplier" | "version" | "services" | "affectedFrom" | "openedBy" | "openedAt">,
): Promise<number> {
  const { supplier, version, services, affectedFrom, openedBy, openedAt } = recall;
  const [row] = await tx<{ number: number }[]>`
    insert into recall (supplier, version, services, affected_from, opened_by, opened_at)
    values (${supplier}, ${version}, ${services as string[]}, ${affectedFrom}, ${openedBy}, ${openedAt})
    returning number`;
  return row!.number;
}

/** Writes that this person says that it is over; false when it was written before. */
export async function insertRecallEnd(tx: Tx, number: number, by: string, now: Date): Promise<boolean> {
  const rows = await tx`
    insert into recall_end (recall, by_person, at) values (${number}, ${by}, ${now})
    on conflict do nothing returning recall`;
  return rows.length > 0;
}
