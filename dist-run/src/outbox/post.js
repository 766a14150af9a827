// Posts a package's exact bytes to the hub until its receipt is here. The next attempt is booked before this one
// is made, and there is no last: whatever happens to this one, the package comes round again.
import { refuse } from "../core/problem.js";
import { hourMs, nextOfferAt } from "../core/schedule.js";
import { jsonOrNull } from "../wire/foreign.js";
import { askHub, refusalIn } from "./sender.js";
import { appendReceipt, bookPost, bytesOf, lockDueToPost, lockPackage, noteAccepted, noteRefusal, receiptsOf, } from "./store.js";
import { pinnedKeys, verify } from "./verify.js";
/** A refusal of these statuses stands until somebody does something, so that the next attempts come slowly. */
const lastingStatuses = [400, 403, 404, 409, 413, 415, 422];
const slowlyMs = hourMs;
/**
 * Posts the package whose turn it is; null when none is due. Refuses with `hub.not-reached`, and then the next
 * attempt is booked all the same.
 */
export async function postNext(sender) {
    const now = sender.clock();
    const due = await sender.db.begin(async (tx) => {
        const found = await lockDueToPost(tx, new Date(now));
        if (found)
            await bookPost(tx, found.id, new Date(nextOfferAt(found.posts + 1, now)));
        return found;
    });
    return due ? post(sender, due) : null;
}
/** Posts one package now, due or not; one that has its receipt gives it again without asking. */
export async function postNow(sender, id) {
    const now = sender.clock();
    const found = await sender.db.begin(async (tx) => {
        const held = (await lockPackage(tx, id)) ?? refuse("report.unknown");
        if (held.nextPostAt)
            await bookPost(tx, id, new Date(nextOfferAt(held.posts + 1, now)));
        return held;
    });
    if (found.nextPostAt)
        return post(sender, found);
    const receipt = (await receiptsOf(sender.db.read, id)).findLast(({ kind }) => kind === "accepted");
    return receipt ? { id, outcome: "accepted", receipt } : refuse("report.unknown", "closed by hand");
}
async function post(sender, sent) {
    const bytes = (await bytesOf(sender.db.read, sent.id)) ?? refuse("report.unknown", "closed by hand");
    const answer = await askHub(sender, "POST", "/reports", Buffer.from(bytes));
    const refusal = refusalIn(answer);
    if (refusal)
        return refused(sender, sent, refusal, lastingStatuses.includes(answer.status));
    const verdict = await verdictOn(answer, sender, sent);
    if (verdict.fault !== null)
        return refused(sender, sent, verdict.fault, false);
    return accepted(sender, sent, verdict.receipt);
}
/** Only the hub itself can accept, so only its pinned keys will do. */
async function verdictOn(answer, sender, sent) {
    const body = jsonOrNull(answer.bytes);
    const verdict = await verify(body?.receipt, sent, pinnedKeys(sender));
    if (verdict.fault === null && verdict.receipt.kind !== "accepted")
        return { fault: "receipt.bad-form" };
    return verdict;
}
async function accepted(sender, { id }, receipt) {
    const now = sender.clock();
    await sender.db.begin(async (tx) => {
        await appendReceipt(tx, receipt, new Date(now));
        await noteAccepted(tx, id, new Date(nextOfferAt(1, now)));
    });
    return { id, outcome: "accepted", receipt };
}
async function refused(sender, sent, code, lasting) {
    const now = sender.clock();
    const nextPostAt = lasting ? now + slowlyMs : nextOfferAt(sent.posts + 1, now);
    const refusal = { code, at: new Date(now), nextPostAt: new Date(nextPostAt) };
    await sender.db.begin((tx) => noteRefusal(tx, sent.id, refusal));
    return { id: sent.id, outcome: "refused", code, lasting };
}
//# sourceMappingURL=post.js.map