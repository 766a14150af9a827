// Whose desk somebody sits at. It follows from what the login says of them and from which services this inbox is for,
// and from nothing that is sent.

import type { LoggedIn, PendingLogin } from "../http/login.ts";
import type { InboxService } from "./settings.ts";

/** What the inbox knows of a person's session. */
export type Visit = {
  readonly person: LoggedIn | null;
  /** When the login came back here, epoch milliseconds. */
  readonly since: number;
  readonly idToken: string | null;
  /** A login under way, and the page that was asked for. */
  readonly pending: (PendingLogin & { readonly to: string }) | null;
};

export type Desk = {
  readonly service: InboxService;
  readonly person: LoggedIn;
  readonly since: number;
};

const roles = ["caseworker", "leader"];

/** The desk of whoever has logged in; null when they work at none of this inbox's services. */
export function deskOf(person: LoggedIn, since: number, services: readonly InboxService[]): Desk | null {
  const { role, service: id } = person.actsFor ?? { role: "", service: null };
  const service = services.find((one) => one.id === id);
  return service && roles.includes(role) ? { service, person, since } : null;
}
