// What the hub has said of what was sent from a session, from the outbox's own store. A receipt counts only when one of
// the pinned keys has signed it for this very package; without one nothing was sent.
import { journeyOf } from "../core/journey.js";
import { packageOf, receiptsOf } from "../outbox/store.js";
import { pinnedKeys, verify } from "../outbox/verify.js";
/** How far each delivery has come; null when nothing was ever sealed of it. */
export async function stateOf(sender, report, now) {
    const states = await Promise.all(report.deliveries.map((delivery) => deliveryState(sender, delivery, now)));
    const known = states.filter((state) => state !== null);
    // Packages are kept all or none.
    return known.length === states.length && known.length > 0 ? { report, deliveries: known } : null;
}
/** Whether the hub has all of it. */
export function isAccepted({ deliveries }) {
    return deliveries.every(({ is }) => is === "accepted");
}
async function deliveryState(sender, delivery, now) {
    const kept = await packageOf(sender.db.read, delivery.id);
    if (!kept)
        return null;
    const receipts = await receiptsOf(sender.db.read, delivery.id);
    const receipt = await acceptedOf(sender, kept, receipts);
    if (receipt)
        return { delivery, is: "accepted", receipt, followed: followedBy(delivery, receipts, now) };
    return { delivery, is: kept.closedBy === null ? "kept" : "closed" };
}
/** The hub's receipt for a package, checked anew against the pinned keys: what may stand in for the answers themselves. */
export async function acceptedReceipt(sender, id) {
    const kept = await packageOf(sender.db.read, id);
    return kept && acceptedOf(sender, kept, await receiptsOf(sender.db.read, id));
}
async function acceptedOf(sender, kept, receipts) {
    // A false one beside it does not hide the true one.
    for (const receipt of receipts.filter(({ kind }) => kind === "accepted")) {
        const verdict = await verify(receipt, kept, pinnedKeys(sender));
        if (verdict.fault === null)
            return verdict.receipt;
    }
    return null;
}
/** Never told: that somebody opened it, or that it was returned, which could tell where a child has moved. */
const notTold = ["opened", "returned"];
function followedBy({ channel }, receipts, now) {
    const told = receipts.filter(({ kind }) => !notTold.includes(kind));
    const { reached, owes, receipts: ordered } = journeyOf({ channel, receipts: told }, now);
    return { reached, owes, receipts: ordered };
}
//# sourceMappingURL=receipts.js.map