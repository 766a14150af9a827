// Logging in to the hub's pages and out of them. What comes of a login has a page of its own each time, and the page that
// was asked for before it is come back to after it.

import type { Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Login, LoginOutcome } from "../http/login.ts";
import { log } from "../http/log.ts";
import type { Sessions } from "../web/session.ts";
import type { Hub } from "./hub.ts";
import { loggedOutPage, problemPage, startPage } from "./pages/problem.tsx";
import type { Visit } from "./people-desk.ts";
import { paths, returnPath } from "./people-paths.ts";

export type PeopleDeps = {
  readonly hub: Hub;
  readonly sessions: Sessions<Visit>;
  readonly login: Login;
  /** Where a form here may lead: the login's pages. */
  readonly formTargets: readonly string[];
  readonly demo: boolean;
};

const statusFor: Record<Exclude<LoginOutcome["is"], "in">, ContentfulStatusCode> = {
  refused: 403,
  "too-low": 403,
  expired: 400,
  "not-reached": 503,
};

/** Adds the start page, and the way in and out. */
export function peopleLoginRoutes(app: Hono, deps: PeopleDeps): void {
  const { hub, sessions, login, demo } = deps;

  app.get(paths.start, async (c) => {
    const session = await sessions.read(c);
    return session?.data.person ? c.redirect(paths.claims, 303) : c.html(startPage(demo));
  });

  app.get(paths.login, async (c) => {
    const to = returnPath(c.req.query("til"));
    const session = await sessions.read(c);
    if (session?.data.person) return c.redirect(to, 303);
    const { url, pending } = await login.begin();
    const visit = { person: null, idToken: null, pending: { ...pending, to } };
    await (session ? sessions.write(session, visit) : sessions.begin(c, visit));
    return c.redirect(url, 303);
  });

  app.get(paths.callback, (c) => comeBack(c, deps));

  app.post(paths.logout, async (c) => {
    const idToken = (await sessions.read(c))?.data.idToken ?? null;
    await sessions.end(c);
    const here = new URL(paths.loggedOut, hub.origin).href;
    return c.redirect((idToken && (await login.endUrl(idToken, here))) ?? here, 303);
  });

  app.get(paths.loggedOut, (c) => c.html(loggedOutPage(demo)));
}

async function comeBack(c: Context, { sessions, login, demo }: PeopleDeps): Promise<Response> {
  const session = await sessions.read(c);
  // Whoever goes back in the browser's history after a login is in already.
  if (session?.data.person) return c.redirect(paths.claims, 303);
  const pending = session?.data.pending ?? null;
  const outcome = await login.finish(pending, c.req.url);
  if (outcome.is !== "in" || !session || !pending) {
    await sessions.end(c);
    const is = outcome.is === "in" ? "expired" : outcome.is;
    return c.html(problemPage(demo, `login-${is}`), statusFor[is]);
  }
  const { person, idToken } = outcome;
  await sessions.renew(c, session, { person, idToken, pending: null });
  const { role = "", service = null } = person.actsFor ?? {};
  log.info({ event: "hub.logged-in", role, service });
  return c.redirect(pending.to, 303);
}
