// A named person wants to know now whether a report is still there. Only pairs that the schedule does not need are
// used; while such a question is open, asking again reveals nothing more.

import { refuse } from "../core/problem.ts";
import { openAmong } from "./challenge-store.ts";
import { reveal } from "./challenge.ts";
import { waitingFor } from "./check-due.ts";
import type { Hub } from "./hub.ts";
import { lockDeliveries, receiptsOf } from "./receipt-store.ts";

export type Demanded = { readonly id: string; readonly service: string; readonly n: number };

/**
 * Reveals a challenge for a report on demand, or gives the one that is open. Refuses with `report.unknown`,
 * `proof.not-registered` or `proof.run-out`; the last is noted as well.
 */
export async function challengeNow(hub: Hub, id: string): Promise<Demanded> {
  const now = new Date(hub.clock());
  const demanded = await hub.db.begin(async (tx) => {
    const [delivery] = await lockDeliveries(tx, [id]);
    if (!delivery) return refuse("report.unknown");
    const kinds = (await receiptsOf(tx, [id])).map(({ body }) => (JSON.parse(body) as { kind: string }).kind);
    if (!kinds.includes("registered")) refuse("proof.not-registered");
    const [open] = await openAmong(tx, [id], "demand");
    const [asked] = open ? [open] : await reveal(tx, [{ report: id, purpose: "demand", step: null }], now);
    return asked ? { id, service: delivery.service, n: asked.n } : null;
  });
  // Refused only here: what was noted about it is to stay.
  if (!demanded) return refuse("proof.run-out");
  hub.waiting.wake(waitingFor(demanded.service));
  return demanded;
}
