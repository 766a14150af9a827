// Storage challenges: the hub reveals one nonce at a time, and only whoever still has every byte of the report can
// answer it. Which pair is for what is fixed, so that no answer can be used for another question.

import { hmacSha256 } from "./hash.ts";
import { assert } from "./problem.ts";
import { proofPairCount } from "./report.ts";
import { hourMs, minuteMs } from "./schedule.ts";

/**
 * What a nonce is revealed for. `again` goes with a report that is handed over again after a loss; it then stands for
 * `stored` and `registered` as well.
 */
export type Purpose = "stored" | "registered" | "schedule" | "demand" | "restore" | "again";

/** A revealed nonce: pair `n` of the report's 64, 32 bytes in base64url. */
export type Challenge = {
  readonly id: string;
  readonly n: number;
  readonly nonce: string;
  readonly purpose: Purpose;
};

/** An answer as it stands in a receipt: HMAC-SHA256(nonce, canonical content) in base64url. */
export type Proof = { readonly n: number; readonly mac: string };

/** The pairs that each have one purpose, always the same. */
export const pairFor = { stored: 0, registered: 1 } as const;

/** The first pair of those that are revealed as they are needed. */
export const firstFreePair = 2;

/** How long after `registered` each check of the schedule comes. */
export const scheduleMs: readonly number[] = [
  minuteMs,
  hourMs,
  24 * hourMs,
  7 * 24 * hourMs,
  30 * 24 * hourMs,
];

/** Pairs that only the schedule may use. */
export const reservedForSchedule = 10;

/** The answer to a nonce (base64url), over the canonical content: `canonicalContent` of what was read back. */
export function answerTo(nonce: string, content: Uint8Array): string {
  return hmacSha256(Buffer.from(nonce, "base64url"), content).toString("base64url");
}

/** Pairs as they are kept: nonce and HMAC of each, 64 bytes, one after the other. */
export function pairIn(pairs: Uint8Array, n: number): { readonly nonce: string; readonly mac: string } {
  assert(pairs.length === proofPairCount * 64 && n >= 0 && n < proofPairCount, "there are 64 pairs");
  const text = (from: number) => Buffer.from(pairs.subarray(from, from + 32)).toString("base64url");
  return { nonce: text(n * 64), mac: text(n * 64 + 32) };
}

/**
 * The next pair to reveal, or null when this purpose may have no more: the report cannot be checked further. `used`
 * counts the pairs from `firstFreePair` on that have been revealed.
 */
export function nextPair(
  purpose: Exclude<Purpose, "stored" | "registered">,
  used: { readonly schedule: number; readonly other: number },
): number | null {
  const n = firstFreePair + used.schedule + used.other;
  if (n >= proofPairCount) return null;
  if (purpose === "schedule") return n;
  const free = proofPairCount - firstFreePair - reservedForSchedule;
  return used.other < free ? n : null;
}

/** After this long without an answer a receiver is silent. Silent is not lost: nothing is known. */
export const silentAfterMs = 10 * minuteMs;

/** Whether a challenge revealed then, and not answered, has gone unanswered for too long. Times in epoch milliseconds. */
export function isSilent(revealedAt: number, answeredAt: number | null, now: number): boolean {
  return answeredAt === null && now - revealedAt > silentAfterMs;
}
