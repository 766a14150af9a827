// Goal: what a case system does not give back, or gives back changed, is found by one statement and named; what is on
// its way is not; and a statement that is forged, replayed or another's is refused. Method: the real hub over HTTP on a
// real database, a receiver that states what the test says, and a clock that is moved.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import { type Answer, expectStatus, type HubRoom, openHub } from "../../test/hub-room.ts";
import { newKey } from "../../test/sealed-package.ts";
import type { Line } from "../core/reconcile.ts";
import { osloDate } from "../core/schedule.ts";
import { type DayLines, dayStated, signStatement, type StatementBody } from "../wire/statement-v1.ts";
import { deviations } from "./receipt-store.ts";
import type { Answered } from "./statement.ts";
import { silenceWatch } from "./statement-silent.ts";

const service = "alver";
const day = 24 * 3_600_000;
const minute = 60_000;
let room: HubRoom;
let seen = 0;

before(async () => {
  room = await openHub();
  await room.addService(service, "receiver", "4631");
  await room.addService("bergen", "receiver", "4601");
});
after(() => room.close());
// Each test has days of its own.
beforeEach(async () => {
  room.now += 3 * day;
  seen = (await deviations(room.database.db.read)).at(-1)?.number ?? 0;
});

/** A report that is registered, as a line of its day. */
async function registered(): Promise<Line> {
  const accepted = await room.accepted(service);
  const { contentHash } = accepted.header;
  expectStatus(await room.giveBack(service, room.receipt(accepted, "registered", { contentHash })), 200);
  return { id: accepted.id, serial: accepted.receipt.serial, contentHash };
}
const some = async (count: number) => Promise.all(Array.from({ length: count }, registered));
const today = () => osloDate(room.now);

function signed(
  days: readonly DayLines[],
  more: Partial<StatementBody> = {},
  key = room.receiptKeys.get(service)!,
) {
  const asOf = new Date(room.now).toISOString();
  const body: StatementBody = { v: 1, service, asOf, days: days.map(dayStated), strays: 0, ...more };
  return signStatement(body, key.keyId, key.privateKey);
}
const post = (statement: unknown, lines?: readonly DayLines[], as = service) =>
  room.ask("POST", "/statements", { statement, ...(lines ? { lines } : {}) }, room.asService(as));

/** States today as these lines, and sends them when they are asked for, a while after what was before. */
async function state(lines: readonly Line[]): Promise<string> {
  room.now += minute;
  const days = [{ day: today(), lines }];
  const statement = signed(days);
  const first = await post(statement);
  expectStatus(first, 200);
  if (outcomeIn(first) !== "lines-wanted") return outcomeIn(first);
  const second = await post(statement, days);
  expectStatus(second, 200);
  return outcomeIn(second);
}
const outcomeIn = (answer: Answer) => answer.json<Answered>().days[0]!.outcome;
const errorIn = (answer: Answer) => [answer.status, answer.json<{ error: string }>().error];
const found = async () =>
  (await deviations(room.database.db.read, seen)).map(({ kind, report, owner }) => [kind, report, owner]);
const offered = async () => (await room.offers(service, randomUUID())).map(({ header }) => header.id);
const comparisons = () => room.database.db.read<{ agrees: boolean; asOf: Date; reports: number }[]>`
  select agrees, as_of, reports from comparison where service = ${service} and day = ${today()}::date order by number`;

test("a day that is all there agrees by its root alone, and is written down once", async () => {
  const lines = await some(3);
  const answer = await (async () => {
    room.now += minute;
    return post(signed([{ day: today(), lines }]));
  })();
  expectStatus(answer, 200);
  const { highest, days } = answer.json<Answered>();
  assert.deepEqual(days, [{ day: today(), outcome: "agrees" }]);
  assert.equal(highest, Math.max(...lines.map(({ serial }) => serial)));
  for (let round = 0; round < 5; round += 1) assert.equal(await state(lines), "agrees");
  const rows = await comparisons();
  assert.deepEqual(
    rows.map(({ agrees, reports }) => [agrees, reports]),
    [[true, 3]],
  );
  assert.deepEqual(await found(), []);
});

test("a report registered after a comparison is in a later one, also when the root was right before", async () => {
  const first = await registered();
  assert.equal(await state([first]), "agrees");
  const accepted = await room.accepted(service);
  const { contentHash } = accepted.header;
  const second = { id: accepted.id, serial: accepted.receipt.serial, contentHash };
  // The receiver's case system has it before the hub has the receipt for it.
  assert.equal(await state([first, second]), "agrees");
  expectStatus(await room.giveBack(service, room.receipt(accepted, "registered", { contentHash })), 200);
  const at = room.now;
  assert.equal(await state([first, second]), "agrees");
  assert.ok((await comparisons()).some(({ agrees, asOf }) => agrees && asOf.getTime() > at));
});

test("a deleted row is found by one statement, named, and offered again; back again, the day agrees", async () => {
  const lines = await some(4);
  assert.equal(await state(lines), "agrees");
  const [gone, ...rest] = lines;
  await room.database.db.begin(
    (tx) => tx`update delivery set settled_at = ${new Date(room.now)}, settled_by = 'registered'
               where report = any(${lines.map(({ id }) => id)}::uuid[])`,
  );
  assert.deepEqual(await offered(), []);
  assert.equal(await state(rest), "differs");
  assert.deepEqual(await found(), [["statement.missing", gone!.id, `service:${service}`]]);
  assert.deepEqual(await offered(), [gone!.id]);
  assert.equal(await state(rest), "differs");
  assert.equal((await found()).length, 1, "once for as long as it lasts");
  assert.equal(await state(lines), "agrees");
  assert.deepEqual(
    (await comparisons()).map(({ agrees }) => agrees),
    [true, false, true],
  );
});

