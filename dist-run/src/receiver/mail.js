// Receipts on their way back. One carrier for each service; what comes while it is out goes together next time.
// Nothing is safe only here: each receipt is in the database with its next attempt booked.
import { receiptHash } from "../core/receipt.js";
import { mayBeOneOfThem, noteRefused, reportBack } from "./report-back.js";
/** A service's outgoing mail, empty. */
export function mailFor(room, service, attempt, hear = async () => undefined) {
    return { room, service, attempt, waiting: new Map(), hear, round: null };
}
/** Puts a receipt in the mail, and sends the carrier out if it is in. */
export function sendBack(mail, receipt) {
    if (!receipt || (mail.service.source.kind === "svarinn" && hasNoWordInSvarInn(receipt)))
        return;
    mail.waiting.set(receiptHash(receipt), receipt);
    mail.round ??= carryAll(mail);
}
/** SvarInn knows an acknowledgement and a failure. */
function hasNoWordInSvarInn({ kind }) {
    return kind === "stored" || kind === "opened";
}
async function carryAll(mail) {
    const batchMax = mail.service.source.kind === "hub" ? 64 : 1;
    while (mail.waiting.size > 0) {
        const batch = [...mail.waiting].slice(0, batchMax).map(([hash, receipt]) => ({ hash, receipt }));
        for (const { hash } of batch)
            mail.waiting.delete(hash);
        await carryBatch(mail, batch);
    }
    mail.round = null; // In the same breath as the look at `waiting`, so that none slips in between.
}
async function carryBatch(mail, batch) {
    const { room, service, attempt } = mail;
    const ids = { service: service.id, receipts: batch.length };
    const error = await attempt("receiver.report-back", ids, async () => {
        await mail.hear(await reportBack(room, service, batch));
    });
    if (error === null || !mayBeOneOfThem(error))
        return;
    const [only] = batch;
    if (batch.length > 1)
        for (const one of batch)
            await carryBatch(mail, [one]);
    else if (only)
        await attempt("receiver.note", ids, () => noteRefused(room, service, only, error));
}
//# sourceMappingURL=mail.js.map