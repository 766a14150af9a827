// The ground each service's receiver last said it stands on, and how far everything has been asked for since it was
// seen to have been restored.

import type { Ground } from "../core/ground.ts";
import type { Tx } from "../pg/db.ts";

/** What a service's receiver said last, locked; null: it has said nothing yet. */
export async function lockGround(tx: Tx, service: string): Promise<Ground | null> {
  const [row] = await tx<Ground[]>`
    select system_id, timeline, flushed_to::text as flushed_to from receiver_ground
    where service = ${service} for update`;
  return row ?? null;
}

/**
 * Keeps what it says now. After a restore everything is to be asked for, from the beginning: now, or an hour after it was
 * last begun.
 */
export async function keepGround(
  tx: Tx,
  service: string,
  { systemId, timeline, flushedTo }: Ground,
  isRestored: boolean,
  now: Date,
): Promise<void> {
  await tx`
    insert into receiver_ground (service, system_id, timeline, flushed_to, seen_at)
    select service, ${systemId}, ${timeline}, ${flushedTo}::pg_lsn, ${now} from serial_counter
    where service = ${service}
    on conflict (service) do update set
      system_id = excluded.system_id, timeline = excluded.timeline, flushed_to = excluded.flushed_to,
      seen_at = excluded.seen_at,
      ask_from = case when ${isRestored} and receiver_ground.asked_to is null
                      then greatest(excluded.seen_at, receiver_ground.ask_from + interval '1 hour')
                      else receiver_ground.ask_from end,
      asked_to = case when ${isRestored} then 0 else receiver_ground.asked_to end`;
}

/** One service of which not everything has been asked for since its restore, and how far it has been; locked. */
export async function lockRestored(tx: Tx, now: Date): Promise<{ service: string; askedTo: number } | null> {
  const [row] = await tx<{ service: string; askedTo: number }[]>`
    select service, asked_to from receiver_ground where asked_to is not null and ask_from <= ${now}
    order by ask_from limit 1 for update skip locked`;
  return row ?? null;
}

export type ToAsk = {
  readonly report: string;
  readonly serial: number;
  readonly channel: string;
  readonly settledBy: string | null;
  readonly isLost: boolean;
};

/** The service's deliveries after this serial number, in order. */
export async function deliveriesAfter(
  tx: Tx,
  service: string,
  serial: number,
  limit: number,
): Promise<ToAsk[]> {
  return tx<ToAsk[]>`
    select report.id as report, report.serial, delivery.channel, delivery.settled_by,
           exists (select from loss where loss.report = report.id and ended_at is null) as is_lost
    from report join delivery on delivery.report = report.id
    where report.service = ${service} and report.serial > ${serial}
    order by report.serial limit ${limit}`;
}

/** Notes how far a service has been asked; null: to the end. */
export async function bookAsked(tx: Tx, service: string, askedTo: number | null): Promise<void> {
  await tx`update receiver_ground set asked_to = ${askedTo} where service = ${service}`;
}
