// One row of the ledger, held against itself: does the receipt have the hash it goes by, is it signed by a key that was
// published for its signer, and is it what the leaf commits to. Says what is wrong, by ids only.

import type { KeyObject } from "node:crypto";
import { canonicalText } from "../core/canonical.ts";
import { type KeyChange, keyChangeBytes } from "../core/key-change.ts";
import { commitmentOf, leafHash } from "../core/ledger.ts";
import { mayIssue, type Receipt, receiptHash, receiptSignatureFits } from "../core/receipt.ts";
import { jsonOrNull, valueOrNull } from "../wire/foreign.ts";
import { readReceipt } from "../wire/receipt-v1.ts";
import type { AuditRow } from "./audit-store.ts";

/** Published keys by id, with whose they are. */
export type KeyRing = ReadonlyMap<string, { readonly owner: string; readonly key: KeyObject }>;

/** Names what stands in a row: a receipt and its report, or a change of key. */
export function nameOf({ place, receipt, report, keyChange }: AuditRow): string {
  if (receipt !== null) return `receipt ${receipt}${report === null ? "" : ` of report ${report}`}`;
  return keyChange === null ? `what stands at place ${place}` : `the change of key ${keyChange}`;
}

/** What is wrong with a row in itself, as the end of a sentence; empty when nothing is. */
export function faultsOf(row: AuditRow, keys: KeyRing): string[] {
  if (row.commitment === null) return [`its leaf (${row.leaf}) is gone`];
  const faults = row.receipt !== null ? receiptFaults(row, keys) : keyFaults(row);
  const bytes = committedBytes(row);
  const isCommitted =
    bytes !== null && row.salt !== null && commitmentOf(row.salt, bytes).equals(row.commitment);
  if (bytes !== null && !isCommitted)
    faults.push("receipt and salt do not give the commitment: one of the three was changed");
  return faults;
}

/** The leaf hash of a row; null when the leaf is gone. */
export function leafOf({ commitment }: AuditRow): Buffer | null {
  return commitment && leafHash(commitment);
}

/** The leaf hash that receipt and salt give, whatever commitment stands in the row. */
export function ownLeafOf(row: AuditRow): Buffer | null {
  const bytes = committedBytes(row);
  return bytes && row.salt && leafHash(commitmentOf(row.salt, bytes));
}

function receiptOf({ body }: AuditRow): Receipt | null {
  return body === null ? null : valueOrNull(() => readReceipt(jsonOrNull(Buffer.from(body))));
}

function changeOf({ change }: AuditRow): KeyChange | null {
  return change === null ? null : (jsonOrNull(Buffer.from(change)) as KeyChange | null);
}

function committedBytes(row: AuditRow): Buffer | null {
  if (row.receipt !== null) {
    const receipt = receiptOf(row);
    return receipt && Buffer.from(canonicalText(receipt));
  }
  const change = changeOf(row);
  return change && keyChangeBytes(change);
}

function receiptFaults(row: AuditRow, keys: KeyRing): string[] {
  if (row.body === null) return ["its receipt is gone"];
  const receipt = receiptOf(row);
  if (!receipt) return ["the receipt cannot be read: it was changed"];
  const faults: string[] = [];
  if (receiptHash(receipt) !== row.receipt)
    faults.push("the receipt does not have the hash it is kept under");
  if (receipt.reportId !== row.report) faults.push("it is kept under another report than it names");
  const signer = keys.get(receipt.key);
  if (!signer) faults.push(`it is signed by a key that was never published (${receipt.key})`);
  else if (!receiptSignatureFits(receipt, signer.key)) faults.push("its signature does not fit");
  else if (!maySign(receipt, signer.owner)) faults.push(`it is signed by ${signer.owner}, who may not`);
  return faults;
}

function maySign(receipt: Receipt, owner: string): boolean {
  if (!mayIssue[receipt.kind].includes(receipt.by.role)) return false;
  if (receipt.by.role === "hub") return owner === "hub";
  return owner === "hub" || owner === `service:${receipt.service}` || owner.startsWith("person:");
}

function keyFaults(row: AuditRow): string[] {
  if (row.keyChange === null) return ["its leaf names neither a receipt nor a change of key"];
  const change = changeOf(row);
  if (!change) return ["its change of key is gone or cannot be read"];
  return change.keyId === row.keyChange ? [] : ["the change of key is of another key than it is kept under"];
}
