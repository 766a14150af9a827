// Seals a report for one service, by the keys that the hub has published. Certificates are looked at anew each time:
// what was published yesterday may have run out today.
import { refuse } from "../core/problem.js";
import { certificateIn } from "./published.js";
import { sealReport } from "./seal-report.js";
/** Seals a report. Refuses with `key.unknown`, `key.expired`, `key.not-usable` or `report.too-large`. */
export async function sealFor(wish, now) {
    const { report, id, service, submitter, trackingCode, maxBytes } = wish;
    const certificates = certificatesFor(wish, now);
    return sealReport({
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
    }, now);
}
/** The certificates (PEM) to seal by. Refuses with `key.unknown`, `key.expired` or `key.not-usable`. */
export function certificatesFor({ service, print }, now) {
    const key = service.keys.encryption ?? refuse("key.unknown", `${service.id} has published no certificate`);
    const printKey = print ?? refuse("key.unknown", "the print service has published no certificate");
    return {
        service: certificateIn(key, `service:${service.id}`, now),
        print: certificateIn(printKey, "print", now),
    };
}
//# sourceMappingURL=seal-for.js.map