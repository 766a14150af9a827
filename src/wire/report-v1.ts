// The sealed package: what a sender commits before it posts, and posts again byte for byte until there is a
// receipt. The header is a closed list (docs/protocol.md): a field that is not in it is refused, so that
// nothing of a report can slip past the seal in a field somebody added.

import type { KeyObject } from "node:crypto";
import { sha256Hex } from "../core/hash.ts";
import { refuse } from "../core/problem.ts";
import { proofPairCount, type ReportHeader } from "../core/report.ts";
import { signatureFits, signValue } from "../core/signature.ts";
import { jsonOrNull } from "./foreign.ts";

/** `signature` is the submitter's, over the header. `sealed` and `paper` are CMS envelopes (DER). */
export type SealedPackage = {
  readonly header: ReportHeader;
  readonly signature: { readonly key: string; readonly value: string };
  readonly sealed: Buffer;
  readonly paper: Buffer;
};

const label = "framme report header v1";

type Check = (value: unknown) => boolean;
const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === "string" && pattern.test(value);
const isHash = matches(/^[0-9a-f]{64}$/);
const isKey = matches(/^[0-9a-f]{32}$/);
const isSize: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isOneOf =
  (...allowed: string[]): Check =>
  (value) =>
    allowed.includes(value as string);
const isListOf =
  (check: Check, atMost: number): Check =>
  (value) =>
    Array.isArray(value) && value.length <= atMost && value.every(check);
const is =
  (shape: Record<string, Check>): Check =>
  (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    const names = Object.keys(value);
    if (names.length !== Object.keys(shape).length) return false;
    return names.every((name) => shape[name]?.((value as Record<string, unknown>)[name]));
  };

const isSealed = is({ size: isSize, hash: isHash, key: isKey });
const isPair: Check = (value) =>
  Array.isArray(value) && value.length === 2 && value.every(matches(/^[\w-]{43}$/));

const isHeader = is({
  v: (value) => value === 1,
  id: matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  service: matches(/^[a-z0-9-]{1,60}$/),
  municipality: matches(/^\d{4}$/),
  district: matches(/^\d{2}$/),
  kind: isOneOf("private", "professional"),
  protocol: isOneOf("V1", "V2"),
  sealedAt: matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  submitter: matches(/^submitter:[a-z0-9-]{1,60}$/),
  sealed: isSealed,
  paper: isSealed,
  files: isListOf(
    is({ name: isOneOf("bekymringsmelding.json", "bekymringsmelding.pdf"), size: isSize, hash: isHash }),
    2,
  ),
  contentHash: isHash,
  pairs: (value) => isListOf(isPair, proofPairCount)(value) && (value as unknown[]).length === proofPairCount,
  trackingHash: isHash,
  flags: isListOf(isOneOf("schema-deviation", "downgraded-to-v1", "identity-number-unusual"), 3),
});

const isPackage = is({
  header: isHeader,
  signature: is({ key: isKey, value: matches(/^[\w-]{86}$/) }),
  sealed: (value) => typeof value === "string",
  paper: (value) => typeof value === "string",
});

/** Signs the header with the submitter's key and writes the package's bytes: the ones to keep and to post. */
export function writePackage(
  header: ReportHeader,
  sealed: Uint8Array,
  paper: Uint8Array,
  key: { readonly keyId: string; readonly privateKey: KeyObject },
): Buffer {
  const signature = { key: key.keyId, value: signValue(label, header, key.privateKey) };
  const body = { header, signature, sealed: base64(sealed), paper: base64(paper) };
  return Buffer.from(JSON.stringify(body), "utf8");
}

/**
 * Reads a package and checks that sizes and hashes fit the sealed bytes. Refuses with `request.not-json`,
 * `report.bad-header` or `report.wrong-hash`. The signature is not checked here: see `headerSignatureFits`.
 */
export function readPackage(bytes: Uint8Array): SealedPackage {
  return packageFrom(jsonOrNull(bytes) ?? refuse("request.not-json"));
}

/** As `readPackage`, from a value that has been parsed already. */
export function packageFrom(value: unknown): SealedPackage {
  if (!isPackage(value)) refuse("report.bad-header");
  const read = value as {
    header: ReportHeader;
    signature: SealedPackage["signature"];
    sealed: string;
    paper: string;
  };
  const sealed = bytesOf(read.sealed);
  const paper = bytesOf(read.paper);
  if (!isAsStated(sealed, read.header.sealed) || !isAsStated(paper, read.header.paper))
    refuse("report.wrong-hash");
  return { header: read.header, signature: read.signature, sealed, paper };
}

/** Checks the form of a header that came without its package, as in an offer. Refuses with `report.bad-header`. */
export function readHeader(value: unknown): ReportHeader {
  if (!isHeader(value)) refuse("report.bad-header");
  return value as ReportHeader;
}

/** Whether the submitter's signature fits the header. */
export function headerSignatureFits(header: ReportHeader, signature: string, publicKey: KeyObject): boolean {
  return signatureFits(label, header, publicKey, signature);
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
