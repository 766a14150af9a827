// What the portal does without being asked: posts what is sealed and not with the hub yet, erases drafts that the hub has
// or that were left, and deletes sessions that are over. What fails is logged and comes round again.

import { setTimeout as wait } from "node:timers/promises";
import { logFailure } from "../http/failure.ts";
import { startOutbox } from "../outbox/worker.ts";
import { sweepSessions } from "../web/session.ts";
import { eraseAllAccepted, eraseAllIdle } from "./forget.ts";
import type { Gateways } from "./gateways.ts";
import { sendDueReminders } from "./remind.ts";
import type { Sending } from "./sending.ts";
import { sessionAges } from "./session.ts";

const eraseEveryMs = 5_000;
const sweepEveryMs = 60_000;

/** Starts the loops. `close` lets the steps under way finish. `gateways`: how reminders leave. */
export function startWorker(
  sending: Sending,
  gateways: Gateways = { mail: null, sms: null },
): { close(): Promise<void> } {
  const stop = new AbortController();
  const { db, clock, sender } = sending;
  const outbox = startOutbox(sender);
  const loops = [
    repeat("portal erase accepted", eraseEveryMs, () => eraseAllAccepted(sending), stop.signal),
    repeat("portal erase idle", sweepEveryMs, () => eraseAllIdle(sending, clock()), stop.signal),
    repeat("portal reminders", sweepEveryMs, () => sendDueReminders({ ...sending, gateways }), stop.signal),
    repeat("portal sessions", sweepEveryMs, () => sweepSessions(db, sessionAges, clock()), stop.signal),
  ];
  return {
    close: async () => {
      stop.abort();
      await Promise.all([outbox.close(), ...loops]);
    },
  };
}

async function repeat(
  event: string,
  everyMs: number,
  step: () => Promise<unknown>,
  stop: AbortSignal,
): Promise<void> {
  while (!stop.aborted) {
    try {
      await step();
    } catch (error) {
      logFailure(event, error);
    }
    await pause(everyMs, stop);
  }
}

async function pause(forMs: number, stop: AbortSignal): Promise<void> {
  try {
    await wait(forMs, undefined, { signal: stop });
  } catch {
    // Stopped: the loop sees it.
  }
}
