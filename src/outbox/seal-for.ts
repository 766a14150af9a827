// Seals a report for one service, by the keys that the hub has published. Certificates are looked at anew each time:
// what was published yesterday may have run out today.

import { refuse } from "../core/problem.ts";
import type { Identity } from "../http/assertion.ts";
import type { KsReport } from "../wire/ks-report.ts";
import { certificateIn, type PublishedKey, type PublishedService } from "./published.ts";
import { type SealedReport, sealReport } from "./seal-report.ts";

export type ToSealFor = {
  readonly report: KsReport;
  readonly id: string;
  readonly service: PublishedService;
  /** The print service's key; null when none is published, and then nothing is sealed. */
  readonly print: PublishedKey | null;
  readonly submitter: Identity;
  readonly trackingCode: string;
  readonly maxBytes?: number;
};

/** Seals a report. Refuses with `key.unknown`, `key.expired`, `key.not-usable` or `report.too-large`. */
export async function sealFor(wish: ToSealFor, now: number): Promise<SealedReport> {
  const { report, id, service, submitter, trackingCode, maxBytes } = wish;
  const certificates = certificatesFor(wish, now);
  return sealReport(
    {
      report,
      id,
      service: {
        id: service.id,
        protocol: service.protocol,
        certificatePem: certificates.service,
      },
      printCertificatePem: certificates.print,
      submitter: { id: submitter.caller, keyId: submitter.keyId, privateKey: submitter.privateKey },
      trackingCode,
      ...(maxBytes === undefined ? {} : { maxBytes }),
    },
    now,
  );
}

/** The certificates (PEM) to seal by. Refuses with `key.unknown`, `key.expired` or `key.not-usable`. */
export function certificatesFor(
  { service, print }: Pick<ToSealFor, "service" | "print">,
  now: number,
): { readonly service: string; readonly print: string } {
  const key = service.keys.encryption ?? refuse("key.unknown", `${service.id} has published no certificate`);
  const printKey = print ?? refuse("key.unknown", "the print service has published no certificate");
  return {
    service: certificateIn(key, `service:${service.id}`, now),
    print: certificateIn(printKey, "print", now),
  };
}
