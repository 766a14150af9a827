// A hub for tests of the sending side: it checks assertions, reads packages and signs receipts as the real one
// does, keeps everything in memory, and can be told to die, forget or lie. The real hub is tested elsewhere;
// here the road and the far end are what is played.

import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { Hono } from "hono";
import type { Channel } from "../src/core/area.ts";
import { type Receipt, type ReceiptBody, signReceipt } from "../src/core/receipt.ts";
import type { ReportHeader } from "../src/core/report.ts";
import { keyIdOf } from "../src/core/signature.ts";
import { callerOf } from "../src/http/assertion.ts";
import type { Fetch } from "../src/http/client.ts";
import { headerSignatureFits } from "../src/wire/report-header.ts";
import { readPackage } from "../src/wire/report-package.ts";

export const hubOrigin = "http://127.0.0.1:7000";

export type Pair = { readonly privateKey: KeyObject; readonly publicKey: KeyObject; readonly keyId: string };

export function newPair(): Pair {
  const { privateKey } = generateKeyPairSync("ed25519");
  const publicKey = createPublicKey(privateKey);
  return { privateKey, publicKey, keyId: keyIdOf(publicKey) };
}

/** How the next requests go wrong; `null`: not at all. */
export type Fault =
  | "dies-before"
  | "dies-after"
  | "other-bytes"
  | "forged"
  | "other-kind"
  | "noise"
  | 409
  | 503
  | null;

type Published = { owner: string; use: string; pem: string; validFrom: string; validTo: string };

export class PlayedHub {
  readonly key = newPair();
  readonly submitter = newPair();
  fault: Fault = null;
  channel: Channel = "receiver";
  /** Every body that reached it, in order. */
  readonly bodies: Buffer[] = [];
  readonly accepted = new Map<string, { header: ReportHeader; bytes: Buffer; receipts: Receipt[] }>();
  readonly published = new Map<string, Published>();
  now: number;
  private readonly app = new Hono();

  constructor(now: number) {
    this.now = now;
    this.app.post("/reports", async (c) => this.takeReport(Buffer.from(await c.req.arrayBuffer())));
    this.app.get("/reports/:id/receipts", (c) => {
      const held = this.accepted.get(c.req.param("id"));
      if (!held) return c.json({ error: "report.unknown", message: "" }, 404);
      return c.json({ receipts: held.receipts, channel: this.channel });
    });
    this.app.get("/keys/:id", (c) => {
      const key = this.published.get(c.req.param("id"));
      return key ? c.json(key) : c.json({ error: "key.unknown", message: "" }, 404);
    });
  }

  /** The road to it. */
  readonly road: Fetch = async (url, init) => {
    if (this.fault === "dies-before") throw new TypeError("fetch failed");
    const request = new Request(url, init);
    const body = Buffer.from(await request.clone().arrayBuffer());
    const { pathname } = new URL(url);
    const asked = { method: request.method, path: pathname, ...(body.length > 0 ? { body } : {}) };
    const known = {
      caller: "submitter:test",
      publicKey: this.submitter.publicKey,
      validFrom: 0,
      validTo: 1e15,
    };
    const keyOf = async (keyId: string) => (keyId === this.submitter.keyId ? known : null);
    await callerOf(request.headers.get("authorization") ?? undefined, [hubOrigin], asked, keyOf, this.now);
    const response = await this.app.request(request);
    if (this.fault === "dies-after") throw new TypeError("terminated");
    return response;
  };

  private takeReport(bytes: Buffer): Response {
    this.bodies.push(bytes);
    if (this.fault === 503) return Response.json({ error: "internal", message: "" }, { status: 503 });
    if (this.fault === 409) return Response.json({ error: "report.id-reused", message: "" }, { status: 409 });
    if (this.fault === "noise") return new Response("<html>proxy</html>", { status: 200 });
    const { header, signature } = readPackage(bytes);
    if (!headerSignatureFits(header, signature.value, this.submitter.publicKey))
      throw new Error("bad signature");
    const held = this.accepted.get(header.id);
    if (held && !held.bytes.equals(bytes)) throw new Error("other bytes under the same id");
    if (held) return Response.json({ receipt: held.receipts[0] });
    const receipt = this.receipt(header);
    if (this.fault === "dies-after" || this.fault === null)
      this.accepted.set(header.id, { header, bytes, receipts: [receipt] });
    return Response.json({ receipt }, { status: 201 });
  }

  private receipt(header: ReportHeader): Receipt {
    const body = this.bodyFor(header, { kind: "accepted", by: { role: "hub", id: "hub" } });
    if (this.fault === "forged") return signReceipt(body, this.key.keyId, newPair().privateKey);
    if (this.fault === "other-bytes") return this.sign({ ...body, sealedHash: "0".repeat(64) }, this.key);
    if (this.fault === "other-kind") return this.sign({ ...body, kind: "printed" }, this.key);
    return this.sign(body, this.key);
  }

  private bodyFor(header: ReportHeader, said: Pick<ReceiptBody, "kind" | "by">): ReceiptBody {
    const at = new Date(this.now).toISOString();
    const { id: reportId, service } = header;
    return {
      v: 1,
      reportId,
      service,
      serial: this.accepted.size + 1,
      at,
      sealedHash: header.sealed.hash,
      ...said,
    };
  }

  private sign(body: ReceiptBody, pair: Pair): Receipt {
    return signReceipt(body, pair.keyId, pair.privateKey);
  }

  /** Adds somebody's receipt to a report, signed with this pair. */
  add(id: string, said: Pick<ReceiptBody, "kind" | "by"> & Partial<ReceiptBody>, pair: Pair): void {
    const held = this.accepted.get(id);
    if (!held) throw new Error("the hub has no such report");
    held.receipts.push(this.sign({ ...this.bodyFor(held.header, said), ...said }, pair));
  }

  publish(pair: Pair, owner: string, use: string, validTo = "2099-01-01T00:00:00.000Z"): void {
    const pem = pair.publicKey.export({ type: "spki", format: "pem" });
    this.published.set(pair.keyId, { owner, use, pem, validFrom: "2020-01-01T00:00:00.000Z", validTo });
  }
}
