// What can be seen in a room's database of the statements that go between them: how many days were compared, when last,
// and how many differ. Only counts and times; for `framme doctor`.

import type { Read } from "./db.ts";

export type Compared = {
  readonly days: number;
  readonly differ: number;
  /** When the last day was compared; null: none has been. */
  readonly last: Date | null;
  /** Services that the hub has heard a statement of. */
  readonly services: number;
};

/** The days of all services at the hub. */
export async function hubCompared(read: Read): Promise<Compared> {
  const [row] = await read<Compared[]>`
    select count(*)::int as days, count(*) filter (where differences > 0)::int as differ, max(compared_at) as last,
           count(distinct service)::int as services
    from compared_day`;
  return row!;
}

export type StatedService = {
  readonly service: string;
  readonly statedAt: Date;
  readonly days: number;
  readonly differ: number;
  readonly strays: number;
};

/** What a receiver stated last of each of its services. */
export async function receiverStated(read: Read): Promise<StatedService[]> {
  return read<StatedService[]>`select service, stated_at, days, differ, strays from stated order by service`;
}

export type StatedSent = { readonly statedAt: Date; readonly days: number; readonly lost: number };

/** What a sender stated last; null when it never has. */
export async function outboxStated(read: Read): Promise<StatedSent | null> {
  const [row] = await read<StatedSent[]>`select stated_at, days, lost from stated`;
  return row ?? null;
}
