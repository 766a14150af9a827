// A report as the chain sees it: two files, their canonical bytes and hash, and the header that is all the
// hub may know. A 256-bit salt stands inside both files, so no hash here can be guessed from the content.

import { hmacSha256, sha256Hex } from "./hash.ts";

export type ReportKind = "private" | "professional";
export type ProtocolVersion = "V1" | "V2";

/** The two files of a report. Their exact bytes are the report; nothing parsed from them replaces them. */
export type ReportFiles = { readonly json: Uint8Array; readonly pdf: Uint8Array };

export const jsonName = "bekymringsmelding.json";
export const pdfName = "bekymringsmelding.pdf";

/** Canonical content: for each file in this order, its length in bytes as 8 bytes big-endian, then its bytes. */
export function canonicalContent(files: ReportFiles): Buffer {
  return Buffer.concat([files.json, files.pdf].flatMap((file) => [lengthOf(file), file]));
}

function lengthOf(file: Uint8Array): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(file.length));
  return length;
}

/** SHA-256 of the canonical content, in hex. */
export function contentHashOf(files: ReportFiles): string {
  return sha256Hex(canonicalContent(files));
}

export const proofPairCount = 64;

/** Bytes of one storage-proof pair: a nonce (32 bytes) and HMAC-SHA256(nonce, canonical content). */
export const pairBytes = 64;

/**
 * Makes one pair for each nonce (32 bytes), as they travel and are kept: nonce and HMAC of each, one after the other.
 * The nonces must be random and never used for another report.
 */
export function proofPairs(files: ReportFiles, nonces: readonly Uint8Array[]): Buffer {
  const content = canonicalContent(files);
  return Buffer.concat(nonces.flatMap((nonce) => [nonce, hmacSha256(nonce, content)]));
}

/** A pair as it stood in a header of the first form; both base64url. */
export type ProofPair = readonly [nonce: string, mac: string];

export type FileFacts = { readonly name: string; readonly size: number; readonly hash: string };
export type SealedFacts = { readonly size: number; readonly hash: string; readonly key: string };

/** The closed list of what the hub may know of a report: docs/protocol.md. Sizes in bytes, hashes in hex. */
export type ReportHeader = HeaderFacts & (PairsBeside | PairsInside);

/** The pairs travel beside the header, to the hub alone; the header vouches for them. SHA-256, in hex. */
type PairsBeside = { readonly v: 2; readonly pairsHash: string };

/** The first form. Its pairs are told to nobody any more: whoever has the header without them has them not. */
type PairsInside = { readonly v: 1; readonly pairs?: readonly ProofPair[] };

/** What stands in a header of either form. */
export type HeaderFacts = {
  readonly id: string;
  readonly service: string;
  readonly municipality: string;
  /** Two digits; "00" where the municipality has no districts, as in the KS protocol. */
  readonly district: string;
  readonly kind: ReportKind;
  readonly protocol: ProtocolVersion;
  readonly sealedAt: string;
  readonly submitter: string;
  /** The report sealed to the service's key. `key` is the id of the certificate's public key. */
  readonly sealed: SealedFacts;
  /** The paper copy sealed to the print key. */
  readonly paper: SealedFacts;
  readonly files: readonly FileFacts[];
  readonly contentHash: string;
  /** SHA-256 of the tracking code, in hex. The code has 128 random bits, so its hash tells nothing. */
  readonly trackingHash: string;
  /** Set by the sender when the content does not fit the KS schema; it is delivered as it is. */
  readonly flags: readonly ReportFlag[];
};

/** What a sender or receiver saw that was not as it should be. Codes only; the report is delivered all the same. */
export type ReportFlag = "schema-deviation" | "downgraded-to-v1" | "identity-number-unusual";
