// Holds what a sender has receipts for against what the hub has. A report that was accepted and is not here has been lost
// by the hub, as by a backup put back: the sender is told which, and sends it again from what it keeps; the operator is
// told that it was so. What the hub has and a sender does not state is no loss: one sender may keep several outboxes.

import { compare, type Line, rootOf } from "../core/reconcile.ts";
import { osloDay } from "../core/schedule.ts";
import type { Read } from "../pg/db.ts";
import { type DayLines, type DayOutcome, readLines, readSentStatement } from "../wire/statement-v1.ts";
import type { Hub } from "./hub.ts";
import { noteDeviations } from "./receipt-store.ts";
import { type SentRow, sentAmong, sentIn } from "./statement-store.ts";

export type SentAnswer = {
  readonly days: readonly DayOutcome[];
  /** Ids of reports that the hub does not have, or has as other bytes. */
  readonly lost: readonly string[];
};

/** Compares what a submitter states to have the hub's receipt for. Refuses with `statement.*`. */
export async function takeSentStatement(
  hub: Hub,
  submitter: string,
  value: unknown,
  linesValue: unknown,
): Promise<SentAnswer> {
  const { days } = readSentStatement(value);
  const lines = readLines(linesValue, days);
  const outcomes: DayOutcome[] = [];
  const lost: string[] = [];
  for (const { day, root } of days) {
    const { from, to } = osloDay(day);
    const here = await sentIn(hub.db.read, submitter, new Date(from), new Date(to));
    const theirs = lines.find((one) => one.day === day);
    const isSame = rootOf(here.map(lineOf)) === root;
    const gone = isSame || !theirs ? [] : await lostOf(hub.db.read, submitter, here, theirs);
    lost.push(...gone);
    const isAsked = !isSame && !theirs;
    outcomes.push({ day, outcome: isAsked ? "lines-wanted" : gone.length > 0 ? "differs" : "agrees" });
  }
  if (lost.length > 0) await noteLost(hub, submitter, lost);
  return { days: outcomes, lost };
}

/** A hub that was put back from a backup may have accepted a report anew, on another day. */
async function lostOf(
  read: Read,
  submitter: string,
  here: readonly SentRow[],
  { lines }: DayLines,
): Promise<string[]> {
  const missing = compare(here.map(lineOf), lines)
    .filter(({ kind }) => kind === "missing-in-a" || kind === "altered")
    .map(({ id }) => id);
  const elsewhere = await sentAmong(read, submitter, missing);
  const hashOf = new Map(lines.map(({ id, contentHash }) => [id, contentHash]));
  const isHere = new Set(
    elsewhere.filter(({ id, sealedHash }) => hashOf.get(id) === sealedHash).map(({ id }) => id),
  );
  return missing.filter((id) => !isHere.has(id));
}

/** Both sides have sealed bytes only; a number may be given anew. */
function lineOf({ id, sealedHash }: SentRow): Line {
  return { serial: 0, id, contentHash: sealedHash };
}

async function noteLost(hub: Hub, submitter: string, lost: readonly string[]): Promise<void> {
  const deviations = lost.map((report) => ({
    kind: "statement.hub-lost",
    report,
    service: null,
    owner: "operator",
    detail: submitter,
  }));
  await hub.db.begin((tx) => noteDeviations(tx, deviations, new Date(hub.clock())));
}
