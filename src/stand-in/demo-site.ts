// The first page of a demonstration, served by the starter itself: it is gone when the starter is. It listens on this
// machine only, for it shows the demo's password.

import { Hono } from "hono";
import { headPath } from "../core/add-checkpoint.ts";
import { listen } from "../http/server.ts";
import { serveAssets } from "../web/assets.ts";
import { protectPages } from "../web/protect.ts";
import { demoPage, noSuchPage } from "./demo-page.tsx";
import { demoServices } from "./demo-places.ts";
import { demoLogOrigin } from "./demo-witnesses.ts";
import { demoUsers } from "./identity-users.ts";
import type { Ports } from "./ports.ts";
import { originOf } from "./room-settings.ts";

/** Serves the page on its port until it is closed. Its text is drawn once: nothing on it changes. */
export async function startDemoSite(ports: Ports): Promise<{ close(): Promise<void> }> {
  const publicOrigin = originOf(ports.start);
  const server = { host: "127.0.0.1", port: ports.start, publicOrigin, tls: null };
  return listen(demoSite(ports), server);
}

/** The page as an HTTP app. */
export function demoSite(ports: Ports): Hono {
  const rooms = {
    portal: originOf(ports.portal),
    inbox: originOf(ports.inbox),
    identity: originOf(ports.identity),
    postbox: originOf(ports.postbox),
    hub: originOf(ports.hub),
    countyGovernor: originOf(ports.countyGovernor) + headPath(demoLogOrigin),
    municipality: originOf(ports.municipality) + headPath(demoLogOrigin),
  };
  const page = demoPage({ rooms, users: demoUsers, services: demoServices });
  const app = new Hono();
  protectPages(app, { publicOrigin: originOf(ports.start), isSecretive: () => false });
  serveAssets(app);
  app.get("/", (c) => c.html(page));
  app.get("/health", (c) => c.json({ ok: true }));
  app.notFound((c) => c.html(noSuchPage(), 404));
  return app;
}
