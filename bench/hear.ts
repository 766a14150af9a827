// How the sender hears what became of its reports. Only this file knows how the hub tells it.

import { setTimeout as pause } from "node:timers/promises";
import type { Receipt } from "../src/core/receipt.ts";
import { readReceipt } from "../src/wire/receipt-v1.ts";
import { call, type HubDoor } from "./hub-door.ts";

const everyMs = 20;
const atOnce = 8;

/** Until stopped: asks after the reports that are waited for, and hands on every receipt there is. */
export async function hear(
  hub: HubDoor,
  waitedFor: () => readonly string[],
  heard: (receipt: Receipt) => void,
  stopped: AbortSignal,
): Promise<void> {
  while (!stopped.aborted) {
    const ids = waitedFor().values();
    const askInTurn = async () => {
      for (const id of ids) {
        const { receipts } = (await call(hub, "GET", `/reports/${id}/receipts`)) as { receipts: unknown[] };
        for (const receipt of receipts) heard(readReceipt(receipt));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, askInTurn));
    await pause(everyMs);
  }
}
