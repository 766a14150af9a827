// What a run costs in processor time: the rooms, the sender, and PostgreSQL's processes by the role they serve.
// Linux tells it of every process; elsewhere only the sender's own is known.
import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { valueOrNull } from "../src/wire/foreign.js";
const msPerTick = 10;
/** What has been used so far, by these processes and by the server whose data folder this is. */
export function costSoFar(processes, dataFolder) {
    const { user, system } = process.cpuUsage();
    const rooms = Object.entries(processes).map(([name, pid]) => [name, usedBy(pid)]);
    return { sender: (user + system) / 1000, ...Object.fromEntries(rooms), ...serverCost(dataFolder) };
}
/** What was used between the two, for each of so many reports. */
export function costOfEach(before, after, count) {
    const names = Object.keys(after).filter((name) => after[name] > (before[name] ?? 0));
    return Object.fromEntries(names.map((name) => [name, (after[name] - (before[name] ?? 0)) / count]));
}
/** By role, as the server's processes call themselves; its own helpers under `postgres`. */
function serverCost(dataFolder) {
    const server = Number.parseInt(textOf(`${dataFolder}/postmaster.pid`), 10);
    const cost = {};
    for (const path of globSync("/proc/[0-9]*/stat")) {
        const pid = Number(path.split("/")[2]);
        if (statOf(pid)[1] !== String(server))
            continue;
        const role = /^postgres: (\S+) \S+ 127\./.exec(textOf(`${dirname(path)}/cmdline`))?.[1];
        const name = role ? `postgres for ${role.replace(/^bench_/, "")}` : "postgres itself";
        cost[name] = (cost[name] ?? 0) + usedBy(pid);
    }
    return cost;
}
function usedBy(pid) {
    const fields = statOf(pid);
    return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * msPerTick;
}
/** The fields of /proc/PID/stat after the name, which may itself hold spaces. */
function statOf(pid) {
    const text = textOf(`/proc/${pid}/stat`);
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
}
/** The process may have ended while we looked. */
function textOf(path) {
    return valueOrNull(() => readFileSync(path, "utf8")) ?? "";
}
//# sourceMappingURL=cost.js.map