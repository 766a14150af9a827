// The public pages about the log and about checking a receipt. They need no session, keep nothing, and are the same for
// everybody.

import type { Hono } from "hono";
import type { HubLog } from "./hub-log.ts";
import { logPage } from "./pages/log.tsx";
import type { PageWish } from "./pages/page.tsx";
import { verifyPage } from "./pages/verify.tsx";
import { paths } from "./paths.ts";

/** Adds the pages in one language. */
export function logRoutes(app: Hono, log: HubLog, wish: PageWish): void {
  app.get(paths.verify[wish.language], (c) => c.html(verifyPage(wish)));
  app.get(paths.log[wish.language], async (c) => {
    const view = await log.view();
    return c.html(logPage(wish, view, log.address), view.is === "seen" ? 200 : 503);
  });
}
