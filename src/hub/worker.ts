// What the hub does without being asked: gives ledger leaves their places, and wakes receivers when something
// falls due for them. A step that fails is logged and comes round again; nothing is kept in memory between.

import { logFailure } from "../http/failure.ts";
import { sweepSessions } from "../web/session.ts";
import { wakeSenders } from "./feed.ts";
import type { Hub } from "./hub.ts";
import { noteLateClaims } from "./late-claims.ts";
import { wakeWhoIsDue } from "./offer.ts";
import { sessionAges } from "./people-sessions.ts";
import { sequencer } from "./sequence.ts";

const sequenceEveryMs = 100;
const wakeEveryMs = 500;
const claimsEveryMs = 60_000;
const sessionsEveryMs = 10 * 60_000;

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

  const loops = [
    repeat("hub sequence", sequenceEveryMs, sequenceAndTell(hub)),
    repeat("hub wake", wakeEveryMs, () => wakeWhoIsDue(hub)),
    repeat("hub late claims", claimsEveryMs, () => noteLateClaims(hub)),
    repeat("hub sessions", sessionsEveryMs, () => sweepSessions(hub.db, sessionAges, hub.clock())),
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

function pause(ms: number, stopping: Promise<void>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  return Promise.race([promise, stopping]).finally(() => clearTimeout(timer));
}
