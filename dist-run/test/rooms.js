// Rooms as what they are in life: processes of the built product, each started, killed and started again on its own.
// Only processes that were started here are ever ended, by their own handle; should the test itself die, they notice
// that their starter is gone and end.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
const main = fileURLToPath(new URL("../src/main.js", import.meta.url));
const pollMs = 50;
/** A room that has not been started yet. It is told nothing but `env` and where programs are. */
export function roomProcess(command, name, port, env, logFile) {
    const origin = `http://127.0.0.1:${port}`;
    const whole = { PATH: process.env.PATH ?? "", FRAMME_DEMO: "1", ...env, PORT: String(port) };
    let child = null;
    const end = async (signal) => {
        if (child === null)
            return;
        const gone = goneOf(child);
        child.kill(signal);
        await gone;
        child = null;
    };
    const log = () => readFileSync(logFile, "utf8");
    return {
        name,
        origin,
        logFile,
        start: async () => {
            assert.equal(child, null, `${name} runs already`);
            child = spawned([command], whole, logFile);
            await answers(`${origin}/health`, child, () => `${name} did not start: ${log().slice(-2000)}`);
        },
        kill: () => end("SIGKILL"),
        stop: () => end("SIGTERM"),
        log,
    };
}
function spawned(args, env, logFile) {
    const log = openSync(logFile, "a", 0o600);
    const child = spawn(process.execPath, ["--enable-source-maps", main, ...args], {
        env,
        stdio: ["ignore", log, log, "ipc"],
    });
    closeSync(log);
    return child;
}
function goneOf(child) {
    const { promise, resolve } = Promise.withResolvers();
    if (child.exitCode !== null || child.signalCode !== null)
        resolve();
    child.once("exit", () => resolve());
    return promise;
}
async function answers(url, child, why) {
    await until("a room answers", 30_000, async () => {
        assert.equal(child.exitCode ?? child.signalCode, null, why());
        const answer = await fetch(url).catch(() => null); // Not there yet: asked again.
        return answer?.status === 200;
    });
}
/** Starts `framme …` as a process of its own. */
export function framme(args, env, stdin = "") {
    const child = spawn(process.execPath, ["--enable-source-maps", main, ...args], {
        env: { PATH: process.env.PATH ?? "", ...env },
        stdio: ["pipe", "pipe", "pipe"],
    });
    const texts = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"])
        child[name].setEncoding("utf8").on("data", (text) => {
            texts[name] += text;
        });
    child.stdin.on("error", () => undefined); // It may end before it has read what it was given.
    child.stdin.end(stdin);
    const { promise, resolve } = Promise.withResolvers();
    child.once("close", (code) => resolve({ code, ...texts }));
    return {
        done: promise,
        kill: async () => {
            child.kill("SIGKILL");
            await promise;
        },
    };
}
/** Waits until something is so, and fails with `what` when it is not within `limitMs`. */
export async function until(what, limitMs, isSo) {
    const deadline = Date.now() + limitMs;
    while (!(await isSo())) {
        assert.ok(Date.now() < deadline, `not within ${limitMs} ms: ${what}`);
        await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
}
//# sourceMappingURL=rooms.js.map