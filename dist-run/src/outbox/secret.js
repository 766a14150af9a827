// What a sender derives from its one secret: whether a file was sent before, and the tracking code of a report.
// Keyed, so that its store tells nobody what was sent, and so that nothing readable has to be kept for either.
import { hmacSha256 } from "../core/hash.js";
import { trackingCodeOf } from "../core/tracking.js";
/** Tells a file apart from others. `again` counts how often the sender has asked to send the same file anew. */
export function sourceKeyOf(secret, file, again = 0) {
    return hmacSha256(secret, `source ${again}\n`, file);
}
/** The tracking code of a report. The same secret and id give the same code, so it can be shown again. */
export function trackingCodeFor(secret, id) {
    return trackingCodeOf(hmacSha256(secret, `tracking ${id}`).subarray(0, 16));
}
//# sourceMappingURL=secret.js.map