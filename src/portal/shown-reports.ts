// What was sent from a session as it is now: the receipts in the outbox, and what the hub tells when it is asked while
// somebody waits. The hub may be away; then it is told as it was last known, and that nobody was asked.

import { type ReportState, stateOf } from "./receipts.ts";
import { askSoon, codeOf } from "./sending.ts";
import type { Visit, Writing } from "./visit-routes.ts";

export type Shown = ReportState & { readonly code: string };

/** How long a page waits for what is newer than what is here. */
const patienceMs = 1_500;

/** Every report of the session that was sealed, newest first, as the outbox has it. */
export async function shownOf({ sending }: Writing, { desk }: Visit): Promise<Shown[]> {
  const now = sending.clock();
  const states = await Promise.all(desk.sent.map((report) => stateOf(sending.sender, report, now)));
  return states
    .flatMap((state) => (state ? [{ ...state, code: codeOf(sending, state.report) }] : []))
    .toReversed();
}

/** The same after the hub has been asked about those that it has. */
export async function shownNow(writing: Writing, visit: Visit): Promise<Shown[]> {
  const { sending } = writing;
  const before = await shownOf(writing, visit);
  const ids = before.flatMap(({ deliveries }) =>
    deliveries.flatMap(({ is, delivery }) => (is === "accepted" ? [delivery.id] : [])),
  );
  if (ids.length === 0) return before;
  const checks = await askSoon(sending.sender, ids, patienceMs);
  const after = await shownOf(writing, visit);
  return after.map((report) => ({
    ...report,
    deliveries: report.deliveries.map((state) =>
      state.is === "accepted"
        ? { ...state, followed: { ...state.followed, check: checks.get(state.delivery.id) ?? null } }
        : state,
    ),
  }));
}
