// Writes down that the case system has a report: the receipt, the end of the trying, and the booking of its way
// back, in one transaction.

import type { Receipt } from "../core/receipt.ts";
import type { Found } from "./finding.ts";
import type { Room, ServedService } from "./room.ts";
import { foundReceipt } from "./sign.ts";
import * as store from "./store.ts";
import { bookReporting } from "./take.ts";

/** Issues `registered`, or `claimed` where the exact bytes did not come back; or gives the one that stands. */
export async function register(room: Room, service: ServedService, found: Found): Promise<Receipt> {
  const receipt = foundReceipt(room, service, found);
  return room.db.begin(async (tx) => {
    const kept = await store.keepReceipt(tx, receipt);
    const isRegistered = store.settle(tx, "register", [found.report.id]);
    const next = kept.isNew ? bookReporting(room, tx, found.report, receipt) : null;
    await Promise.all([isRegistered, next]);
    return kept.receipt;
  });
}
