// Makes the package that travels: the two files with a new salt, sealed to the service, the paper copy sealed
// to the print key, the storage-proof pairs, and the signed header that is all the hub may know. Sealing twice
// gives other bytes, so what comes out of here is kept before it is posted.
import { randomBytes } from "node:crypto";
import { sha256Hex } from "../core/hash.js";
import { refuse } from "../core/problem.js";
import { contentHashOf, jsonName, pdfName, proofPairCount, proofPairs, } from "../core/report.js";
import { trackingHashOf } from "../core/tracking.js";
import { certificateKeyId, certificateValidity } from "../wire/certificate.js";
import { packContainer } from "../wire/container.js";
import { isDowngrade, writeKsReport } from "../wire/ks-report.js";
import { reportPdf } from "../wire/report-pdf.js";
import { writePackage } from "../wire/report-package.js";
import { seal } from "../wire/seal.js";
const defaultMaxBytes = 5_000_000;
/** Seals a report. Refuses with `key.expired`, `key.not-usable`, `report.too-large` or `tracking-code.unknown`. */
export async function sealReport(input, now) {
    for (const pem of [input.service.certificatePem, input.printCertificatePem])
        checkValid(pem, now);
    const files = await filesOf(input, now);
    const sealed = await seal(await packContainer(files), input.service.certificatePem);
    const paper = await seal(files.pdf, input.printCertificatePem);
    if (sealed.length > (input.maxBytes ?? defaultMaxBytes))
        refuse("report.too-large");
    const nonces = Array.from({ length: proofPairCount }, () => randomBytes(32));
    const parts = { sealed, paper, pairs: proofPairs(files, nonces) };
    const header = headerOf(input, files, parts, now);
    return { header, bytes: writePackage(header, parts, input.submitter) };
}
function checkValid(pem, now) {
    const { validFrom, validTo } = certificateValidity(pem);
    if (now < validFrom || now >= validTo)
        refuse("key.expired", certificateKeyId(pem));
}
/** The salt is drawn here, for this report alone, and stands in both files. */
async function filesOf({ report, id, service }, now) {
    const salt = randomBytes(32);
    return {
        json: writeKsReport(report, service.protocol, salt),
        pdf: await reportPdf(report, { id, salt, sentAt: now }),
    };
}
function headerOf(input, files, { sealed, paper, pairs }, now) {
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
function sealedFacts(bytes, certificatePem) {
    return { size: bytes.length, hash: sha256Hex(bytes), key: certificateKeyId(certificatePem) };
}
function fileFacts(name, bytes) {
    return { name, size: bytes.length, hash: sha256Hex(bytes) };
}
//# sourceMappingURL=seal-report.js.map