// Starts the hub as a process of its own: settings, a database that can be trusted with reports, the first keys,
// the door and the worker. Anything that is not as it must be stops it here, before a report is promised.
import { createPrivateKey, createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { commonSettings, fileSetting, numberSetting, refuseSetting, setting } from "../config.js";
import { refuse } from "../core/problem.js";
import { keyIdOf } from "../core/signature.js";
import { listen } from "../http/server.js";
import { checkDatabase, connect } from "../pg/db.js";
import { versionOf } from "../pg/migrate.js";
import { jsonOrNull, valueOrNull } from "../wire/foreign.js";
import { bootstrap } from "./bootstrap.js";
import { makeHub, usualLimits } from "./hub.js";
import { hubApp } from "./routes.js";
import { durability } from "./store.js";
import { startWorker } from "./worker.js";
/** Starts the hub with these settings. Resolves when it listens. */
export async function startHub(env) {
    const { server, databaseUrl, poolSize } = commonSettings(env);
    const id = setting(env, "HUB_ID", "hub");
    const privateKey = hubKeyIn(env);
    const people = peopleIn(env);
    const limits = limitsIn(env);
    const db = connect(databaseUrl, { max: poolSize, name: "framme-hub" });
    let isUp = false;
    try {
        await checkDatabase(db, await versionOf("hub"));
        await checkDurable(db);
        await bootstrap(db, privateKey, people, Date.now());
        const key = { keyId: keyIdOf(privateKey), privateKey };
        const hub = makeHub({ db, clock: Date.now, id, key, origin: server.publicOrigin, limits });
        const running = await open(hub, server);
        isUp = true;
        return running;
    }
    finally {
        if (!isUp)
            await db.close();
    }
}
async function open(hub, server) {
    const listening = await listen(hubApp(hub), server);
    const worker = startWorker(hub);
    return {
        close: async () => {
            hub.waiting.close();
            await listening.close();
            await worker.stop();
            await hub.db.close();
        },
    };
}
async function checkDurable(db) {
    const { durable, recovering } = await durability(db.read);
    if (recovering)
        refuse("database.in-recovery");
    if (!durable)
        refuse("database.not-durable");
}
function hubKeyIn(env) {
    const pem = fileSetting(env, "HUB_KEY_FILE");
    const key = valueOrNull(() => createPrivateKey(pem));
    return key?.asymmetricKeyType === "ed25519"
        ? key
        : refuseSetting("HUB_KEY_FILE", "it must hold an Ed25519 private key in PEM; make one with `framme keys new`");
}
/** `[{ id: "person:kari", name, publicKeyFile }]`; none when the setting is not there. */
function peopleIn(env) {
    if (!env.HUB_PEOPLE_FILE)
        return [];
    const listed = jsonOrNull(Buffer.from(fileSetting(env, "HUB_PEOPLE_FILE")));
    if (!Array.isArray(listed))
        return refuseSetting("HUB_PEOPLE_FILE", "it must hold a JSON list of people");
    return listed.map((entry) => {
        const { id, name, publicKeyFile } = (entry ?? {});
        const isPerson = typeof id === "string" && /^person:[a-z0-9-]{1,60}$/.test(id) && typeof name === "string";
        if (!isPerson || typeof publicKeyFile !== "string")
            return refuseSetting("HUB_PEOPLE_FILE", "each person needs id (person:…), name and publicKeyFile");
        const publicKey = valueOrNull(() => createPublicKey(readFileSync(publicKeyFile)));
        if (publicKey?.asymmetricKeyType !== "ed25519")
            return refuseSetting("HUB_PEOPLE_FILE", `${publicKeyFile} is not a readable Ed25519 public key`);
        return { id: id, name: name, publicKey };
    });
}
function limitsIn(env) {
    const number = (name, fallback) => numberSetting(env, name, { fallback, least: 1 });
    return {
        reportBytes: number("REPORT_MAX_BYTES", usualLimits.reportBytes),
        reportsPerMinute: number("RATE_REPORTS_PER_MINUTE", usualLimits.reportsPerMinute),
        followsPerMinute: number("RATE_FOLLOW_PER_MINUTE", usualLimits.followsPerMinute),
        requestsPerMinute: number("RATE_REQUESTS_PER_MINUTE", usualLimits.requestsPerMinute),
    };
}
//# sourceMappingURL=start.js.map