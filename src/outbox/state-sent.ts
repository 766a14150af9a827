// States to the hub which reports it has given a receipt for. One that it does not have any more was lost there, as by a
// backup put back: where the sealed package is still kept it is posted again; where it has been let go, because others
// had proved to hold the report, somebody must see to it.

import { refuse } from "../core/problem.ts";
import { osloDate, osloDay } from "../core/schedule.ts";
import { jsonOrNull } from "../wire/foreign.ts";
import { type DayLines, dayStated, readOutcomes, type SentStatement } from "../wire/statement-v1.ts";
import { askHub, refusalIn, type Sender } from "./sender.ts";
import { acceptedIn, keepStated, lastAcceptedBefore, noteDeviation } from "./statement-store.ts";
import { lockPackage, postAgain } from "./store.ts";

/** Where the round of earlier days stands: days from this one on have had their turn. */
export type Round = { before: string | null };

export type StatedSent = {
  readonly days: readonly string[];
  /** Lost by the hub and posted again. */
  readonly again: readonly string[];
  /** Lost by the hub and not kept here any more. */
  readonly gone: readonly string[];
};

/** States today, yesterday, and the next of the earlier days. Refuses with `hub.*` or `statement.*`. */
export async function stateNextDays(sender: Sender, round: Round): Promise<StatedSent> {
  const today = osloDate(sender.clock());
  const yesterday = osloDate(osloDay(today).from - 1);
  const older = await dayBefore(sender, round.before ?? yesterday);
  // Null: all have had their turn, and it begins anew.
  round.before = older;
  return stateSent(sender, [today, yesterday, ...(older ? [older] : [])]);
}

/** States the last `most` days on which something was accepted. */
export async function stateLastDays(sender: Sender, most: number): Promise<StatedSent> {
  const days: string[] = [];
  let day = await dayBefore(sender, osloDate(osloDay(osloDate(sender.clock())).to));
  while (day !== null && days.length < most) {
    days.push(day);
    day = await dayBefore(sender, day);
  }
  return stateSent(sender, days);
}

async function dayBefore(sender: Sender, day: string): Promise<string | null> {
  const at = await lastAcceptedBefore(sender.db.read, new Date(osloDay(day).from));
  return at ? osloDate(at.getTime()) : null;
}

async function stateSent(sender: Sender, dates: readonly string[]): Promise<StatedSent> {
  const days: DayLines[] = [];
  for (const day of dates) {
    const { from, to } = osloDay(day);
    const rows = await acceptedIn(sender.db.read, new Date(from), new Date(to));
    days.push({ day, lines: rows.map(({ id, sealedHash }) => ({ serial: 0, id, contentHash: sealedHash })) });
  }
  const statement: SentStatement = { v: 1, days: days.map(dayStated) };
  const asked = new Set((await post(sender, { statement })).wanted);
  const lines = days.filter(({ day }) => asked.has(day));
  const { lost } = lines.length > 0 ? await post(sender, { statement, lines }) : { lost: [] };
  const stated = new Set(lines.flatMap((day) => day.lines.map(({ id }) => id)));
  return settleLost(
    sender,
    dates,
    lost.filter((id) => stated.has(id)),
  );
}

async function post(sender: Sender, value: object): Promise<{ wanted: string[]; lost: string[] }> {
  const answer = await askHub(sender, "POST", "/statements/sent", Buffer.from(JSON.stringify(value)));
  const refusal = refusalIn(answer);
  if (refusal) return refuse(refusal);
  const { days, lost } = (jsonOrNull(answer.bytes) ?? {}) as { days?: unknown; lost?: unknown };
  if (!Array.isArray(lost)) return refuse("hub.refused", "no list of what is lost");
  const wanted = readOutcomes(days).filter(({ outcome }) => outcome === "lines-wanted");
  return { wanted: wanted.map(({ day }) => day), lost: lost.filter((id) => typeof id === "string") };
}

async function settleLost(
  sender: Sender,
  days: readonly string[],
  lost: readonly string[],
): Promise<StatedSent> {
  const now = new Date(sender.clock());
  const [again, gone]: [string[], string[]] = [[], []];
  await sender.db.begin(async (tx) => {
    for (const id of lost) {
      const kept = await lockPackage(tx, id);
      if (kept?.releasedAt === null) {
        // One that is being posted again already keeps its turn.
        if (kept.nextPostAt === null) await postAgain(tx, id, now);
        again.push(id);
      } else {
        await noteDeviation(tx, "statement.hub-lost", id, now);
        gone.push(id);
      }
    }
    await keepStated(tx, days.length, lost.length, now);
  });
  return { days, again, gone };
}
