// Starting and stopping a room's HTTP server. Outside loopback it speaks TLS or does not start: a report's
// headers and a sender's assertions never cross a network in the clear.

import { readFileSync } from "node:fs";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { Hono } from "hono";
import { Problem } from "../core/problem.ts";

export type Listening = { readonly port: number; close(): Promise<void> };

export type ServerSettings = {
  readonly host: string;
  readonly port: number;
  /** Where the world finds this room, such as `https://hub.example.no`. */
  readonly publicOrigin: string;
  readonly tls: { readonly certificateFile: string; readonly keyFile: string } | null;
};

/** Whether this host can only be reached from the machine itself. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Serves the app; resolves when it listens. A taken port is refused with what to do about it. */
export function listen(app: Hono, settings: ServerSettings): Promise<Listening> {
  const { promise, resolve, reject } = Promise.withResolvers<Listening>();
  const tls = settings.tls;
  const secure = tls && {
    createServer: createTlsServer,
    serverOptions: { cert: readFileSync(tls.certificateFile), key: readFileSync(tls.keyFile) },
  };
  const server = serve(
    { fetch: app.fetch, hostname: settings.host, port: settings.port, ...(secure ?? {}) } as Parameters<
      typeof serve
    >[0],
    (at: AddressInfo) => resolve({ port: at.port, close: () => closed(server) }),
  );
  server.on("error", (error: NodeJS.ErrnoException) => reject(listenProblem(error, settings)));
  return promise;
}

function listenProblem(error: NodeJS.ErrnoException, settings: ServerSettings): unknown {
  if (error.code !== "EADDRINUSE" && error.code !== "EACCES") return error;
  const why = error.code === "EADDRINUSE" ? "is taken by another program" : "may not be used by this user";
  return new Problem(
    "config.bad",
    `port ${settings.port} on ${settings.host} ${why}: choose another with PORT`,
  );
}

/** Stops taking requests, lets those under way finish for a moment, then drops what is left (long polls). */
function closed(server: ReturnType<typeof serve>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  if ("closeIdleConnections" in server) server.closeIdleConnections();
  setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), 2000).unref();
  return promise;
}
