// The sender's loop: posts what is due, asks for receipts, and goes on whatever happens. Each attempt is booked
// before it is made, so an error here costs that attempt and nothing else.
import { setTimeout as wait } from "node:timers/promises";
import { Problem } from "../core/problem.js";
import { log } from "../http/log.js";
import { postNext } from "./post.js";
import { settleNext } from "./settle.js";
import { publishedKeys } from "./verify.js";
const usualPace = { lanes: 4, limit: 500 };
/** Posts everything that is due. An attempt that fails is in the answer, and comes round again. */
export async function postDue(sender, pace = usualPace) {
    return drain("outbox.post", pace, () => postNext(sender));
}
/** Asks for the receipts of everything whose turn it is, and releases what may be. */
export async function settleDue(sender, pace = usualPace) {
    const keys = publishedKeys(sender);
    return drain("outbox.settle", pace, () => settleNext(sender, keys));
}
async function drain(event, pace, next) {
    const results = [];
    let left = pace.limit;
    const lane = async () => {
        while (left > 0) {
            left -= 1;
            const result = await attempt(event, next);
            if (result === null)
                return;
            results.push(result);
            if (result.outcome === "failed")
                return; // The others would likely fail too; next round.
        }
    };
    await Promise.all(Array.from({ length: pace.lanes }, lane));
    return results;
}
async function attempt(event, next) {
    try {
        return await next();
    }
    catch (error) {
        const code = error instanceof Problem ? error.code : "internal";
        log.warn({ event, code, places: placesOf(error) });
        return { outcome: "failed", code };
    }
}
/** The places an error passed, without its message: a message may quote what it choked on. */
function placesOf(error) {
    if (error instanceof Problem || !(error instanceof Error))
        return [];
    return (error.stack ?? "")
        .split("\n")
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 12);
}
/** Runs until closed. `pauseMs` lies between two rounds; a round that had something to do is followed at once. */
export function startOutbox(sender, pace = usualPace, pauseMs = 1000) {
    const stop = new AbortController();
    const running = run(sender, pace, pauseMs, stop.signal);
    return {
        close: () => {
            stop.abort();
            return running;
        },
    };
}
async function run(sender, pace, pauseMs, stop) {
    while (!stop.aborted) {
        const done = [...(await postDue(sender, pace)), ...(await settleDue(sender, pace))];
        const isIdle = done.every(({ outcome }) => outcome === "failed");
        if (isIdle)
            await pause(pauseMs, stop);
    }
}
async function pause(forMs, stop) {
    try {
        await wait(forMs, undefined, { signal: stop });
    }
    catch {
        // Stopped: the loop sees it.
    }
}
//# sourceMappingURL=worker.js.map