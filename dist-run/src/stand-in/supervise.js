// Keeps one room running: a process of its own, of the same build, told to go when we go. Its log goes straight
// to a file, so that its last words are there even when this process was killed first. If it dies it is started
// again, ever slower while it keeps dying, and it is said so each time.
import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { refuse } from "../core/problem.js";
const firstPauseMs = 250;
const longestPauseMs = 5_000;
/** A room that has run for this long and then dies is started again at once. */
const steadyMs = 30_000;
const patienceMs = 10_000;
const logMax = 10_000_000;
const main = fileURLToPath(new URL("../main.js", import.meta.url));
/** Starts the room and resolves when it says that it is ready; refuses with its last words if it is not to be. */
export async function keepRunning(room, logFile, say) {
    let stopping = false;
    let pauseMs = firstPauseMs;
    let timer;
    let child = spawnRoom(room, logFile);
    const watch = (began) => child.once("exit", (code, signal) => {
        if (stopping)
            return;
        pauseMs = Date.now() - began > steadyMs ? firstPauseMs : Math.min(pauseMs * 2, longestPauseMs);
        say(`${room.name} stopped (${signal ?? `exit code ${code}`}), starting it again: ${lastWords(logFile)}`);
        timer = setTimeout(() => {
            child = spawnRoom(room, logFile);
            child.once("message", () => say(`${room.name} is up again`));
            watch(Date.now());
        }, pauseMs);
    });
    if (!(await isReady(child)))
        refuse("config.bad", `the room ${room.name} did not start: ${lastWords(logFile)} (see ${logFile})`);
    watch(Date.now());
    return {
        stop: async () => {
            stopping = true;
            clearTimeout(timer);
            await end(child);
        },
    };
}
function spawnRoom(room, logFile) {
    if (existsSync(logFile) && statSync(logFile).size > logMax)
        renameSync(logFile, `${logFile}.1`);
    const log = openSync(logFile, "a", 0o600);
    // In a session of its own, so that Ctrl-C reaches the starter only, which stops things in order.
    const child = spawn(process.execPath, ["--enable-source-maps", main, room.command], {
        env: room.env,
        detached: true,
        stdio: ["ignore", log, log, "ipc"],
    });
    closeSync(log);
    child.once("error", () => undefined);
    return child;
}
function isReady(child) {
    const { promise, resolve } = Promise.withResolvers();
    child.once("message", () => resolve(true));
    child.once("exit", () => resolve(false));
    return promise;
}
async function end(child) {
    if (child.exitCode !== null || child.signalCode !== null)
        return;
    const gone = new Promise((resolve) => child.once("exit", () => resolve()));
    child.kill("SIGTERM");
    const hurry = setTimeout(() => child.kill("SIGKILL"), patienceMs);
    await gone;
    clearTimeout(hurry);
}
function lastWords(logFile) {
    const lines = readFileSync(logFile, "utf8").trim().split("\n");
    const words = lines.findLast((line) => line.trim() !== "" && !/^\s+at |^\s*[{}]|^Node\.js v/.test(line));
    return words?.slice(0, 400) ?? "it said nothing";
}
//# sourceMappingURL=supervise.js.map