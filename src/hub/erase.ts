// Lets go of content whose time has come. Two look at it, each by itself: this one, which checks every signature, and
// the database, which alone can erase. If either says no nothing goes, and where they differ somebody must look. Content,
// the receipt `erased` and the certificate are one transaction.

import { copiesGone, type ErasureBody, signErasure } from "../core/erasure.ts";
import { type HoldFacts, type Missing, mayErase } from "../core/hold.ts";
import { assert } from "../core/problem.ts";
import { hourMs, osloDate } from "../core/schedule.ts";
import type { Tx } from "../pg/db.ts";
import { entryOf, issue } from "./entry.ts";
import { signedFacts } from "./evidence.ts";
import {
  answersOf,
  bookErasing,
  comparisonsOf,
  eraseContent,
  type HeldReport,
  heldReport,
  insertErasure,
  lossesOf,
  noteNearMaximum,
  placedReceipts,
} from "./hold-store.ts";
import type { Hub } from "./hub.ts";
import type { Known } from "./known.ts";
import { insertReceipts, lockDeliveries, noteDeviations } from "./receipt-store.ts";

/** What is refused is tried again the next day: most that is missing comes with time. */
const againMs = 24 * hourMs;

export type Erased = { readonly report: string; readonly outcome: "erased" | Missing };

/**
 * Erases the next report that is old enough, or has it noted why not; null when none is due. The next attempt is booked
 * first, so that one report that fails does not stop the others.
 */
export async function eraseNext(hub: Hub): Promise<Erased | null> {
  if (hub.copiesKept === null) return null;
  const now = hub.clock();
  const report = await hub.db.begin((tx) => bookErasing(tx, new Date(now), new Date(now + againMs)));
  return report === null ? null : erase(hub, report);
}

/** Erases this report's content, or has it noted why not. */
export async function erase(hub: Hub, report: string): Promise<Erased> {
  // Before the transaction: inside it another connection would be waited for, by whoever holds the lock on the report.
  const known = await hub.known.read();
  return hub.db.begin(async (tx) => {
    const now = hub.clock();
    await lockDeliveries(tx, [report]);
    const held = await heldReport(tx, report);
    const objection = held === null ? "hold.unknown-report" : await objectionTo(tx, known, held, now);
    const answer = await eraseContent(tx, report, new Date(now), objection);
    if (answer.outcome === "erased") {
      assert(held, "what was erased was there");
      await certify(tx, hub, held, answer.restsOn, now);
    } else if (differ(answer.found, objection)) {
      await noteDifference(tx, held, `${objection ?? "free"} ${answer.found ?? "free"}`, now);
    }
    return { report, outcome: answer.outcome };
  });
}

/** What this side finds missing, with every signature checked; null when nothing is. */
async function objectionTo(tx: Tx, known: Known, held: HeldReport, now: number): Promise<Missing | null> {
  const verdict = mayErase(await factsOf(tx, known, held), now);
  return verdict.may ? null : verdict.missing;
}

async function factsOf(tx: Tx, known: Known, held: HeldReport): Promise<HoldFacts> {
  const { report, service } = held;
  const acceptedAt = held.acceptedAt.getTime();
  const [receipts, answers, losses, comparisons] = await Promise.all([
    placedReceipts(tx, report),
    answersOf(tx, report),
    lossesOf(tx, report),
    comparisonsOf(tx, service, osloDate(acceptedAt)),
  ]);
  const wrong = answers.filter(({ outcome }) => outcome !== "right").map(({ at }) => at);
  return {
    acceptedAt,
    ...signedFacts(known, held, receipts, answers),
    comparisons: comparisons.map(({ asOf, agrees }) => ({ asOf: asOf.getTime(), agrees })),
    lossesAt: [...losses, ...wrong].map((at) => at.getTime()),
    isLost: held.isLost,
    isAsked: held.isAsked,
    isRecalled: held.isRecalled,
    keepDays: held.keepDays,
  };
}

async function certify(
  tx: Tx,
  hub: Hub,
  held: HeldReport,
  said: ErasureBody["restsOn"],
  now: number,
): Promise<void> {
  assert(hub.copiesKept, "nothing is erased before the operator has said how long copies are kept");
  const { report: reportId, service, serial, sealedHash } = held;
  const restsOn = withTimes(said);
  const erasedAt = new Date(now).toISOString();
  const entry = entryOf(
    issue(hub, {
      v: 1,
      kind: "erased",
      reportId,
      service,
      serial,
      at: erasedAt,
      by: { role: "hub", id: hub.id },
      sealedHash,
      restsOn: [...restsOn.registered, ...restsOn.proofs.map(({ receipt }) => receipt)],
    }),
  );
  const body: ErasureBody = {
    v: 1,
    reportId,
    service,
    serial,
    erasedAt,
    by: hub.id,
    erased: ["sealed report", "sealed paper copy"],
    sealedHash,
    receipt: entry.hash,
    restsOn,
    copiesGone: copiesGone(hub.copiesKept, now),
  };
  const certificate = JSON.stringify(signErasure(body, hub.key.keyId, hub.key.privateKey));
  await insertReceipts(tx, [entry], new Date(now));
  await insertErasure(tx, { report: reportId, receipt: entry.hash, body: certificate }, new Date(now));
}

/** The database writes times in its own way. */
function withTimes(said: ErasureBody["restsOn"]): ErasureBody["restsOn"] {
  const time = (text: string) => new Date(text).toISOString();
  const { comparison } = said;
  return {
    ...said,
    proofs: said.proofs.map((proof) => ({ ...proof, at: time(proof.at) })),
    comparison: { ...comparison, asOf: time(comparison.asOf), comparedAt: time(comparison.comparedAt) },
  };
}

/** This server's clock may be behind the hub's: then only the age is judged otherwise, and that passes. */
function differ(found: Missing | null, objection: Missing | null): boolean {
  const isAge = (code: Missing | null) => code === null || code === "hold.too-young";
  return found !== objection && !(isAge(found) && isAge(objection));
}

function noteDifference(tx: Tx, held: HeldReport | null, detail: string, now: number): Promise<void> {
  const { report = null, service = null } = held ?? {};
  const deviation = { kind: "hold.judged-otherwise", report, service, owner: "operator", detail };
  return noteDeviations(tx, [deviation], new Date(now));
}

/** Days before the most a report may be kept; 0 when it has been reached. */
const warnedBefore = [90, 30, 7, 0];

/** Has everybody told whose report comes near the most it may be kept. Nothing is ever dropped for it. */
export async function warnNearMaximum(hub: Hub): Promise<number> {
  return hub.db.begin((tx) => noteNearMaximum(tx, warnedBefore, new Date(hub.clock())));
}
