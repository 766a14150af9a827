// Packages for tests: real envelopes around random bytes, with a header whose hashes and pairs are random as well.
// What a hub can check of a package is right; what it cannot see is noise.

import { generateKeyPairSync, type KeyObject, randomBytes, randomUUID } from "node:crypto";
import { sha256Hex } from "../src/core/hash.ts";
import { pairIn } from "../src/core/proof.ts";
import {
  contentHashOf,
  type HeaderFacts,
  pairBytes,
  proofPairCount,
  proofPairs,
  type ReportFiles,
  type ReportHeader,
} from "../src/core/report.ts";
import { keyIdOf } from "../src/core/signature.ts";
import { trackingCodeOf, trackingHashOf } from "../src/core/tracking.ts";
import { makeCertificate } from "../src/wire/certificate.ts";
import { writePackage } from "../src/wire/report-package.ts";
import { seal } from "../src/wire/seal.ts";

export type Key = {
  readonly keyId: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
};

export type Sealed = {
  readonly id: string;
  readonly code: string;
  readonly header: ReportHeader;
  /** The storage-proof pairs, nonce and HMAC of each; null in a package of the first form. */
  readonly pairs: Buffer | null;
  readonly bytes: Buffer;
};

export function newKey(): Key {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return { keyId: keyIdOf(publicKey), privateKey, publicKey };
}

export function pemOf(key: Key): string {
  return key.publicKey.export({ type: "spki", format: "pem" }) as string;
}

let certificate: ReturnType<typeof makeCertificate> | null = null;

/** One certificate for the whole process: RSA keys take time to make. */
function testCertificate() {
  const validity = { validFrom: Date.parse("2020-01-01"), validTo: Date.parse("2040-01-01") };
  certificate ??= makeCertificate({ commonName: "Test", ...validity, bits: 2048 });
  return certificate;
}

/** What more may be said of a package. */
export type Content = {
  /** What its hashes and pairs are of, instead of noise. */
  readonly files?: ReportFiles;
  /** Sealed before pairs travelled beside the header. */
  readonly isFirstForm?: boolean;
};

/** A package of `size` random bytes. `sealedTo` is what the header says; nobody opens these envelopes. */
export async function sealedPackage(
  more: Pick<HeaderFacts, "service" | "municipality" | "district" | "submitter"> & Partial<HeaderFacts>,
  how: {
    readonly sealedTo: string;
    readonly size: number;
    readonly key: Key;
    readonly now: number;
  } & Content,
): Promise<Sealed> {
  const { certificatePem } = await testCertificate();
  const sealed = await seal(randomBytes(how.size), certificatePem);
  const paper = await seal(randomBytes(how.size), certificatePem);
  const code = trackingCodeOf(randomBytes(16));
  const someHash = () => sha256Hex(randomBytes(32));
  const nonces = Array.from({ length: proofPairCount }, () => randomBytes(32));
  const pairs = how.files ? proofPairs(how.files, nonces) : randomBytes(proofPairCount * pairBytes);
  const inside = Array.from({ length: proofPairCount }, (_, n) => {
    const { nonce, mac } = pairIn(pairs, n);
    return [nonce, mac] as const;
  });
  const form = how.isFirstForm
    ? ({ v: 1, pairs: inside } as const)
    : ({ v: 2, pairsHash: sha256Hex(pairs) } as const);
  const header: ReportHeader = {
    ...form,
    id: randomUUID(),
    kind: "professional",
    protocol: "V2",
    sealedAt: new Date(how.now).toISOString(),
    sealed: { size: sealed.length, hash: sha256Hex(sealed), key: how.sealedTo },
    paper: { size: paper.length, hash: sha256Hex(paper), key: "0".repeat(32) },
    files: [
      { name: "bekymringsmelding.json", size: 10, hash: someHash() },
      { name: "bekymringsmelding.pdf", size: 20, hash: someHash() },
    ],
    contentHash: how.files ? contentHashOf(how.files) : someHash(),
    trackingHash: trackingHashOf(code)!,
    flags: [],
    ...more,
  };
  const parts = how.isFirstForm ? { sealed, paper } : { sealed, paper, pairs };
  const bytes = writePackage(header, parts, how.key);
  return { id: header.id, code, header, pairs: parts.pairs ?? null, bytes };
}
