// Goal: a report that is taken out of a case system, or changed in it, is found by the next statement, named, and comes
// back as one case; and what cannot be asked is never taken for empty. Method: the product's own hub and receiver with
// each kind of case system; rows are taken away by hand; the clock is moved.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { deviationsSince } from "../src/receiver/store.ts";
import { noteMissing } from "../src/receiver/missing-serials.ts";
import { byHand, type StatingWorld, statingWorld } from "./stating-world.ts";

const worlds: StatingWorld[] = [];
after(() => Promise.all(worlds.map((world) => world.close())));
async function newWorld(kind: "inbox" | "table" | "folder"): Promise<StatingWorld> {
  const world = await statingWorld(kind);
  worlds.push(world);
  return world;
}
const notedHere = async ({ room }: StatingWorld, kind: string) =>
  (await deviationsSince(room.db.read, 0, 500)).filter((one) => one.kind === kind);

for (const kind of ["inbox", "table", "folder"] as const)
  describe(`in a case system that is ${kind === "inbox" ? "an" : "a"} ${kind}`, () => {
    test("a deleted row is found by one statement and named, and comes back as one case", async () => {
      const world = await newWorld(kind);
      const ids = [await world.registered(), await world.registered(), await world.registered()];
      assert.equal(await world.state(), 0);
      await world.played.lose(ids[1]!);
      assert.equal(await world.state(), 1);
      assert.deepEqual(await world.noted(ids[1]!), ["statement.missing"]);
      assert.deepEqual([await world.noted(ids[0]!), await world.noted(ids[2]!)], [[], []]);
      const [here] = await notedHere(world, "report.not-in-case-system");
      assert.equal(here?.reportId, ids[1]);
      assert.equal(await world.played.count(ids[1]!), 0);
      await world.receive();
      assert.equal(await world.played.count(ids[1]!), 1);
      assert.equal(await world.state(), 0);
      assert.deepEqual(await world.noted(ids[1]!), ["statement.missing"], "nothing more");
      await world.played.lose(ids[1]!);
      assert.equal(await world.state(), 1);
      assert.deepEqual(await world.noted(ids[1]!), ["statement.missing", "statement.missing"], "lost again");
      await world.receive();
      assert.equal(await world.played.count(ids[1]!), 1);
      assert.equal(await world.state(), 0);
    });

    test("an altered byte is found and named", async () => {
      const world = await newWorld(kind);
      const [one, two] = [await world.registered(), await world.registered()];
      await world.played.alter(two);
      assert.equal(await world.state(), 1);
      assert.deepEqual([await world.noted(one), await world.noted(two)], [[], ["statement.altered"]]);
      assert.equal((await notedHere(world, "report.changed-in-case-system"))[0]?.reportId, two);
    });

    test("what it lists and was never given is a stray, and no day differs for it", async () => {
      const world = await newWorld(kind);
      await world.registered();
      const id = await world.played.stray();
      assert.equal(await world.state(), 0);
      assert.deepEqual(await world.noted(null), ["statement.stray"]);
      assert.equal((await notedHere(world, "statement.stray"))[0]?.reportId, id);
    });
  });

test("a row deleted from the receiver's own database is found as well, and is there again afterwards", async () => {
  const world = await newWorld("table");
  const [one, two] = [await world.registered(), await world.registered()];
  await byHand(world.receiverDatabase, `delete from held_report where id = '${one}'`);
  assert.equal(await world.state(), 1);
  assert.deepEqual([await world.noted(one), await world.noted(two)], [["statement.missing"], []]);
  assert.equal((await notedHere(world, "statement.stray"))[0]?.reportId, one);
  await world.receive();
  assert.equal(await world.state(), 0);
  assert.equal(await world.played.count(one), 1);
});

test("a report that stands there twice is two cases, and is named", async () => {
  const world = await newWorld("table");
  const id = await world.registered();
  const { system } = world.played;
  Object.assign(world.desk.service, { caseSystem: { ...system, ids: async () => [id, id] } });
  assert.equal(await world.state(), 1);
  assert.deepEqual(await world.noted(id), ["statement.duplicate"]);
});

