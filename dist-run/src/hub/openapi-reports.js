// Reports in, offers out and receipts back, as described in /openapi.json.
import { answer, body, empty, notJson, operation, pathParameter, queryParameter, } from "./openapi-operation.js";
import { listOf, object, ref, text } from "./openapi-schemas.js";
/** Nobody has to prove anything to follow a report; a proof that is sent must be right. */
const ifProofIsSent = [
    "caller.not-proven",
    "caller.key-unknown",
    "caller.key-expired",
    "caller.not-allowed",
];
export const reportPaths = {
    "/reports": {
        post: operation("Hand over a sealed report. The body is the package's exact bytes; the same bytes again give the same receipt.", "assertion", {
            200: answer("Accepted before, with these bytes", object({ receipt: ref("Receipt") })),
            201: answer("Accepted: on disk at the hub", object({ receipt: ref("Receipt") })),
        }, [
            "request.not-json",
            "request.wrong-type",
            "report.too-large",
            "report.bad-header",
            "report.wrong-hash",
            "report.not-sealed",
            "report.id-reused",
            "municipality.unknown",
            "district.unknown",
            "service.unknown",
            "service.not-on-network",
            "key.unknown",
            "key.expired",
            "database.not-durable",
        ], { requestBody: body(ref("Package")) }),
    },
    "/reports/{id}/receipts": {
        get: operation("The receipts of a report that the caller sent", "assertion", {
            200: answer("All receipts there are", object({
                receipts: listOf(ref("Receipt")),
                channel: text({ enum: ["receiver", "svarinn", "manual"] }),
            })),
        }, ["report.unknown"], { parameters: [pathParameter("id")] }),
    },
    "/follow": {
        post: operation("How far a report has come, for whoever has its tracking code. A submitter's assertion may be sent: then the address's attempts are not counted.", "none", { 200: answer("What the receipts add up to", ref("FollowedReports")) }, [...notJson, ...ifProofIsSent, "tracking-code.unknown"], { requestBody: body(object({ code: text() })) }),
    },
    "/follow/close": {
        post: operation("Close a tracking code for good, known or not: the answer is the same. As for /follow, an assertion may be sent.", "none", { 204: empty("It answers as an unknown code from now on") }, [...notJson, ...ifProofIsSent], { requestBody: body(object({ code: text() })) }),
    },
};
export const receiverPaths = {
    "/offers": {
        post: operation("Ask for reports that wait for the calling service. Waits up to `wait` seconds for one to come.", "assertion", {
            200: answer("What is due, perhaps nothing. The next offer of each is booked already.", object({
                offers: listOf(ref("Offer")),
                highest: { type: "integer", description: "the service's last serial number" },
            })),
        }, notJson, {
            requestBody: body(object({
                session: text({
                    maxLength: 100,
                    description: "one run of the receiver; a new one when a poll failed",
                }),
                wait: { type: "number", minimum: 0, maximum: 25 },
                limit: { type: "integer", minimum: 1, maximum: 64 },
            })),
        }),
    },
    "/receipts": {
        get: operation("What a sender has not heard yet: receipts of its own reports in the ledger's order. Remember `next`, ask with it again.", "assertion", {
            200: answer("The receipts after `after`; none when `wait` seconds have passed without any", object({
                receipts: listOf(object({ place: { type: "integer" }, receipt: ref("Receipt") })),
                next: { type: "integer" },
            })),
        }, ["request.bad-shape"], { parameters: [queryParameter("after", -1), queryParameter("wait", 0)] }),
        post: operation("Give receipts back. Each is judged by itself; if none is in the ledger after that, the first refusal's status is answered. A `stored` that is in the ledger is answered with the challenge that `registered` is to answer.", "assertion", { 200: answer("What came of each, in order", object({ results: listOf(ref("Witnessed")) })) }, [
            ...notJson,
            "report.unknown",
            "receipt.bad-form",
            "receipt.bad-signature",
            "receipt.wrong-issuer",
            "receipt.wrong-service",
            "receipt.wrong-serial",
            "receipt.wrong-content",
            "receipt.conflict",
            "proof.missing",
            "proof.wrong",
            "proof.not-asked",
            "proof.used-before",
        ], { requestBody: body(object({ receipts: listOf(ref("Receipt"), { maxItems: 500 }) })) }),
    },
};
//# sourceMappingURL=openapi-reports.js.map