// Says `stored` of a report that was read back. To the hub it is said with an answer to its question, made from the
// content of the very bytes that came back, so a report is opened before it can be said to be stored: what nobody here
// can open is held, but not vouched for.
import { answerTo } from "../core/proof.js";
import { refuse } from "../core/problem.js";
import { canonicalContent } from "../core/report.js";
import { nextOfferAt } from "../core/schedule.js";
import { onSolidGround } from "../pg/ground.js";
import { togetherFor } from "../pg/together.js";
import { open } from "./open.js";
import { canBeShown } from "./sealed-report.js";
import { storedReceipt } from "./sign.js";
import * as store from "./store.js";
import { mostTogether } from "./take.js";
/** Opens what must be opened to answer; null where nothing can be asked. Refuses as `open` does. */
export async function openToAnswer(room, service, held) {
    return canBeShown(held.report) ? open(room, service, held.report) : null;
}
const vouchTogether = togetherFor(vouchAll, { most: mostTogether });
/**
 * Issues the `stored` receipt of a report that was read back, or gives the one that stands. `opened` comes from
 * `openToAnswer`. Refuses with `proof.awaited` while the hub has not asked.
 */
export async function vouch(room, service, held, opened) {
    return vouchTogether(room, { service, held, proof: opened ? answerOf(held, opened) : null });
}
function answerOf({ question }, { files }) {
    const { n, nonce } = question ?? refuse("proof.awaited");
    return { n, mac: answerTo(nonce, canonicalContent(files)) };
}
async function vouchAll(room, batch) {
    const issued = batch.map(({ service, held, proof }) => issuedFor(storedReceipt(room, service, held, proof), held.report));
    const turn = { over: "prove", next: "register", nextAt: nextOfferAt(1, room.clock()) };
    const kept = await room.db.begin((tx) => onSolidGround(tx, () => store.keepReceipts(tx, issued, turn)));
    return kept.map(({ receipt }) => receipt);
}
/** A receipt and whether it goes back to where the report came from. SvarInn has no word for `stored`. */
export function issuedFor(receipt, { envelope }) {
    return { receipt, isToReport: envelope.source === "hub" || receipt.kind !== "stored" };
}
//# sourceMappingURL=vouch.js.map