// What the hub does without being asked: gives ledger leaves their places, and wakes receivers when something
// falls due for them. A step that fails is logged and comes round again; nothing is kept in memory between.
import { logFailure } from "../http/failure.js";
import { wakeSenders } from "./feed.js";
import { wakeWhoIsDue } from "./offer.js";
import { sequencer } from "./sequence.js";
const sequenceEveryMs = 100;
const wakeEveryMs = 500;
/** Starts the loops. `stop` lets the steps under way finish. */
export function startWorker(hub) {
    const stopping = Promise.withResolvers();
    let isStopping = false;
    async function repeat(event, everyMs, step) {
        while (!isStopping) {
            try {
                await step();
            }
            catch (error) {
                logFailure(event, error);
            }
            await pause(everyMs, stopping.promise);
        }
    }
    const loops = [
        repeat("hub sequence", sequenceEveryMs, sequenceAndTell(hub)),
        repeat("hub wake", wakeEveryMs, () => wakeWhoIsDue(hub)),
    ];
    return {
        stop: async () => {
            isStopping = true;
            stopping.resolve();
            await Promise.all(loops);
        },
    };
}
/** Senders hear of receipts when the ledger has them. */
function sequenceAndTell(hub) {
    const sequence = sequencer(hub);
    return async () => {
        if ((await sequence()) > 0)
            wakeSenders(hub);
    };
}
function pause(ms, stopping) {
    const { promise, resolve } = Promise.withResolvers();
    const timer = setTimeout(resolve, ms);
    return Promise.race([promise, stopping]).finally(() => clearTimeout(timer));
}
//# sourceMappingURL=worker.js.map