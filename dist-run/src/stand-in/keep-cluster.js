// Keeps an embedded cluster running: when its server is killed it is started again on the same data, and recovers
// what was committed. The rooms find it again by themselves.
import { setTimeout as pause } from "node:timers/promises";
import { startCluster } from "./cluster.js";
/** Starts the cluster; until it is stopped, starts it again whenever it is gone. */
export async function keepCluster(name, settings, say) {
    let stopping = false;
    let cluster = await startCluster(settings);
    const keep = async () => {
        for (;;) {
            await cluster.gone;
            if (stopping)
                return;
            say(`the ${name} PostgreSQL stopped, starting it again`);
            cluster = (await startedAgain(settings, () => stopping, say)) ?? cluster;
            if (!stopping)
                say(`the ${name} PostgreSQL is up again`);
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
async function startedAgain(settings, isStopping, say) {
    for (let waitMs = 250; !isStopping(); waitMs = Math.min(waitMs * 2, 5_000)) {
        try {
            return await startCluster(settings);
        }
        catch (error) {
            say(`PostgreSQL did not start: ${error instanceof Error ? error.message : error}`);
            await pause(waitMs);
        }
    }
    return null;
}
//# sourceMappingURL=keep-cluster.js.map