// One operation of the OpenAPI description: what it answers, and with which statuses it refuses.
import { statusOf } from "../http/answer.js";
import { ref, text } from "./openapi-schemas.js";
export const json = (schema) => ({ "application/json": { schema } });
export const answer = (description, schema) => ({ description, content: json(schema) });
export const empty = (description) => ({ description });
export const body = (schema) => ({ required: true, content: json(schema) });
export const queryParameter = (name, usual) => ({
    name,
    in: "query",
    required: false,
    schema: { type: "integer", default: usual },
});
export const pathParameter = (name) => ({ name, in: "path", required: true, schema: text() });
/** One address: what it is for, who may use it, what it answers, and the problems it may refuse with. */
export function operation(summary, security, answers, mayRefuse, more = {}) {
    const general = ["rate.exceeded"];
    if (security === "assertion")
        general.push("caller.not-proven", "caller.key-unknown", "caller.key-expired", "caller.not-allowed");
    if (security === "basic")
        general.push("caller.wrong-password");
    return {
        summary,
        security: security === "none" ? [] : [{ [security]: [] }],
        ...more,
        responses: { ...answers, ...refusals([...general, ...mayRefuse]) },
    };
}
/** Refusals by status, each naming its codes. */
function refusals(codes) {
    const byStatus = Map.groupBy(codes, (code) => String(statusOf[code]));
    return Object.fromEntries([...byStatus].map(([status, same]) => [status, answer([...new Set(same)].join(", "), ref("Problem"))]));
}
export const notJson = [
    "request.not-json",
    "request.bad-shape",
    "request.too-large",
    "request.wrong-type",
];
//# sourceMappingURL=openapi-operation.js.map