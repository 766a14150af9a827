// Keeps the receipts of a report that the hub has recorded, as the receiver tells them. They are what the inbox says of
// where a report stands nationally; the receiver has checked their signatures, and only adds to them.
import { refuse } from "../core/problem.js";
import { receiptHash } from "../core/receipt.js";
import { jsonOrNull, valueOrNull } from "../wire/foreign.js";
import { readReceipt } from "../wire/receipt-v1.js";
import * as people from "./people-store.js";
import * as store from "./store.js";
const most = 200;
/**
 * Reads the body of `PUT /reports/{id}/receipts`. A receipt of a kind or form not known here is counted and left out:
 * a later version's receipt must not keep the others away. Refuses one for another report or service, and what is no list.
 */
export function readReceipts(service, id, body) {
    const value = jsonOrNull(body) ?? refuse("request.not-json");
    const given = value.receipts;
    if (!Array.isArray(given) || given.length > most)
        return refuse("request.bad-shape", "receipts");
    const receipts = given.flatMap((one) => valueOrNull(() => readReceipt(one)) ?? []);
    if (receipts.some((one) => one.service !== service))
        refuse("receipt.wrong-service");
    if (receipts.some((one) => one.reportId !== id))
        refuse("request.bad-shape", "a receipt for another report");
    return { receipts, unreadable: given.length - receipts.length };
}
/** Keeps them; the same again changes nothing. Refuses with `report.unknown` when the service has no such report. */
export async function keepReceipts(db, service, id, receipts, now) {
    if (!(await store.standingOf(db.read, service, id)))
        refuse("report.unknown");
    const rows = receipts.map((receipt) => ({
        hash: receiptHash(receipt),
        kind: receipt.kind,
        at: new Date(receipt.at),
        body: JSON.stringify(receipt),
    }));
    await db.begin((tx) => people.insertReceipts(tx, service, id, rows, now));
}
//# sourceMappingURL=keep-receipts.js.map