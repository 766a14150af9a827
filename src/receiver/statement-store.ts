// SQL of what a receiver states of its services: which reports it holds of a day, which serial numbers, and when it
// stated last.

import type { Read, Tx } from "../pg/db.ts";

export type HeldLine = {
  readonly id: string;
  readonly serial: number;
  /** The content hash in its `registered` receipt; null when there is none. */
  readonly registeredAs: string | null;
};

/** The reports that came from the hub and were accepted in this time. Number and time are those of the hub's receipt. */
export async function heldIn(read: Read, service: string, from: Date, to: Date): Promise<HeldLine[]> {
  return read<HeldLine[]>`
    select distinct on (id) id::text as id, serial,
           (select body ->> 'contentHash' from receipt
             where report_id = held_report.id and kind = 'registered' limit 1) as registered_as
    from held_report
    where service = ${service} and source = 'hub'
      and envelope -> 'accepted' ->> 'at' >= ${from.toISOString()}
      and envelope -> 'accepted' ->> 'at' < ${to.toISOString()}
    order by id, copy desc`;
}

/** When the last report accepted before this time was accepted; null when there is none. */
export async function lastHeldBefore(read: Read, service: string, before: Date): Promise<Date | null> {
  const [row] = await read<{ at: string | null }[]>`
    select max(envelope -> 'accepted' ->> 'at') as at from held_report
    where service = ${service} and source = 'hub'
      and envelope -> 'accepted' ->> 'at' < ${before.toISOString()}`;
  return row?.at ? new Date(row.at) : null;
}

/** Those of these ids that are held for no service here. */
export async function notHeld(read: Read, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await read<{ id: string }[]>`
    select id::text as id from unnest(${ids as string[]}::uuid[]) as listed (id)
    where not exists (select from held_report where held_report.id = listed.id)`;
  return rows.map(({ id }) => id);
}

/** How many serial numbers from the hub are held, and the highest; both 0 when there are none. */
export async function serialCount(
  read: Read,
  service: string,
): Promise<{ readonly count: number; readonly last: number }> {
  const [row] = await read<{ count: number; last: number }[]>`
    select count(distinct serial)::int as count, coalesce(max(serial), 0)::bigint as last
    from held_report where service = ${service} and serial > 0`;
  return row ?? { count: 0, last: 0 };
}

/** All serial numbers that are held. */
export async function serialsOf(read: Read, service: string): Promise<number[]> {
  const rows = await read<{ serial: number }[]>`
    select distinct serial from held_report where service = ${service} and serial > 0`;
  return rows.map(({ serial }) => serial);
}

export type Stated = {
  readonly service: string;
  readonly asOf: Date;
  readonly statedAt: Date;
  readonly days: number;
  readonly differ: number;
  readonly strays: number;
  readonly highest: number;
};

/** Notes what was stated, over what was stated before. */
export async function keepStated(tx: Tx, row: Stated): Promise<void> {
  await tx`
    insert into stated (service, as_of, stated_at, days, differ, strays, highest)
    values (${row.service}, ${row.asOf}, ${row.statedAt}, ${row.days}, ${row.differ}, ${row.strays}, ${row.highest})
    on conflict (service) do update
    set as_of = excluded.as_of, stated_at = excluded.stated_at, days = excluded.days, differ = excluded.differ,
        strays = excluded.strays, highest = excluded.highest`;
}

/** When the service was stated last; null when it never was. */
export async function statedLast(read: Read, service: string): Promise<Date | null> {
  const [row] = await read<{ asOf: Date }[]>`select as_of from stated where service = ${service}`;
  return row?.asOf ?? null;
}
