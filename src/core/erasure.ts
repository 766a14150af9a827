// The certificate of erasure: what the hub erased, on which receipts and which comparison it rests, and when copies that
// were made before are gone too. Signed by the hub, so that whoever sent or took the report can keep it.

import type { KeyObject } from "node:crypto";
import { hourMs } from "./schedule.ts";
import { signatureFits, signValue } from "./signature.ts";

/** Hashes are SHA-256 in hex, times ISO 8601 UTC. */
export type ErasureBody = {
  readonly v: 1;
  readonly reportId: string;
  readonly service: string;
  readonly serial: number;
  readonly erasedAt: string;
  readonly by: string;
  /** What is gone. Header, pairs, hashes and receipts stay: none of them can be read as the report. */
  readonly erased: readonly ["sealed report", "sealed paper copy"];
  readonly sealedHash: string;
  /** Hash of the receipt `erased`. */
  readonly receipt: string;
  readonly restsOn: {
    /** Hashes of the first and the last receipt `registered`. */
    readonly registered: readonly string[];
    /** Right answers: hash of the receipt `proven`, which pair, which check of the schedule. */
    readonly proofs: readonly {
      readonly receipt: string;
      readonly n: number;
      readonly step: number | null;
      readonly at: string;
    }[];
    /** The comparison that agreed: its number here, the day, and hashes of its lines and of the signed statement. */
    readonly comparison: {
      readonly number: number;
      readonly day: string;
      readonly asOf: string;
      readonly comparedAt: string;
      readonly root: string;
      readonly statement: string;
    };
    /** How long content is kept at least, as the owner had decided. */
    readonly keepDays: number;
  };
  /** When the write-ahead log and the backups made before are gone too, by the operator's word. */
  readonly copiesGone: { readonly wal: string; readonly backups: string };
};

export type Erasure = ErasureBody & { readonly key: string; readonly signature: string };

/** How long the operator keeps copies, in days. */
export type CopiesKept = { readonly walDays: number; readonly backupDays: number };

const label = "framme erasure v1";

/** When copies of what is erased at `at` are gone. */
export function copiesGone(kept: CopiesKept, at: number): ErasureBody["copiesGone"] {
  const after = (days: number) => new Date(at + days * 24 * hourMs).toISOString();
  return { wal: after(kept.walDays), backups: after(kept.backupDays) };
}

/** Signs a certificate with an Ed25519 key whose id is `keyId`. */
export function signErasure(body: ErasureBody, keyId: string, privateKey: KeyObject): Erasure {
  const signed = { ...body, key: keyId };
  return { ...signed, signature: signValue(label, signed, privateKey) };
}

/** Whether the certificate is signed with this key. */
export function erasureFits(erasure: Erasure, publicKey: KeyObject): boolean {
  const { signature, ...signed } = erasure;
  return signatureFits(label, signed, publicKey, signature);
}
