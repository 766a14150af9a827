// Wires the receiver: settings, two pools, each service's source and case system, and the loops. It opens no
// door inwards; only where PORT is set does it say on that port that it is alive.

import { readFileSync } from "node:fs";
import { databaseSetting, type Environment, numberSetting, serverSettings } from "../config.ts";
import { refuse } from "../core/problem.ts";
import { type Fetch, overTheNetwork } from "../http/client.ts";
import { log } from "../http/log.ts";
import { listen } from "../http/server.ts";
import { checkDatabase, connect } from "../pg/db.ts";
import { versionOf } from "../pg/migrate.ts";
import { type CaseSystems, caseSystems } from "./case-system/connect.ts";
import type { Room, ServedService, Source } from "./room.ts";
import { receiverApp } from "./routes.ts";
import { type ReceiverSettings, receiverSettings, type ServiceSettings } from "./settings.ts";
import { startWorker, usualPace } from "./worker.ts";

/** Starts the receiver from its environment: RECEIVER_CONFIG, DATABASE_URL, DATABASE_POOL, READ_BACK_POOL, AT_ONCE. */
export async function startReceiver(env: Environment): Promise<{ close(): Promise<void> }> {
  const settings = receiverSettings(env);
  const url = databaseSetting(env, "DATABASE_URL");
  const max = numberSetting(env, "DATABASE_POOL", { fallback: 4, least: 1, most: 100 });
  const readBackMax = numberSetting(env, "READ_BACK_POOL", { fallback: 2, least: 1, most: 100 });
  const atOnce = numberSetting(env, "AT_ONCE", { fallback: usualPace.atOnce, least: 1, most: 256 });
  const server = env.PORT ? serverSettings(env) : null;
  const db = connect(url, { max, name: `framme-receiver ${settings.id}` });
  const readBack = connect(url, { max: readBackMax, name: `framme-receiver ${settings.id} read back` });
  await checkDatabase(db, await versionOf("receiver"));
  const systems = caseSystems(overTheNetwork, Date.now);
  const services = settings.services.map((one) => serve(settings, one, systems, overTheNetwork, Date.now));
  const room: Room = { db, readBack, clock: Date.now, services, software: softwareName(), ...limits };
  const listening = server ? await listen(receiverApp(), server) : null;
  const worker = startWorker(room, { ...usualPace, atOnce });
  log.info({ event: "receiver.started", id: settings.id, services: services.map((service) => service.id) });
  return {
    close: async () => {
      await listening?.close();
      await worker.stop();
      await Promise.all([db.close(), readBack.close(), systems.close()]);
    },
  };
}

/** Waits and sizes that have not needed a setting. */
export const limits = { flushWaitMs: 5000, contentMax: 50_000_000 };

/** A served service out of its settings, with the road and the clock it is to use. */
export function serve(
  settings: ReceiverSettings,
  service: ServiceSettings,
  systems: CaseSystems,
  fetch: Fetch,
  clock: () => number,
): ServedService {
  const identity = { caller: `service:${service.id}`, ...service.receiptKey };
  const { id, name, encryption, receiptKey, since } = service;
  const source: Source =
    service.source.kind === "svarinn"
      ? { ...service.source, pollEveryMs: service.source.pollSeconds * 1000, fetch }
      : { kind: "hub", ...(settings.hub ?? refuse("config.bad", "hub")), identity, fetch, clock };
  const caseSystem = systems.of(service.caseSystem, identity);
  return { id, name, encryption, receiptKey, source, caseSystem, since };
}

function softwareName(): string {
  const file = new URL("../../../package.json", import.meta.url);
  const { name, version } = JSON.parse(readFileSync(file, "utf8")) as { name: string; version: string };
  return `${name} ${version}`;
}
