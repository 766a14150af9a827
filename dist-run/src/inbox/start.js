// Wires the inbox: settings, pool, doors. Without an identity provider it has no pages and only takes case-system traffic.
import { commonSettings, loginSettings, numberSetting, } from "../config.js";
import { log } from "../http/log.js";
import { openLogin } from "../http/login.js";
import { listen } from "../http/server.js";
import { checkDatabase, connect } from "../pg/db.js";
import { versionOf } from "../pg/migrate.js";
import { cookieOf, openSessions } from "../web/session.js";
import { inboxApp } from "./routes.js";
import { inboxSettings } from "./settings.js";
import { startWorker } from "./worker.js";
/** A session that nobody uses is over within the hour, and every one within a working day. */
const ages = { idleMs: 60 * 60_000, mostMs: 10 * 60 * 60_000 };
/** Starts the inbox from its environment: INBOX_CONFIG, INBOX_MAX_BYTES, OIDC_* and what every room needs. */
export async function startInbox(env) {
    const { server, databaseUrl, poolSize, demo } = commonSettings(env);
    const settings = inboxSettings(env);
    const bodyMax = numberSetting(env, "INBOX_MAX_BYTES", { fallback: 75_000_000, least: 1000 });
    const { publicOrigin } = server;
    const oidc = loginSettings(env, publicOrigin);
    const db = connect(databaseUrl, { max: poolSize, name: `framme-inbox ${settings.id}` });
    await checkDatabase(db, await versionOf("inbox"));
    const people = oidc && peopleAt(db, publicOrigin, oidc, settings.services, demo);
    const deps = { db, clock: Date.now, publicOrigin, keys: settings.keys, bodyMax, people };
    const listening = await listen(inboxApp(deps), server);
    const worker = startWorker(db, ages, Date.now);
    const services = settings.services.map((one) => one.id);
    const pages = people ? "served" : "none: OIDC_ISSUER is not set";
    log.info({ event: "inbox.started", id: settings.id, services, pages });
    return {
        close: async () => {
            await listening.close();
            await worker.stop();
            await db.close();
        },
    };
}
function peopleAt(db, publicOrigin, oidc, services, demo) {
    const sessions = openSessions({ db, ...cookieOf("inbox", publicOrigin), ...ages, clock: Date.now });
    const login = openLogin({ ...oidc, clock: Date.now });
    return { sessions, login, services, formTargets: oidc.origins, demo };
}
//# sourceMappingURL=start.js.map