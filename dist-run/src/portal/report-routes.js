// The pages on which a report is written: before it is begun, who reports, each question, and every answer on one page.
// Whatever is posted is kept before anything else is answered; what is missing or wrong comes beside it.
import { randomUUID } from "node:crypto";
import { addressOf } from "../http/rate.js";
import { clockTime } from "../web/language.js";
import { firstUncovered, deliveriesOf } from "./form/deliveries.js";
import { whoPage } from "./form/pages/before.js";
import { checkPage } from "./form/pages/check.js";
import { stepPage } from "./form/pages/step.js";
import { newDraft, readStep, readWho } from "./form/read.js";
import { formPaths, hasStep, stepAt, stepPath } from "./form/steps.js";
import { addressAfter, backField, firstMissing, fromCheckQuery } from "./form/way.js";
import { changeDesk, erasedAt, hashOf, sentFrom } from "./keep-draft.js";
import { beginPage } from "./pages/begin.js";
import { loginNeededPage } from "./pages/login.js";
import { sendPaths } from "./send-paths.js";
import { newSession } from "./session.js";
import { answersIn, gonePage, notice, visitOf } from "./visit-routes.js";
/** Adds the addresses of writing in one language. */
export function reportRoutes(app, writing, language) {
    const wish = { language, demo: writing.demo };
    app.get(formPaths.before[language], (c) => before(c, writing, wish));
    app.post(formPaths.before[language], (c) => begin(c, writing, wish));
    app.get(formPaths.who[language], (c) => askWho(c, writing, wish));
    app.post(formPaths.who[language], (c) => answerWho(c, writing, wish));
    app.get(formPaths.check[language], (c) => check(c, writing, wish));
    app.get(sendPaths.goOn[language], (c) => goOn(c, writing, wish));
    for (const path of ["/:a", "/:a/:b/:c"]) {
        app.get(formPaths.before[language] + path, (c, next) => {
            const step = stepIn(c);
            return step ? ask(c, writing, wish, step) : next();
        });
        app.post(formPaths.before[language] + path, (c, next) => {
            const step = stepIn(c);
            return step ? answer(c, writing, wish, step) : next();
        });
    }
}
function stepIn(c) {
    const { a, b, c: last } = c.req.param();
    return stepAt(...[a, b, last].filter((part) => part !== undefined));
}
async function before(c, writing, wish) {
    const visit = await visitOf(c, writing);
    const draft = visit?.desk.draft;
    const erased = visit && draft ? await erasedAt(writing.sending.db.read, visit.session) : null;
    const running = draft && erased !== null ? { path: whereToGoOn(wish.language, draft), erasedAt: erased } : null;
    const hasSent = (visit?.desk.sent.length ?? 0) > 0;
    return c.html(beginPage(wish, { running, hasSent, isGone: false, waitUntil: null }));
}
/** The first page that lacks an answer, or the one that shows all of them. */
function whereToGoOn(language, draft) {
    if (draft.who === null)
        return formPaths.who[language];
    const open = firstMissing(draft);
    return open ? stepPath(language, open) : formPaths.check[language];
}
/** To where somebody was in it, as after a login. */
async function goOn(c, writing, wish) {
    const visit = await visitOf(c, writing);
    if (!visit?.desk.draft)
        return gonePage(c, wish, visit?.desk ?? null);
    return c.redirect(whereToGoOn(wish.language, visit.desk.draft), 303);
}
/** Draws the report's id. Pressed twice it is one draft. */
async function begin(c, writing, wish) {
    const { sending, sessions, begins } = writing;
    const { language } = wish;
    const visit = await visitOf(c, writing);
    if (visit?.desk.draft)
        return c.redirect(whereToGoOn(language, visit.desk.draft), 303);
    const now = sending.clock();
    const seconds = begins.take(addressOf(c), now);
    if (seconds > 0) {
        c.header("Retry-After", String(seconds));
        const waitUntil = clockTime(now + seconds * 1000 + 59_999);
        const hasSent = (visit?.desk.sent.length ?? 0) > 0;
        return c.html(beginPage(wish, { running: null, hasSent, isGone: false, waitUntil }), 429);
    }
    const session = visit?.session ?? (await sessions.begin(c, { ...newSession, language }));
    await changeDesk(sending.db, session, now, (desk) => ({
        desk: desk.draft ? desk : { ...desk, draft: newDraft(randomUUID(), now) },
        answer: null,
    }));
    return c.redirect(formPaths.who[language], 303);
}
async function askWho(c, writing, wish) {
    const visit = await visitOf(c, writing);
    if (!visit?.desk.draft)
        return gonePage(c, wish, visit?.desk ?? null);
    return c.html(whoPage(wish, [], visit.desk.draft.who));
}
async function answerWho(c, writing, wish) {
    const { language } = wish;
    const { who, errors } = readWho(await answersIn(c));
    const visit = await visitOf(c, writing);
    if (!visit)
        return gonePage(c, wish, null);
    if (who === null)
        return c.html(whoPage(wish, errors, visit.desk.draft?.who ?? null), 400);
    const now = writing.sending.clock();
    const draft = await changeDesk(writing.sending.db, visit.session, now, (desk) => {
        const next = desk.draft && { ...desk.draft, who };
        return { desk: { ...desk, draft: next }, answer: next };
    });
    if (!draft)
        return gonePage(c, wish, visit.desk);
    return c.redirect(needsLogin(draft) ? sendPaths.login[language] : whereToGoOn(language, draft), 303);
}
/** Who reports in their work does so by the name of their login. */
export function needsLogin({ who, login }) {
    return who === "professional" && login === null;
}
async function ask(c, writing, wish, step) {
    const visit = await visitOf(c, writing);
    const draft = visit?.desk.draft;
    if (!draft)
        return gonePage(c, wish, visit?.desk ?? null);
    const elsewhere = insteadOf(c, wish, draft);
    if (elsewhere)
        return elsewhere;
    if (!hasStep(draft, step))
        return c.redirect(whereToGoOn(wish.language, draft), 303);
    const fromCheck = c.req.query(fromCheckQuery.name) === fromCheckQuery.value;
    return c.html(stepPage({ ...wish, fromCheck }, draft, step, [], []));
}
/** What comes before any question: who reports, and a login where one is needed. */
export function insteadOf(c, wish, draft) {
    if (draft.who === null)
        return c.redirect(formPaths.who[wish.language], 303);
    return needsLogin(draft) ? c.html(loginNeededPage(wish), 401) : null;
}
async function answer(c, writing, wish, step) {
    const { sending } = writing;
    const form = await answersIn(c);
    const now = sending.clock();
    const book = await sending.hub.addressBook();
    const session = (await visitOf(c, writing))?.session ?? (await newVisit(c, writing, wish));
    const stepWish = { ...wish, fromCheck: form.get(backField) === fromCheckQuery.value };
    if (!session) {
        // Not kept, and that is said; what was written stands in the page that is left open.
        const { draft, errors } = readStep(newDraft(randomUUID(), now), step, form, book, now);
        return c.html(stepPage(stepWish, draft, step, errors, [notice(wish.language, "tooManyDrafts")]), 429);
    }
    const kept = await changeDesk(sending.db, session, now, (desk) => {
        const read = readStep(desk.draft ?? newDraft(randomUUID(), now), step, form, book, now);
        const lost = desk.sent.length > 0 ? "sentBefore" : "expired";
        return { desk: { ...desk, draft: read.draft }, answer: { ...read, notice: desk.draft ? null : lost } };
    });
    const { draft, errors, again } = kept;
    const notices = kept.notice ? [notice(wish.language, kept.notice)] : [];
    if (again || errors.length > 0 || kept.notice)
        return c.html(stepPage(stepWish, draft, step, errors, notices), errors.length > 0 ? 400 : 200);
    const to = insteadPath(wish.language, draft) ?? addressAfter(wish.language, draft, step, form);
    return c.redirect(to, 303);
}
function insteadPath(language, draft) {
    return draft.who === null || needsLogin(draft) ? formPaths.who[language] : null;
}
/** The session was over while somebody wrote: another one, for what they posted. Null: too many from there. */
async function newVisit(c, writing, wish) {
    if (writing.begins.take(addressOf(c), writing.sending.clock()) > 0)
        return null;
    return writing.sessions.begin(c, { ...newSession, language: wish.language });
}
async function check(c, writing, wish) {
    const visit = await visitOf(c, writing);
    if (!visit?.desk.draft)
        return gonePage(c, wish, visit?.desk ?? null);
    return showAnswers(c, writing, wish, visit.desk, null);
}
/** Every answer on one page; or the first page that something is missing on. */
export async function showAnswers(c, { sending }, wish, desk, why) {
    const { draft } = desk;
    if (!draft)
        return gonePage(c, wish, desk);
    const elsewhere = await insteadOf(c, wish, draft);
    if (elsewhere)
        return elsewhere;
    const now = sending.clock();
    const book = await sending.hub.addressBook();
    const open = firstMissing(draft) ?? (book && firstUncovered(draft, book, now));
    if (open)
        return c.redirect(stepPath(wish.language, open), 303);
    const notices = [why?.name ?? null, sealedNotice(desk, draft)].flatMap((name) => name ? [notice(wish.language, name)] : []);
    const deliveries = book && deliveriesOf(draft, book, now);
    return c.html(checkPage(wish, draft, notices, hashOf(draft), deliveries), why?.status ?? 200);
}
function sealedNotice(desk, draft) {
    if (sentFrom(desk))
        return "sealedAlready";
    return desk.sent.some(({ draftId }) => draftId === draft.id) ? "changedAfter" : null;
}
//# sourceMappingURL=report-routes.js.map