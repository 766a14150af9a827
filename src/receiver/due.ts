// What is due, with its next attempt booked before anything is tried.

import { nextOfferAt } from "../core/schedule.ts";
import type { Room } from "./room.ts";
import * as store from "./store.ts";

/** As many as are looked up at once. */
export const dueMax = 200;

/** Books the next attempt of everything due for these services, and gives what is to be tried now. */
export async function bookDue(room: Room, services: readonly string[]): Promise<store.Due[]> {
  const now = room.clock();
  return room.db.begin(async (tx) => {
    const due = await store.dueWork(tx, services, now, dueMax);
    const again = due.map(({ step, subject, attempts }) => {
      const next = attempts + 1;
      return { step, subject, at: nextOfferAt(next, now), attempts: next };
    });
    if (again.length > 0) await store.bookAgain(tx, again);
    return due;
  });
}

/** After a start everything unfinished is due at once: what was under way when we died waits for nobody. */
export async function bookEverythingNow(room: Room): Promise<void> {
  await room.db.begin((tx) => store.hurry(tx, room.clock()));
}
