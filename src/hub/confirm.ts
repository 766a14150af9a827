// Somebody has found in a case system what was only claimed to be there. The hub writes it down as that person's word
// and signs it: `confirmed`, with the reference that was found. Who the person is stands in a table, not in the receipt.

import { refuse } from "../core/problem.ts";
import { type Receipt, receiptHash } from "../core/receipt.ts";
import type { Tx } from "../pg/db.ts";
import { insertConfirmations, type NewConfirmation } from "./claim-store.ts";
import { entryOf, issue } from "./entry.ts";
import type { Hub } from "./hub.ts";
import {
  type DeliveryFacts,
  insertReceipts,
  lockDeliveries,
  noteDeviations,
  receiptsOf,
  settle,
} from "./receipt-store.ts";
import { settledBy } from "./settled-by.ts";

/** Who vouches for what is found. */
export type Finder = {
  readonly id: `person:${string}`;
  readonly name: string;
  /** The one service this person speaks for; null: the operator, who has a reason. */
  readonly service: string | null;
  readonly reason: string | null;
};

export type Found = { readonly report: string; readonly reference: string };
export type Confirmed = { readonly receipt: Receipt; readonly isRepeat: boolean };

export type WhyNot = "report.unknown" | "receipt.conflict" | "claim.none";

/** As `tryConfirm`; refuses with the reason. */
export async function confirm(
  hub: Hub,
  finder: Finder,
  way: "page" | "key",
  found: Found,
): Promise<Confirmed> {
  const outcome = await tryConfirm(hub, finder, way, found);
  return typeof outcome === "string" ? refuse(outcome) : outcome;
}

/**
 * Confirms one report, or says why not. The same reference again gives the same receipt. `report.unknown`: there is none,
 * or it is another service's, alike. `receipt.conflict`: another reference stands, and somebody must look. `claim.none`:
 * the report's own receiver answers for it.
 */
export function tryConfirm(
  hub: Hub,
  finder: Finder,
  way: "page" | "key",
  { report, reference }: Found,
): Promise<Confirmed | WhyNot> {
  return hub.db.begin(async (tx) => {
    const [facts] = await lockDeliveries(tx, [report]);
    if (!facts) return "report.unknown";
    if (finder.service !== null && facts.service !== finder.service) {
      await noteAttempt(tx, hub, finder.service, report);
      return "report.unknown";
    }
    const held = (await receiptsOf(tx, [report])).map(({ body }) => JSON.parse(body) as Receipt);
    const found = foundIn(held);
    if (found) {
      if (found.reference === reference) return { receipt: found, isRepeat: true };
      await noteDeviations(tx, [conflictOf(facts)], new Date(hub.clock()));
      return "receipt.conflict";
    }
    if (!isClaimable(facts, held)) return "claim.none";
    const [receipt] = await record(tx, hub, finder, [{ facts, reference }], { way, list: null });
    return { receipt: receipt!, isRepeat: false };
  });
}

/** The receipt that says where in the case system the report is, if there is one. */
export function foundIn(held: readonly Receipt[]): Receipt | null {
  return (
    held.find(({ kind }) => kind === "confirmed") ?? held.find(({ kind }) => kind === "registered") ?? null
  );
}

/** Whether a person's word settles anything: a report that was claimed, or whose channel has nobody else to ask. */
export function isClaimable({ channel }: DeliveryFacts, held: readonly Receipt[]): boolean {
  return channel !== "receiver" || held.some(({ kind }) => kind === "claimed");
}

export type ToRecord = {
  readonly facts: DeliveryFacts;
  readonly reference: string;
  /** Only where it was held against the one in the case system. */
  readonly contentHash?: string;
};

/** Signs and writes `confirmed` for these reports, whose deliveries are locked. */
export async function record(
  tx: Tx,
  hub: Hub,
  finder: Finder,
  found: readonly ToRecord[],
  how: Pick<NewConfirmation, "way" | "list">,
): Promise<Receipt[]> {
  const now = new Date(hub.clock());
  const receipts = found.map(({ facts, reference, contentHash }) =>
    issue(hub, {
      v: 1,
      kind: "confirmed",
      reportId: facts.report,
      service: facts.service,
      serial: facts.serial,
      at: now.toISOString(),
      by: { role: "person", id: finder.id },
      sealedHash: facts.sealedHash,
      ...(contentHash === undefined ? {} : { contentHash }),
      reference,
    }),
  );
  const { id: by, name, reason } = finder;
  await insertReceipts(tx, receipts.map(entryOf), now);
  await settle(tx, settledBy(new Map(found.map(({ facts }) => [facts.report, facts])), receipts), now);
  await insertConfirmations(
    tx,
    receipts.map((one) => ({ receipt: receiptHash(one), report: one.reportId, by, name, reason, ...how })),
  );
  return receipts;
}

/** Two references for one report mean two cases, or that one of them is not this report. */
export function conflictOf({ report, service }: Pick<DeliveryFacts, "report" | "service">) {
  return { kind: "receipt.conflict", report, service, owner: `service:${service}`, detail: "confirmed" };
}

/** That somebody asked for another service's report is noted, and told to nobody who asks. */
function noteAttempt(tx: Tx, hub: Hub, service: string, report: string): Promise<void> {
  const deviation = { kind: "claim.wrong-service", report, service, owner: "operator", detail: "" };
  return noteDeviations(tx, [deviation], new Date(hub.clock()));
}
