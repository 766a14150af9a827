// Goal: whoever has the code sees how far the report has come, and nobody learns anything from a wrong one.
// Method: codes over HTTP, right and wrong, at different moments.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { type HubRoom, openHub } from "../../test/hub-room.ts";
import { trackingCodeOf, trackingHashOf } from "../core/tracking.ts";
import type { Followed } from "./follow.ts";

let room: HubRoom;
before(async () => {
  room = await openHub();
  await room.addService("alver", "receiver", "4631");
});
after(() => room.close());

const follow = (code: unknown) => room.ask("POST", "/follow", { code });
const followed = async (code: string) => (await follow(code)).json<Followed & { deliveries: Followed[] }>();

test("a report that was just accepted has reached `accepted`, and the receiver owes `stored` within the hour", async () => {
  const { code } = await room.accepted("alver");
  const seen = await followed(code);
  const at = new Date(room.now).toISOString();
  assert.equal(seen.reached, "accepted");
  assert.deepEqual(seen.receipts, [{ kind: "accepted", at, by: "hub" }]);
  const due = new Date(room.now + 3_600_000).toISOString();
  assert.deepEqual(seen.owes, { from: "receiver", owed: "stored", due, overdue: false });
  room.now += 3_600_001;
  assert.equal((await followed(code)).owes?.overdue, true);
});

test("it follows the receipts, and names nobody", async () => {
  const report = await room.accepted("alver");
  await room.giveBack(
    "alver",
    room.receipt(report, "stored"),
    room.receipt(report, "registered", { reference: "R-77" }),
  );
  const answer = await follow(report.code);
  const seen = answer.json<Followed>();
  assert.equal(seen.reached, "registered");
  assert.deepEqual(
    seen.receipts.map(({ kind, by }) => `${kind} by ${by}`),
    ["accepted by hub", "stored by receiver", "registered by receiver"],
  );
  for (const secret of ["R-77", report.id, "alver", "4631", report.header.submitter, "serial"])
    assert.ok(!answer.bytes.toString().includes(secret), secret);
});

test("the code may be typed as people type: small letters, spaces, o for 0, l for 1", async () => {
  const { code } = await room.accepted("alver");
  const typed = code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
  assert.equal((await follow(typed)).status, 200);
});

test("unknown, malformed and empty codes get the same answer, byte for byte", async () => {
  const wrong = [trackingCodeOf(randomBytes(16)), "nonsense", "", "8".repeat(26), "\0", "x".repeat(5000)];
  const answers = await Promise.all(wrong.map(follow));
  const [first] = answers;
  for (const answer of answers) {
    assert.equal(answer.status, 404);
    assert.deepEqual(answer.bytes, first!.bytes);
    assert.deepEqual([...answer.headers], [...first!.headers]);
  }
  assert.equal(first!.json<{ error: string }>().error, "tracking-code.unknown");
});

test("several deliveries under one code are shown each, and the least advanced first of all", async () => {
  const code = trackingCodeOf(randomBytes(16));
  const trackingHash = trackingHashOf(code)!;
  const reports = [
    await room.accepted("alver", { trackingHash }),
    await room.accepted("alver", { trackingHash }),
  ];
  await room.giveBack("alver", room.receipt(reports[0]!, "stored"));
  const seen = await followed(code);
  assert.equal(seen.reached, "accepted");
  assert.deepEqual(
    seen.deliveries.map(({ reached }) => reached),
    ["stored", "accepted"],
  );
});

test("that a report was returned is not shown: it could tell where a child has moved", async () => {
  const report = await room.accepted("alver");
  await room.giveBack("alver", room.receipt(report, "returned", { reason: "not-ours" }));
  const answer = await follow(report.code);
  assert.equal(answer.json<Followed>().reached, "accepted");
  assert.ok(!/returned|not-ours/.test(answer.bytes.toString()));
  // Nor may it show in who owes the next receipt.
  assert.equal(answer.json<{ owes: { from: string } }>().owes.from, "receiver");
});

test("what is not a code at all is a mistake of form", async () => {
  assert.equal((await follow(7)).status, 400);
  assert.equal((await room.ask("POST", "/follow", "[")).status, 400);
  assert.equal((await room.ask("POST", "/follow", { code: "x".repeat(20_000) })).status, 413);
});
