// What can be known of another process by its id: whether it runs, when it began, what it runs, where it stands.
// Linux tells in /proc; elsewhere `ps` is asked.
import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync } from "node:fs";
/** Whether there is a running process with this id (one that has ended but is not yet collected does not run). */
export function isAlive(pid) {
    try {
        process.kill(pid, 0);
    }
    catch (error) {
        if (error.code !== "EPERM")
            return false;
    }
    return process.platform !== "linux" || statOf(pid)[0] !== "Z";
}
/** When a process began, in the system's own words: two processes with one id differ in it. Empty if there is none. */
export function beginningOf(pid) {
    return process.platform === "linux" ? (statOf(pid)[19] ?? "") : psOf(pid, "lstart");
}
/** Id of a process's parent; 0 if there is none. */
export function parentOf(pid) {
    return Number(process.platform === "linux" ? (statOf(pid)[1] ?? 0) : psOf(pid, "ppid")) || 0;
}
/** The name of the program a process runs, without its folder. */
export function nameOf(pid) {
    const name = process.platform === "linux" ? textOf(`/proc/${pid}/comm`) : psOf(pid, "comm");
    return name.trim().split("/").at(-1) ?? "";
}
/** Whether a process stands in this folder; where that cannot be seen, whether its command line names it. */
export function isAbout(pid, folder) {
    if (process.platform !== "linux")
        return psOf(pid, "command").includes(folder);
    try {
        return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
    }
    catch {
        return textOf(`/proc/${pid}/cmdline`).split("\0").includes(folder); // Another user's process hides its folder.
    }
}
/** The fields of /proc/PID/stat after the name, which may itself hold spaces and brackets. */
function statOf(pid) {
    const text = textOf(`/proc/${pid}/stat`);
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
}
function psOf(pid, field) {
    return spawnSync("ps", ["-o", `${field}=`, "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";
}
function textOf(path) {
    try {
        return readFileSync(path, "utf8");
    }
    catch {
        return ""; // The process ended while we looked.
    }
}
//# sourceMappingURL=process.js.map