// Writes down that a caseworker has opened a report: the receipt, the end of the trying, and the booking of its way
// back, in one transaction.
import { nextOfferAt } from "../core/schedule.js";
import { openingOf } from "./hear-openings.js";
import { openedReceipt } from "./sign.js";
import * as store from "./store.js";
/**
 * Issues `opened`. Gives the one that stands, where it is to go to the hub: SvarInn has no word for it, and there it
 * stands in this register alone. Null also while the report is not registered: then it comes round again.
 */
export async function signOpening(room, service, id) {
    const opening = await openingOf(room, service, id);
    if (!opening)
        return null;
    const isToReport = opening.source === "hub";
    const issued = [{ receipt: openedReceipt(room, service, opening), isToReport }];
    const turn = { over: "open", next: null, nextAt: nextOfferAt(1, room.clock()) };
    const [kept] = await room.db.begin((tx) => store.keepReceipts(tx, issued, turn));
    return isToReport && kept ? kept.receipt : null;
}
//# sourceMappingURL=sign-opening.js.map