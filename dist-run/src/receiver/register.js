// Writes down that the case system has a report: the receipt, the end of the trying, and the booking of its way
// back, in one transaction. Several that are ready at once share it.
import { nextOfferAt } from "../core/schedule.js";
import { togetherFor } from "../pg/together.js";
import { foundReceipt } from "./sign.js";
import * as store from "./store.js";
import { mostTogether } from "./take.js";
import { issuedFor } from "./vouch.js";
const registerTogether = togetherFor(registerAll, { most: mostTogether });
/** Issues `registered`, or `claimed` where the exact bytes did not come back; or gives the one that stands. */
export function register(room, service, found) {
    return registerTogether(room, { service, found });
}
async function registerAll(room, batch) {
    const issued = batch.map(({ service, found }) => issuedFor(foundReceipt(room, service, found), found.report));
    const turn = { over: "register", next: null, nextAt: nextOfferAt(1, room.clock()) };
    const kept = await room.db.begin((tx) => store.keepReceipts(tx, issued, turn));
    return kept.map(({ receipt }) => receipt);
}
//# sourceMappingURL=register.js.map