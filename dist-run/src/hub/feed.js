// What a sender has not heard yet: the receipts of its own reports, in the order the ledger has them. Places in
// the ledger are given one after the other and never pass one by, so a sender that remembers the last place
// it has heard of misses nothing.
import { receiptsAfter } from "./ledger-store.js";
/** Places that are looked at in one go. */
const most = 500;
/**
 * The next receipts for a submitter, as the answer's JSON; waits for some to come if there are none. `next` is
 * the last place that was looked at: nothing of theirs stands before it that they have not heard of.
 */
export async function feed(hub, submitter, ask, gone) {
    const until = performance.now() + ask.waitMs;
    let { after } = ask;
    for (;;) {
        const turn = hub.waiting.begin(submitter);
        const heard = await heardOrWoken(hub, submitter, after, turn, until, gone).finally(turn.end);
        after = heard.upTo;
        const isOver = performance.now() >= until || gone?.aborted || hub.waiting.isClosed();
        if (heard.receipts.length > 0 || isOver)
            return answerOf(heard);
    }
}
/** The next receipts; waits for the turn where the end of the ledger was reached without any. */
async function heardOrWoken(hub, submitter, after, turn, until, gone) {
    const heard = await receiptsAfter(hub.db.read, submitter, after, most);
    const leftMs = until - performance.now();
    const isEnd = heard.upTo - after < most;
    if (heard.receipts.length === 0 && isEnd && leftMs > 0)
        await turn.within(leftMs, gone);
    return heard;
}
/** Receipts go out as the text they were issued as. */
function answerOf({ receipts, upTo }) {
    const listed = receipts.map(({ place, body }) => `{"place":${place},"receipt":${body}}`);
    return `{"receipts":[${listed.join(",")}],"next":${upTo}}`;
}
/** Wakes the senders that wait, after the ledger has grown. */
export function wakeSenders(hub) {
    for (const name of hub.waiting.services())
        if (name.startsWith("submitter:"))
            hub.waiting.wake(name);
}
//# sourceMappingURL=feed.js.map