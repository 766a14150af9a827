// A demonstration for tests: `framme start` as a real process, with its own ports and data folder, as whoever
// tries it starts it. It ends when the test's process does.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
export const framme = fileURLToPath(new URL("../src/main.js", import.meta.url));
/** What is passed to a starter: nothing of the test run but where programs are. `npm_command` ties it to us. */
export function bareEnvironment(more = {}) {
    const { PATH, HOME, TMPDIR } = process.env;
    return { PATH, HOME, TMPDIR, npm_command: "test", ...more };
}
/** Starts a demonstration; `more` adds to its environment. */
export function startDemoProcess(dataDir, portBase, more = {}) {
    const args = [framme, "start", "--data-dir", dataDir, "--port-base", String(portBase)];
    return watched(spawn(process.execPath, args, { env: bareEnvironment(more), stdio: ["ignore", "pipe", "pipe"] }));
}
/** Follows what a process says and when it ends. */
export function watched(child) {
    let said = "";
    for (const output of [child.stdout, child.stderr])
        output?.setEncoding("utf8").on("data", (text) => {
            said += text;
        });
    const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
    return {
        process: child,
        said: () => said,
        says: (text) => until(() => {
            if (!said.includes(text) && hasEnded())
                throw new Error(`it ended without saying «${text}»:\n${said}`);
            return said.includes(text);
        }, `it says «${text}»`),
        ended: async () => {
            if (!hasEnded())
                await once(child, "exit");
            return child.exitCode;
        },
    };
}
/** Runs a command of `framme` to its end. */
export function run(args, input = "") {
    const options = { env: bareEnvironment(), encoding: "utf8", input };
    return spawnSync(process.execPath, [framme, ...args], options);
}
export function demoFileIn(dataDir) {
    return JSON.parse(readFileSync(`${dataDir}/demo.json`, "utf8"));
}
/** Polls until it is so. Fails after a minute, saying what should have been so. */
export async function until(isSo, what) {
    const deadline = Date.now() + 60_000;
    while (!(await isSo())) {
        if (Date.now() > deadline)
            throw new Error(`it did not come about that ${what}`);
        await pause(50);
    }
}
/** A port base whose ports are all free. Below the range that systems give out by themselves. */
export async function freePortBase() {
    for (let base = 12_000 + 30 * Math.floor(Math.random() * 600);; base += 30) {
        const free = await Promise.all([0, 1, 2, 3, 4, 5, 6, 20, 21].map((offset) => isFree(base + offset)));
        if (free.every(Boolean))
            return base;
    }
}
export function isFree(port) {
    const { promise, resolve } = Promise.withResolvers();
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1" }, () => server.close(() => resolve(true)));
    return promise;
}
/** Ids of the processes that have to do with a folder: it stands in their command line or environment. */
export function processesAbout(folder) {
    if (process.platform !== "linux") {
        const lines = spawnSync("ps", ["-axo", "pid=,command="], { encoding: "utf8" }).stdout.split("\n");
        return lines.filter((line) => line.includes(folder)).map((line) => Number.parseInt(line, 10));
    }
    const ids = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
    return ids
        .filter((id) => ["cmdline", "environ"].some((file) => textOf(`/proc/${id}/${file}`).includes(folder)))
        .map(Number);
}
/** The process of a room (`hub`, `inbox`, a `receiver`) of the demonstration in a folder; 0 if there is none. */
export function processOf(folder, room) {
    const isRoom = (pid) => textOf(`/proc/${pid}/cmdline`).split("\0").at(-2) === room;
    return processesAbout(folder).find(isRoom) ?? 0;
}
function textOf(path) {
    try {
        return readFileSync(path, "utf8");
    }
    catch {
        return ""; // It has ended, or is another user's.
    }
}
/** Runs statements as the role of this URL, over a connection of their own. */
export async function asRole(url, work) {
    const sql = postgres(url, { max: 1, onnotice: () => undefined });
    try {
        return await work(sql);
    }
    finally {
        await sql.end({ timeout: 5 });
    }
}
//# sourceMappingURL=demo.js.map