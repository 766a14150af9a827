// The reports of the bench: 20 480 bytes in the two files together, sealed before the clock starts. Sealing and
// making the PDF are the sender's cost and are measured by themselves, on the product's own sealing of a real report.
import { randomBytes, randomUUID } from "node:crypto";
import { sha256Hex } from "../src/core/hash.js";
import { contentHashOf, jsonName, pdfName, proofPairCount, proofPairs, } from "../src/core/report.js";
import { trackingCodeOf, trackingHashOf } from "../src/core/tracking.js";
import { certificateKeyId } from "../src/wire/certificate.js";
import { packContainer } from "../src/wire/container.js";
import { writePackage } from "../src/wire/report-package.js";
import { seal } from "../src/wire/seal.js";
export const payloadBytes = 20_480;
const jsonBytes = 512;
/** Seals so many reports; `done` hears how far it has come. */
export async function sealMany(to, count, done) {
    const sealed = [];
    while (sealed.length < count) {
        sealed.push(await sealOne(to));
        done(sealed.length);
    }
    return sealed;
}
async function sealOne(to) {
    const id = randomUUID();
    const files = someFiles();
    const sealed = await seal(await packContainer(files), to.service.certificatePem);
    const paper = await seal(files.pdf, to.printCertificatePem);
    const contentHash = contentHashOf(files);
    const nonces = Array.from({ length: proofPairCount }, () => randomBytes(32));
    const pairs = proofPairs(files, nonces);
    const header = {
        v: 2,
        id,
        service: to.service.id,
        municipality: "4601",
        district: "00",
        kind: "professional",
        protocol: "V2",
        sealedAt: new Date().toISOString(),
        submitter: to.submitter.caller,
        sealed: factsOf(sealed, to.service.certificatePem),
        paper: factsOf(paper, to.printCertificatePem),
        files: [
            { name: jsonName, size: files.json.length, hash: sha256Hex(files.json) },
            { name: pdfName, size: files.pdf.length, hash: sha256Hex(files.pdf) },
        ],
        contentHash,
        pairsHash: sha256Hex(pairs),
        trackingHash: trackingHashOf(trackingCodeOf(randomBytes(16))),
        flags: [],
    };
    return { id, header, bytes: writePackage(header, { sealed, paper, pairs }, to.submitter), contentHash };
}
function factsOf(sealed, certificatePem) {
    return { size: sealed.length, hash: sha256Hex(sealed), key: certificateKeyId(certificatePem) };
}
/** Random bytes cannot be made smaller: nothing on the way gets away with storing less. */
function someFiles() {
    const frame = JSON.stringify({ kommunenummer: "4601", fyll: "" });
    const fill = randomBytes(jsonBytes)
        .toString("base64")
        .slice(0, jsonBytes - frame.length);
    const json = Buffer.from(JSON.stringify({ kommunenummer: "4601", fyll: fill }));
    return { json, pdf: randomBytes(payloadBytes - json.length) };
}
//# sourceMappingURL=sealed-report.js.map