// What could not even be taken over: an offer nobody may believe, bytes that are not the ones vouched for, a
// database that cannot keep a promise. The report stays with whoever has it. The database here may be the very
// thing that fails, so what is said about it is said at once and not kept.

import type { Problem } from "../core/problem.ts";
import type { Reason } from "../core/receipt.ts";
import { reasonOf } from "./decline.ts";
import type { Room, ServedService } from "./room.ts";
import { declinedReceipt, type Subject } from "./sign.ts";
import { postReceipts } from "./source/hub.ts";
import { sayFailed } from "./source/svarinn.ts";
import * as store from "./store.ts";

/** Why a report that is vouched for was not taken over; null where that says nothing about it (a lost connection). */
export function turnDownReason(error: unknown): Reason | null {
  const reason = reasonOf(error);
  return ["storage-full", "storage-not-durable", "corrupt"].includes(reason) ? reason : null;
}

/** Tells whoever has the report that it was not taken over now. `foreignId` is the forsendelse's, from SvarInn. */
export async function turnDown(
  room: Room,
  service: ServedService,
  subject: Subject,
  reason: Reason,
  foreignId: string | null,
): Promise<void> {
  const { source } = service;
  if (source.kind === "hub") {
    await postReceipts(source, [declinedReceipt(room, service, subject, reason, false)]);
  } else if (foreignId !== null) {
    await sayFailed(source, foreignId, `Meldingen kunne ikke lagres ennå (${reason}). Vi prøver igjen.`);
  }
}

/** Notes an offer that may not be believed. */
export async function noteBadOffer(room: Room, service: ServedService, error: Problem): Promise<void> {
  const deviation = { kind: "offer.refused", service: service.id, reportId: null, detail: error.code };
  await room.db.begin((tx) => store.noteDeviation(tx, deviation, room.clock()));
}
