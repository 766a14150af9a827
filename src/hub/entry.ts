// A receipt as it goes into the database: its exact bytes, its hash, and the salted commitment to it that
// becomes a leaf of the ledger in the same transaction.

import { randomBytes } from "node:crypto";
import { canonicalText } from "../core/canonical.ts";
import { commitmentOf } from "../core/ledger.ts";
import { type Receipt, type ReceiptBody, receiptHash, signReceipt } from "../core/receipt.ts";
import type { Hub } from "./hub.ts";

export type Entry = {
  readonly hash: string;
  readonly report: string;
  readonly kind: Receipt["kind"];
  readonly body: string;
  readonly salt: Buffer;
  readonly commitment: Buffer;
};

/** The entry for a receipt, with a fresh salt. The ledger commits to the receipt's canonical JSON in UTF-8. */
export function entryOf(receipt: Receipt): Entry {
  const salt = randomBytes(32);
  return {
    hash: receiptHash(receipt),
    report: receipt.reportId,
    kind: receipt.kind,
    body: JSON.stringify(receipt),
    salt,
    commitment: commitmentOf(salt, Buffer.from(canonicalText(receipt))),
  };
}

/** Signs a receipt with the hub's key. */
export function issue(hub: Hub, body: ReceiptBody): Receipt {
  return signReceipt(body, hub.key.keyId, hub.key.privateKey);
}
