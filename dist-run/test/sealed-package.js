// Packages for tests: real envelopes around random bytes, with a header whose hashes and pairs are random as well.
// What a hub can check of a package is right; what it cannot see is noise.
import { generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import { sha256Hex } from "../src/core/hash.js";
import { pairIn } from "../src/core/proof.js";
import { contentHashOf, pairBytes, proofPairCount, proofPairs, } from "../src/core/report.js";
import { keyIdOf } from "../src/core/signature.js";
import { trackingCodeOf, trackingHashOf } from "../src/core/tracking.js";
import { makeCertificate } from "../src/wire/certificate.js";
import { writePackage } from "../src/wire/report-package.js";
import { seal } from "../src/wire/seal.js";
export function newKey() {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    return { keyId: keyIdOf(publicKey), privateKey, publicKey };
}
export function pemOf(key) {
    return key.publicKey.export({ type: "spki", format: "pem" });
}
let certificate = null;
/** One certificate for the whole process: RSA keys take time to make. */
function testCertificate() {
    const validity = { validFrom: Date.parse("2020-01-01"), validTo: Date.parse("2040-01-01") };
    certificate ??= makeCertificate({ commonName: "Test", ...validity, bits: 2048 });
    return certificate;
}
/** A package of `size` random bytes. `sealedTo` is what the header says; nobody opens these envelopes. */
export async function sealedPackage(more, how) {
    const { certificatePem } = await testCertificate();
    const sealed = await seal(randomBytes(how.size), certificatePem);
    const paper = await seal(randomBytes(how.size), certificatePem);
    const code = trackingCodeOf(randomBytes(16));
    const someHash = () => sha256Hex(randomBytes(32));
    const nonces = Array.from({ length: proofPairCount }, () => randomBytes(32));
    const pairs = how.files ? proofPairs(how.files, nonces) : randomBytes(proofPairCount * pairBytes);
    const inside = Array.from({ length: proofPairCount }, (_, n) => {
        const { nonce, mac } = pairIn(pairs, n);
        return [nonce, mac];
    });
    const form = how.isFirstForm
        ? { v: 1, pairs: inside }
        : { v: 2, pairsHash: sha256Hex(pairs) };
    const header = {
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
        trackingHash: trackingHashOf(code),
        flags: [],
        ...more,
    };
    const parts = how.isFirstForm ? { sealed, paper } : { sealed, paper, pairs };
    const bytes = writePackage(header, parts, how.key);
    return { id: header.id, code, header, pairs: parts.pairs ?? null, bytes };
}
//# sourceMappingURL=sealed-package.js.map