// Starts the portal as a process of its own. It keeps nothing, so it needs no database: only the hub's address.

import { type Environment, numberSetting, refusePlainHttp, serverSettings, setting } from "../config.ts";
import { overTheNetwork } from "../http/client.ts";
import { log } from "../http/log.ts";
import { listen } from "../http/server.ts";
import { hubAt } from "./hub.ts";
import { portalApp } from "./routes.ts";

/** Starts the portal from its environment: HUB_URL, RATE_FOLLOW_PER_MINUTE, and where it listens. */
export async function startPortal(env: Environment): Promise<{ close(): Promise<void> }> {
  const server = serverSettings(env);
  const hubUrl = refusePlainHttp(setting(env, "HUB_URL"), "HUB_URL").origin;
  const followsPerMinute = numberSetting(env, "RATE_FOLLOW_PER_MINUTE", { fallback: 10, least: 1 });
  const hub = hubAt({ url: hubUrl, fetch: overTheNetwork, clock: Date.now });
  const demo = env.FRAMME_DEMO === "1";
  const { publicOrigin } = server;
  const listening = await listen(
    portalApp({ hub, clock: Date.now, publicOrigin, demo, followsPerMinute, forgetReminder: null }),
    server,
  );
  log.info({ event: "portal.started" });
  return { close: () => listening.close() };
}
