// The portal's door: three pages in two languages, server-rendered, without a script. What a person fills in comes
// by POST and is answered at once; nothing of it is kept, logged, or put into an address.

import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { Problem, refuse } from "../core/problem.ts";
import { statusOf } from "../http/answer.ts";
import { bodyOf } from "../http/body.ts";
import { logFailure } from "../http/failure.ts";
import { addressOf, rateOf } from "../http/rate.ts";
import { serveAssets } from "../web/assets.ts";
import { type Language, languages } from "../web/language.ts";
import { protectPages } from "../web/protect.ts";
import { findService } from "./find-service.ts";
import type { Hub } from "./hub.ts";
import { closeRoutes } from "./close-routes.ts";
import { type FollowView, followPage } from "./pages/follow.tsx";
import { codeField } from "./pages/page.tsx";
import { problemPage } from "./pages/problem.tsx";
import { districtField, placeField, servicePage } from "./pages/which-service.tsx";
import { startPage } from "./pages/start.tsx";
import { paths, postPaths } from "./paths.ts";
import type { Texts } from "./texts-nb.ts";

export type PortalDeps = {
  readonly hub: Hub;
  readonly clock: () => number;
  readonly publicOrigin: string;
  readonly demo: boolean;
  /** Codes that one network address may try, closing included. */
  readonly followsPerMinute: number;
  /** Erases the reminder kept for a code that is closed; null where reminders are not kept. */
  readonly forgetReminder: ((trackingHash: string) => Promise<void>) | null;
};

/** A place or a code, with room for what a person types wrong. */
const mostBytes = 8_000;

/** The portal as an HTTP app. */
export function portalApp(deps: PortalDeps): Hono {
  const app = new Hono();
  const codePaths: readonly string[] = [...Object.values(paths.follow), ...Object.values(postPaths.close)];
  packPages(app);
  protectPages(app, {
    publicOrigin: deps.publicOrigin,
    isSecretive: (path) => codePaths.includes(path),
  });
  answerProblems(app, deps.demo);
  serveAssets(app);
  app.get("/health", (c) => c.json({ ok: true }));
  const follows = rateOf(deps.followsPerMinute);
  const takeAttempt = (c: Context) => follows.take(addressOf(c), deps.clock());
  const closing = { ...deps, forget: deps.forgetReminder, formOf, takeAttempt };
  for (const language of languages) {
    app.get(paths.start[language], (c) => c.html(startPage({ language, demo: deps.demo })));
    serviceRoutes(app, deps, language);
    followRoutes(app, deps, language, takeAttempt);
    closeRoutes(app, closing, language);
  }
  return app;
}

/** Not what answers a form: a compressed page's length could tell of the code that is in it. */
function packPages(app: Hono): void {
  const pack = compress();
  app.use((c, next) => (c.req.method === "GET" ? pack(c, next) : next()));
}

function serviceRoutes(app: Hono, { hub, clock, demo }: PortalDeps, language: Language): void {
  const wish = { language, demo };
  app.get(paths.service[language], (c) => c.html(servicePage(wish, null, null)));
  app.post(paths.service[language], async (c) => {
    const form = await formOf(c);
    const place = form.get("valgt") ?? form.get(placeField) ?? "";
    // The last one: an empty one goes before, which tells "none chosen" from "not asked".
    const wanted = { place, district: form.getAll(districtField).at(-1) ?? null };
    const found = findService(await hub.addressBook(), wanted, clock());
    return c.html(servicePage(wish, wanted, found), found.is === "no-address-book" ? 503 : 200);
  });
}

function followRoutes(
  app: Hono,
  { hub, clock, demo }: PortalDeps,
  language: Language,
  takeFollow: (c: Context) => number,
): void {
  const wish = { language, demo };
  app.get(paths.follow[language], (c) => c.html(followPage(wish, "", null, clock())));
  app.post(paths.follow[language], async (c) => {
    const code = (await formOf(c)).get(codeField) ?? "";
    const answer = (view: FollowView, status: ContentfulStatusCode) =>
      c.html(followPage(wish, code, view, clock()), status);
    if (code.trim() === "") return answer({ is: "empty" }, 400);

    const seconds = takeFollow(c);
    const view: FollowView = seconds > 0 ? { is: "too-often", seconds } : await hub.follow(code);
    if (view.is === "too-often") c.header("Retry-After", String(view.seconds));
    return answer(view, statusFor[view.is]);
  });
}

const statusFor: Record<Exclude<FollowView["is"], "empty">, ContentfulStatusCode> = {
  found: 200,
  unknown: 404,
  "too-often": 429,
  "not-reached": 503,
};

async function formOf(c: Context): Promise<URLSearchParams> {
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) refuse("request.wrong-type");
  return new URLSearchParams((await bodyOf(c, mostBytes)).toString());
}

/** Whatever fails becomes a page in the language that was asked for. */
function answerProblems(app: Hono, demo: boolean): void {
  const page = (c: Context, which: keyof Texts["problem"], status: ContentfulStatusCode) => {
    const language = /^\/nn(\/|$)/.test(c.req.path) ? "nn" : "nb";
    return c.html(problemPage({ language, demo }, which), status);
  };
  app.notFound((c) => page(c, "notFound", 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 403) return page(c, "foreign", 403);
    if (error instanceof Problem)
      return page(c, error.code === "request.too-large" ? "tooLarge" : "failed", statusOf[error.code]);
    logFailure(`internal ${c.req.method} ${c.req.routePath}`, error);
    return page(c, "failed", 500);
  });
}
