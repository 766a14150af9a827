// What is not controlled, as people see it: reports that were only claimed, what lists have against others, and what was
// said to be proven and is not. How late anything is comes from its receipts and the clock, never from a stored word.

import { claimsLateBefore, journeyOf } from "../core/journey.ts";
import type { Receipt } from "../core/receipt.ts";
import { silentAfterMs } from "../core/proof.ts";
import {
  type ClaimCounts,
  countByService,
  countClaims,
  type Disagreement,
  disagreements,
  lastList,
  type LastList,
  type WaitingClaim,
  waitingClaims,
} from "./claim-store.ts";
import type { Hub } from "./hub.ts";
import { receiptsOf } from "./receipt-store.ts";
import { type Unproven, unproven } from "./unproven-store.ts";

export const rowsOnPage = 50;
const mostOthers = 200;

export type ClaimRow = WaitingClaim & { readonly due: Date; readonly isLate: boolean };

export type ClaimsShown = {
  readonly counts: ClaimCounts;
  readonly rows: readonly ClaimRow[];
  readonly page: number;
  readonly pages: number;
  readonly disagreements: readonly Disagreement[];
  readonly unproven: readonly Unproven[];
  /** Null where several services are shown, or none has been compared. */
  readonly lastList: LastList | null;
  /** For whoever sees all services. */
  readonly byService: readonly { readonly service: string; readonly waiting: number }[];
};

/** What is not controlled of one service, or (null) of all. `page` counts from 1; beyond the last it is the last. */
export async function claimsShown(hub: Hub, service: string | null, asked: number): Promise<ClaimsShown> {
  const { read } = hub.db;
  const now = hub.clock();
  const counts = await countClaims(read, service, new Date(claimsLateBefore(now)));
  const pages = Math.max(1, Math.ceil(counts.waiting / rowsOnPage));
  const page = Math.min(asked, pages);
  const waiting = await waitingClaims(read, service, { limit: rowsOnPage, offset: (page - 1) * rowsOnPage });
  return {
    counts,
    page,
    pages,
    rows: await rowsOf(hub, waiting, now),
    disagreements: await disagreements(read, service, mostOthers),
    unproven: await unproven(read, service, new Date(now - silentAfterMs), mostOthers),
    lastList: service === null ? null : await lastList(read, service),
    byService: await countByService(read),
  };
}

async function rowsOf(hub: Hub, waiting: readonly WaitingClaim[], now: number): Promise<ClaimRow[]> {
  const rows = await receiptsOf(
    hub.db.read,
    waiting.map(({ report }) => report),
  );
  const receipts = Map.groupBy(
    rows.map(({ body }) => JSON.parse(body) as Receipt),
    ({ reportId }) => reportId,
  );
  return waiting.flatMap((one) => {
    const { owes } = journeyOf({ channel: one.channel, receipts: receipts.get(one.report) ?? [] }, now);
    // Between the two looks somebody may have found it.
    return owes?.owed === "confirmed" ? [{ ...one, due: new Date(owes.due), isLate: owes.overdue }] : [];
  });
}
