// Receipts on their way back. One carrier for each service; what comes while it is out goes together next time.
// Nothing is safe only here: each receipt is in the database with its next attempt booked.

import type { Challenge } from "../core/proof.ts";
import { type Receipt, receiptHash } from "../core/receipt.ts";
import { mayBeOneOfThem, noteRefused, reportBack } from "./report-back.ts";
import type { Attempt, Room, ServedService } from "./room.ts";
import type * as store from "./store.ts";

export type Mail = {
  readonly room: Room;
  readonly service: ServedService;
  readonly attempt: Attempt;
  readonly waiting: Map<string, Receipt>;
  /** Hears what the hub asks when it has a `stored`. */
  readonly hear: (asked: readonly Challenge[]) => Promise<void>;
  /** The carrier's present round, or null when it is in. */
  round: Promise<void> | null;
};

/** A service's outgoing mail, empty. */
export function mailFor(
  room: Room,
  service: ServedService,
  attempt: Attempt,
  hear: Mail["hear"] = async () => undefined,
): Mail {
  return { room, service, attempt, waiting: new Map(), hear, round: null };
}

/** Puts a receipt in the mail, and sends the carrier out if it is in. */
export function sendBack(mail: Mail, receipt: Receipt | null): void {
  if (!receipt || (mail.service.source.kind === "svarinn" && hasNoWordInSvarInn(receipt))) return;
  mail.waiting.set(receiptHash(receipt), receipt);
  mail.round ??= carryAll(mail);
}

/** SvarInn knows an acknowledgement and a failure. */
function hasNoWordInSvarInn({ kind }: Receipt): boolean {
  return kind === "stored" || kind === "opened";
}

async function carryAll(mail: Mail): Promise<void> {
  const batchMax = mail.service.source.kind === "hub" ? 64 : 1;
  while (mail.waiting.size > 0) {
    const batch = [...mail.waiting].slice(0, batchMax).map(([hash, receipt]) => ({ hash, receipt }));
    for (const { hash } of batch) mail.waiting.delete(hash);
    await carryBatch(mail, batch);
  }
  mail.round = null; // In the same breath as the look at `waiting`, so that none slips in between.
}

async function carryBatch(mail: Mail, batch: readonly store.Outgoing[]): Promise<void> {
  const { room, service, attempt } = mail;
  const ids = { service: service.id, receipts: batch.length };
  const error = await attempt("receiver.report-back", ids, async () => {
    await mail.hear(await reportBack(room, service, batch));
  });
  if (error === null || !mayBeOneOfThem(error)) return;
  const [only] = batch;
  if (batch.length > 1) for (const one of batch) await carryBatch(mail, [one]);
  else if (only) await attempt("receiver.note", ids, () => noteRefused(room, service, only, error));
}
