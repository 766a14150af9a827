// Reads what stands beside a receipt when it is in the ledger: salt, place, path and checkpoint, as the hub gives them at
// /log/proof. Only the form is checked here; whether it proves anything is core/receipt-verdict.ts's to say.

import { bytesIn } from "../core/note.ts";
import { refuse } from "../core/problem.ts";
import type { InclusionProof } from "../core/receipt-verdict.ts";

/** A tree of 2^63 leaves is 63 levels high. */
const mostHashes = 63;

/** Reads a proof, or refuses with `inclusion.bad-form`. */
export function readInclusionProof(value: unknown): InclusionProof {
  const { v, salt, place, size, path, checkpoint } = (value ?? {}) as Record<string, unknown>;
  const hashes = Array.isArray(path) && path.length <= mostHashes ? path.map(hashIn) : [null];
  const saltBytes = hashIn(salt);
  const isRight = v === 1 && isCount(place) && isCount(size) && typeof checkpoint === "string";
  if (!isRight || saltBytes === null || !hashes.every((hash) => hash !== null))
    return refuse("inclusion.bad-form");
  return { salt: saltBytes, place, size, path: hashes, checkpoint };
}

function hashIn(value: unknown): Buffer | null {
  const bytes = typeof value === "string" ? bytesIn(value) : null;
  return bytes?.length === 32 ? bytes : null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
