// What every page of every room answers with: a content policy that lets nothing in but our own files, no trace
// in caches, search engines or other sites, and no form sent from elsewhere.
import { csrf } from "hono/csrf";
import { secureHeaders } from "hono/secure-headers";
const self = ["'self'"];
const none = ["'none'"];
/** Adds the headers and the guard against foreign forms. */
export function protectPages(app, { publicOrigin, isSecretive, formTargets = [] }) {
    // Added before the rest, so that it has the last word on an answer.
    app.use(async (c, next) => {
        await next();
        c.header("X-Robots-Tag", "noindex, nofollow");
        if (!c.res.headers.has("Cache-Control"))
            c.header("Cache-Control", "no-store");
        if (isSecretive(c.req.path))
            c.header("Referrer-Policy", "no-referrer");
    });
    app.use(secureHeaders({
        contentSecurityPolicy: {
            defaultSrc: none,
            styleSrc: self,
            fontSrc: self,
            // The design system draws its icons from data: in its stylesheet.
            imgSrc: ["'self'", "data:"],
            formAction: [...self, ...formTargets],
            baseUri: none,
            frameAncestors: none,
        },
        xFrameOptions: "DENY",
        // Under no-referrer a browser sends `Origin: null` with our own forms. Other sites are told nothing by this either.
        referrerPolicy: "same-origin",
        permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
    }));
    app.use(csrf({
        origin: (origin, c) => origin === publicOrigin || (isSecretive(c.req.path) && isFromOldBrowser(origin, c)),
    }));
}
/** A browser too old to say where a form comes from. One that does say is held to it. */
function isFromOldBrowser(origin, c) {
    return origin === "null" && c.req.header("sec-fetch-site") === undefined;
}
//# sourceMappingURL=protect.js.map