// A sealed report as it came, whatever it came from, and as it is held. The envelope is all that came with the
// bytes; it says what they should be, and the receiver believes only what it has hashed itself.

import type { Challenge } from "../core/proof.ts";
import type { Receipt } from "../core/receipt.ts";
import type { ReportHeader } from "../core/report.ts";

export type HubEnvelope = {
  readonly source: "hub";
  readonly header: ReportHeader;
  readonly signature: { readonly key: string; readonly value: string };
  readonly accepted: Receipt;
};

/** `id` is the forsendelse's own; `files` are the hashes its sender stated, where it stated any. */
export type SvarInnEnvelope = {
  readonly source: "svarinn";
  readonly id: string;
  readonly downloadUrl: string;
  readonly sentAt: string | null;
  readonly files: readonly { readonly name: string; readonly hash: string | null }[];
};

/** A report as it is handed over, with the storage challenge that `stored` is to answer, where there is one. */
export type Offered = SealedReport & { readonly challenge: Challenge | null };

export type SealedReport = {
  readonly id: string;
  readonly service: string;
  /** The service's serial number; 0 from SvarInn, which has none. */
  readonly serial: number;
  readonly sealed: Buffer;
  readonly sealedHash: string;
  readonly envelope: HubEnvelope | SvarInnEnvelope;
};

/** Whether the hub can be shown that the report is stored. Of a package of the first form, or from SvarInn, it cannot. */
export function canBeShown({ envelope }: Pick<SealedReport, "envelope">): boolean {
  return envelope.source === "hub" && envelope.header.v === 2;
}
