// The door to ending the following of a report: a form that asks once more, and then closes the code at the hub and
// erases the reminder that belongs to it. Whoever has the code may, as with following; nobody has to log in.

import type { Context, Hono } from "hono";
import { trackingHashOf } from "../core/tracking.ts";
import type { Language } from "../web/language.ts";
import type { CloseAnswer, Hub } from "./hub.ts";
import { closedPage, closePage, sure, sureField } from "./pages/close.tsx";
import { codeField } from "./pages/page.tsx";
import { followPage } from "./pages/follow.tsx";
import { paths, postPaths } from "./paths.ts";

export type CloseDeps = {
  readonly hub: Hub;
  readonly clock: () => number;
  readonly demo: boolean;
  /** Erases what the portal keeps for this code, as `forgetReminder` does; null where reminders are not kept. */
  readonly forget: ((trackingHash: string) => Promise<void>) | null;
  readonly formOf: (c: Context) => Promise<URLSearchParams>;
  /** Takes one attempt, the same as for following. Gives 0, or how many seconds until there is one. */
  readonly takeAttempt: (c: Context) => number;
};

/** Adds the addresses for closing in one language. */
export function closeRoutes(app: Hono, deps: CloseDeps, language: Language): void {
  const { hub, clock, demo, forget, formOf, takeAttempt } = deps;
  const wish = { language, demo };
  const path = postPaths.close[language];
  app.get(path, (c) => c.redirect(paths.follow[language], 303));
  app.post(path, async (c) => {
    const form = await formOf(c);
    const code = form.get(codeField) ?? "";
    if (code.trim() === "") return c.html(followPage(wish, code, { is: "empty" }, clock()), 400);
    if (form.get(sureField) !== sure) return c.html(closePage(wish, code, null, clock()));

    const seconds = takeAttempt(c);
    const answer: CloseAnswer = seconds > 0 ? { is: "too-often", seconds } : await hub.close(code);
    if (answer.is === "too-often") c.header("Retry-After", String(answer.seconds));
    if (answer.is !== "closed")
      return c.html(closePage(wish, code, answer, clock()), answer.is === "too-often" ? 429 : 503);
    const trackingHash = trackingHashOf(code);
    if (forget && trackingHash) await forget(trackingHash);
    return c.html(closedPage(wish));
  });
}
