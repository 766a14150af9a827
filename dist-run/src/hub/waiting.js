// Receivers that wait for something to be offered. Waking one that nothing is due for does no harm: it looks,
// and waits on. Nothing depends on being woken either, for the worker looks for what is due all the time.
/** An empty waiting room. */
export function waitingRoom() {
    const bells = new Map();
    let closed = false;
    function begin(service) {
        const { promise, resolve } = Promise.withResolvers();
        const here = bells.get(service) ?? new Set();
        bells.set(service, here.add(resolve));
        if (closed)
            resolve();
        return {
            within: (ms, gone) => firstOf(promise, resolve, ms, gone),
            end: () => {
                here.delete(resolve);
                if (here.size === 0 && bells.get(service) === here)
                    bells.delete(service);
            },
        };
    }
    function wake(service) {
        for (const ring of bells.get(service) ?? [])
            ring();
    }
    return {
        begin,
        wake,
        services: () => [...bells.keys()],
        close: () => {
            closed = true;
            for (const service of bells.keys())
                wake(service);
        },
        isClosed: () => closed,
    };
}
async function firstOf(woken, ring, ms, gone) {
    if (gone?.aborted)
        return;
    const timer = setTimeout(ring, ms);
    gone?.addEventListener("abort", ring, { once: true });
    await woken;
    clearTimeout(timer);
    gone?.removeEventListener("abort", ring);
}
//# sourceMappingURL=waiting.js.map