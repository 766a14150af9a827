// What is really so in a world, read straight from the rooms' databases, and held against what anybody was told.
// Each thing that is wrong begins with the name of the invariant it breaks.

import type postgres from "postgres";
import type { Channel } from "../src/core/area.ts";
import { journeyOf } from "../src/core/journey.ts";
import type { Receipt } from "../src/core/receipt.ts";
import { contentHashOf } from "../src/core/report.ts";
import { unshownReceipts } from "./world-proofs.ts";

export type Admins = Record<"outbox" | "hub" | "receiver" | "inbox", postgres.Sql>;
type Hashed = { readonly id: string; readonly hash: string };
type Package = { readonly id: string; readonly isKept: boolean };

/** Nobody may have been told more than is true, and nothing may have been let go before another holds it. */
export async function wrongNow(admins: Admins): Promise<string[]> {
  const [unshown, opened, told, held, registered, kept] = await Promise.all([
    unshownReceipts(admins.hub),
    openedReports(admins),
    receiptsTold(admins),
    heldReports(admins),
    inboxReports(admins),
    packages(admins),
  ]);
  const isHeld = (receipt: Receipt) => isAmong(held, receipt.reportId, receipt.sealedHash);
  const isThere = (receipt: Receipt) => isAmong(registered, receipt.reportId, receipt.contentHash);
  const isKnown = (receipt: Receipt) => registered.some(({ id }) => id === receipt.reportId);
  const isOpen = (receipt: Receipt) => opened.includes(receipt.reportId);
  const untrue = told.flatMap((receipt) => {
    const isTrue =
      { stored: isHeld, registered: isThere, opened: isOpen, proven: isKnown }[receipt.kind as string] ??
      (() => true);
    return isTrue(receipt)
      ? []
      : [`told-is-true: ${receipt.reportId} is said to be ${receipt.kind}, and is not`];
  });
  const letGo = kept
    .filter(({ id, isKept }) => !isKept && !held.some((one) => one.id === id))
    .map(({ id }) => `kept-until-proven: ${id} was let go by its sender`);
  return [...untrue, ...unshown, ...letGo];
}

/** As `wrongNow`, and when everybody has had time: whoever holds a receipt has a report there, once, unchanged. */
export async function wrongAtTheEnd(admins: Admins, now: number): Promise<string[]> {
  const [opened, onDesk, wrong, registered, told, reports, kept] = await Promise.all([
    openedReports(admins),
    receiptsOnDesk(admins),
    wrongNow(admins),
    inboxReports(admins),
    receiptsTold(admins),
    acceptedReports(admins),
    packages(admins),
  ]);
  for (const { id, hash } of reports) {
    wrong.push(...wrongInCaseSystem(id, hash, registered));
    const receipts = told.filter(({ reportId }) => reportId === id);
    wrong.push(...wrongInReceipts(id, receipts, opened.includes(id), now));
    wrong.push(...wrongOnTheDesk(id, receipts, onDesk));
  }
  reports.forEach(({ serial }, index) => {
    if (serial !== index + 1) wrong.push(`no-gap-in-serials: number ${index + 1} is missing`);
  });
  for (const { id, isKept } of kept) {
    if (!reports.some((report) => report.id === id))
      wrong.push(`kept-is-accepted: ${id} was kept by its sender and never reached the hub`);
    if (isKept) wrong.push(`nothing-stuck: the sender of ${id} still waits`);
  }
  return wrong;
}

function wrongInCaseSystem(id: string, hash: string, registered: readonly Hashed[]): string[] {
  const there = registered.filter((one) => one.id === id);
  return [
    ...(there.length === 1 ? [] : [`registered-once: ${id} is in the case system ${there.length} times`]),
    ...(there.every((one) => one.hash === hash) ? [] : [`registered-unchanged: ${id} has other content`]),
  ];
}

