// Which receipt ends the offering of a report. The strongest word counts, whatever order they came in, and what
// has ended does not begin again by itself.
/** What ends the offering, the weakest first. `declined` does only when it is lasting. */
const settling = [
    "declined",
    "returned",
    "claimed",
    "stored",
    "confirmed",
    "registered",
];
/** The strongest word for each report, whatever order they came in. */
export function settledBy(facts, receipts) {
    const best = new Map();
    for (const { reportId, kind, lasting } of receipts) {
        if (kind === "declined" && lasting !== true)
            continue;
        const before = best.get(reportId) ?? settling.indexOf(facts.get(reportId)?.settledBy);
        const strength = Math.max(before, settling.indexOf(kind));
        if (strength >= 0)
            best.set(reportId, strength);
    }
    return [...best].map(([report, strength]) => ({ report, kind: settling[strength] }));
}
//# sourceMappingURL=settled-by.js.map