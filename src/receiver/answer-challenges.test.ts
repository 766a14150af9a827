// Goal: what a receiver answers is what its case system gives back at that moment, and it answers nothing that it does
// not know. Method: a played hub that asks, and a played case system that loses, changes, or is away.

import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";

import { newFiles, type Signer } from "../../test/offering-hub.ts";
import { type TestRoom, testRoom } from "../../test/receiver-room.ts";
import { answerTo, type Challenge } from "../core/proof.ts";
import { answerSignatureFits } from "../core/proof-answer.ts";
import { Problem } from "../core/problem.ts";
import { canonicalContent } from "../core/report.ts";
import { answerChallenges } from "./answer-challenges.ts";
import type { OpenedReport } from "./case-system/case-system.ts";
import { type Desk, deskFor } from "./desk.ts";
import type { HubDoor } from "./source/hub.ts";
import { deviationsSince } from "./store.ts";

let world: TestRoom;
let desk: Desk;
let signer: Signer;
before(async () => {
  world = await testRoom();
  signer = world.receiptKey;
  desk = deskFor(world.room, world.service, 1, async (_event, _ids, work) =>
    work().then(
      () => null,
      (error: unknown) => error,
    ),
  );
});
beforeEach(() => {
  world.hub.asking.clear();
  world.hub.answers.length = 0;
  world.caseSystem.givesBytesBack = true;
  world.caseSystem.gives = (report) => report.files;
});
after(() => world.close());

function inCaseSystem(): OpenedReport {
  const facts = { serial: 1, channel: "hub", acceptedAt: null, kind: "private", flags: [] } as const;
  const report = { id: randomUUID(), service: world.service.id, files: newFiles(), ...facts };
  world.caseSystem.reports.set(report.id, report);
  return report;
}

function question(id: string, n = 2): Challenge {
  const nonce = randomBytes(32).toString("base64url");
  return { id, n, nonce, purpose: "schedule" };
}

async function answersTo(...asked: Challenge[]) {
  world.hub.asking.set(world.service.id, asked);
  const door = world.service.source as HubDoor;
  await answerChallenges(desk, door, 0, AbortSignal.timeout(10_000));
  return [...world.hub.answers];
}

test("an answer is over what the case system gives back, signed, with the reference it has there", async () => {
  const report = inCaseSystem();
  const asked = question(report.id);
  const [answer, ...more] = await answersTo(asked);
  assert.equal(answer?.mac, answerTo(asked.nonce, canonicalContent(report.files)));
  assert.equal(answer.reference, `case-${report.id.slice(0, 8)}`);
  assert.ok(answerSignatureFits(answer, signer.publicKey));
  assert.ok(!answerSignatureFits({ ...answer, n: 3 }, signer.publicKey));
  assert.deepEqual(more, []);
});

test("a report that the case system has no more is answered with nothing in hand, and noted here too", async () => {
  const report = inCaseSystem();
  world.caseSystem.reports.delete(report.id);
  const [answer] = await answersTo(question(report.id));
  assert.equal(answer?.mac, null);
  assert.equal(answer.reference, undefined);
  const noted = await deviationsSince(world.database.db.read, 0, 10);
  assert.ok(
    noted.some((one) => one.reportId === report.id && one.kind === "report.not-in-case-system"),
    JSON.stringify(noted),
  );
});

test("bytes that were changed are answered as they are", async () => {
  const report = inCaseSystem();
  const asked = question(report.id);
  const changed = { ...report.files, pdf: Buffer.concat([report.files.pdf, Buffer.from(" ")]) };
  world.caseSystem.gives = () => changed;
  const [answer] = await answersTo(asked);
  assert.equal(answer?.mac, answerTo(asked.nonce, canonicalContent(changed)));
  assert.notEqual(answer.mac, answerTo(asked.nonce, canonicalContent(report.files)));
});

test("a case system that is away is not answered for, and one failing report does not hold back the others", async () => {
  const [one, two] = [inCaseSystem(), inCaseSystem()];
  world.caseSystem.gives = (report) => {
    if (report.id === one.id) throw new Problem("case-system.refused");
    return report.files;
  };
  const answers = await answersTo(question(one.id), question(two.id));
  assert.deepEqual(
    answers.map(({ reportId }) => reportId),
    [two.id],
  );
  world.hub.answers.length = 0;
  let reads = 0;
  world.caseSystem.gives = () => {
    reads += 1;
    throw new Problem("case-system.not-reached");
  };
  assert.deepEqual(await answersTo(question(one.id), question(two.id)), []);
  assert.equal(reads, 1, "nor is it asked for each report that waits");
});

test("a case system that is no longer set up to give the exact bytes is not answered for", async () => {
  const report = inCaseSystem();
  world.caseSystem.givesBytesBack = false;
  assert.deepEqual(await answersTo(question(report.id)), []);
});

test("a question that cannot be read is passed by, and the others are answered", async () => {
  const report = inCaseSystem();
  const good = question(report.id);
  const bad = [
    null,
    {},
    { ...good, n: 64 },
    { ...good, nonce: "x" },
    { ...good, id: "../x" },
    { ...good, purpose: "stored" },
  ];
  const answers = await answersTo(...(bad as Challenge[]), good);
  assert.equal(answers.length, 1);
});

test("each question tells the hub what our database stands on", async () => {
  await answersTo();
  const [row] = await world.database.db.read<{ id: string }[]>`
    select system_identifier::text as id from pg_control_system()`;
  const ground = world.hub.grounds.at(-1) as Record<string, unknown>;
  assert.equal(ground.systemId, row!.id);
  assert.equal(ground.timeline, 1);
  assert.match(String(ground.flushedTo), /^[0-9A-F]+\/[0-9A-F]+$/);
});
