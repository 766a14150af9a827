// A loss has been found: a challenge answered wrong, a report that a case system does not give back. It is noted for
// somebody to look at, and the report is handed over again from the hub's hold. What was receipted stands: receipts
// tell what was so then. Where the content has been erased there is nothing to hand over, and that is an incident.

import type { Tx } from "../pg/db.ts";
import { noteDeviations } from "./receipt-store.ts";
import { reopen } from "./store.ts";

export type Loss = {
  readonly report: string;
  readonly service: string;
  /** `proof.wrong`, `proof.missing`, `statement.missing`, `statement.altered`. */
  readonly kind: string;
  /** Codes and hashes only. */
  readonly detail: string;
};

/** Notes each loss, and books that the report be offered again now. The same loss found again books nothing new. */
export async function redeliver(tx: Tx, losses: readonly Loss[], now: Date): Promise<void> {
  if (losses.length === 0) return;
  const reopened = new Set(
    await reopen(
      tx,
      losses.map(({ report }) => report),
      now,
    ),
  );
  const gone = losses.filter(({ report }) => !reopened.has(report));
  await noteDeviations(
    tx,
    losses.map((loss) => ({ ...loss, owner: `service:${loss.service}` })),
    now,
  );
  await noteDeviations(
    tx,
    gone.map((loss) => ({ ...loss, kind: "report.lost", owner: "operator" })),
    now,
  );
}
