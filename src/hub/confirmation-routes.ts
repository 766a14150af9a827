// Where named people with a key of their own say what they have found in a case system, one report at a time or by a
// list, and where those who run the hub say who speaks for a service.

import type { Hono } from "hono";
import { refuse } from "../core/problem.ts";
import { bodyOf, jsonBodyOf } from "../http/body.ts";
import { provenCaller, provenPerson } from "./caller.ts";
import { compareCaseList } from "./compare-list.ts";
import { confirm, type Finder } from "./confirm.ts";
import type { Hub } from "./hub.ts";
import { nameOf } from "./people-key-store.ts";
import { addServicePerson } from "./service-people.ts";

const smallBody = 10_000;
/** Of the file itself, before base64. */
export const mostListBytes = 4_000_000;

/** Adds the addresses. */
export function confirmationRoutes(app: Hono, hub: Hub): void {
  app.post("/confirmations", async (c) => {
    const { value, bytes } = await jsonBodyOf(c, smallBody);
    const person = await provenPerson(hub, c, bytes);
    const { reportId, reference, reason } = value as Record<string, unknown>;
    if (!isReportId(reportId)) return refuse("request.bad-shape", "reportId");
    if (!isReference(reference)) return refuse("request.bad-shape", "reference: 1 to 200 characters");
    const finder = await finderOf(hub, person, reason);
    const { receipt, isRepeat } = await confirm(hub, finder, "key", { report: reportId, reference });
    return c.json({ receipt }, isRepeat ? 200 : 201);
  });

  app.post("/confirmations/lists", async (c) => {
    const { value, bytes } = await jsonBodyOf(c, Math.ceil((mostListBytes * 4) / 3) + smallBody);
    const person = await provenPerson(hub, c, bytes);
    const { service, from, to, file, reason } = value as Record<string, unknown>;
    if (![service, from, to, file].every((text) => typeof text === "string"))
      return refuse("request.bad-shape", "service, from, to, file");
    const finder = await finderOf(hub, person, reason);
    const list = { service: service as string, from: from as string, to: to as string };
    return c.json(
      await compareCaseList(hub, finder, { ...list, file: Buffer.from(file as string, "base64") }),
    );
  });

  app.put("/services/:id/people/:person", async (c) => {
    const by = await provenCaller(hub, c, await bodyOf(c, smallBody), "person");
    const wish = { person: c.req.param("person"), service: c.req.param("id") };
    const { isNew } = await addServicePerson(hub, wish, by);
    return c.json(wish, isNew ? 201 : 200);
  });
}

type Person = { readonly id: `person:${string}`; readonly service: string | null };

/** Refuses with `claim.reason-needed` somebody from outside the service without a reason. */
async function finderOf(hub: Hub, { id, service }: Person, reason: unknown): Promise<Finder> {
  const given = isReason(reason) ? reason.trim() : null;
  if (service === null && given === null) refuse("claim.reason-needed");
  const name = (await nameOf(hub.db.read, id)) ?? id;
  return { id, name, service, reason: service === null ? given : null };
}

export function isReportId(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}

/** A case system's reference: 1 to 200 characters on one line, without blanks around it. */
export function isReference(value: unknown): value is string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return typeof value === "string" && /^(?! )[^\x00-\x1f\x7f]{1,200}(?<! )$/.test(value);
}

export function isReason(value: unknown): value is string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return typeof value === "string" && /^[^\x00-\x1f\x7f]{1,500}$/.test(value) && value.trim() !== "";
}
