// Reads days back out of the case system, report by report: what is stated are hashes over the bytes that came back now,
// never over anything that is kept here. A report it does not give back has no line. If it cannot be asked, there is no
// day at all: half a day would look like a loss.

import { contentHashOf } from "../core/report.ts";
import type { Line } from "../core/reconcile.ts";
import { osloDay } from "../core/schedule.ts";
import type { DayLines } from "../wire/statement-v1.ts";
import type { Room, ServedService } from "./room.ts";
import { type HeldLine, heldIn, notHeld } from "./statement-store.ts";

/** Reports that are read side by side. */
const atOnce = 4;

export type DaysRead = {
  readonly days: readonly DayLines[];
  /** Listed by the case system and held for no service here. */
  readonly strays: readonly string[];
  /** Reports that were registered and are not given back now, or not as they were. */
  readonly lost: readonly { readonly id: string; readonly kind: string }[];
};

/** Reads these days (dates in Oslo). Refuses with `case-system.*`. */
export async function readDays(
  room: Room,
  service: ServedService,
  days: readonly string[],
): Promise<DaysRead> {
  const listed = (await service.caseSystem.ids?.(service.id)) ?? [];
  const times = timesOf(listed);
  const read: DayLines[] = [];
  const lost: DaysRead["lost"][number][] = [];
  for (const day of days) {
    const { from, to } = osloDay(day);
    const held = await heldIn(room.db.read, service.id, new Date(from), new Date(to));
    const lines = await linesOf(service, held);
    for (const [index, { id, registeredAs }] of held.entries()) {
      const hash = lines[index]?.contentHash ?? null;
      if (registeredAs === null || hash === registeredAs) continue;
      lost.push({ id, kind: hash === null ? "report.not-in-case-system" : "report.changed-in-case-system" });
    }
    // What stands there twice is stated twice.
    const twice = (line: Line) => ((times.get(line.id) ?? 1) > 1 ? [line, line] : [line]);
    read.push({ day, lines: lines.filter((line) => line !== null).flatMap(twice) });
  }
  const uuids = [...times.keys()].filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id));
  // What has no such id is no report of ours: a case system may hold much else.
  return { days: read, strays: await notHeld(room.db.read, uuids), lost };
}

function timesOf(ids: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  return times;
}

/** A line for each report in its order; null where the case system does not give its bytes back. */
async function linesOf({ caseSystem }: ServedService, held: readonly HeldLine[]): Promise<(Line | null)[]> {
  const lines: (Line | null)[] = [];
  for (let from = 0; from < held.length; from += atOnce) {
    const part = held.slice(from, from + atOnce).map(async ({ id, serial }) => {
      const back = await caseSystem.readBack(id);
      return back?.files ? { id, serial, contentHash: contentHashOf(back.files) } : null;
    });
    lines.push(...(await Promise.all(part)));
  }
  return lines;
}
