// How the loops keep time: a pause that a stop or a knock ends, and a lane that lets so many pass at once.
// Real time, not the room's clock: these only decide how soon to look, never what is due.
/** Waits, but no longer than until it is stopped. */
export function pause(ms, stopped) {
    const { promise, resolve } = Promise.withResolvers();
    if (stopped.aborted)
        return Promise.resolve();
    const done = () => {
        clearTimeout(timer);
        stopped.removeEventListener("abort", done);
        resolve();
    };
    const timer = setTimeout(done, ms);
    stopped.addEventListener("abort", done, { once: true });
    return promise;
}
/** Makes a lane. */
export function lane(atOnce, waitingMax) {
    const waiting = [];
    let running = 0;
    const watchers = [];
    const isBusy = () => running + waiting.length > 0;
    const room = () => atOnce + waitingMax - running - waiting.length;
    const next = () => {
        const work = running < atOnce ? waiting.shift() : undefined;
        if (work === undefined)
            return;
        running += 1;
        void work().finally(() => {
            running -= 1;
            next();
            for (const watcher of watchers.splice(0))
                watcher();
        });
    };
    const until = async (isSo) => {
        while (!isSo())
            await new Promise((resolve) => watchers.push(resolve));
    };
    return {
        room,
        enter: (work) => {
            if (room() <= 0)
                return false;
            waiting.push(work);
            next();
            return true;
        },
        hasRoom: (places) => until(() => room() >= places),
        isBusy,
        isEmpty: () => until(() => !isBusy()),
    };
}
//# sourceMappingURL=pace.js.map