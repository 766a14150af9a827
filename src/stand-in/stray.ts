// A PostgreSQL server that outlived its starter (kill -9) still holds the data folder. It is stopped before a new
// one starts, but only when it is sure to be the server of this very folder: a process id may have been reused.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { refuse } from "../core/problem.ts";

/** Stops the server that runs on this folder, if there is one; removes what a dead one left behind. */
export async function stopStray(folder: string): Promise<void> {
  const file = `${folder}/postmaster.pid`;
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  if (!(pid > 1 && isAlive(pid) && servesFolder(pid, folder))) {
    rmSync(file, { force: true });
    return;
  }
  await stopProcess(pid);
}

async function stopProcess(pid: number): Promise<void> {
  const started = Date.now();
  process.kill(pid, "SIGINT");
  while (isAlive(pid)) {
    const waited = Date.now() - started;
    if (waited > 40_000)
      refuse(
        "config.bad",
        `the PostgreSQL server left from before (process ${pid}) does not stop: end it by hand`,
      );
    if (waited > 30_000) process.kill(pid, "SIGQUIT");
    await pause(50);
  }
}

/** Whether there is a running process with this id (one that has ended but is not yet collected does not run). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return process.platform !== "linux" || !/^\d+ \(.*\) Z/s.test(textOf(`/proc/${pid}/stat`));
}

/** A server stands in its data folder; where that cannot be seen, its command line names it. */
function servesFolder(pid: number, folder: string): boolean {
  if (process.platform !== "linux") return commandOf(pid).includes(folder);
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return textOf(`/proc/${pid}/cmdline`).split("\0").includes(folder);
  }
}

function commandOf(pid: number): string {
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // The process ended while we looked.
  }
}
