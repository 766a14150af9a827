// Makes the package that travels: the two files with a new salt, sealed to the service, the paper copy sealed
// to the print key, the storage-proof pairs, and the signed header that is all the hub may know. Sealing twice
// gives other bytes, so what comes out of here is kept before it is posted.

import { type KeyObject, randomBytes } from "node:crypto";
import { sha256Hex } from "../core/hash.ts";
import { refuse } from "../core/problem.ts";
import {
  contentHashOf,
  type FileFacts,
  jsonName,
  pdfName,
  proofPairCount,
  proofPairs,
  type ProtocolVersion,
  type ReportFiles,
  type ReportHeader,
  type SealedFacts,
} from "../core/report.ts";
import { trackingHashOf } from "../core/tracking.ts";
import { certificateKeyId, certificateValidity } from "../wire/certificate.ts";
import { packContainer } from "../wire/container.ts";
import { isDowngrade, type KsReport, writeKsReport } from "../wire/ks-report.ts";
import { reportPdf } from "../wire/report-pdf.ts";
import { writePackage } from "../wire/report-package.ts";
import { seal } from "../wire/seal.ts";

export type ToSeal = {
  readonly report: KsReport;
  readonly id: string;
  readonly service: {
    readonly id: string;
    readonly protocol: ProtocolVersion;
    readonly certificatePem: string;
  };
  readonly printCertificatePem: string;
  readonly submitter: { readonly id: string; readonly keyId: string; readonly privateKey: KeyObject };
  readonly trackingCode: string;
  /** The largest sealed report the hub takes (its REPORT_MAX_BYTES): better refused here than there. */
  readonly maxBytes?: number;
};

/** `bytes` are the ones to keep and to post. */
export type SealedReport = { readonly header: ReportHeader; readonly bytes: Buffer };

const defaultMaxBytes = 5_000_000;

/** Seals a report. Refuses with `key.expired`, `key.not-usable`, `report.too-large` or `tracking-code.unknown`. */
export async function sealReport(input: ToSeal, now: number): Promise<SealedReport> {
  for (const pem of [input.service.certificatePem, input.printCertificatePem]) checkValid(pem, now);
  const files = await filesOf(input, now);
  const sealed = await seal(await packContainer(files), input.service.certificatePem);
  const paper = await seal(files.pdf, input.printCertificatePem);
  if (sealed.length > (input.maxBytes ?? defaultMaxBytes)) refuse("report.too-large");
  const nonces = Array.from({ length: proofPairCount }, () => randomBytes(32));
  const parts = { sealed, paper, pairs: proofPairs(files, nonces) };
  const header = headerOf(input, files, parts, now);
  return { header, bytes: writePackage(header, parts, input.submitter) };
}

function checkValid(pem: string, now: number): void {
  const { validFrom, validTo } = certificateValidity(pem);
  if (now < validFrom || now >= validTo) refuse("key.expired", certificateKeyId(pem));
}

/** The salt is drawn here, for this report alone, and stands in both files. */
async function filesOf({ report, id, service }: ToSeal, now: number): Promise<ReportFiles> {
  const salt = randomBytes(32);
  return {
    json: writeKsReport(report, service.protocol, salt),
    pdf: await reportPdf(report, { id, salt, sentAt: now }),
  };
}

type Parts = { readonly sealed: Buffer; readonly paper: Buffer; readonly pairs: Buffer };

function headerOf(
  input: ToSeal,
  files: ReportFiles,
  { sealed, paper, pairs }: Parts,
  now: number,
): ReportHeader {
  const { report, service } = input;
  const isOlder = isDowngrade(report, service.protocol);
  return {
    v: 2,
    id: input.id,
    service: service.id,
    municipality: report.municipality,
    district: report.district,
    kind: report.kind,
    protocol: isOlder ? "V1" : report.protocol,
    sealedAt: new Date(now).toISOString(),
    submitter: input.submitter.id,
    sealed: sealedFacts(sealed, service.certificatePem),
    paper: sealedFacts(paper, input.printCertificatePem),
    files: [fileFacts(jsonName, files.json), fileFacts(pdfName, files.pdf)],
    contentHash: contentHashOf(files),
    pairsHash: sha256Hex(pairs),
    trackingHash: trackingHashOf(input.trackingCode) ?? refuse("tracking-code.unknown"),
    flags: isOlder ? [...report.flags, "downgraded-to-v1"] : report.flags,
  };
}

function sealedFacts(bytes: Buffer, certificatePem: string): SealedFacts {
  return { size: bytes.length, hash: sha256Hex(bytes), key: certificateKeyId(certificatePem) };
}

function fileFacts(name: string, bytes: Uint8Array): FileFacts {
  return { name, size: bytes.length, hash: sha256Hex(bytes) };
}