test("an altered byte is found and named", async () => {
  const lines = await some(3);
  const altered = lines.map((line, index) => (index === 1 ? { ...line, contentHash: "a".repeat(64) } : line));
  assert.equal(await state(altered), "differs");
  assert.deepEqual(await found(), [["statement.altered", lines[1]!.id, `service:${service}`]]);
});

test("a report that stands twice, and one that the hub has lost, are named to whom they belong", async () => {
  const [one] = await some(1);
  const unknown = { id: randomUUID(), serial: 9999, contentHash: "b".repeat(64) };
  assert.equal(await state([one!, one!, unknown]), "differs");
  assert.deepEqual((await found()).sort(), [
    ["statement.duplicate", one!.id, `service:${service}`],
    ["statement.hub-lost", unknown.id, "operator"],
  ]);
});

test("what was registered while the receiver read is on its way; the next statement must have it", async () => {
  const first = await registered();
  const asOf = new Date(room.now - 5000).toISOString();
  await registered();
  const days = [{ day: today(), lines: [first] }];
  assert.equal(outcomeIn(await post(signed(days, { asOf }), days)), "agrees");
  assert.deepEqual(await found(), []);
  assert.equal(await state([first]), "differs");
  assert.equal((await found()).length, 1);
});

test("strays are noted, and days that nobody has stated come round by the hub's own wish", async () => {
  const lines = await some(2);
  const past = today();
  assert.equal(await state(lines), "agrees");
  room.now += 2 * day;
  const answer = await post(signed([{ day: today(), lines: [] }], { strays: 2 }));
  assert.equal(outcomeIn(answer), "agrees");
  assert.deepEqual(await found(), [["statement.stray", null, `service:${service}`]]);
  const { wanted } = answer.json<Answered>();
  assert.ok(wanted !== null && wanted <= past);
});

test("a statement that is forged, foreign, replayed or malformed is refused and changes nothing", async () => {
  const lines = await some(2);
  assert.equal(await state(lines), "agrees");
  const old = signed([{ day: today(), lines: [] }]);
  room.now += minute;
  assert.equal(await state(lines), "agrees");
  assert.deepEqual(errorIn(await post(old)), [409, "statement.replayed"]);

  room.now += minute;
  const days = [{ day: today(), lines: [] }];
  assert.deepEqual(errorIn(await post(signed(days, {}, newKey()))), [422, "statement.bad-signature"]);
  const stranger = room.receiptKeys.get("bergen")!;
  assert.deepEqual(errorIn(await post(signed(days, {}, stranger))), [422, "statement.bad-signature"]);
  assert.deepEqual(errorIn(await post(signed(days), undefined, "bergen")), [403, "statement.wrong-service"]);
  const right = signed(days);
  const changed = { ...right, strays: 1 };
  assert.deepEqual(errorIn(await post(changed)), [422, "statement.bad-signature"]);
  assert.deepEqual(errorIn(await post(right, [{ day: today(), lines }])), [422, "statement.wrong-lines"]);
  const late = new Date(room.now + 10 * minute).toISOString();
  for (const wrong of [
    signed(days, { asOf: late }),
    { ...right, more: 1 },
    { ...right, days: [{ day: "2026-02-31", count: 0, root: right.days[0]!.root }] },
    signed([...days, ...days]),
    null,
  ])
    assert.deepEqual(errorIn(await post(wrong)), [422, "statement.bad-form"]);
  assert.equal((await room.ask("POST", "/statements", { statement: right })).status, 401);

  assert.equal(await state(lines), "agrees");
  const kinds = (await found()).map(([kind]) => kind);
  assert.deepEqual(kinds.sort(), ["statement.bad-signature", "statement.wrong-service"]);
  assert.ok((await comparisons()).every(({ agrees }) => agrees));
});

test("another statement of the same time is a replay; the same one with its lines is not", async () => {
  const lines = await some(2);
  const days = [{ day: today(), lines }];
  room.now += minute;
  const statement = signed(days);
  expectStatus(await post(statement), 200);
  expectStatus(await post(statement, days), 200);
  assert.deepEqual(errorIn(await post(signed([{ day: today(), lines: [] }]))), [409, "statement.replayed"]);
});

test("a receiver that has gone silent is noted after five minutes, once, and not while the hub itself was away", async () => {
  assert.equal(await state([await registered()]), "agrees");
  const look = silenceWatch(room.hub);
  room.now += 4 * minute;
  assert.equal(await look(), 0);
  room.now += 2 * minute;
  assert.equal(await look(), 1);
  assert.equal(await look(), 1);
  assert.deepEqual(await found(), [["statement.silent", null, `service:${service}`]]);
  assert.equal(await silenceWatch(room.hub)(), 0, "a hub that has just come back has heard nobody");
  assert.equal(await state([]), "differs", "silent was not lost: this is");
  assert.equal(await look(), 0);
});
