// Asking another room, or a stranger's server, over HTTP: a time limit, a size limit, and a problem instead of
// a bare network error. Every call outwards goes through a `Fetch`, so that a test can break the road.
import { problems, refuse } from "../core/problem.js";
import { jsonOrNull } from "../wire/foreign.js";
/** The real road. */
export const overTheNetwork = (url, init) => fetch(url, init);
/**
 * Sends and reads the whole answer within `limitMs`. Network errors and time-outs become `unreached`
 * (`hub.not-reached` unless said otherwise).
 */
export async function ask(fetchIt, url, init, unreached = "hub.not-reached") {
    return (await answerOrNull(fetchIt, url, init)) ?? refuse(unreached, new URL(url).origin);
}
/** As `ask`, for whoever has something to say without an answer: null when there is none. */
export async function answerOrNull(fetchIt, url, init) {
    const { limitMs = 30_000, signal: stopped, ...rest } = init;
    const signal = AbortSignal.any([AbortSignal.timeout(limitMs), ...(stopped ? [stopped] : [])]);
    try {
        const response = await fetchIt(url, { ...rest, redirect: "error", signal });
        return {
            status: response.status,
            headers: response.headers,
            bytes: Buffer.from(await response.arrayBuffer()),
        };
    }
    catch {
        return null; // Why it was not reached is of no use to whoever asked; that it was not, is.
    }
}
/** The parsed JSON of an answer with a 2xx status; refuses with the problem the other side named, or `otherwise`. */
export function jsonOf(answer, otherwise) {
    const value = jsonOrNull(answer.bytes);
    if (answer.status >= 200 && answer.status < 300 && value !== null)
        return value;
    const named = value?.error;
    if (named !== undefined && named in problems)
        refuse(named);
    return refuse(otherwise, `status ${answer.status}`);
}
//# sourceMappingURL=client.js.map