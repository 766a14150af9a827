// A PostgreSQL server that outlived its starter (kill -9) still holds the data folder. It is stopped before a new
// one starts, but only when it is sure to be the server of this very folder: a process id may have been reused.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { refuse } from "../core/problem.js";
import { isAbout, isAlive } from "./process.js";
/** Stops the server that runs on this folder, if there is one; removes what a dead one left behind. */
export async function stopStray(folder) {
    const file = `${folder}/postmaster.pid`;
    if (!existsSync(file))
        return;
    const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
    if (pid > 1 && isAlive(pid) && isAbout(pid, folder))
        await stopServer(pid);
    else
        rmSync(file, { force: true });
}
async function stopServer(pid) {
    const began = Date.now();
    process.kill(pid, "SIGINT");
    while (isAlive(pid)) {
        const waited = Date.now() - began;
        if (waited > 40_000)
            refuse("config.bad", `the PostgreSQL server left from before (process ${pid}) does not stop: end it by hand`);
        if (waited > 30_000)
            process.kill(pid, "SIGQUIT");
        await pause(50);
    }
}
//# sourceMappingURL=stray.js.map