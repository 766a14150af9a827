// The hold over HTTP: the certificate of erasure for those whose report it was, and recalls for named people.

import type { Context, Hono } from "hono";
import { refuse } from "../core/problem.ts";
import { bodyOf, jsonBodyOf } from "../http/body.ts";
import { provenCaller } from "./caller.ts";
import { erasureOf, whyHeld } from "./hold-store.ts";
import type { Hub } from "./hub.ts";
import { allRecalls, endRecall, type NewRecall, openRecall } from "./recall.ts";

const mostBytes = 50_000;
const mostServices = 500;

/** Adds the addresses of certificates and recalls. */
export function holdRoutes(app: Hono, hub: Hub): void {
  app.get("/reports/:id/erasure", async (c) => {
    const caller = await provenCaller(hub, c, "", "submitter", "service");
    const id = c.req.param("id");
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
    const found = isId ? await erasureOf(hub.db.read, id) : null;
    const isTheirs = found?.submitter === caller || `service:${found?.service}` === caller;
    if (!found || !isTheirs) return refuse("report.unknown");
    if (found.body === null) {
      const held = await whyHeld(hub.db.read, id, new Date(hub.clock()));
      return refuse("report.not-erased", held ?? "it may go, and will");
    }
    return c.body(found.body, 200, { "Content-Type": "application/json" });
  });

  app.get("/recalls", async (c) => {
    await provenCaller(hub, c, "", "person");
    return c.json({ recalls: await allRecalls(hub) });
  });

  app.post("/recalls", async (c) => {
    const { value, bytes } = await jsonBodyOf(c, mostBytes);
    const by = await provenCaller(hub, c, bytes, "person");
    return c.json(await openRecall(hub, recallIn(value), by), 201);
  });

  app.post("/recalls/:number/end", async (c) => {
    // The body says nothing, but what was sent is what was signed.
    const by = await provenCaller(hub, c, await bodyOf(c, mostBytes), "person");
    return c.json(await endRecall(hub, numberIn(c), by));
  });
}

function numberIn(c: Context): number {
  const text = c.req.param("number") ?? "";
  return /^\d{1,15}$/.test(text) ? Number(text) : refuse("recall.unknown");
}

function recallIn(value: unknown): NewRecall {
  const { supplier, version, services, affectedFrom } = value as Record<string, unknown>;
  const isText = (given: unknown, most: number): given is string =>
    typeof given === "string" && given.length > 0 && given.length <= most && !given.includes("\0");
  if (!isText(supplier, 200)) return refuse("request.bad-shape", "supplier: 1 to 200 characters");
  if (!isText(version, 100)) return refuse("request.bad-shape", "version: 1 to 100 characters");
  const areIds = Array.isArray(services) && services.every((id) => isText(id, 60));
  if (!areIds || services.length > mostServices)
    return refuse("request.bad-shape", `services: a list of at most ${mostServices} ids`);
  const from = Date.parse(String(affectedFrom));
  if (Number.isNaN(from)) return refuse("request.bad-shape", "affectedFrom: a time in ISO 8601");
  return { supplier, version, services, affectedFrom: from };
}
