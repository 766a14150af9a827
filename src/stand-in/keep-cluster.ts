// Keeps an embedded cluster running: when its server is killed it is started again on the same data, and recovers
// what was committed. The rooms find it again by themselves.

import { setTimeout as pause } from "node:timers/promises";
import { type Cluster, type ClusterSettings, startCluster } from "./cluster.ts";

export type KeptCluster = { readonly adminUrl: string; stop(): Promise<void> };

/** Starts the cluster; until it is stopped, starts it again whenever it is gone. */
export async function keepCluster(
  name: string,
  settings: ClusterSettings,
  say: (line: string) => void,
): Promise<KeptCluster> {
  let stopping = false;
  let cluster: Cluster = await startCluster(settings);
  const keep = async () => {
    for (;;) {
      await cluster.gone;
      if (stopping) return;
      say(`the ${name} PostgreSQL stopped, starting it again`);
      cluster = (await startedAgain(settings, () => stopping, say)) ?? cluster;
      if (!stopping) say(`the ${name} PostgreSQL is up again`);
    }
  };
  const keeping = keep();
  return {
    adminUrl: cluster.adminUrl,
    stop: async () => {
      stopping = true;
      await cluster.stop();
      await keeping;
    },
  };
}

async function startedAgain(
  settings: ClusterSettings,
  isStopping: () => boolean,
  say: (line: string) => void,
): Promise<Cluster | null> {
  for (let waitMs = 250; !isStopping(); waitMs = Math.min(waitMs * 2, 5_000)) {
    try {
      return await startCluster(settings);
    } catch (error) {
      say(`PostgreSQL did not start: ${error instanceof Error ? error.message : error}`);
      await pause(waitMs);
    }
  }
  return null;
}
