// The reports of the bench: 20 480 bytes in the two files together, sealed before the clock starts. Sealing and
// making the PDF are the sender's cost and are measured by themselves, on the product's own sealing of a real report.

import { randomBytes, randomUUID } from "node:crypto";
import { sha256Hex } from "../src/core/hash.ts";
import { pairIn } from "../src/core/proof.ts";
import {
  contentHashOf,
  jsonName,
  pdfName,
  proofPairCount,
  proofPairs,
  type ProofPair,
  type ReportFiles,
  type ReportHeader,
} from "../src/core/report.ts";
import { trackingCodeOf, trackingHashOf } from "../src/core/tracking.ts";
import { certificateKeyId } from "../src/wire/certificate.ts";
import { packContainer } from "../src/wire/container.ts";
import { writePackage } from "../src/wire/report-package.ts";
import { seal } from "../src/wire/seal.ts";
import type { Installation } from "./installation.ts";

export const payloadBytes = 20_480;
const jsonBytes = 512;

/** A package ready to keep and post. `contentHash` is what the case system's bytes must hash to. */
export type Sealed = {
  readonly id: string;
  readonly header: ReportHeader;
  readonly bytes: Buffer;
  readonly contentHash: string;
};

/** Seals so many reports; `done` hears how far it has come. */
export async function sealMany(
  to: Installation,
  count: number,
  done: (count: number) => void,
): Promise<Sealed[]> {
  const sealed: Sealed[] = [];
  while (sealed.length < count) {
    sealed.push(await sealOne(to));
    done(sealed.length);
  }
  return sealed;
}

async function sealOne(to: Installation): Promise<Sealed> {
  const id = randomUUID();
  const files = someFiles();
  const sealed = await seal(await packContainer(files), to.service.certificatePem);
  const paper = await seal(files.pdf, to.printCertificatePem);
  const contentHash = contentHashOf(files);
  const nonces = Array.from({ length: proofPairCount }, () => randomBytes(32));
  const pairs = proofPairs(files, nonces);
  // Without proofs: a package of the first form, whose pairs the hub asks nothing with.
  const isBare = to.kind === "bare";
  const form = isBare
    ? { v: 1 as const, pairs: listed(pairs) }
    : { v: 2 as const, pairsHash: sha256Hex(pairs) };
  const header: ReportHeader = {
    ...form,
    id,
    service: to.service.id,
    municipality: "4601",
    district: "00",
    kind: "professional",
    protocol: "V2",
    sealedAt: new Date().toISOString(),
    submitter: to.submitter.caller as ReportHeader["submitter"],
    sealed: factsOf(sealed, to.service.certificatePem),
    paper: factsOf(paper, to.printCertificatePem),
    files: [
      { name: jsonName, size: files.json.length, hash: sha256Hex(files.json) },
      { name: pdfName, size: files.pdf.length, hash: sha256Hex(files.pdf) },
    ],
    contentHash,
    trackingHash: trackingHashOf(trackingCodeOf(randomBytes(16)))!,
    flags: [],
  };
  const parts = isBare ? { sealed, paper } : { sealed, paper, pairs };
  return { id, header, bytes: writePackage(header, parts, to.submitter), contentHash };
}

/** The pairs as the first form has them, in the header. */
function listed(pairs: Uint8Array): ProofPair[] {
  return Array.from({ length: proofPairCount }, (_, n) => {
    const { nonce, mac } = pairIn(pairs, n);
    return [nonce, mac];
  });
}

function factsOf(sealed: Buffer, certificatePem: string): ReportHeader["sealed"] {
  return { size: sealed.length, hash: sha256Hex(sealed), key: certificateKeyId(certificatePem) };
}

/** Random bytes cannot be made smaller: nothing on the way gets away with storing less. */
function someFiles(): ReportFiles {
  const frame = JSON.stringify({ kommunenummer: "4601", fyll: "" });
  const fill = randomBytes(jsonBytes)
    .toString("base64")
    .slice(0, jsonBytes - frame.length);
  const json = Buffer.from(JSON.stringify({ kommunenummer: "4601", fyll: fill }));
  return { json, pdf: randomBytes(payloadBytes - json.length) };
}
