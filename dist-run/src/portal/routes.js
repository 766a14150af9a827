// The portal's door, in two languages, server-rendered, without a script. What a person fills in comes by POST; nothing
// of it is logged, or put into an address. Finding a service and following keep nothing; the form is in its own files.
import { Hono } from "hono";
import { compress } from "hono/compress";
import { HTTPException } from "hono/http-exception";
import { Problem, refuse } from "../core/problem.js";
import { statusOf } from "../http/answer.js";
import { bodyOf } from "../http/body.js";
import { logFailure } from "../http/failure.js";
import { addressOf, rateOf } from "../http/rate.js";
import { serveAssets } from "../web/assets.js";
import { languages } from "../web/language.js";
import { protectPages } from "../web/protect.js";
import { findService } from "./find-service.js";
import { closeRoutes } from "./close-routes.js";
import { callbackRoute, loginRoutes, notReachedPage } from "./login-routes.js";
import { reportRoutes } from "./report-routes.js";
import { notSealedPage, sentRoutes } from "./sent-routes.js";
import { followPage } from "./pages/follow.js";
import { codeField } from "./pages/page.js";
import { problemPage } from "./pages/problem.js";
import { districtField, placeField, servicePage } from "./pages/which-service.js";
import { startPage } from "./pages/start.js";
import { paths, postPaths } from "./paths.js";
/** A place or a code, with room for what a person types wrong. */
const mostBytes = 8_000;
/** The portal as an HTTP app. */
export function portalApp(deps) {
    const app = new Hono();
    const codePaths = [...Object.values(paths.follow), ...Object.values(postPaths.close)];
    packPages(app);
    protectPages(app, {
        publicOrigin: deps.publicOrigin,
        isSecretive: (path) => codePaths.includes(path),
        formTargets: deps.formTargets,
    });
    answerProblems(app, deps);
    serveAssets(app);
    app.get("/health", (c) => c.json({ ok: true }));
    const follows = rateOf(deps.followsPerMinute);
    const takeAttempt = (c) => follows.take(addressOf(c), deps.clock());
    const closing = { ...deps, forget: deps.forgetReminder, formOf, takeAttempt };
    for (const language of languages) {
        app.get(paths.start[language], (c) => c.html(startPage({ language, demo: deps.demo })));
        serviceRoutes(app, deps, language);
        followRoutes(app, deps, language, takeAttempt);
        closeRoutes(app, closing, language);
        if (deps.writing)
            writingRoutes(app, deps.writing, language);
    }
    if (deps.writing)
        callbackRoute(app, deps.writing);
    return app;
}
/** What is sent comes before the questions, whose addresses have room for any word. */
function writingRoutes(app, writing, language) {
    sentRoutes(app, writing, language);
    loginRoutes(app, writing, language);
    reportRoutes(app, writing, language);
}
/** Not what answers a form: a compressed page's length could tell of the code that is in it. */
function packPages(app) {
    const pack = compress();
    app.use((c, next) => (c.req.method === "GET" ? pack(c, next) : next()));
}
function serviceRoutes(app, { hub, clock, demo }, language) {
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
function followRoutes(app, { hub, clock, demo }, language, takeFollow) {
    const wish = { language, demo };
    app.get(paths.follow[language], (c) => c.html(followPage(wish, "", null, clock())));
    app.post(paths.follow[language], async (c) => {
        const code = (await formOf(c)).get(codeField) ?? "";
        const answer = (view, status) => c.html(followPage(wish, code, view, clock()), status);
        if (code.trim() === "")
            return answer({ is: "empty" }, 400);
        const seconds = takeFollow(c);
        const view = seconds > 0 ? { is: "too-often", seconds } : await hub.follow(code);
        if (view.is === "too-often")
            c.header("Retry-After", String(view.seconds));
        return answer(view, statusFor[view.is]);
    });
}
const statusFor = {
    found: 200,
    unknown: 404,
    "too-often": 429,
    "not-reached": 503,
};
async function formOf(c) {
    const type = c.req.header("content-type") ?? "";
    if (!/^application\/x-www-form-urlencoded\b/i.test(type))
        refuse("request.wrong-type");
    return new URLSearchParams((await bodyOf(c, mostBytes)).toString());
}
/** Whatever fails becomes a page in the language that was asked for. */
function answerProblems(app, { demo, writing }) {
    const page = (c, which, status) => c.html(problemPage({ language: languageOf(c), demo }, which), status);
    app.notFound((c) => page(c, "notFound", 404));
    app.onError(async (error, c) => {
        if (error instanceof HTTPException && error.status === 403)
            return page(c, "foreign", 403);
        const own = writing && (await writingProblem(c, writing, error));
        if (own)
            return own;
        if (error instanceof Problem)
            return page(c, error.code === "request.too-large" ? tooLargeOn(c) : "failed", statusOf[error.code]);
        logFailure(`internal ${c.req.method} ${c.req.routePath}`, error);
        return page(c, "failed", 500);
    });
}
/** What the form has words of its own for: that nothing could be sealed, and that nobody can log in now. */
async function writingProblem(c, writing, error) {
    const language = languageOf(c);
    return ((await notSealedPage(c, writing, language, error)) ?? (await notReachedPage(c, writing, language, error)));
}
function tooLargeOn(c) {
    return /^(\/nn)?\/meld\//.test(c.req.path) ? "reportTooLong" : "tooLarge";
}
function languageOf(c) {
    return /^\/nn(\/|$)/.test(c.req.path) ? "nn" : "nb";
}
//# sourceMappingURL=routes.js.map