// Goal: a report that disappears from a case system after everybody has said that it is there is found by the next
// check, handed over again, and stands there once. Method: the small world with nothing broken on the road; the
// report is deleted from the inbox's database, or the receiver's as well, behind everybody's back, a month later.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { groundForWorlds, type World } from "./world.ts";

const day = 24 * 60 * 60_000;
let ground: Awaited<ReturnType<typeof groundForWorlds>>;
before(async () => {
  ground = await groundForWorlds();
});
after(() => ground.close());

async function rounds(world: World, count: number): Promise<void> {
  for (let round = 0; round < count; round++) await world.round();
}

/** A world in which both reports have been registered and shown to be there for a week. */
async function aMonthLater(): Promise<World> {
  const world = await ground.world(null);
  await world.submit("a", false);
  await world.submit("b", false);
  await rounds(world, 12);
  for (const days of [1, 6, 22]) {
    world.now += days * day;
    await rounds(world, 2);
  }
  assert.deepEqual(await world.wrongAtTheEnd(), []);
  return world;
}

const inInbox = async () => (await ground.admins.inbox`select id from report`).map(({ id }) => id as string);

async function atHub(id: string) {
  const [row] = await ground.admins.hub<
    { kinds: string[]; references: string[]; noted: string[]; standing: number; settled: boolean }[]
  >`
    select array(select kind from receipt where report = id order by kind) as kinds,
           array(select distinct body::jsonb ->> 'reference' from receipt
                 where report = id and kind = 'registered') as references,
           array(select kind from deviation where report = id order by number) as noted,
           (select count(*)::int from loss where report = id and ended_at is null) as standing,
           (select settled_at is not null from delivery where report = id) as settled
    from report where id = ${id}`;
  return row!;
}

async function lose(id: string, from: "the inbox" | "both"): Promise<void> {
  const { inbox, receiver } = ground.admins;
  await inbox`delete from opening where report = ${id}`;
  await inbox`delete from receipt where report = ${id}`;
  await inbox`delete from report where id = ${id}`;
  if (from === "the inbox") return;
  await receiver`delete from reported where receipt_hash in (select hash from receipt where report_id = ${id})`;
  await receiver`delete from work where subject = ${id} or subject in (select hash from receipt where report_id = ${id})`;
  await receiver`delete from receipt where report_id = ${id}`;
  await receiver`delete from asked where report_id = ${id}`;
  await receiver`delete from held_report where id = ${id}`;
}

for (const from of ["the inbox", "both"] as const)
  test(`deleted from ${from === "both" ? "the inbox and the receiver" : from}, it is found by the check after a month, and comes again`, async () => {
    const world = await aMonthLater();
    const [id, other] = (await inInbox()) as [string, string];
    await lose(id, from);
    assert.deepEqual(await inInbox(), [other]);
    world.now += 2 * day;
    await world.round();
    assert.equal((await atHub(id)).standing, 1, "found, and being handed over again");
    await rounds(world, 3);

    assert.deepEqual((await inInbox()).sort(), [id, other].sort(), "it is there again, once");
    const now = await atHub(id);
    assert.equal(now.standing, 0);
    assert.equal(now.settled, true);
    assert.deepEqual(now.noted, ["proof.missing"]);
    assert.equal(now.kinds.filter((kind) => kind === "registered").length, 2, "registered anew, with proof");
    assert.deepEqual(world.surprises, []);
    assert.deepEqual((await atHub(other)).noted, []);
  });

test("altered in the inbox's database it is found as well", async () => {
  const world = await aMonthLater();
  const [id] = (await inInbox()) as [string];
  await ground.admins.inbox`update report set pdf = pdf || 'x'::bytea where id = ${id}`;
  world.now += 2 * day;
  await world.round();
  const now = await atHub(id);
  assert.equal(now.noted[0], "proof.wrong");
  assert.equal(now.standing, 1);
  assert.equal(now.kinds.filter((kind) => kind === "proven").length, 4, "and is not shown to be there");
});
