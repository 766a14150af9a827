// What a run of `framme send` stands on: the sender's keys and database, the hub's pinned key, and what the hub
// publishes, asked for once and again when it is a minute old.
import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { Problem, refuse } from "../core/problem.js";
import { keyIdOf } from "../core/signature.js";
import { overTheNetwork } from "../http/client.js";
import { checkDatabase, connect } from "../pg/db.js";
import { versionOf } from "../pg/migrate.js";
import { fetchBook, fetchKeys, pinnedIn, refuseOtherHub } from "../outbox/published.js";
import { privateKeyIn, warnIfOpen } from "./hub.js";
import { note } from "./output.js";
import { senderSettings } from "./settings.js";
const freshMs = 60_000;
/** Reads the settings and keys, and opens the sender's database. Refuses with what is missing. */
export async function openRun(wish, env) {
    const settings = await senderSettings(wish, env);
    const privateKey = await privateKeyIn(settings.keyFile);
    const identity = { caller: settings.submitter, keyId: keyIdOf(privateKey), privateKey };
    const secret = await secretIn(settings.secretFile);
    const keys = pinnedIn(await readFile(settings.hubPublicKeyFile, "utf8")) ??
        refuse("key.not-usable", `${settings.hubPublicKeyFile}: it must hold public keys and no other`);
    const db = connect(settings.databaseUrl, { name: "framme-send" });
    await checkDatabase(db, await versionOf("outbox"));
    const told = new Set();
    const hub = { url: new URL(settings.hubUrl).origin, keys };
    const run = {
        sender: { db, fetch: overTheNetwork, clock: Date.now, hub, identity },
        secret,
        maxBytes: wish.maxBytes,
        patienceMs: wish.timeoutMs,
        published: remembered(() => patiently(run, () => publishedBy(settings, keys))),
        say: (text) => {
            if (!told.has(text))
                note(text);
            told.add(text);
        },
    };
    return run;
}
/** The address book of the hub that was pinned, and of no other. */
async function publishedBy({ hubUrl }, pinned) {
    const { origin } = new URL(hubUrl);
    const [book, keys] = await Promise.all([
        fetchBook(overTheNetwork, origin),
        fetchKeys(overTheNetwork, origin),
    ]);
    refuseOtherHub(keys, pinned);
    return { book, print: keys.print };
}
/** One question at a time, and the answer for a minute; a failure is for all who waited for it. */
function remembered(ask) {
    let answer = null;
    let askedAt = 0;
    return () => {
        if (!answer || Date.now() - askedAt > freshMs) {
            askedAt = Date.now();
            answer = ask();
        }
        return answer;
    };
}
async function patiently(run, ask) {
    const until = Date.now() + run.patienceMs;
    for (;;) {
        try {
            return await ask();
        }
        catch (error) {
            const isAway = error instanceof Problem && error.code === "hub.not-reached";
            if (!isAway || Date.now() > until)
                throw notKept(run, error, isAway);
            await wait(500);
        }
    }
}
/** Without the service's certificate nothing can be sealed, and so nothing is kept: the sender must know that. */
function notKept(run, error, isAway) {
    if (!isAway)
        return error;
    run.patienceMs = 0;
    return new Problem("hub.not-reached", "nothing was sealed or sent: run the same command again");
}
async function secretIn(path) {
    await warnIfOpen(path);
    const secret = Buffer.from((await readFile(path, "utf8")).trim());
    return secret.length >= 32
        ? secret
        : refuse("config.bad", `SENDER_SECRET_FILE: ${path} is too short to be a secret`);
}
//# sourceMappingURL=send-run.js.map