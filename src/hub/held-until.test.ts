// Goal: a report that goes the whole way is let go of by itself, on its own receipts, and what is found afterwards is still
// found. Method: a hub in 2024 whose clock is moved through four months; the receiver answers what it is asked.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  answered,
  answerFrom,
  asked,
  askedAfter,
  day,
  hour,
  kindsOf,
  minute,
  noted,
  registered,
} from "../../test/asked-hub.ts";
import { type HoldingRoom, openHoldingRoom, sizesOf } from "../../test/holding-room.ts";
import { expectStatus } from "../../test/hub-room.ts";
import { osloDate } from "../core/schedule.ts";
import { eraseNext } from "./erase.ts";
import { whyHeld } from "./hold-store.ts";
import { sequencer } from "./sequence.ts";

let world: HoldingRoom;
before(async () => {
  world = await openHoldingRoom();
});
after(() => world.close());

test("a report is held for as long as something is missing, then let go, and can still be asked about", async () => {
  const { room, owner } = world;
  const sequence = sequencer(room.hub);
  const missing = () => whyHeld(room.database.db.read, report.id, new Date(room.now));
  const report = await registered(room, "alver");
  const began = room.now;
  assert.equal(
    await missing(),
    "hold.not-registered",
    "a receipt counts when it has its place in the ledger",
  );
  await sequence();

  const said = [await missing()];
  for (const due of [minute, hour, day, 7 * day, 30 * day]) {
    const challenge = await askedAfter(room, report, began + due - room.now + 1000);
    const { results } = await answered(room, "alver", answerFrom(room, report, challenge));
    assert.equal(results[0]?.outcome, "proven");
    await sequence();
    said.push(await missing());
    if (due !== day) continue;
    await owner.begin(
      (tx) => tx`
        insert into comparison (service, day, as_of, compared_at, agrees, reports, root, body)
        values ('alver', ${osloDate(began)}, ${new Date(room.now)}, ${new Date(room.now)}, true, 1,
                ${Buffer.alloc(32)}, '{}')`,
    );
    said.push(await missing());
  }
  assert.deepEqual(said, [
    "hold.proofs-missing",
    "hold.proofs-missing",
    "hold.proofs-missing",
    "hold.proofs-missing",
    "hold.proofs-missing",
    "hold.not-checked-after-30-days",
    "hold.too-young",
  ]);
  assert.equal(await eraseNext(room.hub), null);
  room.now = began + 120 * day + minute;
  assert.deepEqual(await eraseNext(room.hub), { report: report.id, outcome: "erased" });
  assert.deepEqual(await sizesOf(room.database.db.read, report.id), { sealed: 0, paper: 0, pairs: 4096 });
  assert.equal((await kindsOf(room, report)).at(-1), "erased");

  // The pairs are still there: it can be asked about, and a loss found now is an incident.
  expectStatus(await room.ask("POST", `/reports/${report.id}/challenge`, "", room.asPerson()), 201);
  const [challenge] = await asked(room, "alver");
  await answered(room, "alver", answerFrom(room, report, challenge!, { mac: null }));
  assert.deepEqual((await noted(room, report)).sort(), [
    "proof.missing service:alver",
    "report.lost operator",
    "report.lost service:alver",
  ]);
  assert.deepEqual(await room.offers("alver", crypto.randomUUID()), []);
});
