// What the inbox does without being asked: it deletes sessions that are over. One that it has not come to yet opens
// nothing either.
import { logFailure } from "../http/failure.js";
import { sweepSessions } from "../web/session.js";
const everyMs = 10 * 60_000;
/** Starts it. `stop` lets a sweep under way finish. */
export function startWorker(db, ages, clock) {
    let sweeping = sweep();
    async function sweep() {
        try {
            await sweepSessions(db, ages, clock());
        }
        catch (error) {
            logFailure("inbox sweep", error);
        }
    }
    const timer = setInterval(() => {
        sweeping = sweeping.then(sweep);
    }, everyMs);
    return {
        stop: async () => {
            clearInterval(timer);
            await sweeping;
        },
    };
}
//# sourceMappingURL=worker.js.map