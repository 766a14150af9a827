// What people have found in case systems, as described in /openapi.json.

import { lineOutcomes } from "../core/claims.ts";
import { answer, body, notJson, operation, pathParameter } from "./openapi-operation.ts";
import { listOf, object, orNull, ref, text } from "./openapi-schemas.ts";

const whole = { type: "integer", minimum: 1 };
const reason = text({ description: "why; asked of whoever does not work at the service, and kept" });
const day = text({ format: "date" });

const comparedLine = object({
  line: whole,
  report: orNull(text()),
  serial: orNull(whole),
  reference: text(),
  contentHash: orNull(text()),
  outcome: text({ enum: [...lineOutcomes] }),
});

export const confirmationPaths = {
  "/confirmations": {
    post: operation(
      "A named person has found a report that was only claimed, under this reference in the case system",
      "assertion",
      {
        200: answer("It was confirmed so before", object({ receipt: ref("Receipt") })),
        201: answer("The receipt `confirmed`", object({ receipt: ref("Receipt") })),
      },
      [...notJson, "report.unknown", "receipt.conflict", "claim.none", "claim.reason-needed"],
      { requestBody: body(object({ reportId: text(), reference: text(), reason }, ["reason"])) },
    ),
  },
  "/confirmations/lists": {
    post: operation(
      "A list out of a service's case system, held against what was claimed on the days it covers",
      "assertion",
      {
        200: answer(
          "What came of each line, and what the list covers and lacks",
          object({
            number: whole,
            service: text(),
            from: day,
            to: day,
            lines: listOf(comparedLine),
            missing: listOf(object({ report: text(), serial: whole })),
          }),
        ),
      },
      [...notJson, "service.unknown", "list.bad", "list.bad-days", "claim.reason-needed"],
      {
        requestBody: body(
          object(
            {
              service: text(),
              from: day,
              to: day,
              file: text({ description: "base64 of the file" }),
              reason,
            },
            ["reason"],
          ),
        ),
      },
    ),
  },
  "/services/{id}/people/{person}": {
    put: operation(
      "Let a person, whose key is not published yet, speak for one service and nothing else",
      "assertion",
      {
        200: answer("They did already", object({ person: text(), service: text() })),
        201: answer("They do from now on", object({ person: text(), service: text() })),
      },
      ["service.unknown", "request.bad-shape"],
      { parameters: [pathParameter("id"), pathParameter("person")] },
    ),
  },
};
