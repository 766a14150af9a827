// What the hub does without being asked: gives ledger leaves their places, has the ledger co-signed and looks through it,
// and wakes receivers when something falls due for them. A step that fails is logged and comes round again; nothing is kept in memory between.

import { Problem } from "../core/problem.ts";
import { logFailure } from "../http/failure.ts";
import { wakeSenders } from "./feed.ts";
import type { Hub } from "./hub.ts";
import { auditor } from "./log-audit.ts";
import { cosigner } from "./log-cosign.ts";
import { stopLog } from "./log-judge.ts";
import { wakeWhoIsDue } from "./offer.ts";
import { sequencer } from "./sequence.ts";

const sequenceEveryMs = 100;
const wakeEveryMs = 500;
const cosignEveryMs = 2000;
const auditEveryMs = 1000;

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
        await noteBroken(hub, error);
      }
      await pause(everyMs, stopping.promise);
    }
  }

  const loops = [
    repeat("hub sequence", sequenceEveryMs, sequenceAndTell(hub)),
    repeat("hub wake", wakeEveryMs, () => wakeWhoIsDue(hub)),
    repeat("hub co-sign", cosignEveryMs, cosigner(hub)),
    repeat("hub audit", auditEveryMs, auditor(hub)),
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

/** A ledger that is found broken stops growing, and the hub says so. What it accepts is kept, and waits for its place. */
async function noteBroken(hub: Hub, error: unknown): Promise<void> {
  if (!(error instanceof Problem) || error.code !== "ledger.broken") return;
  try {
    await stopLog(hub, { code: error.code, detail: error.detail ?? "" });
  } catch (unwritten) {
    logFailure("hub note", unwritten);
  }
}

function pause(ms: number, stopping: Promise<void>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  return Promise.race([promise, stopping]).finally(() => clearTimeout(timer));
}
