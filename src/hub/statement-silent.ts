// A receiver that states nothing is found by its silence: the service's people hear of it after five minutes. Silent is
// not lost; nothing is concluded of what its case system holds.

import { minuteMs } from "../core/schedule.ts";
import type { Hub } from "./hub.ts";
import { noteDeviations } from "./receipt-store.ts";
import { silentServices } from "./statement-store.ts";

export const silentAfterMs = 5 * minuteMs;

/**
 * The look for silent receivers, to be taken again and again. Those that could not be heard because the hub itself was
 * not there get their five minutes from when it came. Gives how many are silent.
 */
export function silenceWatch(hub: Hub): () => Promise<number> {
  const up = hub.clock();
  return async () => {
    const now = hub.clock();
    if (now - up < silentAfterMs) return 0;
    const { services } = await hub.known.read();
    const silent = await silentServices(hub.db.read, new Date(now - silentAfterMs));
    const deviations = silent
      .filter(({ service }) => services.get(service)?.active)
      .map(({ service, heardAt }) => ({
        kind: "statement.silent",
        report: null,
        service,
        owner: `service:${service}`,
        // One row for each silence, however long it lasts.
        detail: heardAt ? `since ${heardAt.toISOString()}` : "never stated",
      }));
    await hub.db.begin((tx) => noteDeviations(tx, deviations, new Date(now)));
    return deviations.length;
  };
}
