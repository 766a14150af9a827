// What is claimed and waits to be found, the lists that were held against it, and who has vouched for what. All of it
// is only ever added to.

import type { Channel } from "../core/area.ts";
import type { Read, Tx } from "../pg/db.ts";

/** Whose reports: one service's, or (null) every service's. */
function of(read: Read, service: string | null) {
  return service === null ? read`true` : read`service = ${service}`;
}

export type WaitingClaim = {
  readonly report: string;
  readonly service: string;
  readonly serial: number;
  readonly channel: Channel;
  readonly claimedAt: Date;
};

/** Reports that a person is to find, the oldest claim first. */
export async function waitingClaims(
  read: Read,
  service: string | null,
  part: { readonly limit: number; readonly offset: number },
): Promise<WaitingClaim[]> {
  return read<WaitingClaim[]>`
    select report, service, serial, channel, claimed_at from waiting_claim where ${of(read, service)}
    order by claimed_at, service, serial limit ${part.limit} offset ${part.offset}`;
}

export type ClaimCounts = {
  readonly waiting: number;
  /** Claimed before `lateBefore`. */
  readonly late: number;
  readonly oldest: Date | null;
};

export async function countClaims(
  read: Read,
  service: string | null,
  lateBefore: Date,
): Promise<ClaimCounts> {
  const [row] = await read<ClaimCounts[]>`
    select count(*) as waiting, count(*) filter (where claimed_at < ${lateBefore}) as late,
           min(claimed_at) as oldest
    from waiting_claim where ${of(read, service)}`;
  return row ?? { waiting: 0, late: 0, oldest: null };
}

/** How many each service has waiting; services with none are left out. */
export async function countByService(read: Read): Promise<{ service: string; waiting: number }[]> {
  return read<{ service: string; waiting: number }[]>`
    select service, count(*) as waiting from waiting_claim group by service order by service`;
}

/** Number and reference of a report that a person has confirmed; null when nobody has, or it is another service's. */
export async function confirmedAs(
  read: Read,
  service: string | null,
  report: string,
): Promise<{ serial: number; reference: string } | null> {
  const [row] = await read<{ serial: number; reference: string }[]>`
    select delivery.serial, receipt.body::jsonb ->> 'reference' as reference
    from delivery join receipt on receipt.report = delivery.report and receipt.kind = 'confirmed'
    where delivery.report = ${report} and ${of(read, service)} limit 1`;
  return row ?? null;
}

/** Late ones that have not been noted as such yet. */
export async function lateClaims(read: Read, lateBefore: Date, most: number): Promise<WaitingClaim[]> {
  return read<WaitingClaim[]>`
    select report, service, serial, channel, claimed_at from waiting_claim
    where claimed_at < ${lateBefore} and not exists (
      select from deviation where deviation.report = waiting_claim.report and deviation.kind = 'claim.late')
    order by claimed_at limit ${most}`;
}

/** The service's reports that were claimed from one instant on and before another. */
export async function claimedBetween(
  read: Read,
  service: string,
  from: Date,
  until: Date,
): Promise<string[]> {
  const rows = await read<{ report: string }[]>`
    select distinct receipt.report from receipt join delivery on delivery.report = receipt.report
    where receipt.kind = 'claimed' and receipt.recorded_at >= ${from} and receipt.recorded_at < ${until}
      and delivery.service = ${service}`;
  return rows.map(({ report }) => report);
}

/** The service's reports with content of one of these hashes, in hex. */
export async function reportsWithContent(
  read: Read,
  service: string,
  hashes: readonly string[],
): Promise<string[]> {
  if (hashes.length === 0) return [];
  const rows = await read<{ id: string }[]>`
    select id from report where service = ${service}
      and encode(content_hash, 'hex') = any(${hashes as string[]}::text[])`;
  return rows.map(({ id }) => id);
}

/** Of these ids, the service's own. */
export async function reportsOfService(
  read: Read,
  service: string,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await read<{ id: string }[]>`
    select id from report where service = ${service} and id = any(${ids as string[]}::uuid[])`;
  return rows.map(({ id }) => id);
}

