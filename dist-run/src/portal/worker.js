// What the portal does without being asked: posts what is sealed and not with the hub yet, erases drafts that the hub has
// or that were left, and deletes sessions that are over. What fails is logged and comes round again.
import { setTimeout as wait } from "node:timers/promises";
import { logFailure } from "../http/failure.js";
import { startOutbox } from "../outbox/worker.js";
import { sweepSessions } from "../web/session.js";
import { eraseAllAccepted, eraseAllIdle } from "./forget.js";
import { sendDueReminders } from "./remind.js";
import { sessionAges } from "./session.js";
const eraseEveryMs = 5_000;
const sweepEveryMs = 60_000;
/** Starts the loops. `close` lets the steps under way finish. `gateways`: how reminders leave. */
export function startWorker(sending, gateways = { mail: null, sms: null }) {
    const stop = new AbortController();
    const { db, clock, sender } = sending;
    const outbox = startOutbox(sender);
    const loops = [
        repeat("portal erase accepted", eraseEveryMs, () => eraseAllAccepted(sending), stop.signal),
        repeat("portal erase idle", sweepEveryMs, () => eraseAllIdle(sending, clock()), stop.signal),
        repeat("portal reminders", sweepEveryMs, () => sendDueReminders({ ...sending, gateways }), stop.signal),
        repeat("portal sessions", sweepEveryMs, () => sweepSessions(db, sessionAges, clock()), stop.signal),
    ];
    return {
        close: async () => {
            stop.abort();
            await Promise.all([outbox.close(), ...loops]);
        },
    };
}
async function repeat(event, everyMs, step, stop) {
    while (!stop.aborted) {
        try {
            await step();
        }
        catch (error) {
            logFailure(event, error);
        }
        await pause(everyMs, stop);
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