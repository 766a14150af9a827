// Wires the inbox: settings, pool, door.

import { commonSettings, type Environment, numberSetting } from "../config.ts";
import { log } from "../http/log.ts";
import { listen } from "../http/server.ts";
import { checkDatabase, connect } from "../pg/db.ts";
import { versionOf } from "../pg/migrate.ts";
import { inboxApp } from "./routes.ts";
import { inboxSettings } from "./settings.ts";

/** Starts the inbox from its environment: INBOX_CONFIG, INBOX_MAX_BYTES and what every room needs. */
export async function startInbox(env: Environment): Promise<{ close(): Promise<void> }> {
  const { server, databaseUrl, poolSize } = commonSettings(env);
  const settings = inboxSettings(env);
  const bodyMax = numberSetting(env, "INBOX_MAX_BYTES", { fallback: 75_000_000, least: 1000 });
  const db = connect(databaseUrl, { max: poolSize, name: `framme-inbox ${settings.id}` });
  await checkDatabase(db, await versionOf("inbox"));
  const deps = { db, clock: Date.now, publicOrigin: server.publicOrigin, keys: settings.keys, bodyMax };
  const listening = await listen(inboxApp(deps), server);
  log.info({ event: "inbox.started", id: settings.id, services: settings.services.map((one) => one.id) });
  return {
    close: async () => {
      await listening.close();
      await db.close();
    },
  };
}
