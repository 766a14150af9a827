// One starter for one data folder. The lock names a process and when that process began, so that a lock left
// by kill -9 is told from a living one even when its process id has been given to another program.
import { randomBytes } from "node:crypto";
import { existsSync, linkSync, readFileSync, renameSync, rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { refuseSetting } from "../config.js";
import { jsonOrNull } from "../wire/foreign.js";
import { beginningOf, isAlive, nameOf, parentOf } from "./process.js";
import { writeSecret } from "./secret-file.js";
/** Takes the lock, or refuses with what to do. `foundOld`: an earlier start was killed. */
export async function takeLock(file, say) {
    const beside = `${file}.${randomBytes(4).toString("hex")}`;
    writeSecret(beside, JSON.stringify({ ...named(process.pid), npm: npmAbove() }));
    const foundOld = await clearOld(file, say);
    const taken = linked(beside, file);
    rmSync(beside);
    if (!taken)
        refuseRunning(file, holderOf(file)?.pid);
    return { foundOld, release: () => rmSync(file, { force: true }) };
}
async function clearOld(file, say) {
    if (!existsSync(file))
        return false;
    const holder = holderOf(file);
    if (holder && isSame(holder))
        await waitForOrphan(file, holder, say);
    if (existsSync(file))
        removeOld(file, holder);
    return true;
}
/** A starter whose npm is gone stops by itself (see `watchNpm`). Any other one is in its right. */
async function waitForOrphan(file, holder, say) {
    if (holder.npm === null || isSame(holder.npm))
        refuseRunning(file, holder.pid);
    say(`framme: an earlier start (process ${holder.pid}) lost its npm and is stopping: waiting for it`);
    for (let waited = 0; isSame(holder); waited += 100) {
        if (waited > 60_000)
            refuseRunning(file, holder.pid);
        await pause(100);
    }
}
/** Renamed before it is removed, and looked at again: another starter may have put its own lock there just now. */
function removeOld(file, holder) {
    const old = `${file}.old-${process.pid}`;
    renameSync(file, old);
    const renamed = holderOf(old);
    if (renamed?.pid !== holder?.pid || renamed?.began !== holder?.began)
        linked(old, file);
    rmSync(old);
}
/**
 * Tells when the npm that runs us has been killed: a signal that nobody can pass on to us. We are then to stop,
 * or the next `npm start` would find us in its way.
 */
export function watchNpm(orphaned) {
    const npm = npmAbove();
    if (npm === null)
        return;
    const timer = setInterval(() => {
        if (isSame(npm))
            return;
        clearInterval(timer);
        orphaned();
    }, 500);
    timer.unref();
}
/** The npm that runs us, with or without a shell between. */
function npmAbove() {
    if (!process.env.npm_command)
        return null;
    const above = parentOf(process.ppid);
    const isShell = /^(ba|da|z)?sh$/.test(nameOf(process.ppid));
    return named(isShell && above > 1 ? above : process.ppid);
}
function named(pid) {
    return { pid, began: beginningOf(pid) };
}
function refuseRunning(file, pid) {
    return refuseSetting("--data-dir", `process ${pid ?? "?"} runs on this data folder already (${file}). Stop it (kill ${pid ?? "PID"}), or give another --data-dir and --port-base`);
}
function isSame({ pid, began }) {
    return isAlive(pid) && beginningOf(pid) === began;
}
function holderOf(file) {
    return existsSync(file) ? jsonOrNull(readFileSync(file)) : null;
}
function linked(from, to) {
    try {
        linkSync(from, to);
        return true;
    }
    catch (error) {
        if (error.code === "EEXIST")
            return false;
        throw error;
    }
}
//# sourceMappingURL=lock.js.map