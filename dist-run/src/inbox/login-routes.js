// Logging in to the inbox and out of it. What comes of a login has a page of its own each time, and the page that was
// asked for before it is come back to after it.
import { log } from "../http/log.js";
import { loggedOutPage, problemPage, startPage } from "./pages/problem.js";
import { paths, returnPath } from "./paths.js";
const statusFor = {
    refused: 403,
    "too-low": 403,
    expired: 400,
    "not-reached": 503,
};
export function loginRoutes(app, deps) {
    const { sessions, login, demo } = deps;
    app.get(paths.start, async (c) => {
        const session = await sessions.read(c);
        return session?.data.person ? c.redirect(paths.list, 303) : c.html(startPage(demo));
    });
    app.get(paths.login, async (c) => {
        const to = returnPath(c.req.query("til"));
        const session = await sessions.read(c);
        if (session?.data.person)
            return c.redirect(to, 303);
        const { url, pending } = await login.begin();
        const visit = { person: null, since: 0, idToken: null, pending: { ...pending, to } };
        await (session ? sessions.write(session, visit) : sessions.begin(c, visit));
        return c.redirect(url, 303);
    });
    app.get(paths.callback, (c) => comeBack(c, deps));
    app.post(paths.logout, async (c) => {
        const idToken = (await sessions.read(c))?.data.idToken ?? null;
        await sessions.end(c);
        const here = new URL(paths.loggedOut, deps.publicOrigin).href;
        return c.redirect((idToken && (await login.endUrl(idToken, here))) ?? here, 303);
    });
    app.get(paths.loggedOut, (c) => c.html(loggedOutPage(demo)));
}
async function comeBack(c, deps) {
    const { sessions, login, clock, demo } = deps;
    const session = await sessions.read(c);
    // Whoever goes back in the browser's history after a login is in already.
    if (session?.data.person)
        return c.redirect(paths.list, 303);
    const pending = session?.data.pending ?? null;
    const outcome = await login.finish(pending, c.req.url);
    if (outcome.is !== "in" || !session || !pending) {
        await sessions.end(c);
        const is = outcome.is === "in" ? "expired" : outcome.is;
        return c.html(problemPage(demo, `login-${is}`), statusFor[is]);
    }
    const { person, idToken } = outcome;
    await sessions.renew(c, session, { person, since: clock(), idToken, pending: null });
    log.info({ event: "inbox.logged-in", service: person.actsFor?.service ?? null });
    return c.redirect(pending.to, 303);
}
//# sourceMappingURL=login-routes.js.map