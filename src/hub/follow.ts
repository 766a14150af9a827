// What a reporter sees with a tracking code: how far, when, and who owes what next. Roles only; no child, place,
// service or number. A wrong code, a malformed one and one that has been closed cost and answer the same.

import { worstOf } from "../core/checked.ts";
import { sha256Hex } from "../core/hash.ts";
import { journeyOf, type Owed, strengthOf } from "../core/journey.ts";
import { refuse } from "../core/problem.ts";
import type { ReceiptKind } from "../core/receipt.ts";
import { trackingHashOf } from "../core/tracking.ts";
import { type Checked, checksOf, type Told } from "./checked.ts";
import type { Hub } from "./hub.ts";
import { type FollowedDelivery, followedBy, insertClosedCode } from "./receipt-store.ts";

export type Followed = {
  readonly reached: ReceiptKind;
  readonly receipts: readonly { kind: ReceiptKind; at: string; by: string }[];
  readonly owes: Owed | null;
  /** What is known of where the report is now: a receipt tells what was so when it was given. */
  readonly check: Told;
};

/**
 * Closes a code for good: from now on it answers as one that never was, also for what is posted under it later.
 * A code nobody has is written down just the same, so that closing takes as long and tells as little.
 */
export async function closeCode(hub: Hub, code: string): Promise<void> {
  await hub.db.begin((tx) => insertClosedCode(tx, hashOf(code), new Date(hub.clock())));
}

/** A malformed code is looked up like any other, under a hash that no report has. */
function hashOf(code: string): string {
  return trackingHashOf(code) ?? sha256Hex("not a tracking code", code);
}

/**
 * The report's way so far, and of each delivery if there are several. The top level is the least advanced, with the
 * worst of what is known of where they are.
 */
export async function follow(hub: Hub, code: string): Promise<Followed & { deliveries: Followed[] }> {
  const reports = await followedBy(hub.db.read, hashOf(code));
  if (reports.length === 0) refuse("tracking-code.unknown");

  const now = hub.clock();
  const ids = reports.map(({ report }) => report);
  const checks = await checksOf(hub.db.read, ids, now);
  const deliveries = reports.map((delivery) => shown(delivery, checks.get(delivery.report)!, now));
  const worst = worstOf(deliveries.map(({ check }) => check));
  const least = leastAdvanced(deliveries);
  return { ...least, check: worst ?? least.check, deliveries };
}

/**
 * That a report was returned could tell where a child has moved: nobody is told. That it was opened is told to
 * professionals only; whoever reports as a private person has a right to the confirmation (§ 13-3) and no more.
 */
function shown({ channel, kind }: FollowedDelivery, { receipts, check }: Checked, now: number): Followed {
  // That the hub has let go of its copy is about the hub's disk; the report itself is where it was.
  const always: readonly ReceiptKind[] = ["returned", "erased"];
  const hidden = kind === "professional" ? always : [...always, "opened"];
  // Who owes what is told as if the hidden had not happened, or a debt that moves or is paid would tell it.
  const told = receipts.filter((receipt) => !hidden.includes(receipt.kind));
  const journey = journeyOf({ channel, receipts: told }, now);
  const isHidden = journey.owes !== null && hidden.includes(journey.owes.owed);
  return {
    reached: journey.reached,
    receipts: journey.receipts.map(({ kind, at, by }) => ({ kind, at, by: by.role })),
    owes: isHidden ? null : journey.owes,
    check,
  };
}

function leastAdvanced(deliveries: readonly Followed[]): Followed {
  return deliveries.reduce((least, next) =>
    strengthOf[next.reached] < strengthOf[least.reached] ? next : least,
  );
}
