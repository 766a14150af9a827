// A whole demonstration for a test: `framme start` on free ports in a folder that is gone afterwards, with hub, portal,
// inbox, identity provider and receivers as real processes. A test finds everything in `file` (demo.json), kills a room
// by its name and waits until the starter has brought it up again, or holds it down for as long as it needs to.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive } from "../src/stand-in/process.ts";
import {
  type DemoFile,
  demoFileIn,
  freePortBase,
  processesAbout,
  processOf,
  type Starter,
  startDemoProcess,
  until,
} from "./demo.ts";

/** As in the list of processes; `receiver` is the first of the three. */
export type DemoRoom = "hub" | "portal" | "inbox" | "identity" | "receiver";

export type WholeDemo = {
  readonly folder: string;
  readonly file: DemoFile;
  readonly starter: Starter;
  /** `kill -9`. The starter brings it up again by itself, after a quarter of a second at least. */
  kill(room: DemoRoom): Promise<void>;
  /** `kill -9`, and waits until the next one answers (a receiver: until it runs). */
  restart(room: Exclude<DemoRoom, "receiver">): Promise<void>;
  /** Stops a room where it stands (SIGSTOP): whoever calls it waits, until `wake`. */
  hold(room: DemoRoom): void;
  wake(room: DemoRoom): void;
  /** Kills a room, and each that the starter puts in its place, until the returned function is called: it waits until the room answers. */
  keepDown(room: Exclude<DemoRoom, "receiver">): Promise<() => Promise<void>>;
  /** Ends everything, and removes the folder. */
  stop(): Promise<void>;
};

/** Starts one; `more` adds to its environment, such as DATABASE_URL of a cluster that is there already. Takes 10 to 30 s. */
export async function wholeDemo(more: NodeJS.ProcessEnv = {}): Promise<WholeDemo> {
  const folder = mkdtempSync(`${tmpdir()}/framme-demo-`);
  const starter = startDemoProcess(`${folder}/var`, await freePortBase(), more);
  await starter.says("Framme is up");
  const file = demoFileIn(`${folder}/var`);
  const held = new Set<number>();

  const pidOf = (room: DemoRoom) => {
    const pid = processOf(folder, room);
    assert.ok(pid > 1, `${room} runs`);
    return pid;
  };
  const kill = async (room: DemoRoom) => {
    const pid = pidOf(room);
    process.kill(pid, "SIGKILL");
    await until(() => !isAlive(pid), `${room} is gone`);
  };
  const wake = (room: DemoRoom) => {
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
        if (pid > 1 && isAlive(pid)) process.kill(pid, "SIGKILL");
      };
      const striking = async () => {
        for (; !isOver; await pause(50)) strike();
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
      for (const pid of held) if (isAlive(pid)) process.kill(pid, "SIGCONT");
      starter.process.kill("SIGTERM");
      await starter.ended();
      for (const pid of processesAbout(folder)) process.kill(pid, "SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(origin: string): Promise<boolean> {
  const answer = await fetch(`${origin}/health`).catch(() => null); // Not there yet: asked again.
  return answer?.status === 200;
}