export type NewConfirmation = {
  /** Hash of the receipt, in hex. */
  readonly receipt: string;
  readonly report: string;
  readonly by: string;
  readonly name: string;
  readonly way: "page" | "key" | "list";
  readonly list: number | null;
  readonly reason: string | null;
};

export async function insertConfirmations(tx: Tx, rows: readonly NewConfirmation[]): Promise<void> {
  if (rows.length === 0) return;
  await tx`
    insert into confirmation (receipt, report, by_person, name, way, list, reason)
    select decode(receipt, 'hex'), report, by_person, name, way, list, reason
    from unnest(
      ${rows.map(({ receipt }) => receipt)}::text[], ${rows.map(({ report }) => report)}::uuid[],
      ${rows.map(({ by }) => by)}::text[], ${rows.map(({ name }) => name)}::text[],
      ${rows.map(({ way }) => way)}::text[], ${rows.map(({ list }) => (list === null ? null : String(list)))}::bigint[],
      ${rows.map(({ reason }) => reason)}::text[])
      as t (receipt, report, by_person, name, way, list, reason)`;
}

export type NewList = {
  readonly service: string;
  /** ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly fileHash: Buffer;
  readonly lines: number;
  readonly confirmed: number;
  readonly missing: number;
  readonly by: string;
  readonly name: string;
  readonly reason: string | null;
};

/** Writes a list, and gives its number. */
export async function insertList(tx: Tx, list: NewList, now: Date): Promise<number> {
  const [row] = await tx<{ number: number }[]>`
    insert into claim_list (service, first_day, last_day, file_hash, lines, confirmed, missing, by_person, name,
                            reason, at)
    values (${list.service}, ${list.from}, ${list.to}, ${list.fileHash}, ${list.lines}, ${list.confirmed},
            ${list.missing}, ${list.by}, ${list.name}, ${list.reason}, ${now})
    returning number`;
  return row!.number;
}

/** What a list said of each report; one row for each. */
export async function insertLines(
  tx: Tx,
  list: number,
  rows: readonly { readonly report: string; readonly outcome: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx`
    insert into claim_line (list, report, outcome)
    select ${list}, report, outcome
    from unnest(${rows.map(({ report }) => report)}::uuid[], ${rows.map(({ outcome }) => outcome)}::text[])
      as t (report, outcome)`;
}

export type LastList = {
  readonly at: Date;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly lines: number;
  readonly missing: number;
};

/** The list that was compared last for a service; null when none has been. */
export async function lastList(read: Read, service: string): Promise<LastList | null> {
  const [row] = await read<LastList[]>`
    select at, name, first_day::text as from, last_day::text as to, lines, missing
    from claim_list where service = ${service} order by at desc, number desc limit 1`;
  return row ?? null;
}

export type Disagreement = {
  readonly report: string;
  readonly service: string;
  readonly serial: number;
  readonly outcome: "conflict" | "altered" | "missing";
  readonly at: Date;
};

/** What lists have against reports, and nobody has settled since; oldest first. */
export async function disagreements(
  read: Read,
  service: string | null,
  most: number,
): Promise<Disagreement[]> {
  return read<Disagreement[]>`
    select report, service, serial, outcome, at from claim_disagreement where ${of(read, service)}
    order by at, service, serial limit ${most}`;
}

/** The pseudonym of whoever has logged in: the one given here, or the one they had before. */
export async function pseudonymOf(
  tx: Tx,
  visitor: { readonly subject: string; readonly name: string; readonly pseudonym: string },
  now: Date,
): Promise<string> {
  await tx`
    insert into visitor (subject, pseudonym, name, first_at)
    values (${visitor.subject}, ${visitor.pseudonym}, ${visitor.name}, ${now})
    on conflict do nothing`;
  const [row] = await tx<{ pseudonym: string }[]>`
    select pseudonym from visitor where subject = ${visitor.subject}`;
  return row!.pseudonym;
}
