// What a reporter sees with a tracking code: how far, when, and who owes what next. Roles only; no child, place,
// service or number. A wrong code, a malformed one and one that is not in use cost and answer the same.

import type { Channel } from "../core/area.ts";
import { sha256Hex } from "../core/hash.ts";
import { journeyOf, type Owed, strengthOf } from "../core/journey.ts";
import { refuse } from "../core/problem.ts";
import type { Receipt, ReceiptKind } from "../core/receipt.ts";
import { trackingHashOf } from "../core/tracking.ts";
import type { Hub } from "./hub.ts";
import { followedBy, receiptsOf } from "./receipt-store.ts";

export type Followed = {
  readonly reached: ReceiptKind;
  readonly receipts: readonly { kind: ReceiptKind; at: string; by: string }[];
  readonly owes: Owed | null;
};

/** The report's way so far, and of each delivery if there are several; the top level is the least advanced. */
export async function follow(hub: Hub, code: string): Promise<Followed & { deliveries: Followed[] }> {
  // A malformed code is looked up like any other, under a hash that nothing has.
  const hash = trackingHashOf(code) ?? sha256Hex("not a tracking code", code);
  const reports = await followedBy(hub.db.read, hash);
  if (reports.length === 0) refuse("tracking-code.unknown");

  const rows = await receiptsOf(
    hub.db.read,
    reports.map(({ report }) => report),
  );
  const now = hub.clock();
  const deliveries = reports.map(({ report, channel }) => {
    const bodies = rows.filter((row) => row.report === report).map(({ body }) => JSON.parse(body) as Receipt);
    return shown(channel, bodies, now);
  });
  return { ...leastAdvanced(deliveries), deliveries };
}

/** That a report was returned could tell where a child has moved; that it was opened is the service's own matter. */
const notShown: readonly ReceiptKind[] = ["returned", "opened"];

function shown(channel: Channel, receipts: readonly Receipt[], now: number): Followed {
  // Who owes what is told as if nothing had been returned, or a debt that moves to a person would tell it.
  const unreturned = receipts.filter(({ kind }) => kind !== "returned");
  const journey = journeyOf({ channel, receipts: unreturned }, now);
  const open = journey.receipts.filter(({ kind }) => !notShown.includes(kind));
  return {
    reached: journeyOf({ channel, receipts: open }, now).reached,
    receipts: open.map(({ kind, at, by }) => ({ kind, at, by: by.role })),
    owes: journey.owes,
  };
}

function leastAdvanced(deliveries: readonly Followed[]): Followed {
  return deliveries.reduce((least, next) =>
    strengthOf[next.reached] < strengthOf[least.reached] ? next : least,
  );
}
