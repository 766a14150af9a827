// A room as a process of its own, of the built product, with nothing but its settings. Its log goes to a file, so
// that what it said can be told when something fails.
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { refuse } from "../src/core/problem.js";
import { ask, overTheNetwork } from "../src/http/client.js";
import { valueOrNull } from "../src/wire/foreign.js";
const main = fileURLToPath(new URL("../src/main.js", import.meta.url));
/** Starts the room and waits until it answers. Refuses with the end of its log if it does not. */
export async function startRoom({ room, port, env, logFile, profile }) {
    const log = openSync(logFile, "a", 0o600);
    const profiling = profile
        ? ["--cpu-prof", `--cpu-prof-dir=${profile}`, `--cpu-prof-name=${room}.cpuprofile`]
        : [];
    const child = spawn(process.execPath, ["--enable-source-maps", ...profiling, main, room], {
        env: { PATH: process.env.PATH ?? "", HOST: "127.0.0.1", PORT: String(port), FRAMME_DEMO: "1", ...env },
        // The channel tells it to stop should we be killed.
        stdio: ["ignore", log, log, "ipc"],
    });
    closeSync(log);
    const kill = () => child.kill("SIGKILL");
    process.on("exit", kill);
    const stopping = new AbortController();
    const broken = brokenBy(child, room, logFile, stopping.signal);
    await Promise.race([untilItAnswers(port, room, logFile), broken]);
    return {
        pid: child.pid,
        broken,
        warnings: () => warningsIn(logFile),
        stop: async () => {
            stopping.abort();
            await end(child);
            process.off("exit", kill);
        },
    };
}
async function untilItAnswers(port, room, logFile) {
    const until = performance.now() + 30_000;
    const isUp = async () => {
        const answers = await Promise.allSettled([ask(overTheNetwork, `http://127.0.0.1:${port}/health`, {})]);
        return answers[0].status === "fulfilled" && answers[0].value.status === 200;
    };
    while (!(await isUp())) {
        if (performance.now() > until)
            refuse("config.bad", `the ${room} did not start: ${lastWords(logFile)}`);
        await pause(50);
    }
}
function brokenBy(child, room, logFile, stopping) {
    const { promise, reject } = Promise.withResolvers();
    child.once("exit", (code, signal) => {
        if (!stopping.aborted)
            reject(new Error(`the ${room} stopped (${signal ?? `exit code ${code}`}): ${lastWords(logFile)}`));
    });
    // It is raced against other work, and may be rejected when nobody races any more.
    promise.then(undefined, () => undefined);
    return promise;
}
async function end(child) {
    if (child.exitCode !== null || child.signalCode !== null)
        return;
    const gone = new Promise((resolve) => child.once("exit", () => resolve()));
    child.kill("SIGTERM");
    const hurry = setTimeout(() => child.kill("SIGKILL"), 15_000);
    await gone;
    clearTimeout(hurry);
}
/** The last lines of a log. Rooms log ids and codes only. */
export function lastWords(logFile) {
    return readFileSync(logFile, "utf8").trim().split("\n").slice(-3).join("\n").slice(-1000);
}
function warningsIn(logFile) {
    const counts = {};
    for (const line of readFileSync(logFile, "utf8").split("\n")) {
        const entry = valueOrNull(() => JSON.parse(line));
        if (!entry || (entry.level ?? 0) < 40)
            continue;
        const name = [entry.event ?? "?", entry.problem].filter(Boolean).join(" ");
        counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
}
//# sourceMappingURL=room-process.js.map