// A session's draft, opened under the session's key and sealed again. Every change locks the row: two tabs write to the
// same draft, and each keeps what the other wrote on other pages.
import { refuse } from "../core/problem.js";
import { hourMs } from "../core/schedule.js";
import { openUnder, sealUnder } from "../web/sealed.js";
import { jsonOrNull } from "../wire/foreign.js";
import * as store from "./draft-store.js";
import { answersHash } from "./form/deliveries.js";
export const idleMs = 24 * hourMs;
const nothing = { draft: null, sent: [] };
/** The session's draft and what was sent. One that has lain for a day counts as erased, whether it is yet or not. */
export async function deskOf(read, holder, now) {
    const row = await store.draftOf(read, holder.id);
    return row ? opened(row, holder, now) : nothing;
}
/** When the session's draft is erased if nobody touches it, epoch milliseconds; null when it has none. */
export async function erasedAt(read, { id }) {
    const row = await store.draftOf(read, id);
    return row && row.touchedAt.getTime() + idleMs;
}
/**
 * Changes the session's draft in a transaction of its own: `change` gets what is there, and gives what is to be. Its
 * idle time starts anew. Refuses with `session.over` when the session was ended meanwhile.
 */
export async function changeDesk(db, holder, now, change) {
    return db.begin(async (tx) => {
        await store.insertDraft(tx, holder.id, new Date(now));
        const row = await store.lockDraft(tx, holder.id);
        if (!row)
            return refuse("session.over");
        const { desk, answer } = change(opened(row, holder, now));
        await store.writeDraft(tx, holder.id, sealed(desk, holder, now));
        return answer;
    });
}
/**
 * Opens the draft of a session that is being given another id and key, and seals it for that, with what `change` makes
 * of it. In the transaction that moved the session: its row has the new id already.
 */
export async function moveDesk(tx, from, to, now, change) {
    const row = await store.lockDraft(tx, to.id);
    if (row)
        await store.writeDraft(tx, to.id, sealed(change(opened(row, from, now)), to, now));
}
/** The hash of what a draft says, whatever its id. What was shown under one hash is what is sent. */
export function hashOf(draft) {
    return answersHash({ ...draft, id: "" });
}
/** The report that was made from exactly what the draft says now; null when none was. */
export function sentFrom({ draft, sent }) {
    if (!draft)
        return null;
    const hash = hashOf(draft);
    // Changed and changed back again, across what was sent in between, the answers are still those of the first.
    const replaced = new Map(sent.map((one) => [one.draftId, one.replacedBy]));
    const leadsHere = (id) => id !== undefined && (id === draft.id || leadsHere(replaced.get(id)));
    return sent.findLast((one) => one.hash === hash && leadsHere(one.draftId)) ?? null;
}
function opened(row, holder, now) {
    const isIdle = now - row.touchedAt.getTime() >= idleMs;
    const draft = isIdle ? null : open(holder, "draft", row.answers);
    return { draft, sent: open(holder, "sent", row.sent) ?? [] };
}
function sealed(desk, holder, now) {
    return {
        answers: desk.draft && seal(holder, "draft", desk.draft),
        sent: desk.sent.length > 0 ? seal(holder, "sent", desk.sent) : null,
        touchedAt: new Date(now),
        packages: sentFrom(desk)?.deliveries.map(({ id }) => id) ?? [],
    };
}
function seal({ id, key }, what, value) {
    return sealUnder(key, `framme ${what} ${id}`, Buffer.from(JSON.stringify(value)));
}
function open({ id, key }, what, bytes) {
    const plain = bytes && openUnder(key, `framme ${what} ${id}`, bytes);
    return plain && jsonOrNull(plain);
}
//# sourceMappingURL=keep-draft.js.map