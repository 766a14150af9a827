// A SvarInn server for tests of the receiver: the V1 REST calls as KS describes them, with the faults that real
// servers and roads have. Nothing is kept on disk.

import { Hono } from "hono";
import { basicAuth } from "hono/basic-auth";
import type { Fetch } from "../src/http/client.ts";

export type PlayedForsendelse = {
  /** The entry in the list, as it is sent. */
  readonly entry: unknown;
  /** Gives the bytes at each download, counted from 1; a number is a status instead. */
  readonly bytes: (download: number) => Buffer | number;
};

export type PlayedSvarInn = {
  readonly baseUrl: string;
  readonly user: string;
  readonly password: string;
  readonly fetch: Fetch;
  readonly waiting: Map<string, PlayedForsendelse>;
  readonly downloads: Map<string, number>;
  /** Ids acknowledged, in order; and failures told. */
  readonly acknowledged: string[];
  readonly failed: { id: string; body: unknown }[];
  /** Asked before each acknowledgement; a status answers instead, before or after it took effect. */
  onAcknowledge: (id: string) => { status: number; takesEffect: boolean } | null;
};

/** Starts a played SvarInn server. */
export function playSvarInn(): PlayedSvarInn {
  const app = new Hono();
  const server: PlayedSvarInn = {
    baseUrl: "http://svarinn.test/tjenester",
    user: "municipality",
    password: "pass:word æ",
    fetch: async (url, init) => app.request(url, init),
    waiting: new Map(),
    downloads: new Map(),
    acknowledged: [],
    failed: [],
    onAcknowledge: () => null,
  };
  app.use("*", basicAuth({ username: server.user, password: server.password }));
  app.get("/tjenester/svarinn/mottaker/hentNyeForsendelser", (c) =>
    c.json([...server.waiting.values()].map((one) => one.entry).slice(0, 200)),
  );
  app.get("/tjenester/svarinn/forsendelse/:id", (c) => {
    const id = c.req.param("id");
    const count = (server.downloads.get(id) ?? 0) + 1;
    server.downloads.set(id, count);
    const given = server.waiting.get(id)?.bytes(count) ?? 404;
    if (typeof given === "number") return c.body(null, given as 404);
    return c.body(new Uint8Array(given), 200, { "content-type": "application/zip" });
  });
  app.post("/tjenester/svarinn/kvitterMottak/forsendelse/:id", (c) => {
    const id = c.req.param("id");
    const instead = server.onAcknowledge(id);
    const isThere = server.waiting.has(id);
    if (isThere && (instead === null || instead.takesEffect)) {
      server.waiting.delete(id);
      server.acknowledged.push(id);
    }
    return c.body(null, (instead?.status ?? (isThere ? 200 : 404)) as 200);
  });
  app.post("/tjenester/svarinn/mottakFeilet/forsendelse/:id", async (c) => {
    server.failed.push({ id: c.req.param("id"), body: await c.req.json() });
    return c.body(null, server.waiting.has(c.req.param("id")) ? 200 : 404);
  });
  return server;
}
