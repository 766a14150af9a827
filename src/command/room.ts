// `framme start`, and each room alone. A room stays up until it is told to stop (Ctrl-C, SIGTERM), or until the
// process that started it is gone: a starter that was killed must not leave rooms behind on its ports.

import type { Command } from "commander";
import { note, WrongUsage } from "./output.ts";

type Running = { close(): Promise<void> };

const rooms = {
  hub: {
    what: "the national hub: takes over reports, delivers them, keeps the receipts",
    settings:
      "DATABASE_URL, HUB_KEY_FILE, HUB_PEOPLE_FILE, HOST, PORT, PUBLIC_ORIGIN, TLS_CERT_FILE, TLS_KEY_FILE",
    starts: async (): Promise<Running> => (await load("hub")).startHub!(process.env),
  },
  receiver: {
    what: "the municipality's receiver: fetches, stores, registers, and sends receipts back",
    settings: "DATABASE_URL, RECEIVER_CONFIG",
    starts: async (): Promise<Running> => (await load("receiver")).startReceiver!(process.env),
  },
  inbox: {
    what: "the built-in case system: an inbox of the service's own",
    settings: "DATABASE_URL, INBOX_CONFIG, HOST, PORT, PUBLIC_ORIGIN, TLS_CERT_FILE, TLS_KEY_FILE",
    starts: async (): Promise<Running> => (await load("inbox")).startInbox!(process.env),
  },
};

type Starters = Record<string, (env: NodeJS.ProcessEnv) => Promise<Running>>;

async function load(room: string): Promise<Starters> {
  return (await import(`../${room}/start.ts`)) as Starters;
}

/** Adds `start`, `hub`, `receiver` and `inbox`. */
export function addRooms(program: Command): void {
  program
    .command("start")
    .description("everything on this machine, with two embedded databases, for trying out and testing")
    .option("--port-base <n>", "first port to use; give another for a second instance", "7400")
    .option("--data-dir <dir>", "where the databases, keys and demo.json are kept", "./var")
    .option("--json", "log in JSON only")
    .addHelpText("after", "\nExample:\n  framme start --port-base 7500 --data-dir /tmp/framme-2")
    .action(async (options: { portBase: string; dataDir: string }) => {
      const portBase = Number(options.portBase);
      if (!Number.isInteger(portBase) || portBase < 1 || portBase > 65_000)
        throw new WrongUsage("--port-base must be a number from 1 to 65000, such as 7400.");
      const { startDemo } = (await import(`../stand-in/${"start"}.ts`)) as {
        startDemo(wanted: { portBase: number; dataDir: string; env: NodeJS.ProcessEnv }): Promise<Running>;
      };
      await stayUp(() => startDemo({ portBase, dataDir: options.dataDir, env: process.env }));
    });
  for (const [name, room] of Object.entries(rooms))
    program
      .command(name)
      .description(room.what)
      .option("--json", "log in JSON only")
      .addHelpText("after", `\nSettings (environment): ${room.settings}\nSee docs/operations.md.`)
      .action(() => stayUp(room.starts));
}

/** Starts, waits until told to stop, and closes. A second signal does not wait for the closing. */
async function stayUp(start: () => Promise<Running>): Promise<void> {
  const stopped = untilStopped();
  const running = await start();
  // A starter waits for this word before it starts what depends on us.
  process.send?.("ready");
  await stopped;
  await running.close();
  process.exit(0);
}

/** Ctrl-C under npm comes twice, from the terminal and from npm: only one that comes later is meant as a second. */
const sameSignalMs = 1_000;

function untilStopped(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let toldAt: number | null = null;
  const stop = (why: string) => {
    if (toldAt !== null && performance.now() - toldAt < sameSignalMs) return;
    if (toldAt !== null) process.exit(130);
    toldAt = performance.now();
    if (process.stderr.isTTY) note(`framme: stopping (${why})`);
    resolve();
  };
  process.on("SIGINT", () => stop("SIGINT"));
  process.on("SIGTERM", () => stop("SIGTERM"));
  if (process.channel) {
    process.once("disconnect", () => stop("the starter is gone"));
    process.channel.unref?.();
  }
  return promise;
}
