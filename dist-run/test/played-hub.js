// A hub for tests of the sending side: it checks assertions, reads packages and signs receipts as the real one
// does, keeps everything in memory, and can be told to die, forget or lie. The real hub is tested elsewhere;
// here the road and the far end are what is played.
import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { Hono } from "hono";
import { signReceipt } from "../src/core/receipt.js";
import { keyIdOf } from "../src/core/signature.js";
import { callerOf } from "../src/http/assertion.js";
import { headerSignatureFits } from "../src/wire/report-header.js";
import { readPackage } from "../src/wire/report-package.js";
export const hubOrigin = "http://127.0.0.1:7000";
export function newPair() {
    const { privateKey } = generateKeyPairSync("ed25519");
    const publicKey = createPublicKey(privateKey);
    return { privateKey, publicKey, keyId: keyIdOf(publicKey) };
}
export class PlayedHub {
    key = newPair();
    submitter = newPair();
    fault = null;
    channel = "receiver";
    /** Every body that reached it, in order. */
    bodies = [];
    accepted = new Map();
    published = new Map();
    now;
    app = new Hono();
    constructor(now) {
        this.now = now;
        this.app.post("/reports", async (c) => this.takeReport(Buffer.from(await c.req.arrayBuffer())));
        this.app.get("/reports/:id/receipts", (c) => {
            const held = this.accepted.get(c.req.param("id"));
            if (!held)
                return c.json({ error: "report.unknown", message: "" }, 404);
            return c.json({ receipts: held.receipts, channel: this.channel });
        });
        this.app.get("/keys/:id", (c) => {
            const key = this.published.get(c.req.param("id"));
            return key ? c.json(key) : c.json({ error: "key.unknown", message: "" }, 404);
        });
    }
    /** The road to it. */
    road = async (url, init) => {
        if (this.fault === "dies-before")
            throw new TypeError("fetch failed");
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
        const keyOf = async (keyId) => (keyId === this.submitter.keyId ? known : null);
        await callerOf(request.headers.get("authorization") ?? undefined, [hubOrigin], asked, keyOf, this.now);
        const response = await this.app.request(request);
        if (this.fault === "dies-after")
            throw new TypeError("terminated");
        return response;
    };
    takeReport(bytes) {
        this.bodies.push(bytes);
        if (this.fault === 503)
            return Response.json({ error: "internal", message: "" }, { status: 503 });
        if (this.fault === 409)
            return Response.json({ error: "report.id-reused", message: "" }, { status: 409 });
        if (this.fault === "noise")
            return new Response("<html>proxy</html>", { status: 200 });
        const { header, signature } = readPackage(bytes);
        if (!headerSignatureFits(header, signature.value, this.submitter.publicKey))
            throw new Error("bad signature");
        const held = this.accepted.get(header.id);
        if (held && !held.bytes.equals(bytes))
            throw new Error("other bytes under the same id");
        if (held)
            return Response.json({ receipt: held.receipts[0] });
        const receipt = this.receipt(header);
        if (this.fault === "dies-after" || this.fault === null)
            this.accepted.set(header.id, { header, bytes, receipts: [receipt] });
        return Response.json({ receipt }, { status: 201 });
    }
    receipt(header) {
        const body = this.bodyFor(header, { kind: "accepted", by: { role: "hub", id: "hub" } });
        if (this.fault === "forged")
            return signReceipt(body, this.key.keyId, newPair().privateKey);
        if (this.fault === "other-bytes")
            return this.sign({ ...body, sealedHash: "0".repeat(64) }, this.key);
        if (this.fault === "other-kind")
            return this.sign({ ...body, kind: "printed" }, this.key);
        return this.sign(body, this.key);
    }
    bodyFor(header, said) {
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
    sign(body, pair) {
        return signReceipt(body, pair.keyId, pair.privateKey);
    }
    /** Adds somebody's receipt to a report, signed with this pair. */
    add(id, said, pair) {
        const held = this.accepted.get(id);
        if (!held)
            throw new Error("the hub has no such report");
        held.receipts.push(this.sign({ ...this.bodyFor(held.header, said), ...said }, pair));
    }
    publish(pair, owner, use, validTo = "2099-01-01T00:00:00.000Z") {
        const pem = pair.publicKey.export({ type: "spki", format: "pem" });
        this.published.set(pair.keyId, { owner, use, pem, validFrom: "2020-01-01T00:00:00.000Z", validTo });
    }
}
//# sourceMappingURL=played-hub.js.map