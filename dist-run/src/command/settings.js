// Where the commands find the hub, the sender's own things and the people: in the environment, or in the
// demo.json of a demonstration (--data-dir, else ./var when it is there and nothing is set).
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { refuseSetting, refusePlainHttp, setting } from "../config.js";
import { refuse } from "../core/problem.js";
import { jsonOrNull } from "../wire/foreign.js";
/** The demonstration in a folder, or null when there is none. */
export async function demoIn(folder) {
    const path = resolve(folder, "demo.json");
    if (!existsSync(path))
        return null;
    const read = jsonOrNull(await readFile(path));
    if (!read?.hub || !read.sender || !read.people || !read.databases)
        return refuse("config.bad", `${path} is not one that \`framme start\` wrote: start it again`);
    const { hub, ...sender } = read.sender;
    const at = (file) => resolve(folder, file);
    return {
        folder: resolve(folder),
        portal: read.portal,
        hub: read.hub,
        inbox: read.inbox,
        identity: read.identity,
        sender: {
            ...sender,
            hubUrl: hub,
            hubPublicKeyFile: at(sender.hubPublicKeyFile),
            keyFile: at(sender.keyFile),
            secretFile: at(sender.secretFile),
        },
        people: read.people.map(({ id, keyFile }) => ({ id, keyFile: at(keyFile) })),
        databases: read.databases,
    };
}
/** The demonstration that was asked for; the one in ./var when `name` is not set in the environment; or null. */
export async function demoFor(where, env, name) {
    if (where.dataDir === undefined)
        return env[name] ? null : demoIn("var");
    return ((await demoIn(where.dataDir)) ??
        refuse("config.bad", `there is no demo.json in ${where.dataDir}: run \`framme start --data-dir ${where.dataDir}\``));
}
/** Everything a sender needs. Refuses with `config.bad`, naming the first setting that is missing. */
export async function senderSettings(where, env) {
    const demo = await demoFor(where, env, "HUB_URL");
    if (demo)
        return demo.sender;
    const submitter = setting(env, "SUBMITTER_ID");
    return {
        hubUrl: await hubUrl(where, env),
        hubPublicKeyFile: setting(env, "HUB_PUBLIC_KEY_FILE"),
        submitter: submitter.startsWith("submitter:") ? submitter : `submitter:${submitter}`,
        keyFile: setting(env, "SUBMITTER_KEY_FILE"),
        secretFile: setting(env, "SENDER_SECRET_FILE"),
        databaseUrl: setting(env, "DATABASE_URL"),
    };
}
/** The hub's origin, without a slash at the end. */
export async function hubUrl(where, env) {
    const demo = await demoFor(where, env, "HUB_URL");
    if (!demo && !env.HUB_URL)
        refuseSetting("HUB_URL", "set it to the hub's address, or start a demo: framme start");
    return refusePlainHttp(demo?.hub ?? setting(env, "HUB_URL"), "HUB_URL").origin;
}
/** The file of the hub's pinned public key, or null when none is set. */
export async function hubKeyFile(where, env) {
    const demo = await demoFor(where, env, "HUB_URL");
    return demo?.sender.hubPublicKeyFile ?? env.HUB_PUBLIC_KEY_FILE ?? null;
}
/** The people given as pairs of id and key file; none given: those of the demonstration, or none. */
export async function peopleOf(ids, keyFiles, where, env) {
    if (ids.length !== keyFiles.length)
        return refuse("config.bad", "give one --key FILE for each person, in the same order");
    if (ids.length > 0)
        return ids.map((id, index) => ({
            id: id.startsWith("person:") ? id : `person:${id}`,
            keyFile: keyFiles[index],
        }));
    return (await demoFor(where, env, "HUB_URL"))?.people ?? [];
}
/** The database of a room: of the demonstration asked for, else DATABASE_URL, else of the one in ./var. */
export async function databaseUrlFor(room, where, env) {
    const demo = await demoFor(where, env, "DATABASE_URL");
    if (!demo)
        return setting(env, "DATABASE_URL");
    // By its whole name first: beside `outbox` there is the portal's, `outbox:portal`.
    if (demo.databases[room])
        return demo.databases[room];
    const names = Object.keys(demo.databases).filter((name) => name.startsWith(`${room}:`));
    if (names.length === 1)
        return demo.databases[names[0]];
    const known = Object.keys(demo.databases).join(", ");
    return refuse("config.bad", `say which database: ${known}`);
}
//# sourceMappingURL=settings.js.map