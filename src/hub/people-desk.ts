// Whose eyes look at the hub's pages, and what they may see. It follows from what the login says of them and from which
// services there are, and from nothing that is sent.

import { randomBytes } from "node:crypto";
import type { LoggedIn, PendingLogin } from "../http/login.ts";
import { pseudonymOf } from "./claim-store.ts";
import type { Finder } from "./confirm.ts";
import type { Hub } from "./hub.ts";
import type { Known } from "./known.ts";

/** What the hub knows of a person's session. */
export type Visit = {
  readonly person: LoggedIn | null;
  readonly idToken: string | null;
  /** A login under way, and the page that was asked for. */
  readonly pending: (PendingLogin & { readonly to: string }) | null;
};

export type NamedService = { readonly id: string; readonly name: string };

export type Desk = {
  readonly person: LoggedIn;
  /** The one service this person works at; null: the operator, who sees all. */
  readonly service: NamedService | null;
};

/** The desk of whoever has logged in; null when they neither work at a service that is known here nor run the hub. */
export function deskOf(person: LoggedIn, known: Known): Desk | null {
  const { role, service: id } = person.actsFor ?? { role: "", service: null };
  if (role === "operator") return { person, service: null };
  const service = known.services.get(id ?? "");
  return service && (role === "caseworker" || role === "leader") ? { person, service } : null;
}

/** The person at this desk as one who vouches for what is found. The receipt gets a pseudonym, the same each time. */
export async function finderAt(hub: Hub, { person, service }: Desk, reason: string | null): Promise<Finder> {
  const visitor = {
    subject: person.sub,
    name: person.name || "uten navn",
    pseudonym: randomBytes(10).toString("hex"),
  };
  const pseudonym = await hub.db.begin((tx) => pseudonymOf(tx, visitor, new Date(hub.clock())));
  const kept = service === null ? reason : null;
  return { id: `person:${pseudonym}`, name: visitor.name, service: service?.id ?? null, reason: kept };
}
