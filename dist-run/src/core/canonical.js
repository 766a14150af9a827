// One value, one sequence of bytes: the form in which things are signed and hashed. A subset of RFC 8785
// (JSON Canonicalization Scheme): keys sorted by UTF-16 code unit, no white space, safe integers only,
// because other numbers and `undefined` could be written in two ways.
import { assert } from "./problem.js";
/** Canonical JSON text of a value. Keys whose value is undefined are left out, as JSON.stringify does. */
export function canonicalText(value) {
    if (value === null || typeof value === "boolean" || typeof value === "string")
        return JSON.stringify(value);
    if (typeof value === "number") {
        assert(Number.isSafeInteger(value), "numbers that are signed are safe integers");
        return String(value);
    }
    if (Array.isArray(value))
        return `[${value.map(canonicalText).join(",")}]`;
    assert(isPlain(value), "only JSON values can be signed"); // A Date or a Buffer would be signed as {}.
    const entries = Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalText(item)}`).join(",")}}`;
}
function isPlain(value) {
    if (typeof value !== "object" || value === null)
        return false;
    const prototype = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
}
/** Canonical bytes (UTF-8) of a value, after a label that says what is being signed: label, LF, JSON. */
export function canonicalBytes(label, value) {
    return Buffer.from(`${label}\n${canonicalText(value)}`, "utf8");
}
//# sourceMappingURL=canonical.js.map