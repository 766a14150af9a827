// Goal: an answer counts only for the question it was given to, once, and only on the word of the service that was
// asked. Method: each bad answer by itself, with what is said of it and what is noted.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  answered,
  answerFrom,
  asAdmin,
  asked,
  askedAfter,
  kindsOf,
  minute,
  noted,
  registered,
} from "../../test/asked-hub.ts";
import { expectStatus, type HubRoom, openHub } from "../../test/hub-room.ts";
import { newKey } from "../../test/sealed-package.ts";

let room: HubRoom;
before(async () => {
  room = await openHub();
  await room.addService("alver", "receiver", "4631");
  await room.addService("bergen", "receiver", "4601");
});
after(() => room.close());

async function question(service = "alver") {
  const report = await registered(room, service);
  return { report, challenge: await askedAfter(room, report, minute) };
}

test("the same answer again is there already, and changes nothing", async () => {
  const { report, challenge } = await question();
  const first = answerFrom(room, report, challenge);
  room.now += 1000;
  const later = answerFrom(room, report, challenge);
  const { results } = await answered(room, "alver", first, first);
  assert.deepEqual(
    results.map(({ outcome }) => outcome),
    ["proven", "already"],
  );
  const repeated = await answered(room, "alver", later);
  assert.equal(repeated.status, 200);
  assert.equal(repeated.results[0]?.outcome, "already");
  assert.equal((await kindsOf(room, report)).filter((kind) => kind === "proven").length, 1);
});

test("the same answer from many at once is one receipt", async () => {
  const { report, challenge } = await question();
  const answer = answerFrom(room, report, challenge);
  const all = await Promise.all(Array.from({ length: 8 }, () => answered(room, "alver", answer)));
  const outcomes = all.map(({ results }) => results[0]!.outcome).sort();
  assert.deepEqual(outcomes, [...Array<string>(7).fill("already"), "proven"]);
});

test("a second, different answer is refused and noted, whichever came first", async () => {
  const { report, challenge } = await question();
  await answered(room, "alver", answerFrom(room, report, challenge));
  const other = await answered(room, "alver", answerFrom(room, report, challenge, { mac: null }));
  assert.equal(other.status, 409);
  assert.equal(other.results[0]?.error, "proof.used-before");
  assert.deepEqual(await noted(room, report), ["proof.used-before service:alver"]);

  const lost = await question();
  await answered(room, "alver", answerFrom(room, lost.report, lost.challenge, { mac: null }));
  const late = await answered(room, "alver", answerFrom(room, lost.report, lost.challenge));
  assert.equal(late.results[0]?.error, "proof.used-before");
  assert.ok(!(await kindsOf(room, lost.report)).includes("proven"));
});

test("an answer to a nonce that was not revealed is refused and noted, though it be right", async () => {
  const { report, challenge } = await question();
  const n = challenge.n + 1;
  const { status, results } = await answered(room, "alver", answerFrom(room, report, { n }));
  assert.equal(status, 422);
  assert.equal(results[0]?.error, "proof.not-asked");
  assert.deepEqual(await noted(room, report), ["proof.not-asked service:alver"]);
});

test("an answer that is right for another report is wrong for this one, and it is said that it was mixed up", async () => {
  const [one, two] = [await registered(room, "alver"), await registered(room, "alver")];
  await askedAfter(room, one, minute);
  room.now += minute;
  const open = await asked(room, "alver");
  const [first, second] = [one, two].map(({ id }) => open.find((challenge) => challenge.id === id)!);
  const crossed = [
    answerFrom(room, one, first!, { mac: answerFrom(room, two, second!).mac }),
    answerFrom(room, two, second!, { mac: answerFrom(room, one, first!).mac }),
  ];
  const { results } = await answered(room, "alver", ...crossed);
  assert.deepEqual(
    results.map(({ outcome }) => outcome),
    ["wrong", "wrong"],
  );
  const rows = await room.database.db.read<{ detail: string }[]>`
    select detail from deviation where kind = 'proof.wrong' and report in (${one.id}, ${two.id})`;
  assert.equal(rows.length, 2);
  assert.ok(rows.every(({ detail }) => detail.includes("right for another report")));
});

test("an answer for another service's report is refused and noted for the operator", async () => {
  const { report, challenge } = await question("bergen");
  const right = answerFrom(room, report, challenge);
  const asOther = await answered(room, "alver", right);
  assert.equal(asOther.status, 403);
  assert.equal(asOther.results[0]?.error, "proof.wrong-service");
  const key = room.receiptKeys.get("alver")!;
  const claimed = answerFrom(room, report, challenge, { service: "alver" }, key);
  assert.equal((await answered(room, "alver", claimed)).results[0]?.error, "proof.wrong-service");
  assert.deepEqual(await noted(room, report), ["proof.wrong-service operator"]);
  assert.equal((await answered(room, "bergen", right)).results[0]?.outcome, "proven", "it is still open");
});

test("a forged answer, or one changed after it was signed, is refused and noted", async () => {
  const { report, challenge } = await question();
  const forged = answerFrom(room, report, challenge, {}, newKey());
  const mine = { ...answerFrom(room, report, challenge, {}, newKey()), key: forged.key };
  const changed = { ...answerFrom(room, report, challenge, { mac: null }), mac: forged.mac };
  for (const bad of [forged, mine, changed]) {
    const { status, results } = await answered(room, "alver", bad);
    assert.equal(status, 422);
    assert.equal(results[0]?.error, "proof.bad-signature");
  }
  assert.deepEqual(await noted(room, report), ["proof.bad-signature operator"]);
  assert.ok(!(await kindsOf(room, report)).includes("proven"));
});

