// Two PostgreSQL clusters, national and municipal, as in life they stand in different houses: each with its own data
// folder, which a test may look through.

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import postgres from "postgres";
import { migrate, type RoomWithTables } from "../src/pg/migrate.ts";
import { startCluster } from "../src/stand-in/cluster.ts";
import { provision } from "../src/stand-in/provision.ts";
import { freePort } from "./database.ts";

export type Cluster = {
  readonly adminUrl: string;
  /** Everything of it: data, write-ahead log, and its log. */
  readonly folder: string;
  /** Makes a room's database, and gives the address of the room's own role. */
  databaseFor(room: RoomWithTables): Promise<string>;
  /** Writes all that is in memory to the data folder. */
  checkpoint(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts a cluster that is gone, with its folder, when it is stopped. */
export async function clusterNamed(name: string): Promise<Cluster> {
  const folder = mkdtempSync(`${tmpdir()}/framme-${name}-`);
  const cluster = await startCluster({
    folder: `${folder}/postgres`,
    port: await freePort(),
    passwordFile: `${folder}/password`,
    logFile: `${folder}/log`,
    server: { max_connections: "60", shared_buffers: "32MB" },
    temporary: true,
  });
  const { adminUrl } = cluster;
  return {
    adminUrl,
    folder,
    databaseFor: (room) =>
      provision(adminUrl, {
        database: room,
        owner: `${room}_owner`,
        role: room,
        password: "only-for-tests",
        connections: 20,
        makeTables: (ownerUrl, role) => migrate(ownerUrl, room, role),
      }),
    checkpoint: async () => {
      const sql = postgres(adminUrl, { max: 1 });
      await sql`checkpoint`.finally(() => sql.end({ timeout: 5 }));
    },
    stop: () => cluster.stop(),
  };
}
