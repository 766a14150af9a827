// What has been asked of a report's receiver, and whether a receipt answers it. `stored` and `registered` are believed
// only with the HMAC that the sender wrote down when it sealed the report: a word without it is refused, whoever signed
// it. Which pair is for what is fixed, so that an answer to one question is no answer to another.
import { sameSecret } from "../core/hash.js";
import { pairFor } from "../core/proof.js";
import { pairBytes } from "../core/report.js";
/** What is wrong with a receipt's proof by itself. */
export function faultInProof(asked, { kind, proof }) {
    const isToProve = kind === "stored" || kind === "registered";
    // Of a package of the first form nothing can be proven, and nothing may seem to be.
    if (!isToProve || !asked.facts.pairs)
        return proof ? "proof.not-asked" : null;
    if (!proof)
        return "proof.missing";
    const pair = pairOf(asked, kind, proof.n);
    if (!pair)
        return "proof.not-asked";
    const isRight = sameSecret(Buffer.from(proof.mac, "base64url"), pair.subarray(pairBytes / 2));
    return isRight ? null : "proof.wrong";
}
/** Whether another receipt of this kind has answered the same question: a question is answered once. */
export function isAnswered(held, { reportId, kind, proof }) {
    const isOne = (other) => other.reportId === reportId && other.kind === kind;
    return proof !== undefined && held.some((other) => isOne(other) && other.proof?.n === proof.n);
}
/** The pair that a receipt of this kind may answer, or null. */
function pairOf({ facts, again }, kind, n) {
    const at = n * pairBytes;
    if (n === pairFor[kind])
        return facts.pairs?.subarray(at, at + pairBytes) ?? null;
    return again.find((one) => one.report === facts.report && one.n === n)?.pair ?? null;
}
/** The question that follows a `stored` that the hub has: what `registered` is to answer. Null where there is none. */
export function questionAfter({ facts, again }, { kind, proof }) {
    if (kind !== "stored" || !facts.pairs || !proof)
        return null;
    const id = facts.report;
    const nonceIn = (pair) => pair.subarray(0, pairBytes / 2).toString("base64url");
    const anew = again.find((one) => one.report === id && one.n === proof.n);
    // Handed over anew: one question stands for both.
    if (anew)
        return { id, n: anew.n, nonce: nonceIn(anew.pair), purpose: "again" };
    const n = pairFor.registered;
    return { id, n, nonce: nonceIn(facts.pairs.subarray(n * pairBytes)), purpose: "registered" };
}
//# sourceMappingURL=asked.js.map