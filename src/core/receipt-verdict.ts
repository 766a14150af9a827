// What can be said of a receipt by whoever has it in a file, and nothing but a few keys that were got by another way: is
// it signed, is it in the ledger, and who else has put a name to that ledger. The three are told apart, always: a receipt
// that is signed and not yet in the ledger is worth what its signer's word is worth.

import type { KeyObject } from "node:crypto";
import { canonicalText } from "./canonical.ts";
import { type Checkpoint, checkpointFrom, cosignedAt, isSignedByLog, linesOf } from "./checkpoint.ts";
import { commitmentOf, inclusionFits, leafHash } from "./ledger.ts";
import { type NoteKey, noteAlgorithms, noteKeyOf } from "./note.ts";
import { mayIssue, type Receipt, receiptSignatureFits } from "./receipt.ts";
import { keyIdOf } from "./signature.ts";

/** Where a receipt stands in the ledger. `checkpoint` is a note, with the signature lines it came with. */
export type InclusionProof = {
  readonly salt: Buffer;
  readonly place: number;
  readonly size: number;
  readonly path: readonly Buffer[];
  readonly checkpoint: string;
};

/** The keys that somebody trusts, having got them by another way than the receipt. */
export type Pinned = {
  readonly hub: readonly KeyObject[];
  /** Of services and others that sign receipts. */
  readonly others: readonly KeyObject[];
  readonly witnesses: readonly NoteKey[];
};

/** `unchecked`: it could not be looked at, because a key was not given. `absent`: nothing is claimed. */
export type Standing = "holds" | "fails" | "unchecked" | "absent";

export type Verdict = {
  /** `key` is the id of the key the receipt names. */
  readonly signed: { readonly is: Standing; readonly key: string; readonly why: string };
  readonly included: {
    readonly is: Standing;
    readonly why: string;
    readonly place: number | null;
    readonly size: number | null;
    readonly origin: string | null;
  };
  readonly coSigned: {
    readonly is: Standing;
    readonly why: string;
    /** `at` is ISO 8601 UTC. */
    readonly by: readonly { readonly name: string; readonly at: string }[];
    /** Names under the checkpoint whose keys were not given. */
    readonly strangers: readonly string[];
  };
};

/** Weighs one receipt. `proof` is null where none came with it. */
export function verdictOn(receipt: Receipt, proof: InclusionProof | null, pinned: Pinned): Verdict {
  const checkpoint = proof && checkpointFrom(proof.checkpoint);
  return {
    signed: signedOf(receipt, pinned),
    included: includedOf(receipt, proof, checkpoint, pinned),
    coSigned: coSignedOf(proof, checkpoint, pinned),
  };
}

function signedOf(receipt: Receipt, { hub, others }: Pinned): Verdict["signed"] {
  const { key } = receipt;
  if (!mayIssue[receipt.kind].includes(receipt.by.role))
    return { is: "fails", key, why: `a ${receipt.by.role} may not issue ${receipt.kind}` };
  // What the hub vouches for itself must be signed by the hub; a channel speaks through it.
  const keys = receipt.by.role === "hub" ? hub : [...others, ...hub];
  const signer = keys.find((one) => keyIdOf(one) === key);
  if (!signer) return { is: "unchecked", key, why: "the key that it names was not given" };
  return receiptSignatureFits(receipt, signer)
    ? { is: "holds", key, why: "by a key that was given" }
    : { is: "fails", key, why: "the signature does not fit the receipt" };
}

function includedOf(
  receipt: Receipt,
  proof: InclusionProof | null,
  checkpoint: Checkpoint | null,
  { hub }: Pinned,
): Verdict["included"] {
  const said = (is: Standing, why: string) => ({
    is,
    why,
    place: proof?.place ?? null,
    size: proof?.size ?? null,
    origin: checkpoint?.origin ?? null,
  });
  if (!proof) return said("absent", "no proof came with it");
  if (!checkpoint) return said("fails", "the checkpoint cannot be read");
  if (checkpoint.size !== proof.size) return said("fails", "the checkpoint is of another size than the path");
  const leaf = leafHash(commitmentOf(proof.salt, Buffer.from(canonicalText(receipt))));
  if (!inclusionFits(leaf, proof.place, proof.size, proof.path, checkpoint.root))
    return said("fails", "salt, receipt and path do not lead to the checkpoint's root");
  if (hub.length === 0) return said("unchecked", "the hub's key was not given");
  const keys = hub.map((key) => noteKeyOf(checkpoint.origin, noteAlgorithms.log, key));
  if (!isSignedByLog(checkpoint, keys)) return said("fails", "the checkpoint is not signed by the hub");
  return said("holds", "the path leads to a root that the hub has signed");
}

function coSignedOf(
  proof: InclusionProof | null,
  checkpoint: Checkpoint | null,
  { witnesses }: Pinned,
): Verdict["coSigned"] {
  const said = (is: Standing, why: string, more: Partial<Verdict["coSigned"]> = {}) => ({
    is,
    why,
    by: [],
    strangers: [],
    ...more,
  });
  if (!proof) return said("absent", "no proof came with it");
  if (!checkpoint) return said("fails", "the checkpoint cannot be read");
  const by = witnesses.flatMap((witness) => {
    const seconds = cosignedAt(checkpoint, witness);
    return seconds === null ? [] : [{ name: witness.name, at: new Date(seconds * 1000).toISOString() }];
  });
  const known = linesOf(checkpoint, witnesses);
  const strangers = checkpoint.note.lines
    .filter((line) => !known.includes(line) && line.name !== checkpoint.origin)
    .map(({ name }) => name);
  const names = new Set(by.map(({ name }) => name));
  const wrong = known.find(({ name }) => !names.has(name));
  if (wrong) return said("fails", `${wrong.name}'s signature does not fit`, { by, strangers });
  if (by.length > 0) return said("holds", "by witnesses whose keys were given", { by, strangers });
  if (strangers.length > 0)
    return said("unchecked", "only by witnesses whose keys were not given", { by, strangers });
  return said("absent", "no witness has signed this checkpoint");
}
