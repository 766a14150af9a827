// A whole demonstration for a test: `framme start` on free ports in a folder that is gone afterwards, with hub, portal,
// inbox, identity provider and receivers as real processes. A test finds everything in `file` (demo.json), kills a room
// by its name and waits until the starter has brought it up again, or holds it down for as long as it needs to.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive } from "../src/stand-in/process.js";
import { demoFileIn, freePortBase, processesAbout, processOf, startDemoProcess, until, } from "./demo.js";
/** Starts one; `more` adds to its environment, such as DATABASE_URL of a cluster that is there already. Takes 10 to 30 s. */
export async function wholeDemo(more = {}) {
    const folder = mkdtempSync(`${tmpdir()}/framme-demo-`);
    const starter = startDemoProcess(`${folder}/var`, await freePortBase(), more);
    await starter.says("Framme is up");
    const file = demoFileIn(`${folder}/var`);
    const held = new Set();
    const pidOf = (room) => {
        const pid = processOf(folder, room);
        assert.ok(pid > 1, `${room} runs`);
        return pid;
    };
    const kill = async (room) => {
        const pid = pidOf(room);
        process.kill(pid, "SIGKILL");
        await until(() => !isAlive(pid), `${room} is gone`);
    };
    const wake = (room) => {
        const pid = pidOf(room);
        process.kill(pid, "SIGCONT");
        held.delete(pid);
    };
    return {
        folder,
        file,
        starter,
        kill,
        restart: async (room) => {
            await kill(room);
            await until(() => answers(file[room]), `${room} answers again`);
        },
        hold: (room) => {
            const pid = pidOf(room);
            process.kill(pid, "SIGSTOP");
            held.add(pid);
        },
        wake,
        keepDown: async (room) => {
            let isOver = false;
            const strike = () => {
                const pid = processOf(folder, room);
                if (pid > 1 && isAlive(pid))
                    process.kill(pid, "SIGKILL");
            };
            const striking = async () => {
                for (; !isOver; await pause(50))
                    strike();
            };
            strike();
            await until(async () => !(await answers(file[room])), `${room} is gone`);
            const struck = striking();
            return async () => {
                isOver = true;
                await struck;
                await until(() => answers(file[room]), `${room} answers again`);
            };
        },
        stop: async () => {
            for (const pid of held)
                if (isAlive(pid))
                    process.kill(pid, "SIGCONT");
            starter.process.kill("SIGTERM");
            await starter.ended();
            for (const pid of processesAbout(folder))
                process.kill(pid, "SIGKILL");
            rmSync(folder, { recursive: true, force: true });
        },
    };
}
async function answers(origin) {
    const answer = await fetch(`${origin}/health`).catch(() => null); // Not there yet: asked again.
    return answer?.status === 200;
}
//# sourceMappingURL=whole-demo.js.map