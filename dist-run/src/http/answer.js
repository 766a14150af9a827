// Where a problem meets HTTP: one table of statuses, so that a new problem without a status does not
// compile. The only catch on the way in; whatever is not a problem is a bug, logged by id and answered "internal".
import { Problem } from "../core/problem.js";
import { logFailure } from "./failure.js";
export const statusOf = {
    "request.not-json": 400,
    "request.bad-shape": 400,
    "request.too-large": 413,
    "request.wrong-type": 415,
    "request.unknown-path": 404,
    "rate.exceeded": 429,
    "caller.not-proven": 401,
    "caller.key-unknown": 401,
    "caller.key-expired": 401,
    "caller.not-allowed": 403,
    "caller.wrong-password": 401,
    "login.not-reached": 503,
    "session.over": 409,
    "municipality.unknown": 404,
    "district.unknown": 404,
    "district.needed": 400,
    "service.unknown": 404,
    "service.not-on-network": 404,
    "service.bad-areas": 409,
    "report.not-ks-json": 400,
    "report.too-large": 413,
    "report.unknown": 404,
    "report.id-reused": 409,
    "report.wrong-hash": 422,
    "report.bad-header": 422,
    "report.not-sealed": 422,
    "report.cannot-open": 422,
    "report.corrupt": 422,
    "report.not-in-case-system": 404,
    "report.changed-in-case-system": 409,
    "report.changed-on-disk": 503,
    "key.unknown": 404,
    "key.expired": 422,
    "key.not-countersigned": 403,
    "key.not-usable": 422,
    "key.used-before": 409,
    "receipt.bad-form": 422,
    "receipt.bad-signature": 422,
    "receipt.wrong-issuer": 403,
    "receipt.wrong-service": 403,
    "receipt.wrong-content": 409,
    "receipt.wrong-serial": 409,
    "receipt.conflict": 409,
    "proof.missing": 422,
    "proof.wrong": 422,
    "proof.not-asked": 422,
    "proof.used-before": 409,
    "proof.awaited": 409,
    "tracking-code.unknown": 404,
    "database.not-durable": 503,
    "database.in-recovery": 503,
    "database.not-flushed": 503,
    "database.too-old": 503,
    "database.not-migrated": 503,
    "database.not-reached": 503,
    "database.not-empty": 409,
    "config.bad": 500,
    "case-system.refused": 502,
    "case-system.not-reached": 502,
    "hub.refused": 502,
    "hub.not-reached": 502,
    "svarinn.refused": 502,
    "svarinn.not-reached": 502,
    "backup.bad": 422,
};
/** Answers a thrown error. Meant as a Hono app's `onError`. */
export function answerError(error, c) {
    if (error instanceof Problem) {
        const status = statusOf[error.code];
        if (status === 401)
            c.header("WWW-Authenticate", error.code === "caller.wrong-password" ? 'Basic realm="SvarInn"' : "Bearer");
        return c.json({ error: error.code, message: error.message }, status);
    }
    logFailure(`internal ${c.req.method} ${c.req.routePath}`, error);
    return c.json({ error: "internal", message: "Something failed here. Nothing was lost; try again." }, 500);
}
//# sourceMappingURL=answer.js.map