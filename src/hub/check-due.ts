// The checks that come by themselves: a minute, an hour, a day, a week and a month after a report was registered. The
// next one is booked in the transaction that reveals this one, counted from when this one was due, not from when
// somebody came round to it.

import { scheduleMs, silentAfterMs } from "../core/proof.ts";
import { bookChecks, type DueCheck, dueChecks, servicesToTell, takeUnanswered } from "./challenge-store.ts";
import { reveal } from "./challenge.ts";
import type { Hub } from "./hub.ts";
import { noteDeviations } from "./receipt-store.ts";

const mostAtOnce = 200;

/** Reveals what is due of the schedule, and wakes the receivers that are to answer. Gives how many checks were due. */
export async function revealDue(hub: Hub): Promise<number> {
  const now = new Date(hub.clock());
  const due = await hub.db.begin(async (tx) => {
    const checks = await dueChecks(tx, mostAtOnce, now);
    if (checks.length === 0) return checks;
    const wanted = checks.map(({ report, step }) => ({ report, purpose: "schedule", step }) as const);
    const revealed = new Set((await reveal(tx, wanted, now)).map(({ report }) => report));
    await bookChecks(
      tx,
      checks.map((check) => nextAfter(check, revealed.has(check.report))),
    );
    return checks;
  });
  for (const service of new Set(due.map((check) => check.service))) wakeToAnswer(hub, service);
  return due.length;
}

/** A report that has no pair left is not asked for again: that is noted, and somebody owns it. */
function nextAfter({ report, step, dueAt }: DueCheck, isRevealed: boolean) {
  const [before, after] = [scheduleMs[step], scheduleMs[step + 1]];
  if (!isRevealed) return { report, begun: step, nextAt: null };
  const isLast = before === undefined || after === undefined;
  return { report, begun: step + 1, nextAt: isLast ? null : new Date(dueAt.getTime() + after - before) };
}

/** Notes each challenge that has gone unanswered for too long, once. The receiver is silent; nothing is lost by that. */
export async function noteSilent(hub: Hub): Promise<number> {
  const now = hub.clock();
  return hub.db.begin(async (tx) => {
    const silent = await takeUnanswered(tx, new Date(now - silentAfterMs), mostAtOnce, new Date(now));
    const deviations = silent.map(({ report, service, n, purpose }) => ({
      kind: "proof.silent",
      report,
      service,
      owner: `service:${service}`,
      detail: `${purpose} ${n}`,
    }));
    await noteDeviations(tx, deviations, new Date(now));
    return silent.length;
  });
}

const room = (service: string) => `challenges:${service}`;

/** The name under which a service's receiver waits for challenges. */
export const waitingFor = room;

function wakeToAnswer(hub: Hub, service: string): void {
  hub.waiting.wake(room(service));
}

/** Wakes the receivers that wait while a challenge has fallen due to be told to them. */
export async function wakeWhoIsAsked(hub: Hub): Promise<void> {
  const prefix = room("");
  const waiting = hub.waiting.services().filter((name) => name.startsWith(prefix));
  if (waiting.length === 0) return;
  const services = waiting.map((name) => name.slice(prefix.length));
  const due = await servicesToTell(hub.db.read, services, new Date(hub.clock()));
  for (const service of due) wakeToAnswer(hub, service);
}
