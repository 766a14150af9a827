// The inbox's door for people: server-rendered pages without a script. Whose reports are shown follows from the login
// alone; and no page that is only looked at changes anything but the access log.
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { Problem, refuse } from "../core/problem.js";
import { pdfName } from "../core/report.js";
import { statusOf } from "../http/answer.js";
import { bodyOf } from "../http/body.js";
import { logFailure } from "../http/failure.js";
import { serveAssets } from "../web/assets.js";
import { protectPages } from "../web/protect.js";
import { deskOf } from "./desk.js";
import { findReports } from "./find-reports.js";
import { loginRoutes } from "./login-routes.js";
import { hasOpened, openReport } from "./open-report.js";
import { listPage, pagesOf, rowsOnPage, searchField, searchMost, searchPage } from "./pages/list.js";
import { noAccessPage, problemPage } from "./pages/problem.js";
import { reportPage } from "./pages/report.js";
import { listPath, listWishIn, loginPath, openPath, paths, pdfPath, reportPath } from "./paths.js";
import * as people from "./people-store.js";
import { isReportId } from "./report-id.js";
import { readReport } from "./read-report.js";
import * as store from "./store.js";
/** A search, with room for what is written in it by mistake. */
const mostBytes = 8_000;
/** A browser shows a file with means of its own; the file itself may fetch, send and run nothing. */
const pdfPolicy = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** The inbox's pages as an HTTP app. */
export function peopleApp(deps) {
    const app = new Hono();
    // Before the rest, so that it has the last word on the file's own policy.
    app.use(pdfPath(":id"), async (c, next) => {
        await next();
        if (c.res.headers.get("Content-Type") === "application/pdf")
            c.header("Content-Security-Policy", pdfPolicy);
    });
    protectPages(app, {
        publicOrigin: deps.publicOrigin,
        isSecretive: () => false,
        formTargets: deps.formTargets,
    });
    answerProblems(app, deps.demo);
    serveAssets(app);
    loginRoutes(app, deps);
    listRoutes(app, deps);
    reportRoutes(app, deps);
    return app;
}
/** Answers whoever sits at a desk. Others are asked to log in, and then come to the page that `to` names. */
function atDesk({ sessions, services, demo }, to, answer) {
    return async (c) => {
        const visit = (await sessions.read(c))?.data;
        if (!visit?.person)
            return c.redirect(loginPath(to(c)), 303);
        const desk = deskOf(visit.person, visit.since, services);
        if (desk)
            return answer(c, desk);
        return c.html(noAccessPage(demo, visit.person.name, visit.person.actsFor?.name ?? null), 403);
    };
}
function listRoutes(app, deps) {
    const { db, clock, demo } = deps;
    const wishOf = (c) => listWishIn(new URL(c.req.url).searchParams);
    app.get(paths.list, atDesk(deps, (c) => listPath(wishOf(c)), async (c, desk) => {
        const counts = await people.countsOf(db.read, desk.service.id);
        const { filter, page: asked } = wishOf(c);
        const page = Math.min(asked, pagesOf(counts, filter));
        const part = { limit: rowsOnPage, offset: (page - 1) * rowsOnPage };
        const rows = await people.listRows(db.read, desk.service.id, filter, part);
        return c.html(listPage({ desk, demo }, { filter, page, counts, rows }, clock()));
    }));
    app.get(paths.search, (c) => c.redirect(paths.list, 303));
    app.post(paths.search, atDesk(deps, () => paths.list, async (c, desk) => {
        const sought = ((await formOf(c)).get(searchField) ?? "").trim();
        const error = errorIn(sought);
        if (error)
            return c.html(searchPage({ desk, demo }, { sought, found: null, error }, clock()), 400);
        const ids = await findReports(db.read, desk.service.id, sought);
        const rows = await people.rowsOf(db.read, desk.service.id, ids, rowsOnPage);
        const found = { rows, count: ids.length };
        return c.html(searchPage({ desk, demo }, { sought, found, error: null }, clock()));
    }));
}
function errorIn(sought) {
    if (sought === "")
        return "Skriv et nummer, en referanse eller et ord.";
    return sought.length > searchMost ? `Skriv høyst ${searchMost} tegn.` : null;
}
function reportRoutes(app, deps) {
    const { db, clock, demo } = deps;
    const idOf = (c) => c.req.param("id") ?? "";
    const toReport = (c) => reportPath(idOf(c));
    app.get(reportPath(":id"), atDesk(deps, toReport, async (c, desk) => {
        const facts = await factsOrRefuse(deps, desk, idOf(c));
        const openings = await people.openingsOf(db.read, desk.service.id, facts.id);
        const receipts = await people.receiptsOf(db.read, desk.service.id, facts.id);
        const report = hasOpened(openings, desk)
            ? await readReport(db.read, { ...facts, service: desk.service.id }, receipts)
            : null;
        return c.html(reportPage({ desk, demo }, { facts, openings, receipts, report }, clock()));
    }));
    app.get(openPath(":id"), (c) => c.redirect(toReport(c), 303));
    app.post(openPath(":id"), atDesk(deps, toReport, async (c, desk) => {
        const { id } = await factsOrRefuse(deps, desk, idOf(c));
        await openReport(db, desk, id, "report", clock());
        return c.redirect(reportPath(id), 303);
    }));
    app.get(pdfPath(":id"), atDesk(deps, (c) => pdfPath(idOf(c)), async (c, desk) => {
        const { id } = await factsOrRefuse(deps, desk, idOf(c));
        const openings = await people.openingsOf(db.read, desk.service.id, id);
        if (!hasOpened(openings, desk))
            return c.redirect(reportPath(id), 303);
        const files = (await store.reportOf(db.read, desk.service.id, id)) ?? refuse("report.unknown");
        await openReport(db, desk, id, "pdf", clock());
        return c.body(new Uint8Array(files.pdf), 200, {
            "Content-Type": "application/pdf",
            "Content-Disposition": `inline; filename="${pdfName}"`,
        });
    }));
}
async function factsOrRefuse({ db }, desk, id) {
    const facts = isReportId(id) ? await people.factsOf(db.read, desk.service.id, id) : null;
    return facts ?? refuse("report.unknown");
}
async function formOf(c) {
    const type = c.req.header("content-type") ?? "";
    if (!/^application\/x-www-form-urlencoded\b/i.test(type))
        refuse("request.wrong-type");
    return new URLSearchParams((await bodyOf(c, mostBytes)).toString());
}
/** Whatever fails becomes a page. */
function answerProblems(app, demo) {
    const page = (c, which, status) => c.html(problemPage(demo, which), status);
    app.notFound((c) => page(c, "notFound", 404));
    app.onError((error, c) => {
        if (error instanceof HTTPException && error.status === 403)
            return page(c, "foreign", 403);
        if (error instanceof Problem)
            return page(c, nameOf(error), statusOf[error.code]);
        logFailure(`internal ${c.req.method} ${c.req.routePath}`, error);
        return page(c, "failed", 500);
    });
}
function nameOf({ code }) {
    if (code === "report.unknown")
        return "notFound";
    if (code === "request.too-large")
        return "tooLarge";
    if (code === "login.not-reached")
        return "login-not-reached";
    return code === "session.over" ? "login-expired" : "failed";
}
//# sourceMappingURL=people-routes.js.map