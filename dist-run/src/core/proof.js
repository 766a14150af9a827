// Storage challenges: the hub reveals one nonce at a time, and only whoever still has every byte of the report can
// answer it. Which pair is for what is fixed, so that no answer can be used for another question.
import { hmacSha256 } from "./hash.js";
import { assert } from "./problem.js";
import { proofPairCount } from "./report.js";
import { hourMs, minuteMs } from "./schedule.js";
/** The pairs that each have one purpose, always the same. */
export const pairFor = { stored: 0, registered: 1 };
/** The first pair of those that are revealed as they are needed. */
export const firstFreePair = 2;
/** How long after `registered` each check of the schedule comes. */
export const scheduleMs = [
    minuteMs,
    hourMs,
    24 * hourMs,
    7 * 24 * hourMs,
    30 * 24 * hourMs,
];
/** Pairs that only the schedule may use. */
export const reservedForSchedule = 10;
/** The answer to a nonce (base64url), over the canonical content: `canonicalContent` of what was read back. */
export function answerTo(nonce, content) {
    return hmacSha256(Buffer.from(nonce, "base64url"), content).toString("base64url");
}
/** Pairs as they are kept: nonce and HMAC of each, 64 bytes, one after the other. */
export function pairIn(pairs, n) {
    assert(pairs.length === proofPairCount * 64 && n >= 0 && n < proofPairCount, "there are 64 pairs");
    const text = (from) => Buffer.from(pairs.subarray(from, from + 32)).toString("base64url");
    return { nonce: text(n * 64), mac: text(n * 64 + 32) };
}
/**
 * The next pair to reveal, or null when this purpose may have no more: the report cannot be checked further. `used`
 * counts the pairs from `firstFreePair` on that have been revealed.
 */
export function nextPair(purpose, used) {
    const n = firstFreePair + used.schedule + used.other;
    if (n >= proofPairCount)
        return null;
    if (purpose === "schedule")
        return n;
    const free = proofPairCount - firstFreePair - reservedForSchedule;
    return used.other < free ? n : null;
}
//# sourceMappingURL=proof.js.map