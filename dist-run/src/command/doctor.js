// `framme doctor`: what is wrong with this installation, and what to do about it. It looks, and changes nothing.
// In a demonstration it looks at all of it; elsewhere at the room whose settings are in the environment.
import { readdir, statfs } from "node:fs/promises";
import { join } from "node:path";
import { commonSettings, setting } from "../config.js";
import { roomOf, roomsWithTables } from "../pg/migrate.js";
import { demoSubmitters } from "../stand-in/demo-keys.js";
import { layoutOf } from "../stand-in/layout.js";
import { databaseFindings, portalOutbox } from "./doctor-database.js";
import { expiryFindings, hubFindings, submitterFindings } from "./doctor-hub.js";
import { issuerFindings, loginFindings, pagesFindings } from "./doctor-people.js";
import { receiverFindings, receiverHub } from "./doctor-receiver.js";
import { findingsOf, ok, openFinding, warn, wrong } from "./finding.js";
import { privateKeyIn } from "./hub.js";
import { printResult, WrongUsage } from "./output.js";
import { demoFor, senderSettings } from "./settings.js";
/** Adds `doctor`. */
export function addDoctor(program) {
    program
        .command("doctor")
        .description("what is wrong with this installation, and what to do about it")
        .argument("[room]", `look at this room (${roomsWithTables.join(", ")}); default: the one whose settings are set`)
        .option("--data-dir <dir>", "look at the demonstration in this folder")
        .option("--json", "print one finding a line as JSON")
        .addHelpText("after", help)
        .action(async (room, options) => {
        const findings = await everything(room, options);
        for (const one of findings)
            printResult(Boolean(options.json), one, line(one));
        if (findings.some(({ state }) => state === "WRONG"))
            process.exitCode = 1;
    });
}
const help = `
Each line is OK, WARN or WRONG, and says what to do. Exit code 1 when something is WRONG. Run it as the room does:
with its environment and as its user.

Examples:
  framme doctor                     a demonstration in ./var, or the room whose settings are set
  RECEIVER_CONFIG=receiver.json DATABASE_URL=postgres://… framme doctor`;
