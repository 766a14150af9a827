// A demonstration for tests: `framme start` as a real process, with its own ports and data folder, as whoever
// tries it starts it. It ends when the test's process does.

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import postgres from "postgres";

export type DemoFile = {
  readonly start: string;
  readonly portal: string;
  readonly hub: string;
  readonly inbox: string;
  readonly identity: string;
  readonly postbox: string;
  readonly users: readonly Readonly<Record<"username" | "password" | "role" | "service", string | null>>[];
  readonly services: readonly DemoEntry[];
  readonly log: Readonly<Record<"origin" | "key", string>>;
  readonly witnesses: readonly Readonly<Record<"name" | "url" | "key", string>>[];
  readonly databases: Readonly<Record<string, string>>;
  readonly sender: Readonly<Record<string, string>>;
};

export type DemoEntry = {
  readonly id: string;
  readonly name: string;
  readonly supplier: string;
  readonly version: string;
  readonly municipalities: readonly string[];
  readonly districts: readonly string[];
  readonly channel: string;
  readonly svarinn?: Readonly<
    Record<"baseUrl" | "user" | "password" | "privateKeyFile" | "certificateFile", string>
  >;
};

export const framme = fileURLToPath(new URL("../src/main.js", import.meta.url));

/** A starter under way. */
export type Starter = {
  readonly process: ChildProcess;
  /** All that it has said, on both of its outputs. */
  said(): string;
  /** Waits until it says this; fails with what it said when it ends before. */
  says(text: string): Promise<void>;
  /** Waits until it has ended, and gives its exit code (null when it was killed). */
  ended(): Promise<number | null>;
};

/** What is passed to a starter: nothing of the test run but where programs are. `npm_command` ties it to us. */
export function bareEnvironment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR, npm_command: "test", ...more };
}

/** Starts a demonstration; `more` adds to its environment. */
export function startDemoProcess(dataDir: string, portBase: number, more: NodeJS.ProcessEnv = {}): Starter {
  const args = [framme, "start", "--data-dir", dataDir, "--port-base", String(portBase)];
  return watched(
    spawn(process.execPath, args, { env: bareEnvironment(more), stdio: ["ignore", "pipe", "pipe"] }),
  );
}

/** Follows what a process says and when it ends. */
export function watched(child: ChildProcess): Starter {
  let said = "";
  for (const output of [child.stdout, child.stderr])
    output?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    process: child,
    said: () => said,
    says: (text) =>
      until(() => {
        if (!said.includes(text) && hasEnded())
          throw new Error(`it ended without saying «${text}»:\n${said}`);
        return said.includes(text);
      }, `it says «${text}»`),
    ended: async () => {
      if (!hasEnded()) await once(child, "exit");
      return child.exitCode;
    },
  };
}

/** Runs a command of `framme` to its end. */
export function run(
  args: readonly string[],
  input = "",
): { status: number | null; stdout: string; stderr: string } {
  const options = { env: bareEnvironment(), encoding: "utf8", input } as const;
  return spawnSync(process.execPath, [framme, ...args], options);
}

export function demoFileIn(dataDir: string): DemoFile {
  return JSON.parse(readFileSync(`${dataDir}/demo.json`, "utf8")) as DemoFile;
}

/** Polls until it is so. Fails after three minutes (a machine may be busy), saying what should have been so. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 180_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`it did not come about that ${what}`);
    await pause(50);
  }
}

/** A port base whose ports are all free. Below the range that systems give out by themselves. */
export async function freePortBase(): Promise<number> {
  for (let base = 12_000 + 30 * Math.floor(Math.random() * 600); ; base += 30) {
    const free = await Promise.all(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 20, 21].map((offset) => isFree(base + offset)),
    );
    if (free.every(Boolean)) return base;
  }
}

export function isFree(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const server = createServer();
  server.once("error", () => resolve(false));
  server.listen({ port, host: "127.0.0.1" }, () => server.close(() => resolve(true)));
  return promise;
}

/** Ids of the processes that have to do with a folder: it stands in their command line or environment. */
export function processesAbout(folder: string): number[] {
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
export function processOf(folder: string, room: string): number {
  const isRoom = (pid: number) => textOf(`/proc/${pid}/cmdline`).split("\0").at(-2) === room;
  return processesAbout(folder).find(isRoom) ?? 0;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // It has ended, or is another user's.
  }
}

/** Runs statements as the role of this URL, over a connection of their own. */
export async function asRole<T>(url: string, work: (sql: postgres.Sql) => PromiseLike<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
