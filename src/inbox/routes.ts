// The inbox's door. A service proves itself with its receipt key and reaches its own reports; another's are
// answered as if they did not exist, byte for byte.

import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { refuse } from "../core/problem.ts";
import { jsonName, pdfName } from "../core/report.ts";
import { answerError } from "../http/answer.ts";
import { callerOf, type KnownKey } from "../http/assertion.ts";
import type { Db } from "../pg/db.ts";
import { keep } from "./keep.ts";
import { readReportToKeep } from "./report-to-keep.ts";
import * as store from "./store.ts";

export type InboxDeps = {
  readonly db: Db;
  readonly clock: () => number;
  readonly publicOrigin: string;
  /** Keys by their id, pinned from the configuration. */
  readonly keys: ReadonlyMap<string, KnownKey>;
  /** The largest body taken, in bytes. */
  readonly bodyMax: number;
};

/** The inbox's HTTP interface for case-system traffic. */
export function inboxApp(deps: InboxDeps): Hono {
  const app = new Hono();
  app.onError(answerError);
  app.notFound(() => refuse("request.unknown-path"));
  app.get("/health", (c) => c.json({ ok: true }));
  const limit = bodyLimit({ maxSize: deps.bodyMax, onError: () => refuse("request.too-large") });

  app.put("/reports/:id", limit, async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer());
    const service = await serviceOf(deps, c, body);
    const report = readReportToKeep(c.req.param("id"), body);
    if (report.service !== service) refuse("caller.not-allowed");
    const { reference, isNew } = await keep(deps.db, report, deps.clock());
    return c.json({ reference }, isNew ? 201 : 200);
  });

  app.get("/reports/:id", async (c) => {
    const service = await serviceOf(deps, c);
    const id = c.req.param("id");
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
    const report = isId ? await store.reportOf(deps.db.read, service, id) : null;
    if (!report) return refuse("report.unknown");
    const files = [
      { name: jsonName, bytes: report.json.toString("base64") },
      { name: pdfName, bytes: report.pdf.toString("base64") },
    ];
    return c.json({ reference: report.reference, files });
  });

  return app;
}

/** The id of the service that calls. */
async function serviceOf(deps: InboxDeps, c: Context, body?: Uint8Array): Promise<string> {
  const request = { method: c.req.method, path: c.req.path, ...(body ? { body } : {}) };
  const keyOf = async (keyId: string) => deps.keys.get(keyId) ?? null;
  const authorization = c.req.header("authorization");
  const caller = await callerOf(authorization, [deps.publicOrigin], request, keyOf, deps.clock());
  return /^service:(.+)$/.exec(caller)?.[1] ?? refuse("caller.not-allowed");
}
