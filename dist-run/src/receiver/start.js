// Wires the receiver: settings, two pools, each service's source and case system, and the loops. It opens no
// door inwards; only where PORT is set does it say on that port that it is alive.
import { readFileSync } from "node:fs";
import { databaseSetting, numberSetting, serverSettings } from "../config.js";
import { refuse } from "../core/problem.js";
import { overTheNetwork } from "../http/client.js";
import { log } from "../http/log.js";
import { listen } from "../http/server.js";
import { checkDatabase, connect } from "../pg/db.js";
import { versionOf } from "../pg/migrate.js";
import { caseSystems } from "./case-system/connect.js";
import { receiverApp } from "./routes.js";
import { receiverSettings } from "./settings.js";
import { startWorker, usualPace } from "./worker.js";
/** Starts the receiver from its environment: RECEIVER_CONFIG, DATABASE_URL, DATABASE_POOL, READ_BACK_POOL, AT_ONCE. */
export async function startReceiver(env) {
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
    const room = { db, readBack, clock: Date.now, services, software: softwareName(), ...limits };
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
export function serve(settings, service, systems, fetch, clock) {
    const identity = { caller: `service:${service.id}`, ...service.receiptKey };
    const { id, name, encryption, receiptKey } = service;
    const source = service.source.kind === "svarinn"
        ? { ...service.source, pollEveryMs: service.source.pollSeconds * 1000, fetch }
        : { kind: "hub", ...(settings.hub ?? refuse("config.bad", "hub")), identity, fetch, clock };
    return { id, name, encryption, receiptKey, source, caseSystem: systems.of(service.caseSystem, identity) };
}
function softwareName() {
    const file = new URL("../../../package.json", import.meta.url);
    const { name, version } = JSON.parse(readFileSync(file, "utf8"));
    return `${name} ${version}`;
}
//# sourceMappingURL=start.js.map