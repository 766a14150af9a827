// The first page of a demonstration, served by the starter itself: it is gone when the starter is. It listens on this
// machine only, for it shows the demo's password.
import { Hono } from "hono";
import { listen } from "../http/server.js";
import { serveAssets } from "../web/assets.js";
import { protectPages } from "../web/protect.js";
import { demoPage, noSuchPage } from "./demo-page.js";
import { demoServices } from "./demo-places.js";
import { demoUsers } from "./identity-users.js";
import { originOf } from "./room-settings.js";
/** Serves the page on its port until it is closed. Its text is drawn once: nothing on it changes. */
export async function startDemoSite(ports) {
    const publicOrigin = originOf(ports.start);
    const server = { host: "127.0.0.1", port: ports.start, publicOrigin, tls: null };
    return listen(demoSite(ports), server);
}
/** The page as an HTTP app. */
export function demoSite(ports) {
    const rooms = {
        portal: originOf(ports.portal),
        inbox: originOf(ports.inbox),
        identity: originOf(ports.identity),
        postbox: originOf(ports.postbox),
        hub: originOf(ports.hub),
    };
    const page = demoPage({ rooms, users: demoUsers, services: demoServices });
    const app = new Hono();
    protectPages(app, { publicOrigin: originOf(ports.start), isSecretive: () => false });
    serveAssets(app);
    app.get("/", (c) => c.html(page));
    app.get("/health", (c) => c.json({ ok: true }));
    app.notFound((c) => c.html(noSuchPage(), 404));
    return app;
}
//# sourceMappingURL=demo-site.js.map