// What the portal sends by: its own database, the outbox it keeps sealed packages in, and the secret that tracking codes
// are derived from. The portal is a sender like any other.

import { postNow } from "../outbox/post.ts";
import { settleNow } from "../outbox/settle.ts";
import { Problem } from "../core/problem.ts";
import { sourceKeyOf, trackingCodeFor } from "../outbox/secret.ts";
import type { Sender } from "../outbox/sender.ts";
import type { Db } from "../pg/db.ts";
import { type Checked, checkedIn } from "./check.ts";
import type { Hub } from "./hub.ts";
import type { SentReport } from "./sent.ts";

export type Sending = {
  /** The portal's own: sessions and drafts. */
  readonly db: Db;
  /** With the outbox's database. */
  readonly sender: Sender;
  readonly secret: Buffer;
  readonly hub: Hub;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** How long a person waits for the hub when something is sent; afterwards the worker goes on alone. */
  readonly patienceMs: number;
};

/** The code that all deliveries of a draft are followed by. */
export function codeOf(
  { secret }: Pick<Sending, "secret">,
  { draftId }: Pick<SentReport, "draftId">,
): string {
  return trackingCodeFor(secret, draftId);
}

/** The same answers of the same draft to the same service are one package, however often they are sent. */
export function packageKey({ secret }: Sending, { draftId, hash }: SentReport, service: string): Buffer {
  return sourceKeyOf(secret, Buffer.from(`draft ${draftId} ${hash} ${service}`));
}

/** Posts packages that are kept, side by side, for as long as a person waits. What is not through stays in the outbox. */
export async function postSoon({ sender, patienceMs }: Sending, ids: readonly string[]): Promise<void> {
  const hurried = within(sender, patienceMs);
  const results = await Promise.allSettled(ids.map((id) => postNow(hurried, id)));
  for (const result of results)
    if (result.status === "rejected" && !isExpected(result.reason)) throw result.reason;
}

/**
 * Asks the hub anew what has become of reports it has taken, side by side and for `limitMs` at most. Its receipts go into
 * the outbox, checked; gives what the last look found of each that it told of.
 */
export async function askSoon(
  sender: Sender,
  ids: readonly string[],
  limitMs: number,
): Promise<Map<string, Checked>> {
  const hurried = within(sender, limitMs);
  const results = await Promise.allSettled(ids.map((id) => settleNow(hurried, id)));
  const told = new Map<string, Checked>();
  for (const result of results) {
    if (result.status === "rejected" && !isExpected(result.reason)) throw result.reason;
    const check = result.status === "fulfilled" ? checkedIn(result.value.check) : null;
    if (check && result.status === "fulfilled") told.set(result.value.id, check);
  }
  return told;
}

function within(sender: Sender, limitMs: number): Sender {
  const patience = AbortSignal.timeout(limitMs);
  return {
    ...sender,
    fetch: (url, { signal, ...init }) =>
      sender.fetch(url, { ...init, signal: signal ? AbortSignal.any([signal, patience]) : patience }),
  };
}

/** Away, or closed by a named person: the page after sending says it, and nothing here is left to be tried. */
function isExpected(reason: unknown): boolean {
  return reason instanceof Problem && ["hub.not-reached", "report.unknown"].includes(reason.code);
}
