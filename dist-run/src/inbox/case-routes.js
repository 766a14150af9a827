// The inbox's door for case-system traffic. A service proves itself with its receipt key and reaches its own reports;
// another's are answered as if they did not exist, byte for byte.
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { refuse } from "../core/problem.js";
import { jsonName, pdfName } from "../core/report.js";
import { answerError } from "../http/answer.js";
import { callerOf } from "../http/assertion.js";
import { keep } from "./keep.js";
import { keepReceipts, readReceipts } from "./keep-receipts.js";
import { firstOpenings } from "./people-store.js";
import { isReportId } from "./report-id.js";
import { readReportToKeep } from "./report-to-keep.js";
import * as store from "./store.js";
const openingsMost = 500;
/** The inbox's HTTP interface for case-system traffic. */
export function caseApp(deps) {
    const app = new Hono();
    app.onError(answerError);
    app.notFound(() => refuse("request.unknown-path"));
    reportRoutes(app, deps);
    app.get("/openings", async (c) => {
        const service = await serviceOf(deps, c);
        const after = countIn(c.req.query("after"), 0, Number.MAX_SAFE_INTEGER);
        const limit = countIn(c.req.query("limit"), openingsMost, openingsMost);
        const openings = await firstOpenings(deps.db.read, service, after, limit);
        return c.json({ openings: openings.map(({ cursor, id, at }) => ({ cursor, id, at: at.toISOString() })) });
    });
    return app;
}
function reportRoutes(app, deps) {
    const limit = bodyLimit({ maxSize: deps.bodyMax, onError: () => refuse("request.too-large") });
    app.put("/reports/:id", limit, async (c) => {
        const body = new Uint8Array(await c.req.arrayBuffer());
        const service = await serviceOf(deps, c, body);
        const report = readReportToKeep(c.req.param("id"), body);
        if (report.service !== service)
            refuse("caller.not-allowed");
        const { reference, isNew } = await keep(deps.db, report, deps.clock());
        return c.json({ reference }, isNew ? 201 : 200);
    });
    app.get("/reports/:id", async (c) => {
        const service = await serviceOf(deps, c);
        const id = c.req.param("id");
        const report = isReportId(id) ? await store.reportOf(deps.db.read, service, id) : null;
        if (!report)
            return refuse("report.unknown");
        const files = [
            { name: jsonName, bytes: report.json.toString("base64") },
            { name: pdfName, bytes: report.pdf.toString("base64") },
        ];
        return c.json({ reference: report.reference, files });
    });
    app.put("/reports/:id/receipts", limit, async (c) => {
        const body = new Uint8Array(await c.req.arrayBuffer());
        const service = await serviceOf(deps, c, body);
        const id = c.req.param("id");
        if (!isReportId(id))
            return refuse("report.unknown");
        const { receipts, unreadable } = readReceipts(service, id, body);
        await keepReceipts(deps.db, service, id, receipts, deps.clock());
        return c.json({ kept: receipts.length, unreadable });
    });
}
/** A whole number from an address, at most `most`. Refuses with `request.bad-shape`. */
function countIn(text, fallback, most) {
    if (text === undefined)
        return fallback;
    const value = Number(text);
    return /^\d{1,16}$/.test(text) && Number.isSafeInteger(value)
        ? Math.min(value, most)
        : refuse("request.bad-shape");
}
/** The id of the service that calls. */
async function serviceOf(deps, c, body) {
    const request = { method: c.req.method, path: c.req.path, ...(body ? { body } : {}) };
    const keyOf = async (keyId) => deps.keys.get(keyId) ?? null;
    const authorization = c.req.header("authorization");
    const caller = await callerOf(authorization, [deps.publicOrigin], request, keyOf, deps.clock());
    return /^service:(.+)$/.exec(caller)?.[1] ?? refuse("caller.not-allowed");
}
//# sourceMappingURL=case-routes.js.map