// A receipt is one party's signed word for a durable fact. Receipts are the only events: every status shown
// anywhere is computed from them. Their signed bytes must never change meaning once issued.
import { canonicalBytes } from "./canonical.js";
import { sha256Hex } from "./hash.js";
import { refuse } from "./problem.js";
import { signatureFits, signValue } from "./signature.js";
export const receiptKinds = [
    "accepted",
    "claimed",
    "confirmed",
    "stored",
    "registered",
    "opened",
    "declined",
    "returned",
    "printed",
    "proven",
    "erased",
    "reviewed",
];
/**
 * Who may issue which receipt. A `person` is a named one at the service (or, for `reviewed`, at whoever
 * compared). A receiver may say `claimed` when its case system cannot give the exact bytes back.
 */
export const mayIssue = {
    accepted: ["hub"],
    claimed: ["channel", "receiver"],
    confirmed: ["person", "receiver"],
    stored: ["receiver"],
    registered: ["receiver"],
    opened: ["caseworker"],
    declined: ["receiver", "channel"],
    returned: ["receiver"],
    printed: ["hub"],
    proven: ["hub"],
    erased: ["hub"],
    reviewed: ["person"],
};
const label = "framme receipt v1";
/** Signs a receipt. The key must be Ed25519 and `keyId` its id. */
export function signReceipt(body, keyId, privateKey) {
    const signed = { ...body, key: keyId };
    return { ...signed, signature: signValue(label, signed, privateKey) };
}
/** The receipt's own hash, signature included: its name in the ledger and in a repeat. */
export function receiptHash(receipt) {
    return sha256Hex(canonicalBytes(label, receipt));
}
/** Whether the signature is right. Says nothing about whether the key's owner may issue this kind. */
export function receiptSignatureFits(receipt, publicKey) {
    const { signature, ...signed } = receipt;
    return signatureFits(label, signed, publicKey, signature);
}
/**
 * Checks that a receipt is signed by this key and that its issuer's role may issue this kind.
 * Refuses with `receipt.bad-signature` or `receipt.wrong-issuer`.
 */
export function checkReceipt(receipt, publicKey) {
    if (!receiptSignatureFits(receipt, publicKey))
        refuse("receipt.bad-signature");
    if (!mayIssue[receipt.kind].includes(receipt.by.role))
        refuse("receipt.wrong-issuer");
}
//# sourceMappingURL=receipt.js.map