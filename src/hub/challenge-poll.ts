// Tells receivers what they are to prove. As with offers, the next telling is booked and committed before this one is
// sent; an answer that is lost costs nothing but time.

import type { Ground } from "../core/ground.ts";
import type { Challenge } from "../core/proof.ts";
import { nextOfferAt } from "../core/schedule.ts";
import { tellDue } from "./challenge-store.ts";
import { waitingFor } from "./check-due.ts";
import type { Hub } from "./hub.ts";
import { meetGround } from "./restored.ts";
import type { Turn } from "./waiting.ts";

export type Question = {
  readonly waitMs: number;
  readonly limit: number;
  /** What the receiver's database says of itself; null where it does not say. */
  readonly ground: Ground | null;
};

/** Waits after telling 1, 2, …; the last is the longest. */
const waits = Array.from({ length: 16 }, (_, index) => nextOfferAt(index + 1, 0));

/** The challenges that are due for the service; waits for one to come if none is. */
export async function challengesFor(
  hub: Hub,
  service: string,
  question: Question,
  gone?: AbortSignal,
): Promise<Challenge[]> {
  if (question.ground) await meetGround(hub, service, question.ground);
  const until = performance.now() + question.waitMs;
  for (;;) {
    const turn = hub.waiting.begin(waitingFor(service));
    const told = await toldOrWoken(hub, service, question.limit, turn, until, gone).finally(turn.end);
    const isOver = performance.now() >= until || gone?.aborted || hub.waiting.isClosed();
    if (told.length > 0 || isOver) return told;
  }
}

/** What is due now; if nothing is, waits for the turn before saying so. */
async function toldOrWoken(
  hub: Hub,
  service: string,
  limit: number,
  turn: Turn,
  until: number,
  gone?: AbortSignal,
): Promise<Challenge[]> {
  const now = new Date(hub.clock());
  const rows = await hub.db.begin((tx) => tellDue(tx, { service, limit, waits }, now));
  const leftMs = until - performance.now();
  if (rows.length === 0 && leftMs > 0) await turn.within(leftMs, gone);
  return rows.map((row) => ({ ...row, nonce: row.nonce.toString("base64url") }));
}
