// The reporter's phone and mailbox in a demonstration: takes the mails and text messages that the portal sends, and
// shows them on a page. It runs on this machine only, sends nothing on, and forgets everything when it stops.
import { Hono } from "hono";
import { numberSetting, refuseOutsideDemo, refuseSetting, serverSettings, } from "../config.js";
import { answerError } from "../http/answer.js";
import { jsonBodyOf } from "../http/body.js";
import { log } from "../http/log.js";
import { isLoopback, listen } from "../http/server.js";
import { refuse } from "../core/problem.js";
import { serveAssets } from "../web/assets.js";
import { protectPages } from "../web/protect.js";
import { openMailServer, saidIn } from "./mail-server.js";
import { postboxPage } from "./postbox-page.js";
const mostKept = 200;
const mostBytes = 10_000;
/** Its pages and the gateway for text messages (POST /sms `{ to, text }`), over what has arrived, newest first. */
export function postboxApp(arrived, publicOrigin, clock) {
    const app = new Hono();
    protectPages(app, { publicOrigin, isSecretive: () => false });
    app.onError(answerError);
    serveAssets(app);
    app.get("/health", (c) => c.json({ ok: true }));
    app.get("/", (c) => c.html(postboxPage(arrived)));
    app.post("/sms", async (c) => {
        const { to, text } = (await jsonBodyOf(c, mostBytes)).value;
        if (typeof to !== "string" || typeof text !== "string")
            return refuse("request.bad-shape");
        put(arrived, { kind: "sms", at: clock(), from: "", to, subject: "", text });
        return c.json({}, 202);
    });
    return app;
}
function put(arrived, one) {
    arrived.unshift(one);
    arrived.length = Math.min(arrived.length, mostKept);
}
/** Starts it from its environment: HOST, PORT, PUBLIC_ORIGIN and SMTP_PORT. */
export async function startPostbox(env) {
    refuseOutsideDemo(env, "the postbox");
    const server = serverSettings(env);
    if (!isLoopback(server.host))
        refuseSetting("HOST", "the postbox listens on this machine only (127.0.0.1)");
    const arrived = [];
    const mail = await openMailServer(numberSetting(env, "SMTP_PORT", { least: 0, most: 65_535 }), {
        taken: ({ from, to, raw }) => put(arrived, { kind: "mail", at: Date.now(), from, to, ...saidIn(raw) }),
    });
    const pages = await listen(postboxApp(arrived, server.publicOrigin, Date.now), server);
    log.info({ event: "postbox.started" });
    return {
        close: async () => {
            await pages.close();
            await mail.close();
        },
    };
}
//# sourceMappingURL=postbox.js.map