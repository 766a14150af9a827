// The hold: when the hub may let go of a report's content. Age alone never lets anything go; it comes last, after every
// proof that somebody else has the report. The database decides the same once more by itself (src/hub/tables/), and a
// test holds the two together.

import { hourMs } from "./schedule.ts";

/** What can be missing, each with what a person is told. In the order in which it is looked for. */
export const missing = {
  "hold.unknown-report": "No report with this id is known here.",
  "hold.already-erased": "The content has been erased already; there is a certificate.",
  "hold.not-registered":
    "The case system has not been shown to have the report under a reference of its own.",
  "hold.proofs-missing":
    "There are not yet two right answers, a day or more apart, to the question whether the case system still has it.",
  "hold.not-compared":
    "The service's register has not been found to agree with ours, for the day of this report, since it was registered.",
  "hold.not-checked-after-30-days": "The question after 30 days has not been answered right.",
  "hold.loss-open":
    "A loss has been found, and no right answer has come since; or it is being handed over again.",
  "hold.answer-awaited": "A question has been asked and not answered yet.",
  "hold.recalled":
    "The service's case system has been recalled: nothing of that service is erased meanwhile.",
  "hold.too-young": "It has not been kept as long as the owner has decided.",
} as const;

export type Missing = keyof typeof missing;

/** Times are milliseconds by the hub's clock. Only what has its place in the ledger counts. */
export type HoldFacts = {
  readonly acceptedAt: number;
  /** When each `registered` by the receiver was recorded. */
  readonly registeredAt: readonly number[];
  /** Right answers; `step` is the check of the schedule, from 0, or null. */
  readonly proofs: readonly { readonly at: number; readonly step: number | null }[];
  /** Comparisons of the service's day on which the report was accepted, and when the receiver began to read. */
  readonly comparisons: readonly { readonly asOf: number; readonly agrees: boolean }[];
  /** When a loss of this report was found. */
  readonly lossesAt: readonly number[];
  /** Whether it is being handed over, or a loss of it stands that nothing has ended. */
  readonly isLost: boolean;
  /** Whether a question about it waits for its answer, or its receiver was restored and not everything has been asked for. */
  readonly isAsked: boolean;
  /** Whether a recall is open for its service. */
  readonly isRecalled: boolean;
  readonly keepDays: number;
};

export type Verdict =
  | { readonly may: true }
  | { readonly may: false; readonly missing: Missing; readonly says: string };

const dayMs = 24 * hourMs;
/** The last check of the schedule, 30 days after `registered`. */
const lastStep = 4;
/** `registered` may have been recorded a while after the time its schedule is counted from. */
const slackMs = hourMs;

/** Whether the content may be erased at this instant, or the first thing that is missing. */
export function mayErase(facts: HoldFacts, now: number): Verdict {
  const code = firstMissing(facts, now);
  return code === null ? { may: true } : { may: false, missing: code, says: missing[code] };
}

function firstMissing(facts: HoldFacts, now: number): Missing | null {
  if (facts.registeredAt.length === 0) return "hold.not-registered";
  const registered = Math.min(...facts.registeredAt);
  const lastLoss = Math.max(...facts.lossesAt);
  const proofs = facts.proofs.filter(({ at }) => at >= registered);
  const lastProof = Math.max(...proofs.map(({ at }) => at));

  // Without any both are infinite, and the difference is not a day.
  const isProvenTwice = lastProof - Math.min(...proofs.map(({ at }) => at)) >= dayMs;
  if (!isProvenTwice) return "hold.proofs-missing";
  const lastChange = Math.max(...facts.registeredAt, lastLoss);
  if (!agreesSince(facts.comparisons, lastChange)) return "hold.not-compared";
  const isChecked = proofs.some(
    ({ at, step }) => step === lastStep && at >= registered + 30 * dayMs - slackMs,
  );
  if (!isChecked) return "hold.not-checked-after-30-days";
  // `registered` answers a question too: what is registered again has been shown to be there again.
  if (facts.isLost || lastLoss >= Math.max(lastProof, ...facts.registeredAt)) return "hold.loss-open";
  if (facts.isAsked) return "hold.answer-awaited";
  if (facts.isRecalled) return "hold.recalled";
  return now < facts.acceptedAt + facts.keepDays * dayMs ? "hold.too-young" : null;
}

/** The newest comparison decides: an older one that agreed says nothing once a newer one does not. */
function agreesSince(comparisons: HoldFacts["comparisons"], since: number): boolean {
  const newest = Math.max(...comparisons.map(({ asOf }) => asOf));
  const last = comparisons.filter(({ asOf }) => asOf === newest);
  return last.length > 0 && newest > since && last.every(({ agrees }) => agrees);
}
