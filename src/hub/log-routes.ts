// The log's door, open to all: heads, tiles and entries as C2SP's tlog-tiles has them, and the proof of a receipt for
// whoever knows its hash. Nothing here tells service, place or time of a report to anybody who has not its receipt.

import type { Context, Hono } from "hono";
import { noteAlgorithms, noteKeyOf, vkeyOf } from "../core/note.ts";
import { refuse } from "../core/problem.ts";
import type { Receipt } from "../core/receipt.ts";
import { tileFrom, tileWidth } from "../core/tile.ts";
import type { Hub } from "./hub.ts";
import { cosignedHead, newestHead, proofsOf } from "./log-proof.ts";
import { stopsReports } from "./log-state.ts";
import { commitmentsIn, newestCheckpoint } from "./log-store.ts";
import { tileAt } from "./log-tree.ts";

/** What stays open when the log is not the one that witnesses have seen: what shows it, and what it is checked with. */
const staysOpen = /^\/(health|log\/|openapi\.json|keys|services)/;

/** Tiles never change. Nor does the beginning of one, so that a partial one can be kept as well. */
const forGood = "public, max-age=31536000, immutable";

/** Refuses everything else while a fault stands that means that others have seen what is not here. */
export function guardLog(app: Hono, hub: Hub): void {
  app.use(async (c, next) => {
    const fault = hub.log.fault();
    const isOpen = c.req.method === "GET" && staysOpen.test(c.req.path);
    if (fault && stopsReports(fault) && !isOpen) refuse(fault.code, fault.detail);
    await next();
  });
}

/** Refuses, for /health, with whatever was found wrong with the log. */
export function refuseFaultyLog(hub: Hub): void {
  const fault = hub.log.fault();
  if (fault) refuse(fault.code, fault.detail);
}

/** The log's addresses. */
export function logRoutes(app: Hono, hub: Hub): void {
  app.get("/log/checkpoint", async (c) => noteAnswer(c, await newestHead(hub)));

  app.get("/log/checkpoint/cosigned", async (c) => noteAnswer(c, await cosignedHead(hub)));

  app.get("/log/key", (c) => {
    const key = noteKeyOf(hub.log.origin, noteAlgorithms.log, hub.key.privateKey);
    return c.text(`${vkeyOf(key)}\n`);
  });

  app.get("/log/tile/:tile{.+}", async (c) => {
    const bytes = await tileBytesAt(hub, c.req.param("tile"));
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": "application/octet-stream",
      "Cache-Control": forGood,
    });
  });

  app.get("/log/proof/:hash", async (c) => {
    const hash = c.req.param("hash");
    if (!/^[0-9a-f]{64}$/.test(hash)) return refuse("ledger.not-there");
    const found = (await proofsOf(hub, [hash])).get(hash) ?? refuse("ledger.not-there");
    return c.json({ receipt: JSON.parse(found.body) as Receipt, proof: found.proof });
  });
}

function noteAnswer(c: Context, head: { text: string } | null): Response {
  return c.text(head?.text ?? refuse("ledger.not-there"));
}

/** A tile or a bundle of entries; refuses with `ledger.not-there` what the newest head does not have. */
async function tileBytesAt(hub: Hub, path: string): Promise<Buffer> {
  const { level, number, width } = tileFrom(path) ?? refuse("ledger.not-there");
  const size = (await newestCheckpoint(hub.db.read, hub.log.origin))?.size ?? 0;
  if (level !== "entries")
    return (await tileAt(hub.db.read, { level, number, width }, size)) ?? refuse("ledger.not-there");
  const from = number * tileWidth;
  if (from + width > size) refuse("ledger.not-there");
  const entries = await commitmentsIn(hub.db.read, from, from + width);
  if (entries.length !== width) refuse("ledger.broken", `entries from ${from}`);
  // Each with its length before it, two bytes big-endian.
  return Buffer.concat(entries.flatMap((entry) => [Buffer.of(0, entry.length), entry]));
}
