// What the SvarInn channel reads of reports and deliveries. Receipts are written through receipt-store.ts.

import type { Read } from "../../pg/db.ts";

/** Headers of the service's reports that wait in SvarInn, have content and have not been acknowledged, oldest first. */
export async function waitingInSvarinn(
  read: Read,
  service: string,
  most: number,
): Promise<{ header: string; acceptedAt: Date }[]> {
  return read<{ header: string; acceptedAt: Date }[]>`
    select package.header, report.accepted_at
    from delivery
    join report on report.id = delivery.report
    join package on package.report = delivery.report
    where delivery.service = ${service} and delivery.channel = 'svarinn' and delivery.settled_at is null
      and octet_length(package.sealed) > 0
    order by delivery.serial
    limit ${most}`;
}

/** The service a report in SvarInn is for; null when there is no such report there. */
export async function serviceInSvarinn(read: Read, id: string): Promise<string | null> {
  const [row] = await read<{ service: string }[]>`
    select service from delivery where report = ${id} and channel = 'svarinn'`;
  return row?.service ?? null;
}

/** The sealed bytes of a report; none once they have been erased. */
export async function sealedBytes(read: Read, id: string): Promise<Buffer | null> {
  const [row] = await read<{ sealed: Buffer }[]>`select sealed from package where report = ${id}`;
  return row?.sealed ?? null;
}
