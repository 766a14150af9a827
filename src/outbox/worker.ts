// The sender's loop: posts what is due, asks for receipts, states what was accepted, and goes on whatever happens. Each attempt is booked
// before it is made, so an error here costs that attempt and nothing else.

import { setTimeout as wait } from "node:timers/promises";
import { Problem } from "../core/problem.ts";
import { log } from "../http/log.ts";
import { type Posted, postNext } from "./post.ts";
import type { Sender } from "./sender.ts";
import { type Settled, settleNext } from "./settle.ts";
import { type Round, stateNextDays } from "./state-sent.ts";
import { publishedKeys } from "./verify.ts";

/** How many at a time, and at most how many in one go. */
export type Pace = { readonly lanes: number; readonly limit: number };
export type Failed = { readonly outcome: "failed"; readonly code: string };

const usualPace: Pace = { lanes: 4, limit: 500 };

/** Posts everything that is due. An attempt that fails is in the answer, and comes round again. */
export async function postDue(sender: Sender, pace = usualPace): Promise<(Posted | Failed)[]> {
  return drain("outbox.post", pace, () => postNext(sender));
}

/** Asks for the receipts of everything whose turn it is, and releases what may be. */
export async function settleDue(sender: Sender, pace = usualPace): Promise<(Settled | Failed)[]> {
  const keys = publishedKeys(sender);
  return drain("outbox.settle", pace, () => settleNext(sender, keys));
}

/** States the days whose turn it is, and has posted again what the hub has lost. */
async function stateOnce(sender: Sender, round: Round): Promise<void> {
  await attempt("outbox.state", async () => {
    const { again, gone } = await stateNextDays(sender, round);
    if (again.length > 0) log.warn({ event: "statement.hub-lost", again: again.length });
    if (gone.length > 0) log.error({ event: "statement.hub-lost", gone: gone.length });
    return null;
  });
}

async function drain<T extends { readonly outcome: string }>(
  event: string,
  pace: Pace,
  next: () => Promise<T | null>,
): Promise<(T | Failed)[]> {
  const results: (T | Failed)[] = [];
  let left = pace.limit;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      const result = await attempt(event, next);
      if (result === null) return;
      results.push(result);
      if (result.outcome === "failed") return; // The others would likely fail too; next round.
    }
  };
  await Promise.all(Array.from({ length: pace.lanes }, lane));
  return results;
}

async function attempt<T>(event: string, next: () => Promise<T | null>): Promise<T | Failed | null> {
  try {
    return await next();
  } catch (error) {
    const code = error instanceof Problem ? error.code : "internal";
    log.warn({ event, code, places: placesOf(error) });
    return { outcome: "failed", code };
  }
}

/** The places an error passed, without its message: a message may quote what it choked on. */
function placesOf(error: unknown): string[] {
  if (error instanceof Problem || !(error instanceof Error)) return [];
  return (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
}

/** Runs until closed. `pauseMs` lies between two rounds; a round that had something to do is followed at once. */
export function startOutbox(sender: Sender, pace = usualPace, pauseMs = 1000): { close(): Promise<void> } {
  const stop = new AbortController();
  const running = run(sender, pace, pauseMs, stop.signal);
  return {
    close: () => {
      stop.abort();
      return running;
    },
  };
}

const stateFirstMs = 10_000;
const stateEveryMs = 60_000;

async function run(sender: Sender, pace: Pace, pauseMs: number, stop: AbortSignal): Promise<void> {
  const round: Round = { before: null };
  let stateAt = performance.now() + stateFirstMs;
  while (!stop.aborted) {
    if (performance.now() >= stateAt) {
      stateAt = performance.now() + stateEveryMs;
      await stateOnce(sender, round);
    }
    const done = [...(await postDue(sender, pace)), ...(await settleDue(sender, pace))];
    const isIdle = done.every(({ outcome }) => outcome === "failed");
    if (isIdle) await pause(pauseMs, stop);
  }
}

async function pause(forMs: number, stop: AbortSignal): Promise<void> {
  try {
    await wait(forMs, undefined, { signal: stop });
  } catch {
    // Stopped: the loop sees it.
  }
}
