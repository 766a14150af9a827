// What sealing costs the sender, which is not part of W1: the product's own sealing of a real report with its
// tagged PDF, and the same without the PDF, each in one process.
import { randomBytes, randomUUID } from "node:crypto";
import { trackingCodeOf } from "../src/core/tracking.js";
import { sealReport } from "../src/outbox/seal-report.js";
import { readKsReport } from "../src/wire/ks-report.js";
import { sealMany } from "./sealed-report.js";
const few = { warmUp: 5, counted: 40 };
const many = 200;
const report = readKsReport(Buffer.from(JSON.stringify({
    kommunenummer: "4601",
    bydelsnummer: "00",
    offentligMelder: { navn: "Prøve Prøvesen", stilling: "Lærer", epost: "prove@example.no" },
    melding: { bekymring: "Dette er en prøve av hvor fort det går å forsegle en melding. ".repeat(40) },
})));
/** Seals some of both kinds and gives how many a second. */
export async function sealingRate(to) {
    for (let count = 0; count < few.warmUp; count++)
        await sealReal(to);
    const withPdf = await perSecond(few.counted, async () => {
        for (let count = 0; count < few.counted; count++)
            await sealReal(to);
    });
    const withoutPdf = await perSecond(many, () => sealMany(to, many, () => undefined));
    return { withPdf, withoutPdf };
}
async function sealReal({ service, printCertificatePem, submitter }) {
    const { keyId, privateKey, caller } = submitter;
    await sealReport({
        report,
        id: randomUUID(),
        service: { id: service.id, protocol: "V2", certificatePem: service.certificatePem },
        printCertificatePem,
        submitter: { id: caller, keyId, privateKey },
        trackingCode: trackingCodeOf(randomBytes(16)),
    }, Date.now());
}
async function perSecond(count, work) {
    const began = performance.now();
    await work();
    return count / ((performance.now() - began) / 1000);
}
//# sourceMappingURL=sealing-rate.js.map