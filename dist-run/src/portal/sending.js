// What the portal sends by: its own database, the outbox it keeps sealed packages in, and the secret that tracking codes
// are derived from. The portal is a sender like any other.
import { postNow } from "../outbox/post.js";
import { Problem } from "../core/problem.js";
import { sourceKeyOf, trackingCodeFor } from "../outbox/secret.js";
/** The code that all deliveries of a draft are followed by. */
export function codeOf({ secret }, { draftId }) {
    return trackingCodeFor(secret, draftId);
}
/** The same answers of the same draft to the same service are one package, however often they are sent. */
export function packageKey({ secret }, { draftId, hash }, service) {
    return sourceKeyOf(secret, Buffer.from(`draft ${draftId} ${hash} ${service}`));
}
/** Posts packages that are kept, side by side, for as long as a person waits. What is not through stays in the outbox. */
export async function postSoon({ sender, patienceMs }, ids) {
    const patience = AbortSignal.timeout(patienceMs);
    const hurried = {
        ...sender,
        fetch: (url, { signal, ...init }) => sender.fetch(url, { ...init, signal: signal ? AbortSignal.any([signal, patience]) : patience }),
    };
    const results = await Promise.allSettled(ids.map((id) => postNow(hurried, id)));
    for (const result of results)
        if (result.status === "rejected" && !isExpected(result.reason))
            throw result.reason;
}
/** Away, or closed by a named person: the page after sending says it, and nothing here is left to be tried. */
function isExpected(reason) {
    return reason instanceof Problem && ["hub.not-reached", "report.unknown"].includes(reason.code);
}
//# sourceMappingURL=sending.js.map