// The arithmetic of the bench: percentiles of one run, and the median and range of several. Nothing here measures;
// a ratio is always of two numbers from the same round, because rounds differ by more than what is compared.
/** The figures of one run. A run in which nothing was confirmed has zeros. */
export function figuresOf({ latenciesMs, seconds }) {
    return {
        count: latenciesMs.length,
        perSecond: seconds > 0 ? latenciesMs.length / seconds : 0,
        p50Ms: percentile(latenciesMs, 50),
        p99Ms: percentile(latenciesMs, 99),
    };
}
/** The least value that at least `percent` of the values do not exceed (nearest rank). 0 of no values. */
export function percentile(values, percent) {
    if (values.length === 0)
        return 0;
    const sorted = values.toSorted((a, b) => a - b);
    const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
    return sorted[Math.min(rank, sorted.length) - 1];
}
/** The middle value; of an even number of values the mean of the two in the middle. 0 of no values. */
export function median(values) {
    if (values.length === 0)
        return 0;
    const sorted = values.toSorted((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
/** Median, least and most of the rounds. */
export function spreadOf(values) {
    if (values.length === 0)
        return { median: 0, min: 0, max: 0 };
    return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}
/** How the rounds compare: in each round ours divided by theirs. Rounds without theirs are left out. */
export function ratiosOf(rounds) {
    return rounds.flatMap(({ ours, theirs }) => (theirs !== null && theirs > 0 ? [ours / theirs] : []));
}
/** What a case system holds after a run, compared with what was sent: by report id, the hashes of all its rows. */
export function tallyOf(sent, held) {
    const hashesOf = (id) => held.get(id) ?? [];
    const ids = [...sent.keys()];
    return {
        lost: ids.filter((id) => !hashesOf(id).includes(sent.get(id))).length,
        duplicates: ids.reduce((sum, id) => sum + Math.max(0, hashesOf(id).length - 1), 0),
        strange: [...held.keys()].filter((id) => !sent.has(id)).length,
    };
}
//# sourceMappingURL=figures.js.map