// Storage challenges, their answers, and asking on demand, as described in /openapi.json.

import { answer, body, notJson, operation, pathParameter } from "./openapi-operation.ts";
import { listOf, object, orNull, ref, text } from "./openapi-schemas.ts";

const uuid = text({ format: "uuid" });
const pair = { type: "integer", minimum: 0, maximum: 63 };
const bytes32 = text({ pattern: "^[\\w-]{43}$", description: "32 bytes, base64url" });

export const challengeSchemas = {
  Challenge: object(
    {
      id: uuid,
      n: pair,
      nonce: bytes32,
      purpose: text({ enum: ["stored", "registered", "schedule", "demand", "restore", "again"] }),
    },
    [],
    "A revealed nonce: answer with HMAC-SHA256(nonce, canonical content), docs/protocol.md section 8.",
  ),
  ProofAnswer: object(
    {
      v: { const: 1 },
      reportId: uuid,
      service: text(),
      n: pair,
      at: text({ format: "date-time" }),
      mac: orNull(bytes32),
      reference: text({ maxLength: 200 }),
      key: text({ pattern: "^[0-9a-f]{32}$" }),
      signature: text({ pattern: "^[\\w-]{86}$" }),
    },
    ["reference"],
    "Signed with the service's receipt key. `mac` null: the case system does not give the report back.",
  ),
  JudgedAnswer: object(
    {
      id: orNull(uuid),
      n: orNull(pair),
      outcome: text({ enum: ["proven", "wrong", "missing", "already", "refused"] }),
      error: text(),
      message: text(),
    },
    ["error", "message"],
  ),
};

const ground = object(
  {
    systemId: text({ pattern: "^\\d{1,20}$" }),
    timeline: { type: "integer", minimum: 1 },
    flushedTo: text({ description: "as PostgreSQL writes a position in its log" }),
  },
  [],
  "What the receiver's database stands on. Signs of a restore ask for everything again.",
);

export const challengePaths = {
  "/challenges": {
    post: operation(
      "Ask what the calling service is to prove. Waits up to `wait` seconds for something.",
      "assertion",
      {
        200: answer(
          "What is due to be answered, perhaps nothing. Each is told again until it is answered.",
          object({ challenges: listOf(ref("Challenge")) }),
        ),
      },
      notJson,
      {
        requestBody: body(
          object({
            wait: { type: "number", minimum: 0, maximum: 25 },
            limit: { type: "integer", minimum: 1, maximum: 200 },
            ground: orNull(ground),
          }),
        ),
      },
    ),
  },
  "/answers": {
    post: operation(
      "Answer challenges. Each is judged by itself; if none answers a question, the first refusal's status is answered.",
      "assertion",
      { 200: answer("What came of each, in order", object({ results: listOf(ref("JudgedAnswer")) })) },
      [
        ...notJson,
        "report.unknown",
        "proof.bad-form",
        "proof.bad-signature",
        "proof.wrong-service",
        "proof.not-asked",
        "proof.used-before",
      ],
      { requestBody: body(object({ answers: listOf(ref("ProofAnswer"), { maxItems: 200 }) })) },
    ),
  },
  "/reports/{id}/challenge": {
    post: operation(
      "Ask now whether a report is still in its case system, as a named person. The answer becomes a receipt or a loss.",
      "assertion",
      {
        201: answer(
          "Asked, or asked already and not answered",
          object({ id: uuid, service: text(), n: pair }),
        ),
      },
      ["request.too-large", "report.unknown", "proof.not-registered", "proof.run-out"],
      { parameters: [pathParameter("id")] },
    ),
  },
};
