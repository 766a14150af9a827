// A loss has been found: a challenge answered wrong, a report that a case system does not give back. It is noted for
// somebody to look at, and the report is handed over again from the hub's hold, with a question that only whoever then
// has it can answer. What was receipted stands: receipts tell what was so then. Where the content has been erased
// there is nothing to hand over, and that is an incident.

import type { Tx } from "../pg/db.ts";
import { openAmong } from "./challenge-store.ts";
import { reveal } from "./challenge.ts";
import { bindLosses, erasedAmong, insertLosses, reopen } from "./loss-store.ts";
import { lockDeliveries, noteDeviations } from "./receipt-store.ts";

export type Loss = {
  readonly report: string;
  readonly service: string;
  /** `proof.wrong`, `proof.missing`, `statement.missing`, `statement.altered`, `receiver.restored`. */
  readonly kind: string;
  /** Codes and hashes only. */
  readonly detail: string;
};

/**
 * Notes each loss, and books that the report be offered again now, with a challenge for `again`. The same loss found
 * again books nothing new, unless its challenge has been answered wrong: then there is another one.
 */
export async function redeliver(tx: Tx, losses: readonly Loss[], now: Date): Promise<void> {
  const first = [...new Map(losses.map((loss) => [loss.report, loss])).values()];
  if (first.length === 0) return;
  const ids = first.map(({ report }) => report);
  const deliveries = await lockDeliveries(tx, ids);
  const added = new Set(await insertLosses(tx, first, now));
  const reopened = new Set(await reopen(tx, [...added], now));
  const erased = new Set(await erasedAmong(tx, ids));
  const asked = new Set((await openAmong(tx, ids, "again")).map(({ report }) => report));
  // A question goes with an offer: where no receiver is offered anything, none is revealed in vain.
  const toAsk = deliveries
    .filter(({ report, channel }) => channel === "receiver" && !asked.has(report) && !erased.has(report))
    .map(({ report }) => report);
  const revealed = await reveal(
    tx,
    toAsk.map((report) => ({ report, purpose: "again", step: null })),
    now,
  );
  await bindLosses(tx, revealed);
  const isNews = new Set([...added, ...revealed.map(({ report }) => report)]);
  await note(
    tx,
    first.filter(({ report }) => isNews.has(report)),
    now,
  );
  const gone = first.filter(({ report }) => added.has(report) && erased.has(report) && !reopened.has(report));
  await noteLost(tx, gone, now);
}

/** The time stands in the detail: a second loss of the same kind must not pass for the first one. */
async function note(tx: Tx, losses: readonly Loss[], now: Date): Promise<void> {
  await noteDeviations(
    tx,
    losses.map((loss) => ({ ...loss, detail: at(loss, now), owner: `service:${loss.service}` })),
    now,
  );
}

/** The hub cannot send it again. Both the operator and the service are told at once. */
async function noteLost(tx: Tx, losses: readonly Loss[], now: Date): Promise<void> {
  const owned = losses.flatMap((loss) =>
    ["operator", `service:${loss.service}`].map((owner) => ({
      ...loss,
      kind: "report.lost",
      detail: at(loss, now),
      owner,
    })),
  );
  await noteDeviations(tx, owned, now);
}

function at({ detail }: Loss, now: Date): string {
  return `${detail} ${now.toISOString()}`.trim();
}
