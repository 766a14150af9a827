// Reveals nonces: one at a time, each for one purpose. Two things never happen: a pair that has been made known goes
// to another purpose, and a report for which no pair is left is passed by in silence.

import { nextPair } from "../core/proof.ts";
import type { Tx } from "../pg/db.ts";
import { insertChallenges, type LaterPurpose, type NewChallenge, usedPairs } from "./challenge-store.ts";
import { noteDeviations } from "./receipt-store.ts";

export type Wanted = {
  readonly report: string;
  readonly purpose: LaterPurpose;
  /** Which check of the schedule; null for other purposes. */
  readonly step: number | null;
};

/**
 * Reveals the next pair of each report, which may be named once, and gives those that were. For a report that has none
 * left for the purpose `proof.run-out` is noted, and belongs to its service. The deliveries must be locked.
 */
export async function reveal(tx: Tx, wanted: readonly Wanted[], now: Date): Promise<NewChallenge[]> {
  if (wanted.length === 0) return [];
  const used = await usedPairs(
    tx,
    wanted.map(({ report }) => report),
  );
  const usedOf = new Map(used.map((one) => [one.report, one]));
  const revealed: NewChallenge[] = [];
  const runOut: { report: string; service: string; detail: string }[] = [];
  for (const { report, purpose, step } of wanted) {
    const facts = usedOf.get(report);
    if (!facts) continue;
    const { service, hasPairs } = facts;
    const n = hasPairs ? nextPair(purpose, facts) : null;
    if (n !== null) revealed.push({ report, n, service, purpose, step });
    else runOut.push({ report, service, detail: hasPairs ? purpose : "no pairs" });
  }
  await insertChallenges(tx, revealed, now);
  const owned = runOut.map((one) => ({ ...one, kind: "proof.run-out", owner: `service:${one.service}` }));
  await noteDeviations(tx, owned, now);
  return revealed;
}
