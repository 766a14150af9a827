import { jsx as _jsx } from "hono/jsx/jsx-runtime";
import { emergencyServiceFor } from "../core/area.js";
import { Problem } from "../core/problem.js";
import { isOfficeHours } from "../core/schedule.js";
import { trackingHashOf } from "../core/tracking.js";
import { shownField } from "./form/pages/check.js";
import { formPaths } from "./form/steps.js";
import { firstMissing } from "./form/way.js";
import { eraseIfAccepted } from "./forget.js";
import { changeDesk, sentFrom } from "./keep-draft.js";
import { erasedPage } from "./pages/begin.js";
import { contactErrors, contactField, ReminderForm, ReminderIsKept } from "./pages/reminder.js";
import { sentPage } from "./pages/sent.js";
import { paths, postPaths } from "./paths.js";
import { receiptPdf } from "./receipt-pdf.js";
import { isAccepted, stateOf } from "./receipts.js";
import { keepReminder } from "./reminder.js";
import { needsLogin, showAnswers } from "./report-routes.js";
import { sendPaths } from "./send-paths.js";
import { codeOf, postSoon } from "./sending.js";
import { submit } from "./submit.js";
import { answersIn, gonePage, visitOf } from "./visit-routes.js";
/** Adds the addresses of sending in one language. */
export function sentRoutes(app, writing, language) {
    const wish = { language, demo: writing.demo };
    app.post(formPaths.send[language], (c) => send(c, writing, wish));
    app.get(sendPaths.sent[language], (c) => sent(c, writing, wish));
    app.post(sendPaths.sent[language], (c) => tryNow(c, writing, wish));
    app.get(sendPaths.receiptPdf[language], (c) => asPdf(c, writing, wish));
    app.get(sendPaths.receiptJson[language], (c) => asJson(c, writing, wish));
    app.post(postPaths.reminder[language], (c) => remind(c, writing, wish));
    app.post(formPaths.erase[language], (c) => erase(c, writing, wish));
    app.get(sendPaths.erased[language], async (c) => {
        const visit = await visitOf(c, writing);
        return c.html(erasedPage(wish, (visit?.desk.sent.length ?? 0) > 0));
    });
    // Whoever reloads or writes the address of what is only posted to.
    for (const path of [formPaths.send, formPaths.erase, postPaths.reminder])
        app.get(path[language], (c) => c.redirect(formPaths.before[language], 303));
}
async function send(c, writing, wish) {
    const { sending } = writing;
    const toSent = sendPaths.sent[wish.language];
    const shown = (await answersIn(c)).get(shownField) ?? "";
    const visit = await visitOf(c, writing);
    if (!visit)
        return gonePage(c, wish, null);
    const { session, desk } = visit;
    // Pressed once more after the receipt has come: the answers are erased, and the page is there.
    if (!desk.draft)
        return desk.sent.length > 0 ? c.redirect(toSent, 303) : gonePage(c, wish, desk);
    if (desk.draft.who === null || needsLogin(desk.draft) || firstMissing(desk.draft))
        return showAnswers(c, writing, wish, desk, null);
    const submitted = await submit(sending, session, shown);
    if (submitted.is === "kept")
        return c.redirect(toSent, 303);
    const now = await visitOf(c, writing);
    if (!now?.desk.draft)
        return now?.desk.sent.length ? c.redirect(toSent, 303) : gonePage(c, wish, desk);
    const why = submitted.is === "changed"
        ? { name: "changedElsewhere", status: 409 }
        : { name: "notSealed", status: 503 };
    return showAnswers(c, writing, wish, now.desk, why);
}
/** What can be said when a report could not be sealed; null: it was something else. The answers are all there. */
export async function notSealedPage(c, writing, language, error) {
    if (!(error instanceof Problem) || c.req.path !== formPaths.send[language])
        return null;
    const isLong = error.code === "report.too-large";
    if (!isLong && !/^(key|service)\./.test(error.code))
        return null;
    const visit = await visitOf(c, writing);
    if (!visit)
        return null;
    const why = isLong
        ? { name: "tooLarge", status: 413 }
        : { name: "cannotSeal", status: 503 };
    return showAnswers(c, writing, { language, demo: writing.demo }, visit.desk, why);
}
/** Every report of the session that was sealed, newest first. */
async function shownOf({ sending }, { desk }) {
    const now = sending.clock();
    const states = await Promise.all(desk.sent.map((report) => stateOf(sending.sender, report, now)));
    return states
        .flatMap((state) => (state ? [{ ...state, code: codeOf(sending, state.report) }] : []))
        .toReversed();
}
async function sent(c, writing, wish) {
    const visit = await visitOf(c, writing);
    if (!visit)
        return gonePage(c, wish, null);
    const report = sentFrom(visit.desk);
    if (report)
        await eraseIfAccepted(writing.sending, visit.session.id, report.deliveries.map(({ id }) => id));
    return showSent(c, writing, wish, visit, null);
}
async function showSent(c, writing, wish, visit, typed) {
    const { sending } = writing;
    const reports = await shownOf(writing, visit);
    const book = await sending.hub.addressBook();
    const now = sending.clock();
    const page = sentPage(wish, {
        reports,
        now,
        isClosed: !isOfficeHours(now),
        emergencyFor: (municipality) => book && emergencyServiceFor(book, municipality, now),
        reminder: reports[0] ? reminderPart(writing, wish, visit, reports[0], typed) : null,
        errors: typed?.errors ?? [],
    });
    return c.html(page, typed ? 400 : 200);
}
function reminderPart({ kinds }, { language }, { session }, { report }, typed) {
    const { reminded } = session.data;
    if (reminded?.draftId === report.draftId)
        return _jsx(ReminderIsKept, { language: language, dueAt: reminded.dueAt });
    const errors = typed?.errors ?? [];
    return _jsx(ReminderForm, { language: language, kinds: kinds, errors: errors, typed: typed?.text ?? "" });
}
/** Posts what the hub has not taken yet, while the person waits. */
async function tryNow(c, writing, wish) {
    const visit = await visitOf(c, writing);
    if (!visit)
        return gonePage(c, wish, null);
    const waiting = (await shownOf(writing, visit)).flatMap(({ deliveries }) => deliveries.flatMap(({ is, delivery }) => (is === "kept" ? [delivery.id] : [])));
    await postSoon(writing.sending, waiting);
    return c.redirect(sendPaths.sent[wish.language], 303);
}
async function remind(c, writing, wish) {
    const { sending, sessions, kinds } = writing;
    const contact = (await answersIn(c)).get(contactField) ?? "";
    const visit = await visitOf(c, writing);
    if (!visit)
        return gonePage(c, wish, null);
    const newest = (await shownOf(writing, visit))[0];
    const trackingHash = newest && isAccepted(newest) ? trackingHashOf(newest.code) : null;
    if (!newest || !trackingHash)
        return c.redirect(sendPaths.sent[wish.language], 303);
    const { draftId, at: sentAt } = newest.report;
    const { db, secret } = sending;
    const language = wish.language;
    const kept = await keepReminder({ db, secret, kinds }, { trackingHash, contact, language, sentAt });
    if (kept.is === "wrong")
        return showSent(c, writing, wish, visit, { text: contact, errors: contactErrors(language, kept.error) });
    await sessions.write(visit.session, { ...visit.session.data, reminded: { draftId, dueAt: kept.dueAt } });
    return c.redirect(sendPaths.sent[language], 303);
}
async function erase(c, writing, wish) {
    const { sending } = writing;
    const visit = await visitOf(c, writing);
    if (visit)
        await changeDesk(sending.db, visit.session, sending.clock(), (desk) => ({
            desk: { ...desk, draft: null },
            answer: null,
        }));
    return c.redirect(sendPaths.erased[wish.language], 303);
}
/** The report that was asked for by its number, counted from the oldest; the newest without one. */
async function asked(c, writing) {
    const visit = await visitOf(c, writing);
    const reports = visit ? (await shownOf(writing, visit)).toReversed() : [];
    const number = Number(c.req.query("nr") ?? reports.length);
    return reports[number - 1] ?? null;
}
/** Nobody else's page may hold what comes here, and a browser saves it under a name that tells nothing. */
function download(c, name, type) {
    c.header("Content-Type", type);
    c.header("Content-Disposition", `attachment; filename="${name}"`);
}
async function asPdf(c, writing, wish) {
    const report = await asked(c, writing);
    const stored = acceptedIn(report);
    if (!report || stored.length === 0)
        return gonePage(c, wish, null);
    const bytes = await receiptPdf({
        language: wish.language,
        code: report.code,
        followAddress: writing.publicOrigin + paths.follow[wish.language],
        madeAt: writing.sending.clock(),
        all: report.deliveries.length,
        stored: stored.map(({ reportId, at }) => ({ id: reportId, at: Date.parse(at) })),
    });
    download(c, "kvittering.pdf", "application/pdf");
    return c.body(new Uint8Array(bytes));
}
async function asJson(c, writing, wish) {
    const report = await asked(c, writing);
    const receipts = acceptedIn(report);
    if (!report || receipts.length === 0)
        return gonePage(c, wish, null);
    download(c, "kvittering.json", "application/json");
    // As they are signed: a check of the signature takes these very fields.
    const followAt = writing.publicOrigin + paths.follow[wish.language];
    return c.body(JSON.stringify({ trackingCode: report.code, followAt, receipts, howToCheck }, null, 2));
}
/** For whoever wants to check a receipt without us. */
const howToCheck = "Each receipt is signed with Ed25519 by the key of the hub that its field key names: docs/protocol.md in Framme says which bytes are signed, and where the hub publishes its keys and its ledger.";
function acceptedIn(report) {
    return (report?.deliveries ?? []).flatMap((state) => (state.is === "accepted" ? [state.receipt] : []));
}
//# sourceMappingURL=sent-routes.js.map