function wrongInReceipts(id: string, receipts: readonly Receipt[], isOpened: boolean, now: number): string[] {
  const journey = journeyOf({ channel: "receiver" as Channel, receipts }, now);
  const notOnce = (["accepted", "stored", "registered", "opened"] as const).flatMap((kind) => {
    const count = receipts.filter((receipt) => receipt.kind === kind).length;
    const due = kind === "opened" && !isOpened ? 0 : 1;
    return count === due ? [] : [`one-receipt-of-each: ${id} has ${count} of ${kind}`];
  });
  if (!receipts.some(({ kind }) => kind === "proven"))
    notOnce.push(`shown-later: ${id} was never shown to be there a minute later`);
  return journey.reached === (isOpened ? "opened" : "registered")
    ? notOnce
    : [...notOnce, `journey-adds-up: ${id} is ${journey.reached}`];
}

/** The desk has been told of every receipt of the receiver's that the hub has, but refusals. */
function wrongOnTheDesk(id: string, receipts: readonly Receipt[], onDesk: readonly Receipt[]): string[] {
  const kindsOf = (some: readonly Receipt[]) =>
    some
      .map(({ kind }) => kind)
      .sort()
      .join();
  const due = kindsOf(receipts.filter(({ kind }) => !["accepted", "declined", "proven"].includes(kind)));
  const known = kindsOf(onDesk.filter(({ reportId }) => reportId === id));
  return known === due ? [] : [`desk-is-told: of ${id} it knows ${known}, not ${due}`];
}

/** Whether every package has come to its end, so that more rounds would change nothing. */
export async function isAtRest(admins: Admins): Promise<boolean> {
  const [work] = await admins.receiver<{ open: number }[]>`
    select count(*)::int as open from work where next_attempt_at is not null`;
  const [heard] = await admins.receiver<{ count: number }[]>`select count(*)::int as count from opening`;
  const isAllHeard = heard?.count === (await openedReports(admins)).length;
  const [unproven] = await admins.hub<{ count: number }[]>`
    select count(*)::int as count from report
    where not exists (select from receipt where receipt.report = report.id and kind = 'proven')`;
  return (
    unproven?.count === 0 &&
    work?.open === 0 &&
    isAllHeard &&
    (await packages(admins)).every(({ isKept }) => !isKept)
  );
}

function isAmong(held: readonly Hashed[], id: string, hash: string | undefined): boolean {
  return held.some((one) => one.id === id && one.hash === hash);
}

/** What the hub was told and tells, and what the sender holds in hand. */
async function receiptsTold(admins: Admins): Promise<Receipt[]> {
  const atHub = await admins.hub<{ body: string }[]>`select body from receipt`;
  const atSender = await admins.outbox<{ receipt: string }[]>`select receipt from package_receipt`;
  const bodies = new Set([...atHub.map(({ body }) => body), ...atSender.map(({ receipt }) => receipt)]);
  const receipts = [...bodies].map((body) => JSON.parse(body) as Receipt);
  return [...new Map(receipts.map((receipt) => [receipt.signature, receipt])).values()];
}

function acceptedReports({ hub }: Admins): Promise<(Hashed & { serial: number })[]> {
  return hub<(Hashed & { serial: number })[]>`
    select id, serial::int, encode(content_hash, 'hex') as hash from report order by serial`;
}

function heldReports({ receiver }: Admins): Promise<Hashed[]> {
  return receiver<Hashed[]>`select id, encode(sha256(sealed), 'hex') as hash from held_report`;
}

async function openedReports({ inbox }: Admins): Promise<string[]> {
  const rows = await inbox<{ report: string }[]>`select distinct report::text as report from opening`;
  return rows.map(({ report }) => report);
}

async function receiptsOnDesk({ inbox }: Admins): Promise<Receipt[]> {
  const rows = await inbox<{ body: string }[]>`select body from receipt`;
  return rows.map(({ body }) => JSON.parse(body) as Receipt);
}

async function inboxReports({ inbox }: Admins): Promise<Hashed[]> {
  const rows = await inbox<{ id: string; json: Buffer; pdf: Buffer }[]>`select id, json, pdf from report`;
  return rows.map(({ id, json, pdf }) => ({ id, hash: contentHashOf({ json, pdf }) }));
}

function packages({ outbox }: Admins): Promise<Package[]> {
  return outbox<Package[]>`select id, bytes is not null as "isKept" from package`;
}
