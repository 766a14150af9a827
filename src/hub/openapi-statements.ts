// Statements, as described in /openapi.json.

import type { ProblemCode } from "../core/problem.ts";
import { answer, body, notJson, operation } from "./openapi-operation.ts";
import { listOf, object, text } from "./openapi-schemas.ts";

const day = text({ format: "date" });
const hash = text({ pattern: "^[0-9a-f]{64}$" });
const count = { type: "integer", minimum: 0 };
const days = listOf(object({ day, count, root: hash }));
const line = object({ serial: count, id: text({ format: "uuid" }), contentHash: hash });
const lines = listOf(object({ day, lines: listOf(line) }));
const outcomes = listOf(object({ day, outcome: text({ enum: ["agrees", "differs", "lines-wanted"] }) }));

const refusals: ProblemCode[] = [...notJson, "statement.bad-form", "statement.wrong-lines"];

export const statementPaths = {
  "/statements": {
    post: operation(
      "State what the case system gives back, day by day; again with the lines of days that differ",
      "assertion",
      {
        200: answer(
          "How each day compared, the highest serial number issued, and a day that the hub would have stated next",
          object({ highest: count, days: outcomes, wanted: { type: ["string", "null"] } }),
        ),
      },
      [...refusals, "statement.bad-signature", "statement.wrong-service", "statement.replayed"],
      {
        requestBody: body({
          type: "object",
          required: ["statement"],
          properties: {
            statement: {
              type: "object",
              description: "Signed with the service's receipt key: docs/protocol.md",
              required: ["v", "service", "asOf", "days", "strays", "key", "signature"],
              properties: {
                v: { const: 1 },
                service: text(),
                asOf: text({ format: "date-time" }),
                ground: { type: "object" },
                days,
                strays: count,
                key: text(),
                signature: text(),
              },
            },
            lines,
          },
        }),
      },
    ),
  },
  "/statements/sent": {
    post: operation(
      "State which reports one has the hub's receipt for, day by day; again with the lines of days that differ",
      "assertion",
      {
        200: answer(
          "How each day compared, and which reports the hub does not have: send those again",
          object({ days: outcomes, lost: listOf(text({ format: "uuid" })) }),
        ),
      },
      refusals,
      {
        requestBody: body({
          type: "object",
          required: ["statement"],
          properties: { statement: object({ v: { const: 1 }, days }), lines },
        }),
      },
    ),
  },
};
