// A receipt is one party's signed word for a durable fact. Receipts are the only events: every status shown
// anywhere is computed from them. Their signed bytes must never change meaning once issued.

import type { KeyObject } from "node:crypto";
import { canonicalBytes } from "./canonical.ts";
import { sha256Hex } from "./hash.ts";
import { refuse } from "./problem.ts";
import type { Proof } from "./proof.ts";
import { signatureFits, signValue } from "./signature.ts";

export const receiptKinds = [
  "accepted",
  "claimed",
  "confirmed",
  "stored",
  "registered",
  "opened",
  "declined",
  "returned",
  "printed",
  "proven",
  "erased",
  "reviewed",
] as const;

export type ReceiptKind = (typeof receiptKinds)[number];

/** Who can give its word. `channel` is a delivery network that speaks through the hub (SvarInn, Fiks IO). */
export type Party = "hub" | "receiver" | "channel" | "caseworker" | "person";

/**
 * Who may issue which receipt. A `person` is a named one at the service (or, for `reviewed`, at whoever
 * compared). A receiver may say `claimed` when its case system cannot give the exact bytes back.
 */
export const mayIssue: Record<ReceiptKind, readonly Party[]> = {
  accepted: ["hub"],
  claimed: ["channel", "receiver"],
  confirmed: ["person", "receiver"],
  stored: ["receiver"],
  registered: ["receiver"],
  opened: ["caseworker"],
  declined: ["receiver", "channel"],
  returned: ["receiver"],
  printed: ["hub"],
  proven: ["hub"],
  erased: ["hub"],
  reviewed: ["person"],
};

/** Why a report was declined or returned. A code, never words out of a report. */
export type Reason =
  | "cannot-open"
  | "corrupt"
  | "not-ours"
  | "storage-full"
  | "storage-not-durable"
  | "case-system-refused"
  | "case-system-not-reached"
  | "channel-temporary"
  | "channel-permanent";

/** The ground a `stored` receipt stands on: which database, how far it had flushed. Positions as PostgreSQL writes them. */
export type StorageEvidence = {
  readonly systemId: string;
  readonly timeline: number;
  readonly committedAt: string;
  readonly flushedTo: string;
};

/** What is signed. Times are ISO 8601 UTC with milliseconds; hashes are SHA-256 in hex. */
export type ReceiptBody = {
  readonly v: 1;
  readonly kind: ReceiptKind;
  readonly reportId: string;
  readonly service: string;
  /** The service's serial number for this report; 0 where no hub has given one (taken straight from SvarInn). */
  readonly serial: number;
  readonly at: string;
  readonly by: { readonly role: Party; readonly id: string };
  /** Hash of the sealed bytes that the issuer had in hand, or read back. */
  readonly sealedHash: string;
  /** Hash of the canonical content; only from an issuer that read the content itself. */
  readonly contentHash?: string;
  /** The case system's own reference, on `registered` and `confirmed`. */
  readonly reference?: string;
  readonly reason?: Reason;
  /** On `declined`: whether trying again can help. */
  readonly lasting?: boolean;
  readonly storage?: StorageEvidence;
  /** The storage challenge that was answered, on `stored` and `registered` to a hub, and on `proven`. */
  readonly proof?: Proof;
  /** On `erased`: the hashes of the receipts it rests on. */
  readonly restsOn?: readonly string[];
  /** What the issuer runs, as `name version`. */
  readonly software?: string;
};

export type Receipt = ReceiptBody & { readonly key: string; readonly signature: string };

const label = "framme receipt v1";

/** Signs a receipt. The key must be Ed25519 and `keyId` its id. */
export function signReceipt(body: ReceiptBody, keyId: string, privateKey: KeyObject): Receipt {
  const signed = { ...body, key: keyId };
  return { ...signed, signature: signValue(label, signed, privateKey) };
}

/** The receipt's own hash, signature included: its name in the ledger and in a repeat. */
export function receiptHash(receipt: Receipt): string {
  return sha256Hex(canonicalBytes(label, receipt));
}

/** Whether the signature is right. Says nothing about whether the key's owner may issue this kind. */
export function receiptSignatureFits(receipt: Receipt, publicKey: KeyObject): boolean {
  const { signature, ...signed } = receipt;
  return signatureFits(label, signed, publicKey, signature);
}

/**
 * Checks that a receipt is signed by this key and that its issuer's role may issue this kind.
 * Refuses with `receipt.bad-signature` or `receipt.wrong-issuer`.
 */
export function checkReceipt(receipt: Receipt, publicKey: KeyObject): void {
  if (!receiptSignatureFits(receipt, publicKey)) refuse("receipt.bad-signature");
  if (!mayIssue[receipt.kind].includes(receipt.by.role)) refuse("receipt.wrong-issuer");
}
