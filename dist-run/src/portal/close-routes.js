// The door to ending the following of a report: a form that asks once more, and then closes the code at the hub and
// erases the reminder that belongs to it. Whoever has the code may, as with following; nobody has to log in.
import { trackingHashOf } from "../core/tracking.js";
import { closedPage, closePage, sure, sureField } from "./pages/close.js";
import { codeField } from "./pages/page.js";
import { followPage } from "./pages/follow.js";
import { paths, postPaths } from "./paths.js";
/** Adds the addresses for closing in one language. */
export function closeRoutes(app, deps, language) {
    const { hub, clock, demo, forget, formOf, takeAttempt } = deps;
    const wish = { language, demo };
    const path = postPaths.close[language];
    app.get(path, (c) => c.redirect(paths.follow[language], 303));
    app.post(path, async (c) => {
        const form = await formOf(c);
        const code = form.get(codeField) ?? "";
        if (code.trim() === "")
            return c.html(followPage(wish, code, { is: "empty" }, clock()), 400);
        if (form.get(sureField) !== sure)
            return c.html(closePage(wish, code, null, clock()));
        const seconds = takeAttempt(c);
        const answer = seconds > 0 ? { is: "too-often", seconds } : await hub.close(code);
        if (answer.is === "too-often")
            c.header("Retry-After", String(answer.seconds));
        if (answer.is !== "closed")
            return c.html(closePage(wish, code, answer, clock()), answer.is === "too-often" ? 429 : 503);
        const trackingHash = trackingHashOf(code);
        if (forget && trackingHash)
            await forget(trackingHash);
        return c.html(closedPage(wish));
    });
}
//# sourceMappingURL=close-routes.js.map