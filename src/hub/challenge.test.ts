// Goal: a report that its case system no longer has is found by the schedule and handed over again, a right answer is
// a receipt, and silence is never taken for a loss. Method: a hub whose clock is moved, and a receiver that answers
// what the test has it answer.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import {
  againFor,
  answered,
  answerFrom,
  asked,
  askedAfter,
  day,
  erase,
  hour,
  kindsOf,
  minute,
  noted,
  registered,
} from "../../test/asked-hub.ts";
import { expectStatus, type HubRoom, openHub } from "../../test/hub-room.ts";
import { municipalities } from "../core/area.ts";
import { noteSilent, revealDue } from "./check-due.ts";

const places = municipalities.filter(({ number }) => number.startsWith("18")).values();
let room: HubRoom;
let service = "";
let owner = "";
before(async () => {
  room = await openHub();
});
/** Each promise has a service of its own: what one leaves open is not asked of another. */
beforeEach(async () => {
  const taken = (await room.hub.known.read()).services.size;
  service = `service-${taken}`;
  owner = `service:${service}`;
  await room.addService(service, "receiver", places.next().value!.number);
});
after(() => room.close());

const outcomes = (results: { outcome: string }[]) => results.map(({ outcome }) => outcome);
const isOffered = async ({ id }: { id: string }) =>
  (await room.offers(service, `s${room.now}`)).some(({ header }) => header.id === id);

test("checks come after a minute, an hour, a day, a week and a month, each with a pair of its own", async () => {
  const report = await registered(room, service);
  const start = room.now;
  const pairs = new Set<number>();
  room.now = start + minute - 1;
  await revealDue(room.hub);
  assert.deepEqual(await asked(room, service), [], "not before it is due");
  for (const due of [minute, hour, day, 7 * day, 30 * day]) {
    const challenge = await askedAfter(room, report, start + due - room.now);
    assert.equal(challenge.purpose, "schedule");
    pairs.add(challenge.n);
    const { status, results } = await answered(room, service, answerFrom(room, report, challenge));
    assert.equal(status, 200);
    assert.deepEqual(outcomes(results), ["proven"]);
    await revealDue(room.hub);
    assert.deepEqual(await asked(room, service), [], "nothing more until the next");
  }
  assert.equal(pairs.size, 5);
  room.now += 60 * day;
  await revealDue(room.hub);
  assert.deepEqual(await asked(room, service), []);
  const kinds = ["accepted", ...Array<string>(5).fill("proven"), "registered", "stored"];
  assert.deepEqual((await kindsOf(room, report)).sort(), kinds);
  assert.deepEqual(await noted(room, report), []);
});

test("a report gone from its case system a month later is noted, handed over again, and proven again", async () => {
  const report = await registered(room, service);
  for (const wait of [minute, hour, day, 7 * day]) {
    const challenge = await askedAfter(room, report, wait);
    await answered(room, service, answerFrom(room, report, challenge));
  }
  const last = await askedAfter(room, report, 30 * day);
  assert.equal(await isOffered(report), false);
  const { status, results } = await answered(room, service, answerFrom(room, report, last, { mac: null }));
  assert.equal(status, 200);
  assert.deepEqual(outcomes(results), ["missing"]);
  assert.deepEqual(await noted(room, report), [`proof.missing ${owner}`]);
  assert.equal(await isOffered(report), true);

  // The receiver's old receipts are there already, and end nothing: only the answer to the new question does.
  await room.giveBack(service, room.receipt(report, "stored"));
  room.now += minute;
  assert.equal(await isOffered(report), true);
  const again = (await againFor(room, report))!;
  assert.ok(again.n > last.n);
  assert.deepEqual(await asked(room, service), [], "it goes with the offer, not with the questions");
  const put = answerFrom(room, report, again, { reference: "B-2" });
  assert.deepEqual(outcomes((await answered(room, service, put)).results), ["proven"]);
  room.now += hour;
  assert.equal(await isOffered(report), false);
  assert.equal((await kindsOf(room, report)).at(-1), "proven");
});

