// A statement on its way to the hub, and the lines behind the days that the hub finds different.

import { refuse } from "../../core/problem.ts";
import { jsonOf } from "../../http/client.ts";
import { type DayLines, type DayOutcome, readOutcomes, type Statement } from "../../wire/statement-v1.ts";
import { type HubDoor, post } from "./hub.ts";

export type StatementAnswer = {
  readonly highest: number;
  readonly days: readonly DayOutcome[];
  /** A day that the hub would have stated next time, or null. */
  readonly wanted: string | null;
};

/** Posts a statement, and a second time with the lines that the hub asks for. Refuses with `statement.*` or `hub.*`. */
export async function postStatement(
  hub: HubDoor,
  statement: Statement,
  days: readonly DayLines[],
  stopped: AbortSignal,
): Promise<StatementAnswer> {
  const first = await postOnce(hub, { statement }, stopped);
  const asked = new Set(first.days.filter(({ outcome }) => outcome === "lines-wanted").map(({ day }) => day));
  const lines = days.filter(({ day }) => asked.has(day));
  return lines.length > 0 ? postOnce(hub, { statement, lines }, stopped) : first;
}

async function postOnce(hub: HubDoor, value: object, stopped: AbortSignal): Promise<StatementAnswer> {
  const answer = await post(hub, "/statements", value, 30_000, stopped);
  const { highest, days, wanted } = jsonOf(answer, "hub.refused") as Record<string, unknown>;
  if (!Number.isSafeInteger(highest)) return refuse("hub.refused", "no highest serial number");
  const isDay = typeof wanted === "string" && /^\d{4}-\d\d-\d\d$/.test(wanted);
  return { highest: highest as number, days: readOutcomes(days), wanted: isDay ? wanted : null };
}
