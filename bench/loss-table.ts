// W5 as a person reads it: how long each kind of loss went unseen, and what saw it.

import { aligned } from "./columns.ts";
import { spreadOf } from "./figures.ts";
import type { LossResult, LossRound } from "./loss.ts";

/** The result of W5 as lines of text. */
export function lossTable({ lying, deleted }: LossResult): string[] {
  const count = `${lying.length} times each; seconds, median (least–most)`;
  return [
    `W5: a loss that nobody reports, ${count}`,
    "",
    ...aligned([
      ["", "found after", "in the case system again after", "found by", "peers"],
      ["acknowledges 200, stores 199", ...cells(lying), "never"],
      ["a stored row deleted later", ...cells(deleted), "never"],
    ]),
    "",
    "Found: the hub has written down a deviation that names the report. Counted from `registered` being recorded, and",
    "from the deletion, which comes at no particular moment. The peers of W1 believe an acknowledgement and look no more.",
  ];
}

function cells(rounds: readonly LossRound[]): string[] {
  const kinds = [...new Set(rounds.map(({ by }) => by))].sort().join(", ");
  return [
    seconds(rounds.map(({ foundAfter }) => foundAfter)),
    seconds(rounds.map(({ backAfter }) => backAfter)),
    kinds,
  ];
}

function seconds(values: readonly number[]): string {
  const { median, min, max } = spreadOf(values);
  return `${median.toFixed(1)} (${min.toFixed(1)}–${max.toFixed(1)})`;
}
