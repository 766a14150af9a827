// How the sender hears what became of its reports: the hub's feed of the receipts for everything it has sent, in
// the order of the ledger. Only this file knows how the hub tells it.

import type { Receipt } from "../src/core/receipt.ts";
import { readReceipt } from "../src/wire/receipt-v1.ts";
import { call, type HubDoor } from "./hub-door.ts";

/** Short, so that stopping does not take long. */
const waitSeconds = 2;

type Heard = { readonly receipts: readonly { readonly receipt: unknown }[]; readonly next: number };

/** Hands on every receipt as it enters the ledger, until stopped. */
export async function hear(
  hub: HubDoor,
  heard: (receipt: Receipt) => void,
  stopped: AbortSignal,
): Promise<void> {
  let after = -1;
  while (!stopped.aborted) {
    const news = (await call(hub, "GET", "/receipts", `?after=${after}&wait=${waitSeconds}`)) as Heard;
    for (const { receipt } of news.receipts) heard(readReceipt(receipt));
    after = news.next;
  }
}
