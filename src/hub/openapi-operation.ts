// One operation of the OpenAPI description: what it answers, and with which statuses it refuses.

import type { ProblemCode } from "../core/problem.ts";
import { statusOf } from "../http/answer.ts";
import { ref, text } from "./openapi-schemas.ts";

export type Json = Record<string, unknown>;
export type Secured = "assertion" | "basic" | "none";

export const json = (schema: Json) => ({ "application/json": { schema } });
export const answer = (description: string, schema: Json) => ({ description, content: json(schema) });
export const empty = (description: string) => ({ description });
export const body = (schema: Json) => ({ required: true, content: json(schema) });
export const queryParameter = (name: string, usual: number) => ({
  name,
  in: "query",
  required: false,
  schema: { type: "integer", default: usual },
});
export const pathParameter = (name: string) => ({ name, in: "path", required: true, schema: text() });

/** One address: what it is for, who may use it, what it answers, and the problems it may refuse with. */
export function operation(
  summary: string,
  security: Secured,
  answers: Record<string, Json>,
  mayRefuse: readonly ProblemCode[],
  more: Json = {},
): Json {
  const general: ProblemCode[] = ["rate.exceeded"];
  if (security === "assertion")
    general.push("caller.not-proven", "caller.key-unknown", "caller.key-expired", "caller.not-allowed");
  if (security === "basic") general.push("caller.wrong-password");
  return {
    summary,
    security: security === "none" ? [] : [{ [security]: [] }],
    ...more,
    responses: { ...answers, ...refusals([...general, ...mayRefuse]) },
  };
}

/** Refusals by status, each naming its codes. */
function refusals(codes: readonly ProblemCode[]): Json {
  const byStatus = Map.groupBy(codes, (code) => String(statusOf[code]));
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [status, answer([...new Set(same)].join(", "), ref("Problem"))]),
  );
}

export const notJson: ProblemCode[] = [
  "request.not-json",
  "request.bad-shape",
  "request.too-large",
  "request.wrong-type",
];