test("a case system that is silent, or a stranger in its place, is not taken for empty", async () => {
  const world = await newWorld("inbox");
  const id = await world.registered();
  assert.equal(await world.state(), 0);
  const stranger = (status: number, text: string) => async () => new Response(text, { status });
  const hub = world.app;
  for (const answer of [
    stranger(404, "<html>not found</html>"),
    stranger(200, "{}"),
    stranger(200, '{"ids":"none"}'),
    stranger(503, '{"error":"internal"}'),
    () => Promise.reject(new TypeError("fetch failed")),
  ]) {
    world.road = async (url, init) => (url.includes(":1/") ? hub.request(url, init) : answer());
    await assert.rejects(world.state());
  }
  // The list is there, and every report is said to be nowhere by something that is not the inbox.
  world.road = async (url, init) => {
    if (url.includes(":1/")) return hub.request(url, init);
    return url.includes("?") ? Response.json({ ids: [] }) : new Response("gone", { status: 404 });
  };
  await assert.rejects(world.state());
  assert.deepEqual(await world.noted(id), []);
  world.road = null;
});

test("a folder or table that is not there is not taken for empty", async () => {
  const [folder, table] = [await newWorld("folder"), await newWorld("table")];
  for (const world of [folder, table]) await world.registered();
  await folder.played.close();
  await assert.rejects(folder.state(), { code: "case-system.not-reached" });
  Object.assign(folder.played, { close: async () => undefined });
  const { system } = table.played;
  Object.assign(table.desk.service, {
    caseSystem: { ...system, readBack: () => Promise.reject(new Error("42P01")) },
  });
  await assert.rejects(table.state());
  for (const world of [folder, table])
    assert.deepEqual(await world.noted(null), [], "nothing was stated, so nothing was lost");
});

test("an earlier day comes round by itself, and what is gone from it is found", async () => {
  const world = await newWorld("table");
  const day = 24 * 3_600_000;
  const old: string[] = [];
  for (let index = 0; index < 4; index += 1) {
    old.push(await world.registered());
    world.now += 2 * day;
  }
  await world.played.lose(old[0]!);
  let rounds = 0;
  for (let differ = 0; differ === 0 && rounds < 10; rounds += 1) differ = await world.state();
  assert.ok(rounds <= 4, `found in round ${rounds}`);
  assert.deepEqual(await world.noted(old[0]!), ["statement.missing"]);
});

test("days from before the case system was in use are not stated, and nobody calls them lost", async () => {
  const world = await newWorld("table");
  const old = await world.registered();
  world.now += 24 * 3_600_000;
  Object.assign(world.desk.service, { since: "2026-03-17" });
  const kept = await world.registered();
  await world.played.lose(old);
  for (let round = 0; round < 4; round += 1) assert.equal(await world.state(), 0);
  assert.deepEqual(await world.noted(old), []);
  await world.played.lose(kept);
  assert.equal(await world.state(), 1);
});

test("a case system that gives no bytes back states no day, and is not silent", async () => {
  const world = await newWorld("table");
  const id = await world.registered();
  const { system } = world.played;
  Object.assign(world.desk.service, { caseSystem: { ...system, givesBytesBack: false } });
  await world.played.lose(id);
  assert.equal(await world.state(), 0);
  assert.deepEqual(await world.noted(id), []);
  const [heard] = await byHand(world.hubDatabase, "select heard_at from statement");
  assert.equal(heard?.heard_at.getTime(), world.now);
});

test("a number that is missing is noted after half a minute, at the end too, and not before", async () => {
  const world = await newWorld("table");
  await world.registered();
  const { room, desk } = world;
  const missing = () => noteMissing(room, desk.service, desk.heard);
  await world.submit();
  await world.submit();
  desk.heard.hear(3, world.now);
  assert.deepEqual(await missing(), []);
  world.now += 29_000;
  assert.deepEqual(await missing(), []);
  world.now += 2_000;
  assert.deepEqual(await missing(), [{ first: 2, last: 3, isTail: true }]);
  assert.deepEqual(
    (await notedHere(world, "serial.missing")).map(({ detail }) => detail),
    ["2-3"],
  );
  await world.receive();
  assert.deepEqual(await missing(), []);
  await byHand(world.receiverDatabase, "delete from held_report where serial = 2");
  assert.deepEqual(await missing(), [{ first: 2, last: 2, isTail: false }]);
});
