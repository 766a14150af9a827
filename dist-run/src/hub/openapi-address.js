// Address book, keys and SvarInn, as described in /openapi.json.
import { answer, body, empty, json, notJson, operation, pathParameter } from "./openapi-operation.js";
import { listOf, object, orNull, ref, text } from "./openapi-schemas.js";
export const addressPaths = {
    "/services": {
        get: operation("The address book", "none", {
            200: answer("All services, with their current keys", object({
                services: listOf(ref("PublishedService")),
                emergencyServices: listOf(ref("EmergencyService")),
            })),
        }, []),
    },
    "/services/{id}": {
        get: operation("One service", "none", { 200: answer("The service", ref("PublishedService")) }, ["service.unknown"], { parameters: [pathParameter("id")] }),
        put: operation("Add a service, or change it from now on", "assertion", {
            200: answer("Changed", ref("PublishedService")),
            201: answer("Added", ref("PublishedService")),
        }, [...notJson, "service.bad-areas"], { parameters: [pathParameter("id")], requestBody: body(ref("Service")) }),
    },
    "/services/{id}/svarinn": {
        post: operation("Give a service a SvarInn account. The password is shown once and replaces any earlier one.", "assertion", { 201: answer("The account", object({ user: text(), password: text() })) }, ["service.unknown"], { parameters: [pathParameter("id")] }),
    },
    "/emergency-services/{id}": {
        put: operation("Add an emergency service, or change it from now on", "assertion", { 200: answer("Changed", ref("EmergencyService")), 201: answer("Added", ref("EmergencyService")) }, notJson, { parameters: [pathParameter("id")], requestBody: body(ref("EmergencyService")) }),
    },
    "/keys": {
        get: operation("Keys of the hub, the print room and the submitters", "none", {
            200: answer("The keys", object({
                hub: listOf(ref("PublishedKey")),
                print: orNull(ref("PublishedKey")),
                submitters: listOf(ref("PublishedKey")),
            })),
        }, []),
        post: operation("Publish a change of key, countersigned by the previous key or by two people", "none", { 200: answer("Published before", ref("PublishedKey")), 201: answer("Published", ref("PublishedKey")) }, [
            ...notJson,
            "key.not-usable",
            "key.used-before",
            "key.not-countersigned",
            "key.unknown",
            "key.expired",
        ], {
            requestBody: body(object({ change: ref("KeyChange"), countersignatures: listOf(ref("Countersignature")) })),
        }),
    },
    "/keys/{keyId}": {
        get: operation("One key, also one that is not valid any more", "none", { 200: answer("The key", ref("PublishedKey")) }, ["key.unknown"], { parameters: [pathParameter("keyId")] }),
    },
};
export const svarinnPaths = {
    "/tjenester/svarinn/mottaker/hentNyeForsendelser": {
        get: operation("Reports that wait and have not been acknowledged, at most 200", "basic", { 200: answer("The list, perhaps empty", listOf(ref("Forsendelse"))) }, []),
    },
    "/tjenester/svarinn/forsendelse/{id}": {
        get: operation("The sealed bytes (CMS) of one report", "basic", {
            200: {
                description: "dokumenter.zip, sealed to the service's key",
                content: { "application/zip": { schema: { type: "string", format: "binary" } } },
            },
        }, ["report.unknown"], { parameters: [pathParameter("id")] }),
    },
    "/tjenester/svarinn/kvitterMottak/forsendelse/{id}": {
        post: operation("Acknowledge a report: it is not listed any more. Recorded as `claimed`.", "basic", { 200: empty("Acknowledged") }, ["report.unknown"], { parameters: [pathParameter("id")] }),
    },
    "/tjenester/svarinn/mottakFeilet/forsendelse/{id}": {
        post: operation("Say that a report could not be taken. It stays listed unless `permanent` is true. Recorded as `declined`.", "basic", { 200: empty("Noted") }, ["report.unknown", "request.too-large"], {
            parameters: [pathParameter("id")],
            requestBody: {
                required: false,
                content: json({
                    type: "object",
                    properties: { feilmelding: text(), permanent: { type: "boolean" } },
                }),
            },
        }),
    },
};
//# sourceMappingURL=openapi-address.js.map