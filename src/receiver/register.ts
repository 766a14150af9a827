// Writes down that the case system has a report: the receipt, the end of the trying, and the booking of its way
// back, in one transaction. Several that are ready at once share it.

import type { Receipt } from "../core/receipt.ts";
import { nextOfferAt } from "../core/schedule.ts";
import { togetherFor } from "../pg/together.ts";
import type { Found } from "./finding.ts";
import type { Room, ServedService } from "./room.ts";
import { foundReceipt } from "./sign.ts";
import * as store from "./store.ts";
import { mostTogether } from "./take.ts";
import { issuedFor } from "./vouch.ts";

type ToRegister = { readonly service: ServedService; readonly found: Found };

const registerTogether = togetherFor(registerAll, { most: mostTogether });

/** Issues `registered`, or `claimed` where the exact bytes did not come back; or gives the one that stands. */
export function register(room: Room, service: ServedService, found: Found): Promise<Receipt> {
  return registerTogether(room, { service, found });
}

async function registerAll(room: Room, batch: readonly ToRegister[]): Promise<Receipt[]> {
  const issued = batch.map(({ service, found }) =>
    issuedFor(foundReceipt(room, service, found), found.report),
  );
  const turn = { over: "register", next: null, nextAt: nextOfferAt(1, room.clock()) } as const;
  const kept = await room.db.begin((tx) => store.keepReceipts(tx, issued, turn));
  return kept.map(({ receipt }) => receipt);
}
