// Goal: what the receiver puts into the inbox, it reads back out of it. Method: both sides of the road, the
// product's own, on a real database.

import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { test } from "node:test";
import { contentHashOf } from "../src/core/report.ts";
import type { Fetch } from "../src/http/client.ts";
import { inboxApp } from "../src/inbox/routes.ts";
import { inboxAt } from "../src/receiver/case-system/inbox.ts";
import { reasonOf } from "../src/receiver/decline.ts";
import { freshDatabase } from "./database.ts";
import { newSigner } from "./offering-hub.ts";

test("the inbox gives a receiver back what it put, once, and names what is wrong otherwise", async () => {
  const database = await freshDatabase("inbox");
  const url = "http://inbox.test";
  const signer = newSigner();
  const known = { caller: "service:bergenhus", publicKey: signer.publicKey, validFrom: 0, validTo: 9e15 };
  const keys = new Map([[signer.keyId, known]]);
  const app = inboxApp({ db: database.db, clock: Date.now, publicOrigin: url, keys, bodyMax: 1_000_000 });
  const fetch: Fetch = async (address, init) => app.request(address, init);
  const identity = { caller: "service:bergenhus", ...signer };
  const system = inboxAt({ url, identity, fetch, clock: Date.now });
  const facts = {
    service: "bergenhus",
    serial: 4,
    channel: "hub" as const,
    acceptedAt: null,
    kind: "unknown" as const,
    flags: [],
  };
  const files = { json: randomBytes(100), pdf: randomBytes(100) };
  const id = randomUUID();
  try {
    assert.equal(await system.readBack(id), null);
    await system.put({ id, ...facts, files });
    await system.put({ id, ...facts, files });
    const back = await system.readBack(id);
    assert.equal(contentHashOf(back!.files!), contentHashOf(files));
    assert.match(back!.reference, /^\d{4}-000001$/);
    const reasonFor = async (fetchIt: Fetch) =>
      inboxAt({ url, identity, fetch: fetchIt, clock: Date.now })
        .put({ id: randomUUID(), ...facts, files })
        .then(() => null, reasonOf);
    const isDown: Fetch = async () => {
      throw new TypeError("fetch failed");
    };
    assert.equal(await reasonFor(isDown), "case-system-not-reached");
    assert.equal(await reasonFor(async () => new Response("<html>", { status: 500 })), "case-system-refused");
  } finally {
    await database.drop();
  }
});
