// What a sender has not heard yet: the receipts of its own reports, in the order the ledger has them. Places in
// the ledger are given one after the other and never pass one by, so a sender that remembers the last place
// it has heard of misses nothing.

import { type HeardReceipt, receiptsAfter } from "./ledger-store.ts";
import type { Hub } from "./hub.ts";
import type { Turn } from "./waiting.ts";

export type FeedAsk = {
  /** The last place heard of; -1 from the beginning. */
  readonly after: number;
  readonly waitMs: number;
};

const most = 500;

/** The next receipts for a submitter, as the answer's JSON; waits for some to come if there are none. */
export async function feed(hub: Hub, submitter: string, ask: FeedAsk, gone?: AbortSignal): Promise<string> {
  const until = performance.now() + ask.waitMs;
  for (;;) {
    const turn = hub.waiting.begin(submitter);
    const rows = await heardOrWoken(hub, submitter, ask.after, turn, until, gone).finally(turn.end);
    const isOver = performance.now() >= until || gone?.aborted || hub.waiting.isClosed();
    if (rows.length > 0 || isOver) return answerOf(rows, ask.after);
  }
}

async function heardOrWoken(
  hub: Hub,
  submitter: string,
  after: number,
  turn: Turn,
  until: number,
  gone?: AbortSignal,
): Promise<HeardReceipt[]> {
  const rows = await receiptsAfter(hub.db.read, submitter, after, most);
  const leftMs = until - performance.now();
  if (rows.length === 0 && leftMs > 0) await turn.within(leftMs, gone);
  return rows;
}

/** Receipts go out as the text they were issued as. */
function answerOf(rows: readonly HeardReceipt[], after: number): string {
  const receipts = rows.map(({ place, body }) => `{"place":${place},"receipt":${body}}`);
  return `{"receipts":[${receipts.join(",")}],"next":${rows.at(-1)?.place ?? after}}`;
}

/** Wakes the senders that wait, after the ledger has grown. */
export function wakeSenders(hub: Hub): void {
  for (const name of hub.waiting.services()) if (name.startsWith("submitter:")) hub.waiting.wake(name);
}
