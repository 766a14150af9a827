// A session's draft, opened under the session's key and sealed again. Every change locks the row: two tabs write to the
// same draft, and each keeps what the other wrote on other pages.

import { refuse } from "../core/problem.ts";
import { hourMs } from "../core/schedule.ts";
import type { Db, Read, Tx } from "../pg/db.ts";
import { openUnder, sealUnder } from "../web/sealed.ts";
import type { Session } from "../web/session.ts";
import { jsonOrNull } from "../wire/foreign.ts";
import type { Draft } from "./draft.ts";
import * as store from "./draft-store.ts";
import { answersHash } from "./form/deliveries.ts";
import type { SentReport } from "./sent.ts";

/** What a session has: a draft, or none; and what was sent from it, oldest first. */
export type Desk = { readonly draft: Draft | null; readonly sent: readonly SentReport[] };

/** What is enough of a session to open its draft. */
export type Holder = Pick<Session<unknown>, "id" | "key">;

export const idleMs = 24 * hourMs;

const nothing: Desk = { draft: null, sent: [] };

/** The session's draft and what was sent. One that has lain for a day counts as erased, whether it is yet or not. */
export async function deskOf(read: Read, holder: Holder, now: number): Promise<Desk> {
  const row = await store.draftOf(read, holder.id);
  return row ? opened(row, holder, now) : nothing;
}

/** When the session's draft is erased if nobody touches it, epoch milliseconds; null when it has none. */
export async function erasedAt(read: Read, { id }: Pick<Holder, "id">): Promise<number | null> {
  const row = await store.draftOf(read, id);
  return row && row.touchedAt.getTime() + idleMs;
}

/**
 * Changes the session's draft in a transaction of its own: `change` gets what is there, and gives what is to be. Its
 * idle time starts anew. Refuses with `session.over` when the session was ended meanwhile.
 */
export async function changeDesk<T>(
  db: Db,
  holder: Holder,
  now: number,
  change: (desk: Desk) => { readonly desk: Desk; readonly answer: T },
): Promise<T> {
  return db.begin(async (tx) => {
    await store.insertDraft(tx, holder.id, new Date(now));
    const row = await store.lockDraft(tx, holder.id);
    if (!row) return refuse("session.over");
    const { desk, answer } = change(opened(row, holder, now));
    await store.writeDraft(tx, holder.id, sealed(desk, holder, now));
    return answer;
  });
}

/**
 * Opens the draft of a session that is being given another id and key, and seals it for that, with what `change` makes
 * of it. In the transaction that moved the session: its row has the new id already.
 */
export async function moveDesk(
  tx: Tx,
  from: Holder,
  to: Holder,
  now: number,
  change: (desk: Desk) => Desk,
): Promise<void> {
  const row = await store.lockDraft(tx, to.id);
  if (row) await store.writeDraft(tx, to.id, sealed(change(opened(row, from, now)), to, now));
}

/** The hash of what a draft says, whatever its id. What was shown under one hash is what is sent. */
export function hashOf(draft: Draft): string {
  return answersHash({ ...draft, id: "" });
}

/** The report that was made from exactly what the draft says now; null when none was. */
export function sentFrom({ draft, sent }: Desk): SentReport | null {
  if (!draft) return null;
  const hash = hashOf(draft);
  // Changed and changed back again, across what was sent in between, the answers are still those of the first.
  const replaced = new Map(sent.map((one) => [one.draftId, one.replacedBy]));
  const leadsHere = (id: string | undefined): boolean =>
    id !== undefined && (id === draft.id || leadsHere(replaced.get(id)));
  return sent.findLast((one) => one.hash === hash && leadsHere(one.draftId)) ?? null;
}

function opened(row: store.DraftRow, holder: Holder, now: number): Desk {
  const isIdle = now - row.touchedAt.getTime() >= idleMs;
  const draft = isIdle ? null : open<Draft>(holder, "draft", row.answers);
  return { draft, sent: open<readonly SentReport[]>(holder, "sent", row.sent) ?? [] };
}

function sealed(desk: Desk, holder: Holder, now: number): store.DraftRow {
  return {
    answers: desk.draft && seal(holder, "draft", desk.draft),
    sent: desk.sent.length > 0 ? seal(holder, "sent", desk.sent) : null,
    touchedAt: new Date(now),
    packages: sentFrom(desk)?.deliveries.map(({ id }) => id) ?? [],
  };
}

function seal({ id, key }: Holder, what: string, value: unknown): Buffer {
  return sealUnder(key, `framme ${what} ${id}`, Buffer.from(JSON.stringify(value)));
}

function open<T>({ id, key }: Holder, what: string, bytes: Buffer | null): T | null {
  const plain = bytes && openUnder(key, `framme ${what} ${id}`, bytes);
  return plain && (jsonOrNull(plain) as T | null);
}
