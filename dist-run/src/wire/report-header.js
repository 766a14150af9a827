// The header of a sealed package: a closed list (docs/protocol.md). A field that is not in it is refused, so that
// nothing of a report can slip past the seal in a field somebody added. In its second form the storage-proof pairs
// travel beside it, for the hub alone: a receiver that has seen them could answer without having the report.
import { refuse } from "../core/problem.js";
import { proofPairCount } from "../core/report.js";
import { signatureFits, signValue } from "../core/signature.js";
export const matches = (pattern) => (value) => typeof value === "string" && pattern.test(value);
const isHash = matches(/^[0-9a-f]{64}$/);
export const isKey = matches(/^[0-9a-f]{32}$/);
const isSize = (value) => Number.isSafeInteger(value) && value >= 0;
const isOneOf = (...allowed) => (value) => allowed.includes(value);
const isListOf = (check, atMost) => (value) => Array.isArray(value) && value.length <= atMost && value.every(check);
/** An object of exactly these fields. */
export const is = (shape) => (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
        return false;
    const names = Object.keys(value);
    if (names.length !== Object.keys(shape).length)
        return false;
    return names.every((name) => shape[name]?.(value[name]));
};
const isSealed = is({ size: isSize, hash: isHash, key: isKey });
const isPair = (value) => Array.isArray(value) && value.length === 2 && value.every(matches(/^[\w-]{43}$/));
const facts = {
    id: matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    service: matches(/^[a-z0-9-]{1,60}$/),
    municipality: matches(/^\d{4}$/),
    district: matches(/^\d{2}$/),
    kind: isOneOf("private", "professional"),
    protocol: isOneOf("V1", "V2"),
    sealedAt: matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    submitter: matches(/^submitter:[a-z0-9-]{1,60}$/),
    sealed: isSealed,
    paper: isSealed,
    files: isListOf(is({ name: isOneOf("bekymringsmelding.json", "bekymringsmelding.pdf"), size: isSize, hash: isHash }), 2),
    contentHash: isHash,
    trackingHash: isHash,
    flags: isListOf(isOneOf("schema-deviation", "downgraded-to-v1", "identity-number-unusual"), 3),
};
const isSecondForm = is({ ...facts, v: (value) => value === 2, pairsHash: isHash });
const arePairs = (value) => isListOf(isPair, proofPairCount)(value) && value.length === proofPairCount;
const isFirstForm = is({ ...facts, v: (value) => value === 1, pairs: arePairs });
const isFirstFormAsTold = is({ ...facts, v: (value) => value === 1 });
/** A header as its submitter signed it, of either form. */
export const isSignedHeader = (value) => isSecondForm(value) || isFirstForm(value);
/** Checks the form of a header that came without its package, as in an offer. Refuses with `report.bad-header`. */
export function readHeader(value) {
    if (!isSignedHeader(value) && !isFirstFormAsTold(value))
        refuse("report.bad-header");
    return value;
}
/** The text of a header of the first form as it may be told: without its pairs. */
export function withoutPairs(header) {
    const { pairs: _, ...told } = JSON.parse(header);
    return JSON.stringify(told);
}
const labelOf = ({ v }) => `framme report header v${v}`;
/** The submitter's signature over a header. */
export function signHeader(header, privateKey) {
    return signValue(labelOf(header), header, privateKey);
}
/** Whether the submitter's signature fits the header. It never fits one whose pairs have been taken out. */
export function headerSignatureFits(header, signature, publicKey) {
    return signatureFits(labelOf(header), header, publicKey, signature);
}
//# sourceMappingURL=report-header.js.map