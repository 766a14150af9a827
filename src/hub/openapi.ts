// The hub's addresses, described for programs (OpenAPI 3.1). A test holds this list equal to the routes there are.

import type { Hub } from "./hub.ts";
import { addressPaths, svarinnPaths } from "./openapi-address.ts";
import { holdPaths } from "./openapi-hold.ts";
import { challengePaths, challengeSchemas } from "./openapi-challenges.ts";
import { answer, type Json, operation } from "./openapi-operation.ts";
import { receiverPaths, reportPaths } from "./openapi-reports.ts";
import { object, schemas } from "./openapi-schemas.ts";

const roomPaths = {
  "/health": {
    get: operation(
      "Whether the hub can accept",
      "none",
      { 200: answer("It can", object({ ok: { const: true } })) },
      ["database.not-durable", "database.in-recovery"],
    ),
  },
  "/openapi.json": {
    get: operation("This description", "none", { 200: answer("OpenAPI 3.1", { type: "object" }) }, []),
  },
};

/** The description of this hub. */
export function openapi(hub: Hub): Json {
  return {
    openapi: "3.1.0",
    info: {
      title: "Framme hub",
      version: "1",
      description:
        "Takes reports of concern over from portals and senders, offers them to the services' receivers and keeps every receipt.",
    },
    servers: [{ url: hub.origin }],
    paths: {
      ...roomPaths,
      ...reportPaths,
      ...receiverPaths,
      ...challengePaths,
      ...addressPaths,
      ...svarinnPaths,
      ...holdPaths,
    },
    components: {
      schemas: { ...schemas, ...challengeSchemas },
      securitySchemes: {
        assertion: { type: "http", scheme: "bearer", bearerFormat: "JWT, docs/protocol.md section 6" },
        basic: { type: "http", scheme: "basic" },
      },
    },
  };
}
