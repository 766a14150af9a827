// The hub's door for statements: of what a case system holds, by its service's receiver; of what has been accepted, by
// whoever sent it. Each address reads, calls one step and answers.

import type { Hono } from "hono";
import { jsonBodyOf } from "../http/body.ts";
import { provenCaller } from "./caller.ts";
import type { Hub } from "./hub.ts";
import { takeStatement } from "./statement.ts";
import { takeSentStatement } from "./statement-sent.ts";

/** A few days of a large service's lines. */
const statementBody = 8_000_000;

/** Adds them to the hub's app. */
export function statementRoutes(app: Hono, hub: Hub): void {
  app.post("/statements", async (c) => {
    const { value, bytes } = await jsonBodyOf(c, statementBody);
    const caller = await provenCaller(hub, c, bytes, "service");
    const { statement, lines = [] } = value as { statement?: unknown; lines?: unknown };
    return c.json(await takeStatement(hub, caller.slice("service:".length), statement, lines));
  });

  app.post("/statements/sent", async (c) => {
    const { value, bytes } = await jsonBodyOf(c, statementBody);
    const caller = await provenCaller(hub, c, bytes, "submitter");
    const { statement, lines = [] } = value as { statement?: unknown; lines?: unknown };
    return c.json(await takeSentStatement(hub, caller, statement, lines));
  });
}
