// The inbox's door for case-system traffic. A service proves itself with its receipt key and reaches its own reports;
// another's are answered as if they did not exist, byte for byte.

import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { refuse } from "../core/problem.ts";
import { jsonName, pdfName } from "../core/report.ts";
import { answerError } from "../http/answer.ts";
import { callerOf, type KnownKey } from "../http/assertion.ts";
import type { Db } from "../pg/db.ts";
import { jsonOrNull } from "../wire/foreign.ts";
import { keep } from "./keep.ts";
import { keepReceipts, readReceipts } from "./keep-receipts.ts";
import { firstOpenings } from "./people-store.ts";
import { isReportId } from "./report-id.ts";
import { readReportToKeep } from "./report-to-keep.ts";
import * as store from "./store.ts";

export type CaseDeps = {
  readonly db: Db;
  readonly clock: () => number;
  readonly publicOrigin: string;
  /** Keys by their id, pinned from the configuration. */
  readonly keys: ReadonlyMap<string, KnownKey>;
  /** The largest body taken, in bytes. */
  readonly bodyMax: number;
};

const openingsMost = 500;
const idsMost = 1000;

/** The inbox's HTTP interface for case-system traffic. */
export function caseApp(deps: CaseDeps): Hono {
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

  registerRoutes(app, deps);
  return app;
}

/** What is held here as a whole, and what should be. */
function registerRoutes(app: Hono, deps: CaseDeps): void {
  const { db, clock } = deps;
  app.get("/reports", async (c) => {
    const service = await serviceOf(deps, c);
    const after = c.req.query("after") || null;
    if (after !== null && !isReportId(after)) refuse("request.bad-shape", "after");
    const most = countIn(c.req.query("limit"), idsMost, idsMost);
    return c.json({ ids: await store.idsAfter(db.read, service, after, most) });
  });

  const limit = bodyLimit({ maxSize: 1000, onError: () => refuse("request.too-large") });
  app.put("/serials", limit, async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer());
    const service = await serviceOf(deps, c, body);
    const { highest } = (jsonOrNull(body) ?? refuse("request.not-json")) as { highest?: unknown };
    if (!Number.isSafeInteger(highest) || (highest as number) < 1)
      return refuse("request.bad-shape", "highest");
    await db.begin((tx) => store.insertIssued(tx, service, highest as number, clock()));
    return c.json({ highest });
  });
}

function reportRoutes(app: Hono, deps: CaseDeps): void {
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
    const report = isReportId(id) ? await store.reportOf(deps.db.read, service, id) : null;
    if (!report) return refuse("report.unknown");
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
    if (!isReportId(id)) return refuse("report.unknown");
    const { receipts, unreadable } = readReceipts(service, id, body);
    await keepReceipts(deps.db, service, id, receipts, deps.clock());
    return c.json({ kept: receipts.length, unreadable });
  });
}

/** A whole number from an address, at most `most`. Refuses with `request.bad-shape`. */
function countIn(text: string | undefined, fallback: number, most: number): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  return /^\d{1,16}$/.test(text) && Number.isSafeInteger(value)
    ? Math.min(value, most)
    : refuse("request.bad-shape");
}

/** The id of the service that calls. */
async function serviceOf(deps: CaseDeps, c: Context, body?: Uint8Array): Promise<string> {
  const request = { method: c.req.method, path: c.req.path, ...(body ? { body } : {}) };
  const keyOf = async (keyId: string) => deps.keys.get(keyId) ?? null;
  const authorization = c.req.header("authorization");
  const caller = await callerOf(authorization, [deps.publicOrigin], request, keyOf, deps.clock());
  return /^service:(.+)$/.exec(caller)?.[1] ?? refuse("caller.not-allowed");
}
