// What a sender has not heard yet: the receipts of its own reports, in the order the ledger has them. Places in
// the ledger are given one after the other and never pass one by, so a sender that remembers the last place
// it has heard of misses nothing.

import { type Heard, receiptsAfter } from "./ledger-store.ts";
import type { Hub } from "./hub.ts";
import { proofsOf } from "./log-proof.ts";
import type { Turn } from "./waiting.ts";

export type FeedAsk = {
  /** The last place heard of; -1 from the beginning. */
  readonly after: number;
  readonly waitMs: number;
  /** Whether each receipt's proof in the ledger goes beside it. */
  readonly withProofs?: boolean;
};

/** Places that are looked at in one go. */
const most = 500;

/**
 * The next receipts for a submitter, as the answer's JSON; waits for some to come if there are none. `next` is
 * the last place that was looked at: nothing of theirs stands before it that they have not heard of.
 */
export async function feed(hub: Hub, submitter: string, ask: FeedAsk, gone?: AbortSignal): Promise<string> {
  const until = performance.now() + ask.waitMs;
  let { after } = ask;
  for (;;) {
    const turn = hub.waiting.begin(submitter);
    const heard = await heardOrWoken(hub, submitter, after, turn, until, gone).finally(turn.end);
    after = heard.upTo;
    const isOver = performance.now() >= until || gone?.aborted || hub.waiting.isClosed();
    if (heard.receipts.length > 0 || isOver) return answerOf(heard, await proofsWith(hub, heard, ask));
  }
}

/** The next receipts; waits for the turn where the end of the ledger was reached without any. */
async function heardOrWoken(
  hub: Hub,
  submitter: string,
  after: number,
  turn: Turn,
  until: number,
  gone?: AbortSignal,
): Promise<Heard> {
  const heard = await receiptsAfter(hub.db.read, submitter, after, most);
  const leftMs = until - performance.now();
  const isEnd = heard.upTo - after < most;
  if (heard.receipts.length === 0 && isEnd && leftMs > 0) await turn.within(leftMs, gone);
  return heard;
}

/** The proofs that were asked for, by the receipt's hash. */
async function proofsWith(hub: Hub, { receipts }: Heard, { withProofs }: FeedAsk): Promise<Proofs> {
  return withProofs
    ? proofsOf(
        hub,
        receipts.map(({ hash }) => hash),
      )
    : null;
}

type Proofs = Awaited<ReturnType<typeof proofsOf>> | null;

/** Receipts go out as the text they were issued as. */
function answerOf({ receipts, upTo }: Heard, proofs: Proofs): string {
  const listed = receipts.map(({ place, body, hash }) => {
    const beside = proofs ? `,"proof":${JSON.stringify(proofs.get(hash)?.proof ?? null)}` : "";
    return `{"place":${place},"receipt":${body}${beside}}`;
  });
  return `{"receipts":[${listed.join(",")}],"next":${upTo}}`;
}

/** Wakes the senders that wait, after the ledger has grown. */
export function wakeSenders(hub: Hub): void {
  for (const name of hub.waiting.services()) if (name.startsWith("submitter:")) hub.waiting.wake(name);
}
