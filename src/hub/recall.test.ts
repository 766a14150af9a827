// Goal: while a recall is open nothing of its services is erased, from the instant it is opened; one person opens it, two
// different ones end it. Method: over HTTP, with a report whose content might otherwise go.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { attemptsOn, type HoldingRoom, openHoldingRoom } from "../../test/holding-room.ts";
import { expectStatus } from "../../test/hub-room.ts";
import { erase } from "./erase.ts";
import type { Recalled } from "./recall.ts";
import { insertRecall } from "./recall-store.ts";

let world: HoldingRoom;
before(async () => {
  world = await openHoldingRoom(["alver", "bergen"]);
});
after(() => world.close());

const wanted = {
  supplier: "Modell AS",
  version: "2.1",
  services: ["alver"],
  affectedFrom: "2024-01-01T00:00:00.000Z",
};

async function opened(more: Partial<typeof wanted> = {}): Promise<Recalled> {
  const { room } = world;
  const answer = await room.ask("POST", "/recalls", { ...wanted, ...more }, room.asPerson());
  expectStatus(answer, 201);
  return answer.json<Recalled>();
}

const end = (number: number | string, who: "person:kari" | "person:ola") =>
  world.room.ask("POST", `/recalls/${number}/end`, "", world.room.asPerson(who));

test("a recall holds its services' reports and no others', until two people have ended it", async () => {
  const { room } = world;
  const recall = await opened();
  assert.deepEqual([recall.services, recall.openedBy, recall.isOpen], [["alver"], "person:kari", true]);
  const [theirs, other] = [await world.held(), await world.held(undefined, "bergen")];
  assert.equal((await erase(room.hub, theirs.id)).outcome, "hold.recalled");
  assert.equal((await erase(room.hub, other.id)).outcome, "erased");

  expectStatus(await end(recall.number, "person:kari"), 200);
  assert.equal((await erase(room.hub, theirs.id)).outcome, "hold.recalled");
  const again = await end(recall.number, "person:kari");
  assert.deepEqual([again.status, again.json<{ error: string }>().error], [409, "recall.same-person"]);
  const ended = await end(recall.number, "person:ola");
  expectStatus(ended, 200);
  assert.deepEqual(ended.json<Recalled>().endedBy, ["person:kari", "person:ola"]);
  assert.equal((await erase(room.hub, theirs.id)).outcome, "erased");

  const listed = await room.ask("GET", "/recalls", undefined, room.asPerson());
  expectStatus(listed, 200);
  assert.deepEqual(
    listed.json<{ recalls: Recalled[] }>().recalls.map(({ number, isOpen }) => [number, isOpen]),
    [[recall.number, false]],
  );
});

test("services that the address book says have run the version are held without being named", async () => {
  const { room } = world;
  const version = {
    supplier: "Modell AS",
    product: "Barnevern",
    from: "2024-01-01",
    connectedToPortal: true,
  };
  await room.addService("voss", "receiver", "4621", {
    caseSystems: [
      { ...version, version: "2.1", to: "2024-02-01" },
      { ...version, version: "2.2", from: "2024-02-01", to: null },
    ],
  });
  assert.deepEqual((await opened({ services: [] })).services, ["voss"]);
  const later = { services: [], affectedFrom: "2024-02-15T00:00:00.000Z" };
  assert.equal(
    (await room.ask("POST", "/recalls", { ...wanted, ...later }, room.asPerson())).json<{ error: string }>()
      .error,
    "service.unknown",
  );
});

test("a recall that is being opened holds what is about to be erased", async () => {
  const { room } = world;
  const report = await world.held();
  const at = new Date(room.now);
  const [written, commit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const opening = room.hub.db.begin(async (tx) => {
    const { supplier, version, services } = wanted;
    await insertRecall(tx, {
      supplier,
      version,
      services,
      affectedFrom: at,
      openedBy: "person:kari",
      openedAt: at,
    });
    written.resolve();
    await commit.promise;
  });
  await written.promise;
  const erasing = erase(room.hub, report.id);
  await waitsForLock();
  commit.resolve();
  await opening;
  assert.equal((await erasing).outcome, "hold.recalled");
  assert.deepEqual(await attemptsOn(room.hub.db.read, report.id), ["hold.recalled"]);
});

/** Until some statement waits for the table of recalls. */
async function waitsForLock(): Promise<void> {
  for (let looks = 5000; looks > 0; looks -= 1) {
    const rows = await world.owner.read`
      select from pg_locks where relation = 'recall'::regclass and not granted`;
    if (rows.length > 0) return;
  }
  assert.fail("it waits");
}

test("who may not, and what is not a recall, is refused", async () => {
  const { room } = world;
  for (const who of [room.asSubmitter(), room.asService("alver")]) {
    assert.equal((await room.ask("POST", "/recalls", wanted, who)).status, 403);
    assert.equal((await room.ask("GET", "/recalls", undefined, who)).status, 403);
    assert.equal((await room.ask("POST", "/recalls/1/end", "", who)).status, 403);
  }
  assert.equal((await room.ask("POST", "/recalls", wanted)).status, 401);
  const shapes = [
    { supplier: "" },
    { version: 2 },
    { services: "alver" },
    { affectedFrom: "soon" },
    { supplier: "\0" },
  ];
  for (const wrong of shapes)
    assert.equal((await room.ask("POST", "/recalls", { ...wanted, ...wrong }, room.asPerson())).status, 400);
  const unknown = await room.ask("POST", "/recalls", { ...wanted, services: ["nowhere"] }, room.asPerson());
  assert.equal(unknown.json<{ error: string }>().error, "service.unknown");
  for (const number of ["999", "x"]) assert.equal((await end(number, "person:ola")).status, 404);
});
