// Reads a receipt that came over the wire. Only the form is checked here; the signature and the issuer's
// right are checked against a key, in core/receipt.ts. Unknown fields are refused: they would not be signed for.
import { refuse } from "../core/problem.js";
import { receiptKinds } from "../core/receipt.js";
const parties = ["hub", "receiver", "channel", "caseworker", "person"];
const reasons = [
    "cannot-open",
    "corrupt",
    "not-ours",
    "storage-full",
    "storage-not-durable",
    "case-system-refused",
    "case-system-not-reached",
    "channel-temporary",
    "channel-permanent",
];
const isText = (value) => typeof value === "string" && value.length > 0 && value.length <= 200;
const isHash = (value) => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
const isUuid = (value) => typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
const isTime = (value) => typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
const isMac = (value) => typeof value === "string" && /^[\w-]{43}$/.test(value);
const isPair = (value) => Number.isInteger(value) && value >= 0 && value < 64;
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
const required = {
    v: (value) => value === 1,
    kind: (value) => receiptKinds.includes(value),
    reportId: isUuid,
    service: isText,
    serial: isCount,
    at: isTime,
    by: (value) => fits(value, { role: (role) => parties.includes(role), id: isText }, {}),
    sealedHash: isHash,
    key: (value) => typeof value === "string" && /^[0-9a-f]{32}$/.test(value),
    signature: (value) => typeof value === "string" && /^[\w-]{86}$/.test(value),
};
const optional = {
    contentHash: isHash,
    reference: isText,
    reason: (value) => reasons.includes(value),
    lasting: (value) => typeof value === "boolean",
    storage: (value) => fits(value, { systemId: isText, timeline: isCount, committedAt: isText, flushedTo: isText }, {}),
    proof: (value) => fits(value, { n: isPair, mac: isMac }, {}),
    restsOn: (value) => Array.isArray(value) && value.length <= 200 && value.every(isHash),
    software: isText,
};
function fits(value, must, may) {
    if (typeof value !== "object" || value === null || Array.isArray(value))
        return false;
    const fields = value;
    const missing = Object.keys(must).some((name) => !(name in fields));
    const wrong = Object.entries(fields).some(([name, item]) => !(must[name] ?? may[name])?.(item));
    return !missing && !wrong;
}
/** Reads one receipt, or refuses with `receipt.bad-form`. */
export function readReceipt(value) {
    if (!fits(value, required, optional))
        refuse("receipt.bad-form");
    return value;
}
//# sourceMappingURL=receipt-v1.js.map