// The public pages about the log and about checking a receipt. They need no session, keep nothing, and are the same for
// everybody.

import type { Hono } from "hono";
import type { HubLog } from "./hub-log.ts";
import { logPage } from "./pages/log.tsx";
import type { PageWish } from "./pages/page.tsx";
import { verifyPage } from "./pages/verify.tsx";
import { keyPaths, paths } from "./paths.ts";

/** Adds the keys to download, the same in every language. */
export function keyRoutes(app: Hono, { keys }: HubLog): void {
  app.get(keyPaths.hub, (c) => c.body(keys.pem, 200, { "Content-Type": "application/x-pem-file" }));
  app.get(keyPaths.witnesses, (c) => c.body(keys.witnesses, 200, { "Content-Type": "application/json" }));
}

/** Adds the pages in one language. */
export function logRoutes(app: Hono, log: HubLog, wish: PageWish): void {
  app.get(paths.verify[wish.language], (c) => c.html(verifyPage(wish)));
  app.get(paths.log[wish.language], async (c) => {
    const view = await log.view();
    return c.html(logPage(wish, view, log.address), view.is === "seen" ? 200 : 503);
  });
}
