// Logging in to report, and ending the session. Who reports in their work must; others may. What was written moves with
// the session to its new cookie, and no outcome of a login harms it.
import { Problem } from "../core/problem.js";
import { formPaths } from "./form/steps.js";
import { moveDesk } from "./keep-draft.js";
import { loginFailedPage } from "./pages/login.js";
import { paths } from "./paths.js";
import { sendPaths } from "./send-paths.js";
import { newSession } from "./session.js";
import { gonePage, visitOf } from "./visit-routes.js";
const statusFor = {
    refused: 403,
    "too-low": 403,
    expired: 400,
    "not-reached": 503,
};
/** Adds login and logout in one language. */
export function loginRoutes(app, writing, language) {
    const wish = { language, demo: writing.demo };
    app.get(sendPaths.login[language], (c) => logIn(c, writing, wish));
    app.post(sendPaths.logout[language], (c) => logOut(c, writing, wish));
    app.get(sendPaths.logout[language], (c) => c.redirect(paths.start[language], 303));
}
/** Adds the address that the provider sends people back to. It is one for both languages. */
export function callbackRoute(app, writing) {
    app.get("/login/callback", (c) => comeBack(c, writing));
}
/** What can be said when the provider was not there to begin with; null: it was something else. */
export function notReachedPage(c, { demo }, language, error) {
    if (!(error instanceof Problem) || error.code !== "login.not-reached")
        return null;
    return failed(c, { language, demo }, "not-reached");
}
function failed(c, wish, is) {
    return c.html(loginFailedPage(wish, is, formPaths.before[wish.language]), statusFor[is]);
}
async function logIn(c, writing, wish) {
    const { login, sessions } = writing;
    const visit = await visitOf(c, writing);
    if (!visit?.desk.draft)
        return gonePage(c, wish, visit?.desk ?? null);
    if (!login)
        return failed(c, wish, "not-reached");
    const { url, pending } = await login.begin();
    await sessions.write(visit.session, { ...visit.session.data, pending, language: wish.language });
    return c.redirect(url, 303);
}
async function comeBack(c, writing) {
    const { login, sessions, sending, demo } = writing;
    const session = await sessions.read(c);
    const { pending = null, language } = session?.data ?? { ...newSession };
    const wish = { language, demo };
    if (!session || !login)
        return failed(c, wish, "expired");
    // A login is good for one answer, whatever comes of it.
    const before = await sessions.write(session, { ...session.data, pending: null });
    const outcome = await login.finish(pending, c.req.url);
    if (outcome.is !== "in")
        return failed(c, wish, outcome.is);
    const { person, idToken } = outcome;
    const reporter = reporterIn(person);
    // A report must bear a name, and it was for the name that somebody was sent to log in.
    if (!reporter)
        return failed(c, wish, "not-reached");
    const now = sending.clock();
    const kept = { ...before.data, pending: null, idToken };
    await sessions.renew(c, before, kept, (tx, renewed) => moveDesk(tx, before, renewed, now, (desk) => ({
        ...desk,
        draft: desk.draft && { ...desk.draft, login: reporter },
    })));
    return c.redirect(sendPaths.goOn[language], 303);
}
function reporterIn({ name, actsFor }) {
    if (name.trim() === "")
        return null;
    return {
        name,
        organisation: actsFor?.name ?? null,
        organisationNumber: actsFor?.organisationNumber ?? null,
    };
}
/** Ends the session here, and at the provider where there was a login. */
async function logOut(c, writing, wish) {
    const { login, sessions, publicOrigin } = writing;
    const idToken = (await sessions.read(c))?.data.idToken ?? null;
    await sessions.end(c);
    const home = paths.start[wish.language];
    const away = idToken && login ? await login.endUrl(idToken, `${publicOrigin}/`) : null;
    return c.redirect(away ?? home, 303);
}
//# sourceMappingURL=login-routes.js.map