test("an answer of the wrong form is named, and the others are judged all the same", async () => {
  const { report, challenge } = await question();
  const good = answerFrom(room, report, challenge);
  const { signature: _, ...unsigned } = good;
  const bad = [null, {}, [], "x", unsigned, { ...good, n: 64 }, { ...good, mac: "short" }, { ...good, v: 2 }];
  const { status, results } = await answered(room, "alver", ...bad, { ...good, more: 1 }, good);
  assert.equal(status, 200);
  assert.deepEqual(
    results.map(({ outcome, error }) => error ?? outcome),
    [...Array<string>(9).fill("proof.bad-form"), "proven"],
  );
});

test("what is kept is the answer as it was signed, and it cannot be changed by the room's role", async () => {
  const { report, challenge } = await question();
  const answer = answerFrom(room, report, challenge, { reference: "A 1" });
  await answered(room, "alver", answer);
  const [kept] = await room.database.db.read<{ body: string; outcome: string }[]>`
    select body, outcome from challenge_answer where report = ${report.id}`;
  assert.deepEqual(kept && { ...kept, body: JSON.parse(kept.body) as unknown }, {
    body: answer,
    outcome: "right",
  });
  await assert.rejects(
    async () =>
      room.database.db.read`update challenge_answer set outcome = 'wrong' where report = ${report.id}`,
    /permission denied/,
  );
});

test("a right answer does not lose its receipt when its key is replaced afterwards", async () => {
  const { report, challenge } = await question();
  await answered(room, "alver", answerFrom(room, report, challenge));
  const [row] = await room.database.db.read<{ body: string }[]>`
    select body from receipt where report = ${report.id} and kind = 'proven'`;
  const receipt = JSON.parse(row!.body) as { by: object; proof: { n: number } };
  assert.deepEqual(receipt.by, { role: "hub", id: "hub" });
  assert.equal(receipt.proof.n, challenge.n);
});

test("polls and answers of the wrong form, or without proof, are refused", async () => {
  const good = { wait: 0, limit: 1, ground: null };
  const ground = { systemId: "1", timeline: 1, flushedTo: "0/1" };
  for (const wrong of [
    { wait: 26 },
    { limit: 0 },
    { limit: 1.5 },
    { ground: {} },
    { ground: { ...ground, timeline: 0 } },
    { ground: { ...ground, flushedTo: "0/xyz" } },
    { ground: { ...ground, systemId: "a'b" } },
  ]) {
    const answer = await room.ask("POST", "/challenges", { ...good, ...wrong }, room.asService("alver"));
    assert.equal(answer.status, 400, JSON.stringify(wrong));
  }
  for (const path of ["/challenges", "/answers"]) {
    assert.equal((await room.ask("POST", path, good)).status, 401);
    assert.equal((await room.ask("POST", path, good, room.asSubmitter())).status, 403);
    assert.equal((await room.ask("POST", path, "{", room.asService("alver"))).status, 400);
  }
  const many = { answers: Array(201).fill({}) };
  assert.equal((await room.ask("POST", "/answers", many, room.asService("alver"))).status, 400);
});

test("a person asks now, with pairs that the schedule does not need; when those have run out, it is said and noted", async () => {
  const report = await registered(room, "alver");
  const demand = () => room.ask("POST", `/reports/${report.id}/challenge`, undefined, room.asPerson());
  const first = await demand();
  expectStatus(first, 201);
  const { n } = first.json<{ n: number }>();
  assert.equal((await demand()).json<{ n: number }>().n, n, "an open question is not asked twice");
  const [challenge] = (await asked(room, "alver")).filter(({ id }) => id === report.id);
  assert.deepEqual({ n: challenge?.n, purpose: challenge?.purpose }, { n, purpose: "demand" });
  assert.equal((await answered(room, "alver", answerFrom(room, report, challenge!))).status, 200);

  await asAdmin(
    room,
    (admin) => admin`
      insert into challenge (report, n, service, purpose, revealed_at, next_ask_at, answered_at, outcome)
      select ${report.id}, n, 'alver', 'demand', now(), now(), now(), 'right' from generate_series(3, 53) as n`,
  );
  const none = await demand();
  assert.equal(none.status, 409);
  assert.equal(none.json<{ error: string }>().error, "proof.run-out");
  assert.deepEqual(await noted(room, report), ["proof.run-out service:alver"]);
  // Ten are left to the schedule, whatever else was asked.
  assert.equal((await askedAfter(room, report, minute)).n, 54);
});

test("asking on demand about a report that is unknown or not registered, or as nobody, is refused", async () => {
  const report = await room.accepted("alver");
  const ask = (id: string, who = room.asPerson()) => room.ask("POST", `/reports/${id}/challenge`, {}, who);
  assert.equal((await ask(report.id)).json<{ error: string }>().error, "proof.not-registered");
  assert.equal((await ask("x")).status, 404);
  assert.equal((await ask("00000000-0000-0000-0000-000000000000")).status, 404);
  assert.equal((await ask(report.id, room.asService("alver"))).status, 403);
});
