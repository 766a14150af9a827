// What arrives while one transaction is under way goes together in the next one. Under load that is one flush
// to disk for many reports; without load each goes alone and waits for nobody.
/**
 * Gives a function that hands items to `work` in batches, one batch at a time. `work` gives one result for each
 * item, in order. A batch that fails is done again item by item, so that one that cannot be done does not take
 * the others with it; whoever's own turn fails hears it. The work must bear being done twice.
 */
export function together(work, { most, weightOf = () => 1 }) {
    let open = null;
    let last = Promise.resolve();
    async function resultsOf(items) {
        const whole = work(items);
        const [outcome] = await Promise.allSettled([whole]);
        if (outcome.status === "fulfilled" || items.length === 1)
            return items.map(async (_, index) => (await whole)[index]);
        return items.map(async (item) => (await work([item]))[0]);
    }
    function openBatch() {
        const items = [];
        const results = last.then(() => {
            if (open?.items === items)
                open = null;
            return resultsOf(items);
        });
        last = results.then((all) => Promise.allSettled(all));
        return { items, weight: 0, results };
    }
    return async (item) => {
        const weight = weightOf(item);
        if (!open || open.weight + weight > most)
            open = openBatch();
        const { items, results } = open;
        open.weight += weight;
        const index = items.push(item) - 1;
        return (await results)[index];
    };
}
/** As `together`, with a line of its own for each owner, for as long as the owner lives. */
export function togetherFor(work, bounds) {
    const lines = new WeakMap();
    return (owner, item) => {
        const line = lines.get(owner) ?? together((items) => work(owner, items), bounds);
        lines.set(owner, line);
        return line(item);
    };
}
/** What a sealed report of so many bytes weighs: 64 small ones fill a batch of 64, or some megabytes do. */
export function weightOfBytes(bytes) {
    return 1 + bytes / 125_000;
}
//# sourceMappingURL=together.js.map