// The result as a person reads it: what it was measured on, one line for each side, and what it cost.
import { median, ratiosOf, spreadOf } from "./figures.js";
import { concurrency, tuned } from "./installation.js";
import { payloadBytes } from "./sealed-report.js";
import { windowSize } from "./sender.js";
import { chainClients } from "./chain.js";
/** Adds up the rounds. */
export function summaryOf({ rounds }) {
    const framme = rounds.map((round) => round.framme);
    const chains = rounds.flatMap((round) => round.chain ?? []);
    const ratios = ratiosOf(rounds.map((round) => ({ ours: round.framme.perSecond, theirs: round.chain?.perSecond ?? null })));
    const sum = (of) => framme.reduce((total, round) => total + of(round), 0);
    const whoUsed = [...new Set(framme.flatMap((round) => Object.keys(round.cost)))];
    return {
        framme: {
            ...sideOf(framme),
            lost: sum((round) => round.lost),
            duplicates: sum((round) => round.duplicates),
            strange: sum((round) => round.strange),
        },
        chain: chains.length > 0 ? sideOf(chains) : null,
        ratio: ratios.length > 0 ? spreadOf(ratios) : null,
        cost: Object.fromEntries(whoUsed.map((name) => [name, median(framme.map((round) => round.cost[name] ?? 0))])),
    };
}
function sideOf(runs) {
    return {
        perSecond: spreadOf(runs.map((run) => run.perSecond)),
        p50Ms: spreadOf(runs.map((run) => run.p50Ms)),
        p99Ms: spreadOf(runs.map((run) => run.p99Ms)),
    };
}
/** The result as lines of text. */
export function tableOf(options, result, summary) {
    const { framme, chain, ratio } = summary;
    const settings = Object.entries(result.settings).map(([name, value]) => `${name} ${value}`);
    const rows = [
        ["", "confirmed/s", "p50 ms", "p99 ms", "lost", "duplicates", "of the chain"],
        [
            "Framme, full guarantee",
            ...cells(framme),
            String(framme.lost),
            String(framme.duplicates),
            ratio ? shown(ratio, percent) : "–",
        ],
        ...(chain ? [["pgbench chain, 4 commits", ...cells(chain), "–", "–", "100 %"]] : []),
    ];
    return [
        `W1: ${options.count} reports of ${payloadBytes} bytes a round, ${options.rounds} rounds, ${windowSize} unconfirmed at a time; median (least–most)`,
        `One cluster, as the server says itself: ${settings.join(", ")}`,
        "",
        ...aligned(rows),
        "",
        ...notes(options, result, summary),
    ].join("\n");
}
function notes(options, result, { framme, chain, cost }) {
    const costs = Object.entries(cost).map(([name, ms]) => `${name} ${ms.toFixed(2)}`);
    const warned = Object.entries(result.warnings).map(([event, count]) => `${event} ${count}`);
    const set = Object.values(tuned).flatMap((room) => Object.entries(room).map(([name, value]) => `${name}=${value}`));
    return [
        "Confirmed: the sender has seen the `registered` receipt, signed by the service's key for these bytes. Before it",
        "come a commit in the sender's own store, the hub's `accepted`, the receiver's `stored` (bytes read back and",
        "hashed) and the case system's row (bytes read back and hashed), with every receipt committed at the hub.",
        `Hub and receiver are processes of their own; the receiver handles ${concurrency} at once. ${options.warmUp} reports warmed them up.`,
        `Set otherwise than usual: ${set.join(", ")}.`,
        `Sealed beforehand, as that is the sender's cost: ${result.sealing.withPdf.toFixed(0)} seals/s with the tagged PDF made, ${result.sealing.withoutPdf.toFixed(0)} seals/s without (one process).`,
        chain
            ? `The chain: ${result.pgbench}, ${chainClients} connections, prepared; 2 × 20 KB sent by the client, 4 commits, nothing else.`
            : `No pgbench chain: ${result.pgbench}`,
        `Processor time for each report, ms: ${costs.join(", ")}.`,
        ...(framme.strange > 0 ? [`In the case system, but sent by nobody: ${framme.strange}.`] : []),
        ...(warned.length > 0 ? [`Warnings in the rooms' logs: ${warned.join(", ")}.`] : []),
    ];
}
function cells({ perSecond, p50Ms, p99Ms }) {
    const number = (value) => value.toFixed(0);
    return [shown(perSecond, number), shown(p50Ms, number), shown(p99Ms, number)];
}
function percent(value) {
    return `${(value * 100).toFixed(0)} %`;
}
function shown({ median: middle, min, max }, write) {
    return `${write(middle)} (${write(min)}–${write(max)})`;
}
function aligned(rows) {
    const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
    return rows.map((row) => row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join("  ")
        .trimEnd());
}
//# sourceMappingURL=table.js.map