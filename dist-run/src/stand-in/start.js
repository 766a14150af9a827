// `framme start`: the whole of Framme on one machine, for trying out. Two PostgreSQL clusters, each room a process
// of its own, demo services and keys. Everything it starts it also stops, whether it got all the way or not; and
// whatever was killed, the next start finds all data again.
import { refuseOutsideDemo, refuseSetting } from "../config.js";
import { connectionsOf, checkGivenServer, givenServers, prepareDatabases, } from "./databases.js";
import { writeDemoFile } from "./demo-json.js";
import { makeKeys } from "./demo-keys.js";
import { demoServices } from "./demo-places.js";
import { startDemoSite } from "./demo-site.js";
import { keepCluster } from "./keep-cluster.js";
import { layoutOf, makeFolders } from "./layout.js";
import { takeLock, watchNpm } from "./lock.js";
import { checkPorts, portsFrom } from "./ports.js";
import { closeOwnDatabases } from "./provision.js";
import { publishDemo, svarInnLogin } from "./publish.js";
import { originOf, receivers, roomsOf } from "./room-settings.js";
import { stopStray } from "./stray.js";
import { keepRunning } from "./supervise.js";
const say = (line) => process.stdout.write(`${line}\n`);
/** Starts everything and resolves when it is up, or when it was told to stop. Refuses with what to do. */
export async function startDemo(wish) {
    refuseOtherSettings(wish.env);
    // A closed terminal, or a reader that has had enough (`npm start | head`), is no reason to leave things undone.
    for (const output of [process.stdout, process.stderr]) {
        output.removeAllListeners("error");
        output.on("error", () => undefined);
    }
    let told = false;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
        process.once(signal, () => {
            told = true;
        });
    const start = {
        env: wish.env,
        layout: layoutOf(wish.dataDir),
        ports: portsFrom(wish.portBase),
        given: givenServers(wish.env),
        undo: [],
        isTold: () => told,
    };
    const close = async () => {
        for (const step of start.undo.splice(0).reverse())
            await step();
    };
    watchNpm(() => {
        say("framme: npm is gone, stopping");
        process.kill(process.pid, "SIGTERM");
    });
    try {
        await startAll(start);
    }
    catch (error) {
        await close();
        throw error;
    }
    return { close };
}
async function startAll(start) {
    const { layout, ports, given, env } = start;
    const began = Date.now();
    makeFolders(layout);
    const lock = await takeLock(layout.lockFile, say);
    start.undo.push(lock.release);
    if (given.national)
        await checkGivenServer(given.national, nameOf("NATIONAL", env));
    if (given.municipal)
        await checkGivenServer(given.municipal, nameOf("MUNICIPAL", env));
    for (const side of [layout.national, layout.municipal])
        await stopStray(`${side.folder}/postgres`);
    const own = ["national", "municipal"].filter((side) => given[side] === null);
    await checkPorts([
        ports.portal,
        ports.hub,
        ports.inbox,
        ports.identity,
        ports.start,
        ports.postbox,
        ports.mail,
        ...own.map((side) => ports[side]),
    ], lock.foundOld ? 15_000 : 0);
    await startParts(start);
    if (!start.isTold())
        sayWhere(layout, ports, given, Date.now() - began);
}
async function startParts(start) {
    const { layout, ports, env } = start;
    const [national, municipal] = await startGround(start);
    say("framme: preparing the databases");
    const databases = await prepareDatabases(layout, { national, municipal }, receivers, env);
    const rooms = roomsOf(layout, ports, databases, env);
    const isFirst = ({ command }) => command !== "receiver" && command !== "portal";
    await startRooms(start, rooms.filter(isFirst));
    if (start.isTold())
        return;
    await publishDemo(layout, originOf(ports.hub));
    const logins = await svarInnLogins(layout, ports);
    // Whoever sends to the hub, or takes from it, comes when its keys are published.
    await startRooms(start, rooms.filter((room) => !isFirst(room)));
    if (start.isTold())
        return;
    const page = await startDemoSite(ports);
    start.undo.push(() => page.close());
    writeDemoFile(layout, ports, databases, logins);
}
/** Clusters and keys, at once. Waits for all of them even when one fails, so that what did start is stopped. */
async function startGround(start) {
    const { given } = start;
    if (!given.national || !given.municipal)
        say("framme: starting PostgreSQL (national and municipal)");
    const results = await Promise.allSettled([
        given.national ?? startSide(start, "national"),
        given.municipal ?? startSide(start, "municipal"),
        makeKeys(start.layout, (certificates) => say(`framme: making ${certificates} certificates, this once (some seconds)`)),
    ]);
    rethrowFirst(results);
    return results.slice(0, 2).map((result) => result.value);
}
async function startSide({ layout, ports, undo }, side) {
    const settings = {
        folder: `${layout[side].folder}/postgres`,
        port: ports[side],
        passwordFile: `${layout[side].secret}/superuser.password`,
        logFile: layout.log(`postgres-${side}`),
        server: { max_connections: String(connectionsOf(side, receivers)) },
    };
    const cluster = await keepCluster(side, settings, (line) => say(`framme: ${line}`));
    undo.push(() => cluster.stop());
    await closeOwnDatabases(cluster.adminUrl);
    return cluster.adminUrl;
}
/** All at once; those that do start are stopped again when one does not. */
async function startRooms({ layout, undo, isTold }, rooms) {
    if (isTold())
        return;
    say(`framme: starting ${rooms.map((room) => room.name).join(", ")}`);
    const kept = [];
    undo.push(async () => {
        await Promise.all(kept.map((room) => room.stop()));
    });
    const starting = rooms.map(async (room) => {
        kept.push(await keepRunning(room, layout.log(room.name), (line) => say(`framme: ${line}`)));
    });
    rethrowFirst(await Promise.allSettled(starting));
}
function rethrowFirst(results) {
    const failed = results.find((result) => result.status === "rejected");
    if (failed)
        throw failed.reason;
}
async function svarInnLogins(layout, ports) {
    const logins = new Map();
    for (const one of demoServices.filter(({ service }) => service.channel === "svarinn"))
        logins.set(one.service.id, await svarInnLogin(layout, originOf(ports.hub), one));
    return logins;
}
/** `framme start` is full of stand-ins: it does not run where settings say that this is the real thing. */
function refuseOtherSettings(env) {
    refuseOutsideDemo({ FRAMME_DEMO: "1", ...env }, "`framme start`");
    for (const name of [
        "PUBLIC_ORIGIN",
        "TLS_CERT_FILE",
        "TLS_KEY_FILE",
        "HUB_KEY_FILE",
        "RECEIVER_CONFIG",
        "INBOX_CONFIG",
        "IDENTITY_CONFIG",
        "OIDC_ISSUER",
        "OUTBOX_DATABASE_URL",
    ])
        if (env[name])
            refuseSetting(name, "`framme start` is a demonstration with stand-ins and sets this itself: unset it, or start each room alone (framme hub, framme receiver, framme inbox, framme portal)");
}
function nameOf(side, env) {
    return env[`${side}_DATABASE_URL`] ? `${side}_DATABASE_URL` : "DATABASE_URL";
}
function sayWhere(layout, ports, given, tookMs) {
    const server = (side) => given[side] === null ? `PostgreSQL on 127.0.0.1:${ports[side]}` : "the PostgreSQL you named";
    say(`
Framme is up, as a demonstration (${(tookMs / 1000).toFixed(1)} s).

Open ${originOf(ports.start)} in a browser: it shows the way through everything below.

  portal      ${originOf(ports.portal)}
  hub         ${originOf(ports.hub)}
  inbox       ${originOf(ports.inbox)}
  identity    ${originOf(ports.identity)} (stands in for ID-porten and Ansattporten)
  postbox     ${originOf(ports.postbox)} (stands in for a reporter's phone and mailbox)
  receivers   ${receivers.join(", ")} (they ask the hub; nothing asks them)
  databases   national: ${server("national")} · municipal: ${server("municipal")}
  logs        ${layout.data}/log
  all addresses, services, keys and passwords: ${layout.demoFile}

Send a report: npx framme send FILE      Stop: Ctrl-C
`);
}
//# sourceMappingURL=start.js.map