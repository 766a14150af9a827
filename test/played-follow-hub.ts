// The hub as the portal sees it: an address book of the demonstration's services, and journeys computed by the core
// from receipts that the test names. The road to it is what is played: it can be gone, or say that it is too often.

import { Hono } from "hono";
import type { Channel } from "../src/core/area.ts";
import { journeyOf } from "../src/core/journey.ts";
import type { Party, Receipt, ReceiptKind } from "../src/core/receipt.ts";
import type { ReportKind } from "../src/core/report.ts";
import { trackingCodeOf, trackingHashOf } from "../src/core/tracking.ts";
import type { Checked } from "../src/portal/check.ts";
import type { Fetch } from "../src/http/client.ts";
import { demoEmergencyServices, demoServices } from "../src/stand-in/demo-places.ts";

export type Delivery = {
  readonly channel: Channel;
  /** What the last look found; proven by the last `proven`, or not checked yet, unless said otherwise. */
  readonly check?: Checked;
  /** Private unless said otherwise. */
  readonly kind?: ReportKind;
  readonly receipts: readonly { readonly kind: ReceiptKind; readonly at: string; readonly by: Party }[];
};

export class PlayedFollowHub {
  now: number;
  isGone = false;
  /** How long it asks to wait; 0: it answers. */
  waitSeconds = 0;
  /** What was posted to it to be closed. */
  readonly closed: string[] = [];
  /** What was posted to it, and how often the address book was fetched. */
  readonly codes: string[] = [];
  fetches = 0;
  private readonly followed = new Map<string, readonly Delivery[]>();
  private readonly app = new Hono();

  constructor(now: number) {
    this.now = now;
    this.app.get("/services", (c) => {
      this.fetches += 1;
      const services = demoServices.map(({ service }) => ({
        ...service,
        keys: { encryption: null, receipt: null },
      }));
      return c.json({ services, emergencyServices: demoEmergencyServices });
    });
    this.app.post("/follow", async (c) => {
      const { code } = await c.req.json();
      this.codes.push(code);
      if (this.waitSeconds > 0)
        return c.json({ error: "rate.exceeded" }, 429, { "Retry-After": String(this.waitSeconds) });
      const found = this.followed.get(trackingHashOf(code) ?? "");
      if (!found) return c.json({ error: "tracking-code.unknown", message: "" }, 404);
      return c.json({ deliveries: found.map((delivery) => this.seen(delivery)) });
    });
    this.app.post("/follow/close", async (c) => {
      const { code } = await c.req.json();
      if (this.waitSeconds > 0)
        return c.json({ error: "rate.exceeded" }, 429, { "Retry-After": String(this.waitSeconds) });
      this.closed.push(code);
      this.followed.delete(trackingHashOf(code) ?? "");
      return c.body(null, 204);
    });
  }

  /** The road. */
  readonly fetch: Fetch = async (url, init) => {
    if (this.isGone) throw new TypeError("fetch failed");
    return this.app.request(url, init);
  };

  /** A report that can be followed; gives its code. */
  add(...deliveries: readonly Delivery[]): string {
    const code = trackingCodeOf(Buffer.alloc(16, this.followed.size + 17));
    this.followed.set(trackingHashOf(code)!, deliveries);
    return code;
  }

  /** As the real hub shows a delivery: without what is not told, and with what is owed next. */
  private seen({ channel, kind: reporter = "private", receipts, check }: Delivery) {
    const hidden: ReceiptKind[] = reporter === "private" ? ["opened", "returned"] : ["returned"];
    const shown = receipts
      .filter(({ kind }) => !hidden.includes(kind))
      .map(({ kind, at, by }) => ({ kind, at, by: { role: by, id: "x" } }) as Receipt);
    const { reached, owes } = journeyOf({ channel, receipts: shown }, this.now);
    return {
      reached,
      receipts: shown.map(({ kind, at, by }) => ({ kind, at, by: by.role })),
      owes: owes && hidden.includes(owes.owed) ? null : owes,
      check: check ?? usualCheck(receipts),
    };
  }
}

function usualCheck(receipts: Delivery["receipts"]): Checked {
  const at = receipts.findLast(({ kind }) => kind === "proven")?.at ?? null;
  return { state: at === null ? "not-checked-yet" : "proven", lastProvenAt: at, sentAgain: null };
}

/** Short for a receipt. */
export function told(kind: ReceiptKind, by: Party, at: string): Delivery["receipts"][number] {
  return { kind, by, at };
}
