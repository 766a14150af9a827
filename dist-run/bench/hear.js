// How the sender hears what became of its reports: the hub's feed of the receipts for everything it has sent, in
// the order of the ledger. Only this file knows how the hub tells it.
import { readReceipt } from "../src/wire/receipt-v1.js";
import { call } from "./hub-door.js";
/** Short, so that stopping does not take long. */
const waitSeconds = 2;
/** Hands on every receipt as it enters the ledger, until stopped. */
export async function hear(hub, heard, stopped) {
    let after = -1;
    while (!stopped.aborted) {
        const news = (await call(hub, "GET", "/receipts", `?after=${after}&wait=${waitSeconds}`));
        for (const { receipt } of news.receipts)
            heard(readReceipt(receipt));
        after = news.next;
    }
}
//# sourceMappingURL=hear.js.map