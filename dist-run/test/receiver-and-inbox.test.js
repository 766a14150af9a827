// Goal: what the receiver puts into the inbox, it reads back out of it. Method: both sides of the road, the
// product's own, on a real database.
import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { test } from "node:test";
import { contentHashOf } from "../src/core/report.js";
import { inboxApp } from "../src/inbox/routes.js";
import { inboxAt } from "../src/receiver/case-system/inbox.js";
import { reasonOf } from "../src/receiver/decline.js";
import { freshDatabase } from "./database.js";
import { newSigner } from "./offering-hub.js";
test("the inbox gives a receiver back what it put, once, and names what is wrong otherwise", async () => {
    const database = await freshDatabase("inbox");
    const url = "http://inbox.test";
    const signer = newSigner();
    const known = { caller: "service:bergenhus", publicKey: signer.publicKey, validFrom: 0, validTo: 9e15 };
    const keys = new Map([[signer.keyId, known]]);
    const app = inboxApp({ db: database.db, clock: Date.now, publicOrigin: url, keys, bodyMax: 1_000_000 });
    const fetch = async (address, init) => app.request(address, init);
    const identity = { caller: "service:bergenhus", ...signer };
    const system = inboxAt({ url, identity, fetch, clock: Date.now });
    const facts = {
        service: "bergenhus",
        serial: 4,
        channel: "hub",
        acceptedAt: null,
        kind: "unknown",
        flags: [],
    };
    const files = { json: randomBytes(100), pdf: randomBytes(100) };
    const id = randomUUID();
    try {
        assert.equal(await system.readBack(id), null);
        await system.put({ id, ...facts, files });
        await system.put({ id, ...facts, files });
        const back = await system.readBack(id);
        assert.equal(contentHashOf(back.files), contentHashOf(files));
        assert.match(back.reference, /^\d{4}-000001$/);
        const reasonFor = async (fetchIt) => inboxAt({ url, identity, fetch: fetchIt, clock: Date.now })
            .put({ id: randomUUID(), ...facts, files })
            .then(() => null, reasonOf);
        const isDown = async () => {
            throw new TypeError("fetch failed");
        };
        assert.equal(await reasonFor(isDown), "case-system-not-reached");
        assert.equal(await reasonFor(async () => new Response("<html>", { status: 500 })), "case-system-refused");
    }
    finally {
        await database.drop();
    }
});
//# sourceMappingURL=receiver-and-inbox.test.js.map