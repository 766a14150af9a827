// The hub as it would be without storage proofs and without the log: the same door and the same receipts, each leaf with
// its place, but no heads, no tiles, no witnesses, and no questions. It is what the whole guarantee is held against in
// the same round, and is never shipped: a hub like this cannot show that anything is kept.

import { commonSettings, fileSetting } from "../src/config.ts";
import { createPrivateKey, createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { keyIdOf } from "../src/core/signature.ts";
import { listen } from "../src/http/server.ts";
import { bootstrap } from "../src/hub/bootstrap.ts";
import { wakeSenders } from "../src/hub/feed.ts";
import { makeHub, type Hub } from "../src/hub/hub.ts";
import { highestLeaf, isAnyUnplaced, lockSequence, placeLeaves } from "../src/hub/ledger-store.ts";
import { wakeWhoIsDue } from "../src/hub/offer.ts";
import { hubApp } from "../src/hub/routes.ts";
import { connect } from "../src/pg/db.ts";
import { tuned } from "./tuned.ts";

type PersonFile = { readonly id: `person:${string}`; readonly name: string; readonly publicKeyFile: string };

const { server, databaseUrl, poolSize } = commonSettings(process.env);
const privateKey = createPrivateKey(fileSetting(process.env, "HUB_KEY_FILE"));
const listed = JSON.parse(fileSetting(process.env, "HUB_PEOPLE_FILE")) as PersonFile[];
const people = listed.map(({ id, name, publicKeyFile }) => ({
  id,
  name,
  publicKey: createPublicKey(readFileSync(publicKeyFile)),
}));
const db = connect(databaseUrl, { max: poolSize, name: "bench bare hub" });
await bootstrap(db, privateKey, people, Date.now());
const limits = {
  reportsPerMinute: Number(tuned.hub.RATE_REPORTS_PER_MINUTE),
  requestsPerMinute: Number(tuned.hub.RATE_REQUESTS_PER_MINUTE),
};
const key = { keyId: keyIdOf(privateKey), privateKey };
const hub = makeHub({ db, clock: Date.now, key, origin: server.publicOrigin, limits });
const listening = await listen(hubApp(hub), server);

/** Places alone, looking back as far as the shipped sequencer does most of the time. */
function placer({ db: { read, begin } }: Hub): () => Promise<number> {
  let low = 0;
  let next = { leaf: 0, at: performance.now() };
  return async () => {
    const isAny = await isAnyUnplaced(read, low);
    const placed = isAny
      ? await begin(async (tx) => {
          await lockSequence(tx);
          return placeLeaves(tx, low, 1000);
        })
      : 0;
    if (performance.now() - next.at > 2000) {
      low = next.leaf;
      next = { leaf: await highestLeaf(read), at: performance.now() };
    }
    return placed;
  };
}

let isStopping = false;
async function repeat(everyMs: number, step: () => Promise<unknown>): Promise<void> {
  while (!isStopping) {
    await step();
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
const place = placer(hub);
const loops = [
  repeat(100, async () => {
    if ((await place()) > 0) wakeSenders(hub);
  }),
  repeat(500, () => wakeWhoIsDue(hub)),
];

process.once("SIGTERM", async () => {
  isStopping = true;
  hub.waiting.close();
  await listening.close();
  await Promise.all(loops);
  await db.close();
  process.exit(0);
});
process.once("disconnect", () => process.exit(1));
