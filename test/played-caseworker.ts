// A caseworker's desk in front of the inbox, played: it says what has been opened, as docs/protocol.md has it, and
// keeps what it is told. What is here counts as on the inbox's disk: it outlives the inbox's death.

import type { Receipt } from "../src/core/receipt.ts";
import { callerOf, type KnownKey } from "../src/http/assertion.ts";

const openingsPath = /^\/openings$/;
const receiptsPath = /^\/reports\/([0-9a-f-]{36})\/receipts$/;

export class PlayedCaseworker {
  readonly openings: { readonly cursor: string; readonly id: string; readonly at: string }[] = [];
  /** By report id, what the receiver has said that the hub has recorded. */
  readonly told = new Map<string, readonly Receipt[]>();
  private readonly origin: string;
  private readonly keys: ReadonlyMap<string, KnownKey>;
  private readonly clock: () => number;

  constructor(origin: string, keys: ReadonlyMap<string, KnownKey>, clock: () => number) {
    this.origin = origin;
    this.keys = keys;
    this.clock = clock;
  }

  /** Opens a report now, if it has not been opened before. */
  open(id: string, at = new Date(this.clock()).toISOString()): void {
    if (this.openings.some((one) => one.id === id)) return;
    this.openings.push({ cursor: String(this.openings.length + 1), id, at });
  }

  /** Answers what is asked of the desk; null for everything else, which is the inbox's. `has` says what it holds. */
  async answer(
    address: string,
    init: RequestInit,
    has: (id: string) => Promise<boolean>,
  ): Promise<Response | null> {
    const url = new URL(address);
    const report = receiptsPath.exec(url.pathname)?.[1];
    if (!report && !openingsPath.test(url.pathname)) return null;
    const { method = "GET", body } = init;
    const request = {
      method,
      path: url.pathname,
      ...(typeof body === "string" ? { body } : {}),
    };
    const authorization = new Headers(init.headers).get("authorization") ?? undefined;
    const keyOf = async (keyId: string) => this.keys.get(keyId) ?? null;
    await callerOf(authorization, [this.origin], request, keyOf, this.clock());
    if (!report) return Response.json({ openings: this.listed(url.searchParams) });
    if (!(await has(report))) return Response.json({ error: "report.unknown" }, { status: 404 });
    this.told.set(report, (JSON.parse(String(body)) as { receipts: Receipt[] }).receipts);
    return new Response(null, { status: 204 });
  }

  private listed(query: URLSearchParams) {
    const after = Number(query.get("after") ?? 0);
    return this.openings
      .filter(({ cursor }) => Number(cursor) > after)
      .slice(0, Number(query.get("limit") ?? 200));
  }
}
