// Reads an answer to a storage challenge that came over the wire. Only the form is checked here; unknown fields are
// refused, because nobody would have looked at what was signed for.

import { refuse } from "../core/problem.ts";
import type { ProofAnswer } from "../core/proof-answer.ts";
import { proofPairCount } from "../core/report.ts";

type Check = (value: unknown) => boolean;

const matching =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === "string" && pattern.test(value);

const required: Record<string, Check> = {
  v: (value) => value === 1,
  reportId: matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  service: matching(/^[a-z0-9-]{1,60}$/),
  n: (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) < proofPairCount,
  at: matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  mac: (value) => value === null || matching(/^[\w-]{43}$/)(value),
  key: matching(/^[0-9a-f]{32}$/),
  signature: matching(/^[\w-]{86}$/),
};

const optional: Record<string, Check> = { reference: matching(/^\S.{0,199}$/) };

/** Reads one answer, or refuses with `proof.bad-form`. */
export function readAnswer(value: unknown): ProofAnswer {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse("proof.bad-form");
  const fields = value as Record<string, unknown>;
  const isWhole = Object.keys(required).every((name) => name in fields);
  const isFit = Object.entries(fields).every(([name, item]) => (required[name] ?? optional[name])?.(item));
  return isWhole && isFit ? (value as ProofAnswer) : refuse("proof.bad-form");
}
