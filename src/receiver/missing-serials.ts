// Serial numbers have no holes, so a number that the hub has issued and that is not held here belongs to a report that is
// elsewhere: in the middle a gap, at the end a missing tail. What has just been accepted is on its way; after half a
// minute a missing number is a deviation.

import { gapsIn, gapsText, type Gap } from "../core/reconcile.ts";
import { secondMs } from "../core/schedule.ts";
import type { Room, ServedService } from "./room.ts";
import { serialCount, serialsOf } from "./statement-store.ts";
import * as store from "./store.ts";

/** How long a number may be on its way. */
export const onItsWayMs = 30 * secondMs;

type Heard = { readonly highest: number; readonly at: number };

/** What the hub has said of the highest number, and when: as much of it as is needed. */
export type HighestHeard = {
  /** The highest that has been said, at `at` (epoch milliseconds). */
  hear(highest: number, at: number): void;
  /** The highest of all that has been said; 0 before anything has. */
  latest(): number;
  /** The highest number that was known at that time. */
  knownAt(at: number): number;
};

/** Nothing has been heard yet. */
export function highestHeard(): HighestHeard {
  const heard: Heard[] = [];
  const knownAt = (at: number) =>
    Math.max(0, ...heard.filter((one) => one.at <= at).map((one) => one.highest));
  return {
    hear: (highest, at) => {
      if (highest <= (heard.at(-1)?.highest ?? 0)) return;
      heard.push({ highest, at });
      // Of what is older than a number may be on its way, the last says it all.
      while (heard.length > 1 && heard[1]!.at <= at - onItsWayMs) heard.shift();
    },
    latest: () => heard.at(-1)?.highest ?? 0,
    knownAt,
  };
}

/** The numbers that have been missing for longer than one may be on its way, noted once an hour while they are. */
export async function noteMissing(room: Room, service: ServedService, heard: HighestHeard): Promise<Gap[]> {
  const now = room.clock();
  const due = heard.knownAt(now - onItsWayMs);
  const { count, last } = await serialCount(room.db.read, service.id);
  if (due === 0 || (count === last && last >= due)) return [];
  const gaps = gapsIn(await serialsOf(room.db.read, service.id), due)
    .filter(({ first }) => first <= due)
    .map((gap) => ({ ...gap, last: Math.min(gap.last, due) }));
  if (gaps.length === 0) return [];
  const deviation = { kind: "serial.missing", service: service.id, reportId: null, detail: gapsText(gaps) };
  await room.db.begin((tx) => store.noteDeviation(tx, deviation, now));
  return gaps;
}

/** Tells the case system the highest number issued, so that it can show which ones it does not have. */
export async function tellHighest({ caseSystem, id }: ServedService, heard: HighestHeard): Promise<void> {
  if (heard.latest() > 0) await caseSystem.tellHighest?.(id, heard.latest());
}
