// Goal: what is sealed says nothing outside, everything inside, and twice the same thing nowhere. Method: the
// package is read and opened as a hub and a receiver would.
import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { before, describe, test } from "node:test";
import { newPair } from "../../test/played-hub.js";
import { sha256Hex } from "../core/hash.js";
import { Problem } from "../core/problem.js";
import { contentHashOf, proofPairs } from "../core/report.js";
import { trackingHashOf } from "../core/tracking.js";
import { makeCertificate } from "../wire/certificate.js";
import { unpackContainer } from "../wire/container.js";
import { professionalExample } from "../wire/ks-report.examples.js";
import { readKsReport } from "../wire/ks-report.js";
import { headerSignatureFits } from "../wire/report-header.js";
import { readPackage } from "../wire/report-package.js";
import { openSealed } from "../wire/seal.js";
import { sealReport } from "./seal-report.js";
import { sourceKeyOf, trackingCodeFor } from "./secret.js";
const now = Date.parse("2026-11-23T12:03:00.000Z");
const validity = { validFrom: Date.parse("2026-01-01"), validTo: Date.parse("2027-01-01"), bits: 2048 };
const submitter = newPair();
const secret = randomBytes(32);
let service;
let print;
function toSeal(change = {}, protocol = "V2") {
    const id = randomUUID();
    return {
        report: readKsReport(Buffer.from(JSON.stringify(professionalExample))),
        id,
        service: { id: "bergenhus-arstad", protocol, certificatePem: service.certificatePem },
        printCertificatePem: print.certificatePem,
        submitter: { id: "submitter:test", ...submitter },
        trackingCode: trackingCodeFor(secret, id),
        ...change,
    };
}
async function opened(bytes) {
    const { header, sealed, paper, signature } = readPackage(bytes);
    const files = await unpackContainer(openSealed(sealed, [service]), 5_000_000);
    return { header, signature, files, paper: openSealed(paper, [print]) };
}
describe("a sealed report", () => {
    before(async () => {
        [service, print] = await Promise.all([
            makeCertificate({ commonName: "service", ...validity }),
            makeCertificate({ commonName: "print", ...validity }),
        ]);
    });
    test("a receiver opens it and finds both files, each with the salt, and every hash fits", async () => {
        const input = toSeal();
        const { header, signature, files, paper } = await opened((await sealReport(input, now)).bytes);
        const document = JSON.parse(files.json.toString());
        const { framme, ...report } = document;
        assert.deepEqual(report, professionalExample);
        assert.equal(Buffer.from(framme.salt, "base64url").length, 32);
        assert.ok(Buffer.from(files.pdf).includes(`framme-salt:${framme.salt}`));
        assert.deepEqual(paper, files.pdf);
        assert.equal(header.contentHash, contentHashOf(files));
        assert.deepEqual(header.files.map(({ hash, size }) => ({ hash, size })), [files.json, files.pdf].map((file) => ({ hash: sha256Hex(file), size: file.length })));
        assert.equal(header.trackingHash, trackingHashOf(input.trackingCode));
        assert.ok(headerSignatureFits(header, signature.value, submitter.publicKey));
    });
    test("the storage-proof pairs are 64 different ones that the content answers right", async () => {
        const { bytes, header } = await sealReport(toSeal(), now);
        const { files } = await opened(bytes);
        const pairs = readPackage(bytes).pairs;
        const nonces = Array.from({ length: 64 }, (_, n) => pairs.subarray(n * 64, n * 64 + 32));
        assert.equal(new Set(nonces.map((nonce) => nonce.toString("hex"))).size, 64);
        assert.deepEqual(proofPairs(files, nonces), pairs);
        assert.ok(header.v === 2 && header.pairsHash === sha256Hex(pairs), "the signed header vouches for them");
    });
    test("the header, which goes on to the receiver, holds none of the pairs", async () => {
        const { bytes, header } = await sealReport(toSeal(), now);
        const told = JSON.stringify(header);
        const pairs = readPackage(bytes).pairs;
        for (let at = 0; at < pairs.length; at += 32)
            for (const form of ["base64url", "base64", "hex"])
                assert.equal(told.includes(pairs.subarray(at, at + 32).toString(form)), false);
    });
    test("nothing that was written stands outside the seal", async () => {
        const { bytes } = await sealReport(toSeal(), now);
        for (const word of ["Syntetisk", "Barn", "01812050075", "Lærersen", "matpakke"])
            assert.equal(bytes.includes(word), false, word);
    });
    test("the service alone opens the report, and the print key only the paper copy", async () => {
        const { sealed, paper } = readPackage((await sealReport(toSeal(), now)).bytes);
        assert.equal(openSealed(sealed, [print]), null);
        assert.equal(openSealed(paper, [service]), null);
    });
    test("the same report sealed twice has no hash in common", async () => {
        const [one, two] = await Promise.all([sealReport(toSeal(), now), sealReport(toSeal(), now)]);
        const hashes = ({ header }) => [
            header.contentHash,
            header.sealed.hash,
            ...header.files.map((file) => file.hash),
        ];
        assert.equal(hashes(one).filter((hash) => hashes(two).includes(hash)).length, 0);
    });
    test("a service that takes only V1 gets V1, with a flag and every word", async () => {
        const { header, files } = await opened((await sealReport(toSeal({}, "V1"), now)).bytes);
        assert.equal(header.protocol, "V1");
        assert.deepEqual(header.flags, ["downgraded-to-v1"]);
        assert.ok(JSON.parse(files.json.toString()).melding.historie.includes(professionalExample.melding.andreSynspunkter));
    });
    test("an expired key, a report too large and a code that is none are refused", async () => {
        const isRefused = (input, at, code) => assert.rejects(sealReport(input, at), (error) => error instanceof Problem && error.code === code);
        await isRefused(toSeal(), validity.validTo, "key.expired");
        await isRefused(toSeal(), validity.validFrom - 1, "key.expired");
        await isRefused(toSeal({ maxBytes: 10_000 }), now, "report.too-large");
        await isRefused(toSeal({ trackingCode: "kode" }), now, "tracking-code.unknown");
    });
    test("a file has one source key for each time it is to be sent, and none without the secret", () => {
        const file = Buffer.from("{}");
        assert.deepEqual(sourceKeyOf(secret, file), sourceKeyOf(secret, file));
        const keys = [
            sourceKeyOf(secret, file),
            sourceKeyOf(secret, file, 1),
            sourceKeyOf(randomBytes(32), file),
        ];
        assert.equal(new Set(keys.map((key) => key.toString("hex"))).size, 3);
        assert.equal(trackingCodeFor(secret, "a"), trackingCodeFor(secret, "a"));
        assert.notEqual(trackingCodeFor(secret, "a"), trackingCodeFor(secret, "b"));
    });
});
//# sourceMappingURL=seal-report.test.js.map