// Whether a report is still where its receipts say, as far as anybody has looked: what the storage challenges and the
// statements add up to. `proven` is said only while the last answer was right. A loss that was found stands until a right
// answer from the same depth comes after it: that the receiver has the bytes again does not heal a case system.

import { isSilent, type Purpose } from "./proof.ts";
import type { Receipt, ReceiptKind } from "./receipt.ts";

export const checkStates = [
  "lost",
  "silent",
  "cannot-be-checked",
  "not-controlled",
  "not-checked-yet",
  "proven",
] as const;

/**
 * The worst first. `lost`: the last control did not find the report, and none has since. `silent`: asked, and not
 * answered for ten minutes. `cannot-be-checked`: there is no nonce left, or there never was one. `not-controlled`:
 * somebody says that it is there and cannot show it. `not-checked-yet`: nobody has asked. `proven`: the last answer
 * was right.
 */
export type CheckState = (typeof checkStates)[number];

export type Check = {
  readonly state: CheckState;
  /** When the last right answer was recorded, ISO 8601; it stays where something is wrong later. */
  readonly lastProvenAt: string | null;
};

/** A revealed nonce, and what came of it. Times are the hub's. */
export type Asked = {
  readonly purpose: Purpose;
  readonly revealedAt: string;
  readonly answeredAt: string | null;
  readonly outcome: "right" | "wrong" | "missing" | null;
};

export type CheckFacts = {
  /** With the hub's own time of each: what a receiver's clock says does not order them. */
  readonly receipts: readonly { readonly receipt: Receipt; readonly recordedAt: string }[];
  readonly challenges: readonly Asked[];
  /** When each loss was found that stands: nothing has shown since that the report is there again. */
  readonly losses: readonly string[];
  /** `none`: a package of the first form, which told its receiver every answer. */
  readonly nonces: "left" | "run-out" | "none";
};

/** What is known of where one report is. Computed from facts and the clock alone. */
export function checkedOf(facts: CheckFacts, now: number): Check {
  const proven = lastProof(facts.receipts);
  return { state: stateOf(facts, proven, now), lastProvenAt: proven };
}

/** The worst of several, with its own time. */
export function worstOf<T extends Check>(checks: readonly T[]): T | null {
  return checks.toSorted((a, b) => checkStates.indexOf(a.state) - checkStates.indexOf(b.state))[0] ?? null;
}

function stateOf(facts: CheckFacts, proven: string | null, now: number): CheckState {
  const lost = lastLoss(facts);
  if (lost !== null && (proven === null || Date.parse(proven) <= lost)) return "lost";
  if (isOnlyClaimed(facts)) return "not-controlled";
  if (facts.challenges.some((asked) => isUnanswered(asked, now))) return "silent";
  if (facts.nonces !== "left" || isConfirmedAlone(facts)) return "cannot-be-checked";
  return proven === null ? "not-checked-yet" : "proven";
}

/** The depth a report has come to is the depth it must be proven at: a `stored` proves nothing of a case system. */
function lastProof(receipts: CheckFacts["receipts"]): string | null {
  const isInCaseSystem = receipts.some(({ receipt }) => receipt.kind === "registered");
  const deep: readonly ReceiptKind[] = ["registered", "proven"];
  const counting = isInCaseSystem ? deep : [...deep, "stored"];
  const times = receipts
    .filter(({ receipt }) => receipt.proof !== undefined && counting.includes(receipt.kind))
    .map(({ recordedAt }) => recordedAt);
  return times.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? null;
}

function lastLoss({ challenges, losses }: CheckFacts): number | null {
  const wrong = challenges
    .filter(({ outcome }) => outcome === "wrong" || outcome === "missing")
    .map(({ answeredAt, revealedAt }) => answeredAt ?? revealedAt);
  const times = [...losses, ...wrong].map((at) => Date.parse(at));
  return times.length === 0 ? null : Math.max(...times);
}

/** A channel's word, or a receiver's whose case system cannot give the bytes back; nothing stronger has come. */
function isOnlyClaimed({ receipts }: CheckFacts): boolean {
  const has = (kind: ReceiptKind) => receipts.some(({ receipt }) => receipt.kind === kind);
  return has("claimed") && !has("registered") && !has("confirmed");
}

/** A person or a list has found it: that is told as what it is, and is no answer to a challenge. */
function isConfirmedAlone({ receipts }: CheckFacts): boolean {
  const has = (kind: ReceiptKind) => receipts.some(({ receipt }) => receipt.kind === kind);
  return has("confirmed") && !has("registered");
}

function isUnanswered({ revealedAt, answeredAt }: Asked, now: number): boolean {
  return isSilent(Date.parse(revealedAt), answeredAt === null ? null : Date.parse(answeredAt), now);
}
