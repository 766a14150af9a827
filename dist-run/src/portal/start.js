// Starts the portal as a process of its own: its door, its two databases, and the worker that goes on sending when the
// people have left.
import { commonSettings, databaseSetting, loginSettings, numberSetting, } from "../config.js";
import { overTheNetwork } from "../http/client.js";
import { log } from "../http/log.js";
import { openLogin } from "../http/login.js";
import { rateOf } from "../http/rate.js";
import { listen } from "../http/server.js";
import { checkDatabase, connect } from "../pg/db.js";
import { versionOf } from "../pg/migrate.js";
import { cookieOf, openSessions } from "../web/session.js";
import { gatewaysOf, kindsOf } from "./gateways.js";
import { hubAt } from "./hub.js";
import { forgetReminder } from "./reminder.js";
import { portalApp } from "./routes.js";
import { sessionAges } from "./session.js";
import { portalSettings } from "./settings.js";
import { startWorker } from "./worker.js";
/** How long somebody who has pressed «Send» waits for the hub. */
const patienceMs = 5_000;
/**
 * Starts the portal from its environment: DATABASE_URL, OUTBOX_DATABASE_URL, what it sends by (`portalSettings`), OIDC_*,
 * SMTP_URL, MAIL_FROM, SMS_URL, RATE_FOLLOW_PER_MINUTE, RATE_DRAFTS_PER_MINUTE, and where it listens.
 */
export async function startPortal(env) {
    const { server, databaseUrl, poolSize, demo } = commonSettings(env);
    const { publicOrigin } = server;
    const { hub: at, identity, secret } = portalSettings(env);
    const loginWish = loginSettings(env, publicOrigin);
    const gateways = gatewaysOf(env, overTheNetwork);
    const followsPerMinute = numberSetting(env, "RATE_FOLLOW_PER_MINUTE", { fallback: 10, least: 1 });
    const draftsPerMinute = numberSetting(env, "RATE_DRAFTS_PER_MINUTE", { fallback: 30, least: 1 });
    const db = await opened(databaseUrl, "portal", poolSize);
    const outbox = await opened(databaseSetting(env, "OUTBOX_DATABASE_URL"), "outbox", poolSize);
    const clock = Date.now;
    const fetch = overTheNetwork;
    const sender = { db: outbox, fetch, clock, hub: at, identity };
    const hub = hubAt({ url: at.url, fetch, clock, pinned: at.keys, identity });
    const sending = { db, sender, secret, hub, clock, patienceMs };
    const sessions = openSessions({
        db,
        ...cookieOf("portal", publicOrigin),
        ...sessionAges,
        clock,
    });
    const app = portalApp({
        hub,
        clock,
        publicOrigin,
        demo,
        followsPerMinute,
        forgetReminder: (trackingHash) => forgetReminder({ db, secret }, trackingHash),
        formTargets: loginWish?.origins ?? [],
        writing: {
            sending,
            sessions,
            login: loginWish && openLogin({ ...loginWish, clock }),
            publicOrigin,
            demo,
            begins: rateOf(draftsPerMinute),
            kinds: kindsOf(gateways),
        },
    });
    const worker = startWorker(sending, gateways);
    const listening = await listen(app, server);
    // Known from the beginning, so that a report can be sealed also if the hub goes away before anybody has asked.
    await hub.published();
    log.info({ event: "portal.started", login: loginWish !== null });
    return {
        close: async () => {
            await listening.close();
            await worker.close();
            await Promise.all([db.close(), outbox.close()]);
        },
    };
}
async function opened(url, room, max) {
    const db = connect(url, { max, name: `framme-portal ${room}` });
    await checkDatabase(db, await versionOf(room));
    return db;
}
//# sourceMappingURL=start.js.map