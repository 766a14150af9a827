// What has been asked of a report's receiver, and whether a receipt answers it. `stored` and `registered` are believed
// only with the HMAC that the sender wrote down when it sealed the report: a word without it is refused, whoever signed
// it. Which pair is for what is fixed, so that an answer to one question is no answer to another.

import { sameSecret } from "../core/hash.ts";
import type { ProblemCode } from "../core/problem.ts";
import { type Challenge, pairFor } from "../core/proof.ts";
import { pairBytes } from "../core/report.ts";
import type { Receipt } from "../core/receipt.ts";
import type { AskedPair } from "./pair-store.ts";
import type { DeliveryFacts } from "./receipt-store.ts";

/** What may be answered for one report: its own two pairs, and those it was handed over again with. */
export type Asked = { readonly facts: DeliveryFacts; readonly again: readonly AskedPair[] };

/** What is wrong with a receipt's proof by itself. */
export function faultInProof(asked: Asked, { kind, proof }: Receipt): ProblemCode | null {
  const isToProve = kind === "stored" || kind === "registered";
  // Of a package of the first form nothing can be proven, and nothing may seem to be.
  if (!isToProve || !asked.facts.pairs) return proof ? "proof.not-asked" : null;
  if (!proof) return "proof.missing";
  const pair = pairOf(asked, kind, proof.n);
  if (!pair) return "proof.not-asked";
  const isRight = sameSecret(Buffer.from(proof.mac, "base64url"), pair.subarray(pairBytes / 2));
  return isRight ? null : "proof.wrong";
}

/** Whether another receipt of this kind has answered the same question: a question is answered once. */
export function isAnswered(held: readonly Receipt[], { reportId, kind, proof }: Receipt): boolean {
  const isOne = (other: Receipt) => other.reportId === reportId && other.kind === kind;
  return proof !== undefined && held.some((other) => isOne(other) && other.proof?.n === proof.n);
}

/** The pair that a receipt of this kind may answer, or null. */
function pairOf({ facts, again }: Asked, kind: "stored" | "registered", n: number): Buffer | null {
  const at = n * pairBytes;
  if (n === pairFor[kind]) return facts.pairs?.subarray(at, at + pairBytes) ?? null;
  return again.find((one) => one.report === facts.report && one.n === n)?.pair ?? null;
}

/** The question that follows a `stored` that the hub has: what `registered` is to answer. Null where there is none. */
export function questionAfter({ facts, again }: Asked, { kind, proof }: Receipt): Challenge | null {
  if (kind !== "stored" || !facts.pairs || !proof) return null;
  const id = facts.report;
  const nonceIn = (pair: Buffer) => pair.subarray(0, pairBytes / 2).toString("base64url");
  const anew = again.find((one) => one.report === id && one.n === proof.n);
  // Handed over anew: one question stands for both.
  if (anew) return { id, n: anew.n, nonce: nonceIn(anew.pair), purpose: "again" };
  const n = pairFor.registered;
  return { id, n, nonce: nonceIn(facts.pairs.subarray(n * pairBytes)), purpose: "registered" };
}
