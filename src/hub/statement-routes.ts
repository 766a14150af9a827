// The hub's door for statements: of what a case system holds, by its service's receiver; of what has been accepted, by
// whoever sent it. Each address reads, calls one step and answers.

import type { Context, Hono } from "hono";
import { callerOfBody } from "../http/assertion.ts";
import { jsonBodyOf } from "../http/body.ts";
import { claimedCaller, type Role } from "./caller.ts";
import type { Hub } from "./hub.ts";
import { takeStatement } from "./statement.ts";
import { takeSentStatement } from "./statement-sent.ts";

/** A few days of a large service's lines. */
const statementBody = 8_000_000;

/** Adds them to the hub's app. */
export function statementRoutes(app: Hono, hub: Hub): void {
  app.post("/statements", async (c) => {
    const { caller, statement, lines } = await stated(hub, c, "service");
    return c.json(await takeStatement(hub, caller.slice("service:".length), statement, lines));
  });

  app.post("/statements/sent", async (c) => {
    const { caller, statement, lines } = await stated(hub, c, "submitter");
    return c.json(await takeSentStatement(hub, caller, statement, lines));
  });
}

/** Who states, and what. Whoever is not known is sent away before its megabytes are read. */
async function stated(hub: Hub, c: Context, role: Role) {
  const claim = await claimedCaller(hub, c, role);
  const { value, bytes } = await jsonBodyOf(c, statementBody);
  const caller = callerOfBody(claim, bytes);
  const { statement, lines = [] } = value as { statement?: unknown; lines?: unknown };
  return { caller, statement, lines };
}
