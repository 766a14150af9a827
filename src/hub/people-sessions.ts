// How people stay logged in at the hub's pages, and at which provider they do.

import type { LoginSettings } from "../config.ts";
import { openLogin } from "../http/login.ts";
import { cookieOf, openSessions, type SessionAges } from "../web/session.ts";
import type { Hub } from "./hub.ts";
import type { Visit } from "./people-desk.ts";

/** A session that nobody uses is over within the hour, and every one within a working day. */
export const sessionAges: SessionAges = { idleMs: 60 * 60_000, mostMs: 10 * 60 * 60_000 };

/** What the pages need to let people in. */
export function loginAt(hub: Hub, oidc: LoginSettings, demo: boolean) {
  const { db, clock, origin } = hub;
  return {
    hub,
    sessions: openSessions<Visit>({ db, clock, ...cookieOf("hub", origin), ...sessionAges }),
    login: openLogin({ ...oidc, clock }),
    formTargets: oidc.origins,
    demo,
  };
}
