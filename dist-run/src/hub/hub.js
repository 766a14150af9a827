// What every step of the hub stands on, in one value: its database, clock and key, what it knows by heart, and
// who is waiting to be offered something.
import { randomUUID } from "node:crypto";
import { knowledge } from "./known.js";
import { waitingRoom } from "./waiting.js";
export const usualLimits = {
    reportBytes: 5_000_000,
    reportsPerMinute: 6000,
    followsPerMinute: 30,
    requestsPerMinute: 6000,
};
/** Puts a hub together. Nothing is read or started yet. */
export function makeHub(parts) {
    const { db, clock, key, origin, id = "hub" } = parts;
    return {
        id,
        key,
        origin,
        db,
        clock,
        limits: { ...usualLimits, ...parts.limits },
        known: knowledge(db),
        waiting: waitingRoom(),
        run: randomUUID(),
    };
}
//# sourceMappingURL=hub.js.map