test("a wrong answer is a loss, and the same loss found again books nothing new", async () => {
  const report = await registered(room, service);
  const challenge = await askedAfter(room, report, minute);
  const other = await registered(room, service);
  const wrong = answerFrom(room, { ...report, pairs: other.pairs }, challenge);
  assert.deepEqual(outcomes((await answered(room, service, wrong)).results), ["wrong"]);
  const again = await againFor(room, report);
  assert.ok(again);
  // The schedule waits while the loss stands.
  room.now += day;
  await revealDue(room.hub);
  assert.equal((await asked(room, service)).filter(({ id }) => id === report.id).length, 0);
  const wrongAgain = answerFrom(room, { ...report, pairs: other.pairs }, again);
  assert.deepEqual(outcomes((await answered(room, service, wrongAgain)).results), ["wrong"]);
  const third = (await againFor(room, report))!;
  assert.ok(third.n > again.n, "a pair that was answered is not asked again");
  assert.deepEqual(await noted(room, report), [`proof.wrong ${owner}`, `proof.wrong ${owner}`]);
  const [{ count }] = await room.database.db.read<[{ count: number }]>`
    select count(*)::int as count from loss where report = ${report.id}`;
  assert.equal(count, 1);
  await answered(room, service, answerFrom(room, report, third));
  await revealDue(room.hub);
  const waited = (await asked(room, service)).find(({ id }) => id === report.id);
  assert.equal(waited?.purpose, "schedule", "what the schedule has waited with is asked now");
});

test("once the hub has erased its copy, a loss is an incident at once, for operator and service", async () => {
  const report = await registered(room, service);
  const challenge = await askedAfter(room, report, minute);
  await erase(room, report);
  await answered(room, service, answerFrom(room, report, challenge, { mac: null }));
  assert.deepEqual((await noted(room, report)).sort(), [
    `proof.missing ${owner}`,
    "report.lost operator",
    `report.lost ${owner}`,
  ]);
  assert.equal(await isOffered(report), false);
  assert.equal(await againFor(room, report), null);
});

test("challenges go on after the hub has erased its copy", async () => {
  const report = await registered(room, service);
  await erase(room, report);
  const challenge = await askedAfter(room, report, minute);
  const { results } = await answered(room, service, answerFrom(room, report, challenge));
  assert.deepEqual(outcomes(results), ["proven"]);
});

test("no answer is silent, noted once, never lost; and the question is asked until it is answered", async () => {
  const report = await registered(room, service);
  const challenge = await askedAfter(room, report, minute);
  room.now += 10 * minute;
  await noteSilent(room.hub);
  assert.deepEqual(await noted(room, report), []);
  room.now += 1;
  await noteSilent(room.hub);
  await noteSilent(room.hub);
  assert.deepEqual(await noted(room, report), [`proof.silent ${owner}`]);
  assert.equal(await isOffered(report), false, "silent is not lost");
  assert.deepEqual(await asked(room, service), [challenge], "the same question");
  assert.deepEqual(await asked(room, service), [], "not again at once");
  room.now += 5 * minute;
  assert.deepEqual(await asked(room, service), [challenge]);
  const { results } = await answered(room, service, answerFrom(room, report, challenge));
  assert.deepEqual(outcomes(results), ["proven"]);
  room.now += hour;
  assert.equal((await asked(room, service)).length, 0);
});

test("a package of the first form proves nothing: that is noted and owned, once", async () => {
  const report = { ...(await room.accepted(service, {}, { isFirstForm: true })), service };
  const receipts = [room.receipt(report, "stored"), room.receipt(report, "registered", { reference: "C" })];
  expectStatus(await room.giveBack(service, ...receipts), 200);
  room.now += minute;
  await revealDue(room.hub);
  room.now += 40 * day;
  await revealDue(room.hub);
  const [only, ...more] = await noted(room, report);
  assert.equal(only, `proof.run-out ${owner}`);
  assert.deepEqual(more, []);
});

test("whoever waits is told as soon as a check is due", { timeout: 20_000 }, async () => {
  const report = await registered(room, service);
  const question = { wait: 15, limit: 10, ground: null };
  const polling = room.ask("POST", "/challenges", question, room.asService(service));
  while (!room.hub.waiting.services().includes(`challenges:${service}`)) await new Promise(setImmediate);
  const before = performance.now();
  room.now += minute;
  await revealDue(room.hub);
  const { challenges } = (await polling).json<{ challenges: { id: string }[] }>();
  assert.deepEqual(
    challenges.map(({ id }) => id),
    [report.id],
  );
  assert.ok(performance.now() - before < 2000);
});
