// The sealed package: what a sender commits before it posts, and posts again byte for byte until there is a
// receipt. One of the first form, sealed before pairs travelled beside the header, is read as well: it may have
// waited in an outbox.

import type { KeyObject } from "node:crypto";
import { sha256Hex } from "../core/hash.ts";
import { refuse } from "../core/problem.ts";
import { pairBytes, proofPairCount, type ReportHeader } from "../core/report.ts";
import { jsonOrNull } from "./foreign.ts";
import { type Check, is, isKey, isSignedHeader, matches, signHeader } from "./report-header.ts";

/**
 * `signature` is the submitter's, over the header. `sealed` and `paper` are CMS envelopes (DER). `pairs` are the 64
 * storage-proof pairs, nonce and HMAC of each; null in a package of the first form, whose pairs prove nothing.
 */
export type SealedPackage = {
  readonly header: ReportHeader;
  readonly signature: { readonly key: string; readonly value: string };
  readonly pairs: Buffer | null;
  readonly sealed: Buffer;
  readonly paper: Buffer;
};

const isText: Check = (value) => typeof value === "string";
const firstForm: Record<string, Check> = {
  header: isSignedHeader,
  signature: is({ key: isKey, value: matches(/^[\w-]{86}$/) }),
  sealed: isText,
  paper: isText,
};
const isFirstForm = is(firstForm);
const isSecondForm = is({ ...firstForm, pairs: isText });

/** What is sealed, and what goes with it. */
export type Parts = {
  readonly sealed: Uint8Array;
  readonly paper: Uint8Array;
  /** Left out of a package of the first form. */
  readonly pairs?: Uint8Array;
};

/** Signs the header with the submitter's key and writes the package's bytes: the ones to keep and to post. */
export function writePackage(
  header: ReportHeader,
  { sealed, paper, pairs }: Parts,
  key: { readonly keyId: string; readonly privateKey: KeyObject },
): Buffer {
  const signature = { key: key.keyId, value: signHeader(header, key.privateKey) };
  const beside = pairs ? { pairs: base64(pairs) } : {};
  const body = { header, signature, ...beside, sealed: base64(sealed), paper: base64(paper) };
  return Buffer.from(JSON.stringify(body), "utf8");
}

/**
 * Reads a package and checks that sizes and hashes fit the sealed bytes, and that the pairs are those the header
 * vouches for. Refuses with `request.not-json`, `report.bad-header` or `report.wrong-hash`. The signature is not
 * checked here: see `headerSignatureFits`.
 */
export function readPackage(bytes: Uint8Array): SealedPackage {
  return packageFrom(jsonOrNull(bytes) ?? refuse("request.not-json"));
}

/** As `readPackage`, from a value that has been parsed already. */
export function packageFrom(value: unknown): SealedPackage {
  const read = value as {
    header: ReportHeader;
    signature: SealedPackage["signature"];
    pairs?: string;
    sealed: string;
    paper: string;
  };
  if (!isFirstForm(value) && !isSecondForm(value)) refuse("report.bad-header");
  const pairs = pairsIn(read.header, read.pairs);
  const sealed = bytesOf(read.sealed);
  const paper = bytesOf(read.paper);
  if (!isAsStated(sealed, read.header.sealed) || !isAsStated(paper, read.header.paper))
    refuse("report.wrong-hash");
  return { header: read.header, signature: read.signature, pairs, sealed, paper };
}

/** The pairs that belong to this header; they stand where its version says, and nowhere else. */
function pairsIn(header: ReportHeader, text: string | undefined): Buffer | null {
  if ((header.v === 2) !== (text !== undefined)) refuse("report.bad-header", "pairs");
  if (header.v !== 2 || text === undefined) return null;
  const pairs = bytesOf(text);
  if (pairs.length !== proofPairCount * pairBytes) refuse("report.bad-header", "pairs");
  return sha256Hex(pairs) === header.pairsHash ? pairs : refuse("report.wrong-hash");
}

/** Only one text is the base64 of some bytes: writing them anew and comparing is quicker than a pattern. */
function bytesOf(text: string): Buffer {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : refuse("report.bad-header", "not base64");
}

function isAsStated(bytes: Uint8Array, stated: { size: number; hash: string }): boolean {
  return bytes.length === stated.size && sha256Hex(bytes) === stated.hash;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}
