// Starting and stopping a room's HTTP server. Outside loopback it speaks TLS or does not start: a report's
// headers and a sender's assertions never cross a network in the clear.
import { readFileSync } from "node:fs";
import { createServer as createTlsServer } from "node:https";
import { serve } from "@hono/node-server";
import { Problem } from "../core/problem.js";
/** Whether this host can only be reached from the machine itself. */
export function isLoopback(host) {
    return host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}
/** Serves the app; resolves when it listens. A taken port is refused with what to do about it. */
export function listen(app, settings) {
    const { promise, resolve, reject } = Promise.withResolvers();
    const tls = settings.tls;
    const secure = tls && {
        createServer: createTlsServer,
        serverOptions: { cert: readFileSync(tls.certificateFile), key: readFileSync(tls.keyFile) },
    };
    const server = serve({ fetch: app.fetch, hostname: settings.host, port: settings.port, ...(secure ?? {}) }, (at) => resolve({ port: at.port, close: () => closed(server) }));
    server.on("error", (error) => reject(listenProblem(error, settings)));
    return promise;
}
function listenProblem(error, settings) {
    if (error.code !== "EADDRINUSE" && error.code !== "EACCES")
        return error;
    const why = error.code === "EADDRINUSE" ? "is taken by another program" : "may not be used by this user";
    return new Problem("config.bad", `port ${settings.port} on ${settings.host} ${why}: choose another with PORT`);
}
/** Stops taking requests, lets those under way finish for a moment, then drops what is left (long polls). */
function closed(server) {
    const { promise, resolve } = Promise.withResolvers();
    server.close(() => resolve());
    if ("closeIdleConnections" in server)
        server.closeIdleConnections();
    setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), 2000).unref();
    return promise;
}
//# sourceMappingURL=server.js.map