// What could not even be taken over: an offer nobody may believe, bytes that are not the ones vouched for, a
// database that cannot keep a promise. The report stays with whoever has it. The database here may be the very
// thing that fails, so what is said about it is said at once and not kept.
import { reasonOf } from "./decline.js";
import { declinedReceipt } from "./sign.js";
import { postReceipts } from "./source/hub.js";
import { sayFailed } from "./source/svarinn.js";
import * as store from "./store.js";
/** Why a report that is vouched for was not taken over; null where that says nothing about it (a lost connection). */
export function turnDownReason(error) {
    const reason = reasonOf(error);
    return ["storage-full", "storage-not-durable", "corrupt"].includes(reason) ? reason : null;
}
/** Tells whoever has the report that it was not taken over now. `foreignId` is the forsendelse's, from SvarInn. */
export async function turnDown(room, service, subject, reason, foreignId) {
    const { source } = service;
    if (source.kind === "hub") {
        await postReceipts(source, [declinedReceipt(room, service, subject, reason, false)]);
    }
    else if (foreignId !== null) {
        await sayFailed(source, foreignId, `Meldingen kunne ikke lagres ennå (${reason}). Vi prøver igjen.`);
    }
}
/** Notes an offer that may not be believed. */
export async function noteBadOffer(room, service, error) {
    const deviation = { kind: "offer.refused", service: service.id, reportId: null, detail: error.code };
    await room.db.begin((tx) => store.noteDeviation(tx, deviation, room.clock()));
}
//# sourceMappingURL=turn-down.js.map