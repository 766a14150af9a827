// Reads a storage challenge that the hub has put beside an offer or an answer. One that cannot be read is none: the
// report is held all the same, and the question comes again.

import type { Challenge } from "../../core/proof.ts";

const purposes = ["stored", "registered", "again"];

/** The challenge about this report, or null where there is none of the known form. */
export function readChallenge(value: unknown, report: string | undefined): Challenge | null {
  const { id, n, nonce, purpose } = (value ?? {}) as Record<string, unknown>;
  const isPair = Number.isInteger(n) && (n as number) >= 0 && (n as number) < 64;
  const isNonce = typeof nonce === "string" && /^[\w-]{43}$/.test(nonce);
  if (id !== report || !isPair || !isNonce || !purposes.includes(purpose as string)) return null;
  return value as Challenge;
}
