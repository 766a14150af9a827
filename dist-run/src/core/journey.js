// What a delivery's receipts add up to: how far it has come, who owes the next receipt by when, and whether
// the sender may let go. Nothing of this is stored: it is computed from the receipts and the clock, so a dead
// worker cannot hide a late report. Receipts are taken as verified; their order and repetition mean nothing.
import { assert } from "./problem.js";
import { receiptHash } from "./receipt.js";
import { addWorkingDays, hourMs, weekAfter } from "./schedule.js";
/** How strong a fact each receipt vouches for. 0: says nothing of how far the report has come. */
export const strengthOf = {
    accepted: 1,
    claimed: 2,
    stored: 3,
    confirmed: 4,
    registered: 4,
    opened: 5,
    declined: 0,
    returned: 0,
    printed: 0,
    proven: 0,
    erased: 0,
    reviewed: 0,
};
const claim = { from: "channel", owed: "claimed", within: { workingDays: "claim" } };
// Barnevernloven § 2-1, from the moment the hub accepted it: the strictest reading of when it was received.
const review = { from: "caseworker", owed: "opened", within: "week from accepted" };
/** Who owes what, how long after which receipt. A new kind of receipt, or channel, without a row does not compile. */
const debts = {
    accepted: {
        receiver: { from: "receiver", owed: "stored", within: { hours: 1 } },
        svarinn: claim,
        manual: claim,
    },
    claimed: onAny({ from: "person", owed: "confirmed", within: { workingDays: 1 } }),
    stored: onAny({ from: "receiver", owed: "registered", within: { hours: 4 } }),
    confirmed: onAny(review),
    registered: onAny(review),
    opened: onAny(null), // The last debt was a person's, and is paid.
    declined: onAny(null), // Opens no debt: it gives the open one an owner.
    returned: onAny(null), // As declined.
    printed: onAny(null), // Paper closes no case: the debt stands as it was.
    proven: onAny(null),
    erased: onAny(null),
    reviewed: onAny(null), // Not of one report.
};
function onAny(debt) {
    return { receiver: debt, svarinn: debt, manual: debt };
}
/** Adds up the receipts of one delivery. There must be one that says how far it has come, as `accepted` does. */
export function journeyOf(facts, now) {
    const receipts = onceByTime(facts.receipts);
    const reached = strongest(receipts);
    return {
        reached: reached.kind,
        receipts,
        owes: owedAfter(stageOf(reached, receipts), receipts, facts, now),
        senderMayRelease: receipts.some(provesCustody),
    };
}
function onceByTime(receipts) {
    const byHash = new Map(receipts.map((receipt) => [receiptHash(receipt), receipt]));
    return [...byHash]
        .sort(([hashA, a], [hashB, b]) => {
        if (a.at !== b.at)
            return a.at < b.at ? -1 : 1;
        return strengthOf[a.kind] - strengthOf[b.kind] || (hashA < hashB ? -1 : 1);
    })
        .map(([, receipt]) => receipt);
}
/** The earliest of the strongest: saying a thing again later does not move a limit. */
function strongest(receipts) {
    const first = receipts.reduce((best, next) => (strengthOf[next.kind] > (best ? strengthOf[best.kind] : 0) ? next : best), null);
    assert(first, "a journey has a receipt that says how far it has come");
    return first;
}
/**
 * The receipt that decides who owes the next one: the strongest, except where the receiver itself says
 * `claimed` beside `stored`. Its case system cannot give the bytes back, so `registered` will never come
 * from it, and a person must look.
 */
function stageOf(reached, receipts) {
    const claimed = receipts.find(({ kind, by }) => kind === "claimed" && by.role === "receiver");
    return reached.kind === "stored" && claimed ? claimed : reached;
}
function owedAfter(stage, receipts, facts, now) {
    const debt = debts[stage.kind][facts.channel];
    if (!debt)
        return null;
    const due = dueOf(debt.within, stage, receipts, facts.claimWorkingDays ?? 2);
    const from = ownerOf(debt, stage, receipts);
    return { from, owed: debt.owed, due: new Date(due).toISOString(), overdue: due < now };
}
function dueOf(within, stage, receipts, claimDays) {
    const since = Date.parse(stage.at);
    if (within === "week from accepted") {
        const accepted = receipts.find(({ kind }) => kind === "accepted");
        // Taken straight from SvarInn there is no `accepted`; then the first word of anyone starts the clock.
        return weekAfter(Date.parse((accepted ?? receipts[0] ?? stage).at));
    }
    if ("hours" in within)
        return since + within.hours * hourMs;
    return addWorkingDays(since, within.workingDays === "claim" ? claimDays : within.workingDays);
}
/**
 * A refusal leaves debt and limit as they are, but may give them another owner: a lasting one the service,
 * a return a named person until the new leg's own debt takes over.
 */
function ownerOf(debt, stage, receipts) {
    if (receipts.some(({ kind }) => kind === "returned"))
        return "person";
    const isMachine = debt.from === "receiver" || debt.from === "channel";
    // Before anybody stored it every refusal is about this leg, whatever two clocks say; after that only one
    // that is not older than the receipt it follows.
    const refusals = receipts.filter(({ kind, at, lasting }) => kind === "declined" && lasting && (stage.kind === "accepted" || at >= stage.at));
    return isMachine && refusals.length > 0 ? "service" : debt.from;
}
/** `claimed` is no proof. `erased` stands on receipts that were. */
function provesCustody({ kind, by }) {
    if (kind === "stored" || kind === "registered")
        return by.role === "receiver";
    return kind === "confirmed" || kind === "erased";
}
//# sourceMappingURL=journey.js.map