function line({ state, check, message, todo }) {
    return `${state.padEnd(5)}  ${check}: ${message}${todo ? `\n       → ${todo}` : ""}`;
}
async function everything(given, where) {
    const room = given ?? roomIn(process.env);
    const demo = room === null || where.dataDir !== undefined ? await demoFor(where, {}, "DATABASE_URL") : null;
    const node = nodeFinding();
    if (demo)
        return [node, ...(await demoFindings(demo))];
    const known = roomsWithTables.find((each) => each === room);
    if (!known)
        throw new WrongUsage("Nothing to look at: start a demo (framme start), or set a room's settings and name it.");
    return [node, ...(await diskFindings(process.cwd())), ...(await roomFindings(known))];
}
/** Which room the environment is of. */
function roomIn(env) {
    if (env.RECEIVER_CONFIG)
        return "receiver";
    if (env.INBOX_CONFIG)
        return "inbox";
    if (env.HUB_KEY_FILE)
        return "hub";
    if (env.OUTBOX_DATABASE_URL)
        return "portal";
    return env.SUBMITTER_ID ? "outbox" : null;
}
function nodeFinding() {
    const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
    const isRight = major === 26 && minor >= 10;
    if (isRight)
        return ok("node", process.version);
    return wrong("node", process.version, "Use Node 26.10 or newer of 26: run npm ci here, which brings it.");
}
async function diskFindings(folder) {
    return findingsOf(`disk of ${folder}`, async () => {
        const { bavail, bsize, blocks } = await statfs(folder);
        const [free, share] = [(bavail * bsize) / 1e9, bavail / blocks];
        const text = `${free.toFixed(1)} GB free (${Math.round(share * 100)} %)`;
        const todo = "Make room: a full disk stops PostgreSQL, and then nothing is accepted.";
        if (free < 0.2)
            return [wrong(`disk of ${folder}`, text, todo)];
        return [free < 2 || share < 0.05 ? warn(`disk of ${folder}`, text, todo) : ok(`disk of ${folder}`, text)];
    });
}
async function demoFindings(demo) {
    const { hub, sender, folder } = demo;
    const findings = [
        ...(await diskFindings(folder)),
        ...(await openFinding("demo.json", join(folder, "demo.json"))),
    ];
    findings.push(...(await hubFindings(hub, sender.hubPublicKeyFile)));
    findings.push(...(await findingsOf("keys", () => expiryFindings(hub, null))));
    findings.push(...(await senderFindings(hub, sender.submitter, sender.keyFile)));
    for (const { id, key } of demoSubmitters(layoutOf(folder)))
        if (id !== sender.submitter)
            findings.push(...(await senderFindings(hub, id, key)));
    for (const [name, url] of Object.entries(demo.databases)) {
        const room = roomOf(name);
        if (room)
            findings.push(...(await databaseFindings(name, room, url, Date.now())));
    }
    for (const room of ["portal", "inbox"])
        findings.push(...(await pagesFindings(room, demo[room])));
    findings.push(...(await issuerFindings(demo.identity)));
    for (const path of await receiverConfigs(folder))
        findings.push(...(await findingsOf(`configuration ${path}`, () => receiverFindings(path))));
    return findings;
}
/** The receivers' configurations of a demonstration. */
async function receiverConfigs(folder) {
    const found = await readdir(join(folder, "municipal"), { withFileTypes: true });
    const folders = found.filter((one) => one.isDirectory() && one.name !== "postgres");
    const paths = [];
    for (const { name } of folders) {
        const names = await readdir(join(folder, "municipal", name));
        if (names.includes("receiver.json"))
            paths.push(join(folder, "municipal", name, "receiver.json"));
    }
    return paths.sort();
}
function senderFindings(hub, submitter, keyFile) {
    return findingsOf(`key of ${submitter}`, () => submitterFindings(hub, submitter, keyFile));
}
/** One room, by the settings in the environment. */
async function roomFindings(room) {
    const { env } = process;
    const database = () => databaseFindings(room, room, setting(env, "DATABASE_URL"), Date.now());
    const findings = await findingsOf("settings", database, "Set it, and run this again.");
    if (room === "hub" || room === "inbox" || room === "portal")
        findings.push(...(await findingsOf("settings", async () => serverFindings(room), "Put the setting right.")));
    if (room === "receiver") {
        const path = setting(env, "RECEIVER_CONFIG");
        findings.push(...(await findingsOf("configuration", () => receiverFindings(path))));
        findings.push(...(await receiverHubFindings(path)));
    }
    if (room === "portal")
        findings.push(...(await findingsOf("settings", () => portalOutboxFindings(), "Set it, and run this again.")));
    if (room === "inbox" || room === "portal")
        findings.push(...(await loginFindings(room, env)));
    if (room === "outbox" || room === "portal")
        findings.push(...(await findingsOf("settings", outboxFindings, "Set it, and run this again.")));
    return findings;
}
async function serverFindings(room) {
    const { server } = commonSettings(process.env);
    const findings = [ok("settings", `${server.publicOrigin}, listening on ${server.host}:${server.port}`)];
    if (room === "portal")
        findings.push(...(await pagesFindings(room, server.publicOrigin)));
    if (room === "hub") {
        await privateKeyIn(setting(process.env, "HUB_KEY_FILE"));
        findings.push(...(await hubFindings(server.publicOrigin, null)).filter(({ check }) => check !== "hub's key"));
        findings.push(...(await findingsOf("keys", () => expiryFindings(server.publicOrigin, null))));
    }
    return findings;
}
/** The portal's sealed packages lie in a database of their own, beside the one of its sessions. */
function portalOutboxFindings() {
    return databaseFindings(portalOutbox, "outbox", setting(process.env, "OUTBOX_DATABASE_URL"), Date.now());
}
async function outboxFindings() {
    const { hubUrl, hubPublicKeyFile, submitter, keyFile } = await senderSettings({}, process.env);
    return [
        ...(await hubFindings(hubUrl, hubPublicKeyFile)),
        ...(await senderFindings(hubUrl, submitter, keyFile)),
        ...(await findingsOf("keys", () => expiryFindings(hubUrl, null))),
    ];
}
async function receiverHubFindings(path) {
    return findingsOf("hub", async () => {
        const place = await receiverHub(path);
        if (!place)
            return [];
        const owners = place.services.map((id) => `service:${id}`);
        return [
            ...(await hubFindings(place.hub, place.publicKeyFile)),
            ...(await findingsOf("keys", () => expiryFindings(place.hub, owners))),
        ];
    });
}
//# sourceMappingURL=doctor.js.map