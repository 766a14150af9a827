// The pairs of `again` challenges: those of a report that is handed over anew after a loss. They stand for `stored` and
// `registered` as well, and such a challenge is over when the case system is shown to have the report again.
import { pairBytes } from "../core/report.js";
/** The pairs of all `again` challenges of these reports, answered or not. */
export async function askedAgain(read, ids) {
    return read `
    select challenge.report, challenge.n,
           substring(package.pairs from challenge.n * ${pairBytes} + 1 for ${pairBytes}) as pair
    from challenge join package on package.report = challenge.report
    where challenge.report = any(${ids}::uuid[]) and challenge.purpose = 'again'
      and package.pairs is not null`;
}
/** Ends these `again` challenges as rightly answered. */
export async function endAgain(tx, rows, now) {
    if (rows.length === 0)
        return;
    await tx `
    update challenge set answered_at = ${now}, outcome = 'right'
    from unnest(${rows.map((row) => row.report)}::uuid[], ${rows.map((row) => row.n)}::int[]) as t (id, pair)
    where challenge.report = id and challenge.n = pair and challenge.purpose = 'again' and answered_at is null`;
}
//# sourceMappingURL=pair-store.js.map