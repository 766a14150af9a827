// The receiver's loops, and its one catch. For each service: ask its source, take what comes, carry it into the
// case system, take receipts back, hear what was opened. What fails is logged by its code and passed by; what was
// booked comes round again, so nothing here has to be remembered to be safe.
import { randomUUID } from "node:crypto";
import { Problem } from "../core/problem.js";
import { log } from "../http/log.js";
import { openingsMax } from "./case-system/case-system.js";
import { checkKeys } from "./check-keys.js";
import { deskFor, fetchOne, isQuiet, takeOffer } from "./desk.js";
import { bookDue, bookEverythingNow, dueMax, tryDue } from "./due.js";
import { hearOpenings } from "./hear-openings.js";
import { pause } from "./pace.js";
import { pollOffers } from "./source/hub.js";
import { lookThrough } from "./svarinn-list.js";
export const usualPace = { atOnce: 16, lookEveryMs: 1000, checkKeysEveryMs: 60_000 };
/** Starts all loops. `stop` lets what is under way finish. */
export function startWorker(room, pace = usualPace) {
    const stopping = new AbortController();
    const stopped = stopping.signal;
    const attempt = attemptUntil(stopped);
    const desks = room.services.map((service) => deskFor(room, service, pace.atOnce, attempt));
    const loops = [
        ...desks.map((desk) => askSource(desk, pace, stopped)),
        ...desks.map((desk) => hearWhatIsOpened(desk, pace, stopped)),
        lookForDue(room, desks, attempt, pace, stopped),
        checkAllKeys(room, attempt, pace, stopped),
    ];
    return {
        stop: async () => {
            stopping.abort();
            await Promise.all(loops);
            await Promise.all(desks.map(isQuiet));
        },
    };
}
function askSource(desk, pace, stopped) {
    const { source } = desk.service;
    return source.kind === "hub" ? askHub(desk, source, pace, stopped) : askSvarInn(desk, source, stopped);
}
async function askHub(desk, hub, { atOnce }, stopped) {
    let session = randomUUID();
    let failures = 0;
    while (!stopped.aborted) {
        await desk.takes.hasRoom(atOnce);
        const error = await desk.attempt("receiver.poll", { service: desk.service.id }, async () => {
            const limit = Math.min(64, desk.takes.room());
            const offers = await pollOffers(hub, { session, wait: 25, limit }, stopped);
            for (const offer of offers)
                desk.takes.enter(() => takeOffer(desk, hub, offer));
        });
        failures = error === null ? 0 : failures + 1;
        if (error === null)
            continue;
        // Offers may have been lost with that answer: a new session makes them due at once.
        session = randomUUID();
        await pause(Math.min(5000, 250 * 2 ** failures), stopped);
    }
}
async function askSvarInn(desk, door, stopped) {
    while (!stopped.aborted) {
        await desk.attempt("receiver.list", { service: desk.service.id }, async () => {
            for (const one of await lookThrough(desk.room, desk.service, door, stopped)) {
                await desk.takes.hasRoom(1);
                if (stopped.aborted)
                    return;
                desk.takes.enter(() => fetchOne(desk, door, one));
            }
        });
        await pause(door.pollEveryMs, stopped);
    }
}
async function lookForDue(room, desks, attempt, pace, stopped) {
    await attempt("receiver.start", {}, () => bookEverythingNow(room));
    while (!stopped.aborted) {
        let isMore = false;
        await attempt("receiver.due", {}, async () => {
            const free = new Map(desks.filter((desk) => desk.carries.room() > 0).map((desk) => [desk.service.id, desk]));
            const due = await bookDue(room, [...free.keys()]);
            isMore = due.length === dueMax;
            await tryDue(room, free, due);
        });
        await pause(isMore ? pace.lookEveryMs / 10 : pace.lookEveryMs, stopped);
    }
}
/** Asks a case system that can say so what has been opened in it. */
async function hearWhatIsOpened(desk, pace, stopped) {
    const { room, service } = desk;
    if (!service.caseSystem.openings)
        return;
    let failures = 0;
    while (!stopped.aborted) {
        let heard = 0;
        const error = await desk.attempt("receiver.openings", { service: service.id }, async () => {
            heard = await hearOpenings(room, service);
        });
        failures = error === null ? 0 : failures + 1;
        const slower = 2 ** Math.min(failures, 4);
        await pause(heard >= openingsMax ? pace.lookEveryMs / 10 : pace.lookEveryMs * slower, stopped);
    }
}
async function checkAllKeys(room, attempt, pace, stopped) {
    while (!stopped.aborted) {
        for (const service of room.services) {
            await attempt("receiver.check-keys", { service: service.id }, async () => {
                for (const { use, published } of await checkKeys(room, service, stopped))
                    log.error({ event: "key.not-ours", service: service.id, use, published });
            });
        }
        await pause(pace.checkKeysEveryMs, stopped);
    }
}
/** Codes and places only are logged: a message may quote what it choked on. What a stop cuts off is no warning. */
function attemptUntil(stopped) {
    return async (event, ids, work) => {
        try {
            await work();
            return null;
        }
        catch (error) {
            log[stopped.aborted ? "debug" : "warn"]({ event, ...ids, ...whatFailed(error) });
            return error ?? new Error("thrown without an error");
        }
    };
}
function whatFailed(error) {
    if (error instanceof Problem)
        return { problem: error.code, detail: error.detail };
    const { code, stack = "" } = (error ?? {});
    const places = stack.split("\n").filter((line) => /^\s+at /.test(line));
    return { code, places: places.slice(0, 8) };
}
//# sourceMappingURL=worker.js.map