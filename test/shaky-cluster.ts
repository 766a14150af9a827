// A PostgreSQL of its own for tests of the ground a receipt stands on: made as every cluster is, then started
// with what no cluster of ours is started with. Settings on the command line cannot be changed from inside.

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import postgres from "postgres";
import { migrate, type RoomWithTables } from "../src/pg/migrate.ts";
import { programsOf, startCluster } from "../src/stand-in/cluster.ts";
import { runAsFor } from "../src/stand-in/postgres-user.ts";
import { urlFor } from "../src/stand-in/provision.ts";
import { freePort } from "./database.ts";

export type ShakyCluster = {
  readonly url: string;
  readonly adminUrl: string;
  /** Starts it anew with these settings; `standby` puts it in recovery. */
  restart(settings: Readonly<Record<string, string>>, standby?: boolean): Promise<void>;
  /** Stops it and keeps its files as they are: a backup, to be put back later. */
  saveFiles(): Promise<void>;
  /** Stops it and puts the saved files back; `recovering` as from an archive, which begins a timeline of its own. */
  putFilesBack(recovering: boolean): Promise<void>;
  remove(): Promise<void>;
};

/** Makes a cluster with a room's database, and leaves it stopped. */
export async function shakyCluster(room: RoomWithTables): Promise<ShakyCluster> {
  const parent = mkdtempSync(`${tmpdir()}/framme-shaky-`);
  const folder = `${parent}/postgres`;
  const port = await freePort();
  const programs = await programsOf();
  const runAs = runAsFor(programs.postgres, parent);
  runAs.own(parent);
  const cluster = await startCluster({
    folder,
    port,
    passwordFile: `${parent}/password`,
    logFile: `${parent}/log`,
  });
  const adminUrl = urlFor(
    cluster.adminUrl,
    room,
    "postgres",
    decodeURIComponent(new URL(cluster.adminUrl).password),
  );
  const url = urlFor(cluster.adminUrl, room, "shaky", "only-for-tests");
  const sql = postgres(cluster.adminUrl, { max: 1 });
  await sql.unsafe(`create role shaky login password 'only-for-tests'`);
  await sql.unsafe(`create database ${room}`);
  await sql.end();
  await migrate(adminUrl, room, "shaky");
  await cluster.stop();

  let server: ChildProcess | null = null;
  const stop = async () => {
    const stopping = server;
    server = null;
    if (!stopping) return;
    const gone = new Promise((resolve) => stopping.once("exit", resolve));
    stopping.kill("SIGINT");
    await gone;
  };
  return {
    url,
    adminUrl,
    restart: async (settings, standby = false) => {
      await stop();
      if (standby) {
        writeFileSync(`${folder}/standby.signal`, "");
        runAs.own(`${folder}/standby.signal`);
      }
      const all = {
        port: String(port),
        listen_addresses: "127.0.0.1",
        unix_socket_directories: "",
        ...settings,
      };
      const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
      const [command, args] = runAs.command(programs.postgres, ["-D", folder, ...flags]);
      server = spawn(command, args, {
        ...runAs.options,
        env: { PATH: process.env.PATH, LC_ALL: "C" },
        stdio: "ignore",
      });
      await answers(adminUrl);
    },
    saveFiles: async () => {
      await stop();
      copyFolder(folder, `${parent}/saved`);
    },
    putFilesBack: async (recovering) => {
      await stop();
      copyFolder(`${parent}/saved`, folder);
      if (!recovering) return;
      writeFileSync(`${folder}/recovery.signal`, "");
      runAs.own(`${folder}/recovery.signal`);
    },
    remove: async () => {
      await stop();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

/** With owners and modes as they were; whatever was there before is gone. */
function copyFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  const { status } = spawnSync("cp", ["-a", from, to]);
  if (status !== 0) throw new Error("the cluster's files were not copied");
}

async function answers(url: string): Promise<void> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => undefined });
    const isUp = await sql`select 1`.then(
      () => true,
      () => false,
    );
    await sql.end({ timeout: 1 });
    if (isUp) return;
    if (performance.now() > deadline) throw new Error("the shaky cluster did not start");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
