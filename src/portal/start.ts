// Starts the portal as a process of its own: its door, its two databases, and the worker that goes on sending when the
// people have left.

import {
  commonSettings,
  databaseSetting,
  type Environment,
  loginSettings,
  numberSetting,
} from "../config.ts";
import { overTheNetwork } from "../http/client.ts";
import { log } from "../http/log.ts";
import { openLogin } from "../http/login.ts";
import { rateOf } from "../http/rate.ts";
import { listen } from "../http/server.ts";
import { checkDatabase, connect, type Db } from "../pg/db.ts";
import { versionOf } from "../pg/migrate.ts";
import { cookieOf, openSessions } from "../web/session.ts";
import { gatewaysOf, kindsOf } from "./gateways.ts";
import { hubAt } from "./hub.ts";
import { hubLogAt } from "./hub-log.ts";
import { logSettings } from "./log-settings.ts";
import { forgetReminder } from "./reminder.ts";
import { portalApp } from "./routes.ts";
import type { Sending } from "./sending.ts";
import { type PortalSession, sessionAges } from "./session.ts";
import { portalSettings } from "./settings.ts";
import { startWorker } from "./worker.ts";

/** How long somebody who has pressed «Send» waits for the hub. */
const patienceMs = 5_000;

/**
 * Starts the portal from its environment: DATABASE_URL, OUTBOX_DATABASE_URL, what it sends by (`portalSettings`), OIDC_*,
 * HUB_LOG_ORIGIN, WITNESSES_FILE, SMTP_URL, MAIL_FROM, SMS_URL, RATE_FOLLOW_PER_MINUTE, RATE_DRAFTS_PER_MINUTE, and where it listens.
 */
export async function startPortal(env: Environment): Promise<{ close(): Promise<void> }> {
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
  const hubLog = hubLogAt({ url: at.url, fetch, clock, ...logSettings(env, at) });
  const hub = hubAt({ url: at.url, fetch, clock, pinned: at.keys, identity });
  const sending: Sending = { db, sender, secret, hub, clock, patienceMs };
  const sessions = openSessions<PortalSession>({
    db,
    ...cookieOf("portal", publicOrigin),
    ...sessionAges,
    clock,
  });
  const app = portalApp({
    hub,
    log: hubLog,
    clock,
    publicOrigin,
    demo,
    followsPerMinute,
    forgetReminder: (trackingHash) => forgetReminder({ db, secret }, trackingHash),
    formTargets: loginWish?.origins ?? [],
    writing: {
      sending,
      log: hubLog,
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

async function opened(url: string, room: "portal" | "outbox", max: number): Promise<Db> {
  const db = connect(url, { max, name: `framme-portal ${room}` });
  await checkDatabase(db, await versionOf(room));
  return db;
}
