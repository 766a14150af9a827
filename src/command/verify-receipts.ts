// Receipts out of a file, and what is told of each: signed, included and co-signed, one line each and never one for the
// other. Works without a network, and believes nothing but the keys it was given.

import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { refuse } from "../core/problem.ts";
import type { Receipt } from "../core/receipt.ts";
import {
  type InclusionProof,
  type Pinned,
  type Standing,
  type Verdict,
  verdictOn,
} from "../core/receipt-verdict.ts";
import { jsonOrNull } from "../wire/foreign.ts";
import { readInclusionProof } from "../wire/receipt-proof-v1.ts";
import { readReceipt } from "../wire/receipt-v1.ts";

/** What a file must have besides a signature. */
export const requirements = ["included", "co-signed"] as const;
export type Requirement = (typeof requirements)[number];

type Item = { readonly receipt: Receipt; readonly proof: InclusionProof | null };

/** One receipt of a file, weighed. `holds` decides the exit code. */
export type Weighed = {
  readonly file: string;
  readonly receipt: Receipt;
  readonly verdict: Verdict;
  readonly holds: boolean;
};

/** Weighs every receipt in a file; `-` is standard input. Refuses with `receipt.bad-form` where there is none. */
export async function weighFile(
  file: string,
  pinned: Pinned,
  required: readonly Requirement[],
): Promise<Weighed[]> {
  const bytes = file === "-" ? await buffer(process.stdin) : await readFile(file);
  const items = itemsIn(jsonOrNull(bytes) ?? linesIn(bytes));
  if (items.length === 0) refuse("receipt.bad-form", file);
  return items.map(({ receipt, proof }) => {
    const verdict = verdictOn(receipt, proof, pinned);
    return { file, receipt, verdict, holds: holdsUp(verdict, required) };
  });
}

/** One JSON value a line, as `framme send --json` writes. */
function linesIn(bytes: Buffer): unknown[] {
  return bytes
    .toString("utf8")
    .split("\n")
    .map((line) => jsonOrNull(Buffer.from(line)));
}

/** Receipts wherever they stand in the value: alone, beside a proof, in lists, or deeper in a file of somebody else's. */
function itemsIn(value: unknown): Item[] {
  if (Array.isArray(value)) return value.flatMap(itemsIn);
  if (typeof value !== "object" || value === null) return [];
  const fields = value as Record<string, unknown>;
  if (isReceipt(fields)) return [{ receipt: readReceipt(fields), proof: null }];
  if (!isReceipt(fields.receipt)) return Object.values(fields).flatMap(itemsIn);
  const proof = fields.proof ? readInclusionProof(fields.proof) : null;
  return [{ receipt: readReceipt(fields.receipt), proof }];
}

/** Looks like one; whether it is one, its reader says. */
function isReceipt(value: unknown): boolean {
  return typeof value === "object" && value !== null && "kind" in value && "signature" in value;
}

/**
 * Nothing that is claimed fails, what was required is there, and somebody whose key was given vouches for the receipt:
 * its signer, or the hub, which records a receipt only when it has checked the signature.
 */
function holdsUp({ signed, included, coSigned }: Verdict, required: readonly Requirement[]): boolean {
  const failed = [signed, included, coSigned].some(({ is }) => is === "fails");
  const isVouchedFor = signed.is === "holds" || included.is === "holds";
  const asked = { included: included.is, "co-signed": coSigned.is };
  return !failed && isVouchedFor && required.every((one) => asked[one] === "holds");
}

/** What is told to a person of one receipt. */
export function textOf({ file, receipt, verdict, holds }: Weighed): string {
  const { signed, included, coSigned } = verdict;
  const { kind, reportId, service, serial, at, by } = receipt;
  const place =
    included.place === null ? "" : `, place ${included.place} of ${included.size} in ${included.origin}`;
  const names = coSigned.by.map((witness) => `${witness.name} at ${witness.at}`).join(", ");
  const others =
    coSigned.strangers.length === 0
      ? ""
      : ` (also under it, keys not given: ${coSigned.strangers.join(", ")})`;
  return [
    `${file}: ${kind}, by ${by.role} ${by.id} at ${at}, report ${reportId}, number ${serial} to ${service}`,
    `  signed      ${words.signed[signed.is]}: key ${signed.key}, ${signed.why}`,
    `  included    ${words.included[included.is]}: ${included.why}${place}`,
    `  co-signed   ${words.coSigned[coSigned.is]}: ${names || coSigned.why}${others}`,
    `  ${holds ? "It holds." : "It does NOT hold, or could not be checked as far as was asked."}`,
  ].join("\n");
}

type Words = Record<Standing, string>;

const words: Record<"signed" | "included" | "coSigned", Words> = {
  signed: { holds: "yes", fails: "NO", unchecked: "not checked", absent: "no" },
  included: { holds: "yes", fails: "NO", unchecked: "not checked", absent: "not included yet" },
  coSigned: { holds: "yes", fails: "NO", unchecked: "not checked", absent: "not co-signed" },
};
