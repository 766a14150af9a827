// What the hub does without being asked: gives ledger leaves their places, wakes receivers when something falls due
// for them, asks them to prove that they still have what they said, notes who is silent, and lets go of content when
// its time has come. A step that fails is logged and comes round again; nothing is kept in memory between.

import { logFailure } from "../http/failure.ts";
import { noteSilent, revealDue, wakeWhoIsAsked } from "./check-due.ts";
import { eraseNext, warnNearMaximum } from "./erase.ts";
import { wakeSenders } from "./feed.ts";
import type { Hub } from "./hub.ts";
import { wakeWhoIsDue } from "./offer.ts";
import { askRestored } from "./restored.ts";
import { sequencer } from "./sequence.ts";

const sequenceEveryMs = 100;
const wakeEveryMs = 500;
const eraseEveryMs = 60_000;
const erasedAtOnce = 20;
const warnEveryMs = 3_600_000;
const checkEveryMs = 1000;

/** Starts the loops. `stop` lets the steps under way finish. */
export function startWorker(hub: Hub): { stop(): Promise<void> } {
  const stopping = Promise.withResolvers<void>();
  let isStopping = false;

  async function repeat(event: string, everyMs: number, step: () => Promise<unknown>): Promise<void> {
    while (!isStopping) {
      try {
        await step();
      } catch (error) {
        logFailure(event, error);
      }
      await pause(everyMs, stopping.promise);
    }
  }

  /** One batch after the other, until there is nothing left. */
  async function untilNone(batch: () => Promise<number>): Promise<void> {
    while (!isStopping && (await batch()) > 0);
  }

  const loops = [
    repeat("hub sequence", sequenceEveryMs, sequenceAndTell(hub)),
    repeat("hub wake", wakeEveryMs, () => wakeWhoIsDue(hub)),
    repeat("hub erase", eraseEveryMs, () => eraseDue(hub)),
    repeat("hub maximum", warnEveryMs, () => warnNearMaximum(hub)),
    repeat("hub wake to answer", wakeEveryMs, () => wakeWhoIsAsked(hub)),
    repeat("hub check", checkEveryMs, () => untilNone(() => revealDue(hub))),
    repeat("hub ask restored", checkEveryMs, () => untilNone(() => askRestored(hub))),
    repeat("hub note silent", checkEveryMs, () => untilNone(() => noteSilent(hub))),
  ];
  return {
    stop: async () => {
      isStopping = true;
      stopping.resolve();
      await Promise.all(loops);
    },
  };
}

/** Senders hear of receipts when the ledger has them. */
function sequenceAndTell(hub: Hub): () => Promise<void> {
  const sequence = sequencer(hub);
  return async () => {
    if ((await sequence()) > 0) wakeSenders(hub);
  };
}

/** A few at a time: nothing hastens it, and acceptance has the same disk. */
async function eraseDue(hub: Hub): Promise<void> {
  for (let left = erasedAtOnce; left > 0; left -= 1) if ((await eraseNext(hub)) === null) return;
}

function pause(ms: number, stopping: Promise<void>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  return Promise.race([promise, stopping]).finally(() => clearTimeout(timer));
}
