// Which port each part of a demonstration listens on, counted from the port base, and whether they are free.
// Asked before anything is made: a taken port must not leave half a demonstration behind.
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { refuseSetting } from "../config.js";
/** How many ports from the base on belong to one demonstration, the rooms to come included. */
export const portSpan = 30;
/** The ports from a base. */
export function portsFrom(base) {
    if (!Number.isInteger(base) || base < 1024 || base + portSpan > 65_536)
        refuseSetting("--port-base", `it must be a whole number from 1024 to ${65_536 - portSpan}, such as 7400`);
    return {
        portal: base,
        hub: base + 1,
        inbox: base + 2,
        identity: base + 3,
        start: base + 4,
        postbox: base + 5,
        mail: base + 6,
        national: base + 20,
        municipal: base + 21,
    };
}
/** Refuses a taken port by its number. `patienceMs`: how long one may still be let go of by an earlier start. */
export async function checkPorts(ports, patienceMs) {
    const deadline = Date.now() + patienceMs;
    for (const port of ports) {
        while (!(await isFree(port))) {
            if (Date.now() > deadline)
                refuseSetting("--port-base", `port ${port} on 127.0.0.1 is taken by another program: stop that, or choose other ports, such as --port-base ${port + portSpan}`);
            await pause(100);
        }
    }
}
function isFree(port) {
    const { promise, resolve } = Promise.withResolvers();
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
    return promise;
}
//# sourceMappingURL=ports.js.map