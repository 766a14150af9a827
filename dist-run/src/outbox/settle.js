// Asks the hub what has become of a package, and lets its bytes go once the receipts prove that somebody else
// holds the report. A hub that no longer knows a report it has given a receipt for has lost it: then the same
// bytes are posted again.
import { journeyOf } from "../core/journey.js";
import { refuse } from "../core/problem.js";
import { nextOfferAt } from "../core/schedule.js";
import { jsonOrNull } from "../wire/foreign.js";
import { askHub, refusalIn } from "./sender.js";
import { appendReceipt, bookAsk, lockDueToAsk, lockPackage, postAgain, receiptsOf, release, } from "./store.js";
import { publishedKeys, verify } from "./verify.js";
const channels = ["receiver", "svarinn", "manual"];
/**
 * Settles the package whose turn it is; null when none is due. The next time is booked first. Refuses with
 * `hub.not-reached`.
 */
export async function settleNext(sender, keys = publishedKeys(sender)) {
    const now = sender.clock();
    const due = await sender.db.begin(async (tx) => {
        const found = await lockDueToAsk(tx, new Date(now));
        if (found)
            await bookAsk(tx, found.id, new Date(nextOfferAt(found.asks + 1, now)));
        return found;
    });
    return due ? settle(sender, due, keys) : null;
}
/** Settles one package now, due or not. Refuses with `report.unknown` and `hub.not-reached`. */
export async function settleNow(sender, id, keys = publishedKeys(sender)) {
    const now = sender.clock();
    const found = await sender.db.begin(async (tx) => {
        const held = (await lockPackage(tx, id)) ?? refuse("report.unknown");
        if (held.nextAskAt)
            await bookAsk(tx, id, new Date(nextOfferAt(held.asks + 1, now)));
        return held;
    });
    return settle(sender, found, keys);
}
async function settle(sender, sent, keys) {
    const answer = await askHub(sender, "GET", `/reports/${sent.id}/receipts`);
    const refusal = refusalIn(answer);
    if (refusal === "report.unknown")
        return lost(sender, sent);
    if (refusal)
        return { id: sent.id, outcome: "refused", faults: [refusal] };
    const body = jsonOrNull(answer.bytes);
    if (!Array.isArray(body?.receipts) || !channels.includes(String(body.channel)))
        return { id: sent.id, outcome: "refused", faults: ["hub.refused"] };
    const verdicts = await Promise.all(body.receipts.map((value) => verify(value, sent, keys)));
    const receipts = verdicts.flatMap((verdict) => (verdict.fault === null ? [verdict.receipt] : []));
    const faults = verdicts.flatMap((verdict) => (verdict.fault === null ? [] : [verdict.fault]));
    const isReleased = await record(sender, sent, receipts, body.channel);
    return { id: sent.id, outcome: isReleased ? "released" : "kept", faults };
}
async function lost(sender, { id }) {
    await sender.db.begin((tx) => postAgain(tx, id, new Date(sender.clock())));
    return { id, outcome: "lost-by-hub", faults: ["report.unknown"] };
}
/** Adds the receipts, and releases the bytes in the same transaction when they prove that others hold the report. */
async function record(sender, { id }, receipts, channel) {
    const now = sender.clock();
    return sender.db.begin(async (tx) => {
        for (const receipt of receipts)
            await appendReceipt(tx, receipt, new Date(now));
        const all = await receiptsOf(tx, id);
        const mayRelease = journeyOf({ channel, receipts: all }, now).senderMayRelease;
        if (mayRelease)
            await release(tx, id, new Date(now), null);
        return mayRelease;
    });
}
//# sourceMappingURL=settle.js.map