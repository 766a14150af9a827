// A receipt as it goes into the database: its exact bytes, its hash, and the salted commitment to it that
// becomes a leaf of the ledger in the same transaction.
import { randomBytes } from "node:crypto";
import { canonicalText } from "../core/canonical.js";
import { commitmentOf } from "../core/ledger.js";
import { receiptHash, signReceipt } from "../core/receipt.js";
/** The entry for a receipt, with a fresh salt. The ledger commits to the receipt's canonical JSON in UTF-8. */
export function entryOf(receipt) {
    const salt = randomBytes(32);
    return {
        hash: receiptHash(receipt),
        report: receipt.reportId,
        kind: receipt.kind,
        body: JSON.stringify(receipt),
        salt,
        commitment: commitmentOf(salt, Buffer.from(canonicalText(receipt))),
    };
}
/** Signs a receipt with the hub's key. */
export function issue(hub, body) {
    return signReceipt(body, hub.key.keyId, hub.key.privateKey);
}
//# sourceMappingURL=entry.js.map