// The hub as the portal sees it: an address book of the demonstration's services, and journeys computed by the core
// from receipts that the test names. The road to it is what is played: it can be gone, or say that it is too often.
import { Hono } from "hono";
import { journeyOf } from "../src/core/journey.js";
import { trackingCodeOf, trackingHashOf } from "../src/core/tracking.js";
import { demoEmergencyServices, demoServices } from "../src/stand-in/demo-places.js";
export class PlayedFollowHub {
    now;
    isGone = false;
    /** How long it asks to wait; 0: it answers. */
    waitSeconds = 0;
    /** What was posted to it to be closed. */
    closed = [];
    /** What was posted to it, and how often the address book was fetched. */
    codes = [];
    fetches = 0;
    followed = new Map();
    app = new Hono();
    constructor(now) {
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
            if (!found)
                return c.json({ error: "tracking-code.unknown", message: "" }, 404);
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
    fetch = async (url, init) => {
        if (this.isGone)
            throw new TypeError("fetch failed");
        return this.app.request(url, init);
    };
    /** A report that can be followed; gives its code. */
    add(...deliveries) {
        const code = trackingCodeOf(Buffer.alloc(16, this.followed.size + 17));
        this.followed.set(trackingHashOf(code), deliveries);
        return code;
    }
    /** As the real hub shows a delivery: without what is not told, and with what is owed next. */
    seen({ channel, kind: reporter = "private", receipts }) {
        const hidden = reporter === "private" ? ["opened", "returned"] : ["returned"];
        const shown = receipts
            .filter(({ kind }) => !hidden.includes(kind))
            .map(({ kind, at, by }) => ({ kind, at, by: { role: by, id: "x" } }));
        const { reached, owes } = journeyOf({ channel, receipts: shown }, this.now);
        return {
            reached,
            receipts: shown.map(({ kind, at, by }) => ({ kind, at, by: by.role })),
            owes: owes && hidden.includes(owes.owed) ? null : owes,
        };
    }
}
/** Short for a receipt. */
export function told(kind, by, at) {
    return { kind, by, at };
}
//# sourceMappingURL=played-follow-hub.js.map