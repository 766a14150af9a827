// Goal: whatever the room's role tries, by mistake or with somebody else at its keys, content stays until the database's own
// look says that it may go. Method: the room's real role, on real tables.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { withAdmin } from "../../test/admin.ts";
import { dayMs } from "../../test/held-report.ts";
import { type HoldingRoom, openHoldingRoom, sizesOf } from "../../test/holding-room.ts";
import { erase } from "./erase.ts";
import { eraseContent } from "./hold-store.ts";

let world: HoldingRoom;
before(async () => {
  world = await openHoldingRoom();
});
after(() => world.close());

const db = () => world.room.database.db;
const now = () => new Date(world.room.now);
const sealedSize = async (id: string) => (await sizesOf(db().read, id)).sealed;
const notWhole = () => world.held((past) => ({ proofs: past.proofs.slice(0, 4) }));

const denied: [string, (id: string) => string][] = [
  ["delete a package", (id) => `delete from package where report = '${id}'`],
  ["empty a package", (id) => `update package set sealed = '' where report = '${id}'`],
  ["change a package", (id) => `update package set sealed = sealed || '\\x00' where report = '${id}'`],
  ["truncate", () => "truncate package cascade"],
  ["drop", () => "drop table package cascade"],
  [
    "decide how long content is kept",
    () => "insert into hold_rule (keep_days, maximum_days) values (30, 31)",
  ],
  ["change what was decided", () => "update hold_rule set keep_days = 30"],
  [
    "replace the view of the rule",
    () => "create or replace view hold_rule_in_force as select 0 as keep_days, 1 as maximum_days",
  ],
  [
    "replace the function",
    () =>
      "create or replace function why_held(uuid, timestamptz) returns text language sql as $$ select null $$",
  ],
  ["drop the trigger", () => "drop trigger package_erased on package"],
  ["disable the triggers", () => "alter table package disable trigger all"],
  ["pose as a replica, without triggers", () => "set session_replication_role = replica"],
  [
    "note an attempt of its own",
    (id) => `insert into erase_attempt (report, at, outcome) values ('${id}', now(), 'erased')`,
  ],
  ["take an attempt away", () => "delete from erase_attempt"],
  ["change a certificate", () => "update erasure set body = ''"],
  ["end a recall by taking it away", () => "delete from recall"],
  ["change a recall", () => "update recall set services = '{x}'"],
  ["become the owner", () => "set role test_hub_owner"],
];
for (const [what, statement] of denied)
  test(`the room's role cannot ${what}`, async () => {
    const report = await world.held();
    await assert.rejects(
      withAdmin(world.room.database.url, (sql) => sql.unsafe(statement(report.id))),
      /permission denied|must be owner/,
    );
    assert.ok((await sealedSize(report.id)) > 0);
  });

test("tables, views and functions that the role lays in the way are not looked at", async () => {
  const report = await notWhole();
  const outcome = await withAdmin(world.room.database.url, async (sql) => {
    await sql.unsafe(`
      create temp table hold_rule_in_force (keep_days int, maximum_days int);
      insert into hold_rule_in_force values (0, 1);
      create temp table challenge as select * from public.challenge;
      create temp table placed_receipt as select * from public.placed_receipt;
      create temp table right_answer as select * from public.right_answer;
      insert into right_answer select '\\x00', '${report.id}', now() - interval '80 days', 6, 4;
      create temp table recall (number int, services text[]);
      create function pg_temp.why_held(uuid, timestamptz) returns text language sql as 'select null::text';
      create function pg_temp.clock_timestamp() returns timestamptz language sql as 'select timestamptz ''2999-01-01''';
      create function pg_temp.octet_length(bytea) returns int language sql as 'select 1';
      set search_path = pg_temp, public, pg_catalog;
      set timezone = 'Pacific/Kiritimati';
      set standard_conforming_strings = off;`);
    const [row] = await sql`select public.erase_content(${report.id}, ${now()}, null) as answer`;
    return (row!.answer as { outcome: string }).outcome;
  });
  assert.equal(outcome, "hold.not-checked-after-30-days");
  assert.ok((await sealedSize(report.id)) > 0);
});

test("what is given as an id or an objection is data, whatever stands in it", async () => {
  const report = await notWhole();
  const evil = "x'; update package set sealed = ''; --";
  await assert.rejects(
    db().begin((tx) => tx`select erase_content(${report.id}, ${now()}, ${evil})`),
    /check/,
  );
  await assert.rejects(
    db().begin((tx) => tx`select erase_content(${evil}, ${now()}, null)`),
    /uuid/,
  );
  assert.ok((await sealedSize(report.id)) > 0);
});

test("others than the room's role may not even ask", async () => {
  const [row] = await db().read<{ grantees: string }[]>`
    select array_to_string(proacl, ' ') as grantees from pg_proc where proname = 'erase_content'`;
  assert.doesNotMatch(row!.grantees, /(^| )=X/, "nobody by being public");
  assert.match(row!.grantees, /test_hub=X/);
});

test("a hub whose clock is years ahead does not make a report old: the server's own clock must agree", async () => {
  const report = await world.held();
  const { room, owner } = world;
  const accepted = new Date(Date.now() - 100 * dayMs);
  await owner.begin((tx) => tx`update report set accepted_at = ${accepted} where id = ${report.id}`);
  await owner.begin(
    (tx) => tx`
      insert into comparison (service, day, as_of, compared_at, agrees, reports, root, body)
      select 'alver', (${accepted}::timestamptz at time zone 'Europe/Oslo')::date, now(), now(), true, 1, root, body
      from comparison limit 1`,
  );
  room.now = Date.now() + 4000 * dayMs;
  const answer = await db().begin((tx) => eraseContent(tx, report.id, now(), null));
  assert.equal(answer.outcome, "hold.too-young");
  await assert.rejects(
    db().begin((tx) => tx`select erase_content(${report.id}, null, null)`),
    /told the hub's time/,
  );
});

test("the owner's longer time holds at once, and the last decision counts", async () => {
  const report = await world.held();
  const decide = (days: number) =>
    world.owner.begin((tx) => tx`insert into hold_rule (keep_days, maximum_days) values (${days}, 2000)`);
  await decide(400);
  assert.equal((await erase(world.room.hub, report.id)).outcome, "hold.too-young");
  await decide(120);
  assert.equal((await erase(world.room.hub, report.id)).outcome, "erased");
  await assert.rejects(decide(29), /check/);
});
