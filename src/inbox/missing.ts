// When a number that is not here becomes something to see to. What was issued a moment ago is on its way, and red would
// frighten for nothing; after a few minutes it is not on its way any more.

import { minuteMs } from "../core/schedule.ts";

const calmMs = 5 * minuteMs;

/** Numbers that have been missing since after this are on their way. */
export function calmSince(now: number): Date {
  return new Date(now - calmMs);
}

/** Whether a number that has not been here since then may still be on its way. */
export function isOnItsWay(missingSince: Date | null, now: number): boolean {
  return missingSince !== null && missingSince > calmSince(now);
}
