// The inbox's two doors at one address: case-system traffic, where a service proves itself with its key and everything
// is JSON; and the pages, where people log in. Neither's rules hold for the other.

import { Hono } from "hono";
import { answerError } from "../http/answer.ts";
import { type CaseDeps, caseApp } from "./case-routes.ts";
import { type PeopleDeps, peopleApp } from "./people-routes.ts";

export type InboxDeps = CaseDeps & {
  /** Null: nobody can log in here, and there are no pages. */
  readonly people?: Omit<PeopleDeps, "db" | "clock" | "publicOrigin"> | null;
};

/** The inbox as an HTTP app. */
export function inboxApp(deps: InboxDeps): Hono {
  const { people, ...rest } = deps;
  const app = new Hono();
  app.onError(answerError);
  app.get("/health", (c) => c.json({ ok: true }));
  const cases = caseApp(rest);
  for (const path of ["/reports", "/reports/*", "/openings", "/serials"])
    app.all(path, (c) => cases.fetch(c.req.raw, c.env));
  const others = people ? peopleApp({ ...people, ...rest }) : cases;
  app.all("*", (c) => others.fetch(c.req.raw, c.env));
  return app;
}
