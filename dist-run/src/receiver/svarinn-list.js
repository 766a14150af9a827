// Looks through what a SvarInn server has waiting: what is new is to be fetched, what was spoilt is to be fetched
// again, and what is done with but still listed is to be acknowledged again.
import { receiptHash } from "../core/receipt.js";
import { heldAmong } from "./forsendelse-store.js";
import { listMax, listWaiting } from "./source/svarinn.js";
import * as store from "./store.js";
/** A server that encrypts anew at each download gives other bytes each time: so many are tried, then a person must look. */
const copiesMax = 3;
/** Asks the server what waits, and says what to fetch. */
export async function lookThrough(room, service, door, stopped) {
    const { waiting, unreadable } = await listWaiting(door, stopped);
    const ids = waiting.map((one) => one.reportId);
    const held = new Map((await heldAmong(room.db.read, service.id, ids)).map((facts) => [facts.id, facts]));
    if (unreadable > 0)
        await note(room, service, "svarinn.unreadable-entry");
    const fresh = waiting.filter((one) => !held.has(one.reportId));
    if (fresh.length === 0 && waiting.length + unreadable >= listMax)
        await note(room, service, "svarinn.list-full");
    for (const one of waiting)
        if (held.get(one.reportId)?.isFinished)
            await acknowledgeAgain(room, one.reportId);
    const spoilt = waiting.flatMap((forsendelse) => {
        const facts = held.get(forsendelse.reportId);
        const isToFetch = facts?.isSpoilt && !facts.isFinished && facts.copies < copiesMax;
        return isToFetch ? [{ forsendelse, copy: facts.copies + 1 }] : [];
    });
    return [...fresh.map((forsendelse) => ({ forsendelse, copy: 1 })), ...spoilt];
}
/** A report that is done with and still listed: our acknowledgement has not arrived, or the server forgot it. */
async function acknowledgeAgain(room, reportId) {
    const receipts = await store.receiptsOf(room.db.read, reportId);
    const last = receipts.findLast((receipt) => receipt.kind === "registered" || receipt.kind === "claimed");
    if (!last)
        return;
    await room.db.begin((tx) => store.book(tx, "report", receiptHash(last), last.service, room.clock(), 0));
}
async function note(room, service, kind) {
    const deviation = { kind, service: service.id, reportId: null, detail: "" };
    await room.db.begin((tx) => store.noteDeviation(tx, deviation, room.clock()));
}
//# sourceMappingURL=svarinn-list.js.map