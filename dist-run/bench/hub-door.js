// The hub as the bench's sender meets it: it posts exact bytes and believes only receipts that the pinned hub key
// signed for those bytes.
import { refuse } from "../src/core/problem.js";
import { checkReceipt } from "../src/core/receipt.js";
import { assertionFor } from "../src/http/assertion.js";
import { ask, jsonOf, overTheNetwork } from "../src/http/client.js";
import { readReceipt } from "../src/wire/receipt-v1.js";
/** Posts a package; gives the `accepted` receipt. Refuses with `receipt.*` when it is not one for these bytes. */
export async function post(hub, sealed) {
    const { receipt } = (await call(hub, "POST", "/reports", "", sealed.bytes));
    const accepted = readReceipt(receipt);
    checkReceipt(accepted, hub.hubKey);
    if (accepted.kind !== "accepted")
        refuse("receipt.wrong-issuer");
    if (accepted.reportId !== sealed.id || accepted.sealedHash !== sealed.header.sealed.hash)
        refuse("receipt.wrong-content");
    return accepted;
}
/** Asks the hub as the submitter. The assertion is for the path without its query. */
export async function call({ origin, submitter }, method, path, query = "", body) {
    const request = body ? { method, path, body } : { method, path };
    const authorization = `Bearer ${await assertionFor(submitter, origin, request, Date.now())}`;
    const headers = { authorization, "content-type": "application/json" };
    const init = body ? { method, headers, body: new Uint8Array(body) } : { method, headers };
    return jsonOf(await ask(overTheNetwork, `${origin}${path}${query}`, init), "hub.refused");
}
//# sourceMappingURL=hub-door.js.map