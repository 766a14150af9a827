// What a reporter sees with a tracking code: how far, when, and who owes what next. Roles only; no child, place,
// service or number. A wrong code, a malformed one and one that has been closed cost and answer the same.
import { sha256Hex } from "../core/hash.js";
import { journeyOf, strengthOf } from "../core/journey.js";
import { refuse } from "../core/problem.js";
import { trackingHashOf } from "../core/tracking.js";
import { followedBy, insertClosedCode, receiptsOf } from "./receipt-store.js";
/**
 * Closes a code for good: from now on it answers as one that never was, also for what is posted under it later.
 * A code nobody has is written down just the same, so that closing takes as long and tells as little.
 */
export async function closeCode(hub, code) {
    await hub.db.begin((tx) => insertClosedCode(tx, hashOf(code), new Date(hub.clock())));
}
/** A malformed code is looked up like any other, under a hash that no report has. */
function hashOf(code) {
    return trackingHashOf(code) ?? sha256Hex("not a tracking code", code);
}
/** The report's way so far, and of each delivery if there are several; the top level is the least advanced. */
export async function follow(hub, code) {
    const reports = await followedBy(hub.db.read, hashOf(code));
    if (reports.length === 0)
        refuse("tracking-code.unknown");
    const rows = await receiptsOf(hub.db.read, reports.map(({ report }) => report));
    const now = hub.clock();
    const deliveries = reports.map((delivery) => {
        const bodies = rows
            .filter((row) => row.report === delivery.report)
            .map(({ body }) => JSON.parse(body));
        return shown(delivery, bodies, now);
    });
    return { ...leastAdvanced(deliveries), deliveries };
}
/**
 * That a report was returned could tell where a child has moved: nobody is told. That it was opened is told to
 * professionals only; whoever reports as a private person has a right to the confirmation (§ 13-3) and no more.
 */
function shown({ channel, kind }, receipts, now) {
    const hidden = kind === "professional" ? ["returned"] : ["returned", "opened"];
    // Who owes what is told as if the hidden had not happened, or a debt that moves or is paid would tell it.
    const told = receipts.filter((receipt) => !hidden.includes(receipt.kind));
    const journey = journeyOf({ channel, receipts: told }, now);
    const isHidden = journey.owes !== null && hidden.includes(journey.owes.owed);
    return {
        reached: journey.reached,
        receipts: journey.receipts.map(({ kind, at, by }) => ({ kind, at, by: by.role })),
        owes: isHidden ? null : journey.owes,
    };
}
function leastAdvanced(deliveries) {
    return deliveries.reduce((least, next) => strengthOf[next.reached] < strengthOf[least.reached] ? next : least);
}
//# sourceMappingURL=follow.js.map