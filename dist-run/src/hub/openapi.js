// The hub's addresses, described for programs (OpenAPI 3.1). A test holds this list equal to the routes there are.
import { addressPaths, svarinnPaths } from "./openapi-address.js";
import { answer, operation } from "./openapi-operation.js";
import { receiverPaths, reportPaths } from "./openapi-reports.js";
import { object, schemas } from "./openapi-schemas.js";
const roomPaths = {
    "/health": {
        get: operation("Whether the hub can accept", "none", { 200: answer("It can", object({ ok: { const: true } })) }, ["database.not-durable", "database.in-recovery"]),
    },
    "/openapi.json": {
        get: operation("This description", "none", { 200: answer("OpenAPI 3.1", { type: "object" }) }, []),
    },
};
/** The description of this hub. */
export function openapi(hub) {
    return {
        openapi: "3.1.0",
        info: {
            title: "Framme hub",
            version: "1",
            description: "Takes reports of concern over from portals and senders, offers them to the services' receivers and keeps every receipt.",
        },
        servers: [{ url: hub.origin }],
        paths: { ...roomPaths, ...reportPaths, ...receiverPaths, ...addressPaths, ...svarinnPaths },
        components: {
            schemas,
            securitySchemes: {
                assertion: { type: "http", scheme: "bearer", bearerFormat: "JWT, docs/protocol.md section 6" },
                basic: { type: "http", scheme: "basic" },
            },
        },
    };
}
//# sourceMappingURL=openapi.js.map