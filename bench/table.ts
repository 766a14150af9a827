// The result as a person reads it: what it was measured on, one line for each side, and what it cost.

import { aligned } from "./columns.ts";
import { lossTable } from "./loss-table.ts";
import { median, ratiosOf, type RunFigures, type Spread, spreadOf } from "./figures.ts";
import { concurrency, tuned } from "./tuned.ts";
import type { Options } from "./options.ts";
import type { FrammeRound, Result } from "./rounds.ts";
import { payloadBytes } from "./sealed-report.ts";
import { windowSize } from "./sender.ts";
import { chainClients } from "./chain.ts";

export type SideSummary = {
  readonly perSecond: Spread;
  readonly p50Ms: Spread;
  readonly p99Ms: Spread;
};

export type Summary = {
  readonly framme: SideSummary & {
    readonly lost: number;
    readonly duplicates: number;
    readonly strange: number;
  };
  /** Framme without storage proofs and without the log. */
  readonly bare: SideSummary;
  /** Framme's rate divided by the one without proofs and log, round by round. */
  readonly ofBare: Spread;
  readonly bareCost: Readonly<Record<string, number>>;
  readonly chain: SideSummary | null;
  /** Framme's rate divided by the chain's, round by round. */
  readonly ratio: Spread | null;
  /** Processor milliseconds for each report: the median of the rounds. */
  readonly cost: Readonly<Record<string, number>>;
};

/** Adds up the rounds. */
export function summaryOf({ rounds }: Pick<Result, "rounds">): Summary {
  const framme = rounds.map((round) => round.framme);
  const chains = rounds.flatMap((round) => round.chain ?? []);
  const ratios = ratiosOf(
    rounds.map((round) => ({ ours: round.framme.perSecond, theirs: round.chain?.perSecond ?? null })),
  );
  const sum = (of: (round: (typeof framme)[number]) => number) =>
    framme.reduce((total, round) => total + of(round), 0);
  const bare = rounds.map((round) => round.bare);
  const shares = ratiosOf(
    rounds.map((round) => ({ ours: round.framme.perSecond, theirs: round.bare.perSecond })),
  );
  return {
    framme: {
      ...sideOf(framme),
      lost: sum((round) => round.lost),
      duplicates: sum((round) => round.duplicates),
      strange: sum((round) => round.strange),
    },
    chain: chains.length > 0 ? sideOf(chains) : null,
    ratio: ratios.length > 0 ? spreadOf(ratios) : null,
    bare: sideOf(bare),
    ofBare: spreadOf(shares),
    bareCost: costsOf(bare),
    cost: costsOf(framme),
  };
}

function costsOf(rounds: readonly FrammeRound[]): Readonly<Record<string, number>> {
  const whoUsed = [...new Set(rounds.flatMap((round) => Object.keys(round.cost)))];
  return Object.fromEntries(
    whoUsed.map((name) => [name, median(rounds.map((round) => round.cost[name] ?? 0))]),
  );
}

function sideOf(runs: readonly RunFigures[]): SideSummary {
  return {
    perSecond: spreadOf(runs.map((run) => run.perSecond)),
    p50Ms: spreadOf(runs.map((run) => run.p50Ms)),
    p99Ms: spreadOf(runs.map((run) => run.p99Ms)),
  };
}

/** The result as lines of text. */
export function tableOf(options: Options, result: Result, summary: Summary): string {
  const { framme, bare, chain, ratio, ofBare } = summary;
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
    ["without proofs and log", ...cells(bare), "–", "–", "–"],
    ...(chain ? [["pgbench chain, 4 commits", ...cells(chain), "–", "–", "100 %"]] : []),
  ];
  return [
    `W1: ${options.count} reports of ${payloadBytes} bytes a round, ${options.rounds} rounds, ${windowSize} unconfirmed at a time; median (least–most)`,
    `One cluster, as the server says itself: ${settings.join(", ")}`,
    "",
    ...aligned(rows),
    "",
    `With proofs and log: ${shown(ofBare, percent)} of the rate without, round by round.`,
    ...notes(options, result, summary),
    ...(result.losses ? ["", ...lossTable(result.losses)] : []),
  ].join("\n");
}

function notes(options: Options, result: Result, { framme, chain, cost, bareCost }: Summary): string[] {
  const inMs = (used: Summary["cost"]) =>
    Object.entries(used)
      .map(([name, ms]) => `${name} ${ms.toFixed(2)}`)
      .join(", ");
  const warned = Object.entries(result.warnings).map(([event, count]) => `${event} ${count}`);
  const set = Object.values(tuned).flatMap((room) =>
    Object.entries(room).map(([name, value]) => `${name}=${value}`),
  );
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
    `Processor time for each report, ms: ${inMs(cost)}.`,
    `Without proofs and log: ${inMs(bareCost)}. The database's own roles are named after the side.`,
    ...(framme.strange > 0 ? [`In the case system, but sent by nobody: ${framme.strange}.`] : []),
    ...(warned.length > 0 ? [`Warnings in the rooms' logs: ${warned.join(", ")}.`] : []),
  ];
}

function cells({ perSecond, p50Ms, p99Ms }: SideSummary): string[] {
  const number = (value: number) => value.toFixed(0);
  return [shown(perSecond, number), shown(p50Ms, number), shown(p99Ms, number)];
}

function percent(value: number): string {
  return `${(value * 100).toFixed(0)} %`;
}

function shown({ median: middle, min, max }: Spread, write: (value: number) => string): string {
  return `${write(middle)} (${write(min)}–${write(max)})`;
}
