// The hub's questions, and the answers to them. A question that cannot be read is passed by: it comes again.

import type { Ground } from "../../core/ground.ts";
import type { Challenge } from "../../core/proof.ts";
import type { ProofAnswer } from "../../core/proof-answer.ts";
import { refuse } from "../../core/problem.ts";
import { jsonOf } from "../../http/client.ts";
import { jsonOrNull } from "../../wire/foreign.ts";
import { type HubDoor, post } from "./hub.ts";

export type Asking = { readonly wait: number; readonly limit: number; readonly ground: Ground | null };

/** Asks what is to be proven, for as long as `wait` seconds, and says what our database stands on. */
export async function pollChallenges(
  hub: HubDoor,
  asking: Asking,
  stopped: AbortSignal,
): Promise<Challenge[]> {
  const answer = await post(hub, "/challenges", asking, (asking.wait + 20) * 1000, stopped);
  const { challenges } = jsonOf(answer, "hub.refused") as { challenges?: unknown };
  if (!Array.isArray(challenges)) return refuse("hub.refused", "no list of challenges");
  return challenges.map(challengeIn).filter((one) => one !== null);
}

const later = ["schedule", "demand", "restore"];

function challengeIn(value: unknown): Challenge | null {
  const { id, n, nonce, purpose } = (value ?? {}) as Record<string, unknown>;
  const isReport = typeof id === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  const isPair = Number.isInteger(n) && (n as number) >= 0 && (n as number) < 64;
  const isNonce = typeof nonce === "string" && /^[\w-]{43}$/.test(nonce);
  return isReport && isPair && isNonce && later.includes(purpose as string) ? (value as Challenge) : null;
}

export type Refused = { readonly id: string; readonly error: string };

/** Gives answers, and gives back which of them the hub refused. Refuses when it said nothing about any. */
export async function postAnswers(hub: HubDoor, answers: readonly ProofAnswer[]): Promise<Refused[]> {
  const answer = await post(hub, "/answers", { answers }, 30_000);
  const results = (jsonOrNull(answer.bytes) as { results?: unknown } | null)?.results;
  if (!Array.isArray(results)) {
    jsonOf(answer, "hub.refused");
    return refuse("hub.refused", "no results");
  }
  return results.flatMap((result: unknown) => {
    const { id, outcome, error } = (result ?? {}) as Record<string, unknown>;
    const isRefused = outcome === "refused" && typeof id === "string";
    return isRefused ? [{ id, error: typeof error === "string" ? error.slice(0, 60) : "" }] : [];
  });
}
