// The hold, as described in /openapi.json: certificates of erasure, and recalls.

import { answer, body, notJson, operation, pathParameter } from "./openapi-operation.ts";
import { listOf, object, text } from "./openapi-schemas.ts";

const time = text({ format: "date-time" });
const recall = object({
  number: { type: "integer" },
  supplier: text(),
  version: text(),
  services: listOf(text()),
  affectedFrom: time,
  openedBy: text(),
  openedAt: time,
  endedBy: listOf(text()),
  isOpen: { type: "boolean" },
});

const comparison = object({
  number: { type: "integer" },
  day: text({ format: "date" }),
  asOf: time,
  comparedAt: time,
  root: text(),
  statement: text({ description: "SHA-256 of the statement as it was signed" }),
});
const proof = object({
  receipt: text({ description: "hash of a receipt `proven`" }),
  n: { type: "integer" },
  step: { type: ["integer", "null"], description: "which check of the schedule, from 0" },
  at: time,
});

const erasureSchema = object({
  v: { const: 1 },
  reportId: text(),
  service: text(),
  serial: { type: "integer" },
  erasedAt: time,
  by: text(),
  erased: listOf(text()),
  sealedHash: text(),
  receipt: text({ description: "hash of the receipt `erased`" }),
  restsOn: object({
    registered: listOf(text()),
    proofs: listOf(proof),
    comparison,
    keepDays: { type: "integer" },
  }),
  copiesGone: object({ wal: time, backups: time }),
  key: text(),
  signature: text(),
});

export const holdPaths = {
  "/reports/{id}/erasure": {
    get: operation(
      "The certificate of erasure, for the one who sent the report and for the service. Until there is one, the refusal names what is missing first.",
      "assertion",
      { 200: answer("Signed by the hub (docs/protocol.md)", erasureSchema) },
      ["report.unknown", "report.not-erased"],
      { parameters: [pathParameter("id")] },
    ),
  },
  "/recalls": {
    get: operation(
      "Every recall there has been",
      "assertion",
      { 200: answer("The first first", object({ recalls: listOf(recall) })) },
      [],
    ),
    post: operation(
      "Open a recall, as a named person. Nothing of the services is erased from then on.",
      "assertion",
      { 201: answer("The recall, with the services it holds", recall) },
      [...notJson, "service.unknown"],
      {
        requestBody: body(
          object({
            supplier: text({ maxLength: 200 }),
            version: text({ maxLength: 100 }),
            services: listOf(text(), {
              description: "besides those that the address book says have run the version",
            }),
            affectedFrom: time,
          }),
        ),
      },
    ),
  },
  "/recalls/{number}/end": {
    post: operation(
      "Say that a recall is over, as a named person. It is when two have said so.",
      "assertion",
      { 200: answer("The recall as it stands now", recall) },
      ["request.too-large", "recall.unknown", "recall.same-person"],
      { parameters: [pathParameter("number")] },
    ),
  },
};
