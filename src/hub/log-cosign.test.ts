// Goal: heads are co-signed without anything waiting for it; a witness that is away catches up, one that lies is refused
// and noted and disturbs nobody, and one that proves another log stops the hub. Method: played witnesses that keep
// C2SP's protocol, or break it in a named way, against the real app on a real database.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expectStatus, type HubRoom, openHub, origin } from "../../test/hub-room.ts";
import { PlayedWitness } from "../../test/played-witness.ts";
import { checkpointFrom, cosignedAt, signCheckpoint } from "../core/checkpoint.ts";
import { sha256 } from "../core/hash.ts";
import { cosigner } from "./log-cosign.ts";
import { checkWithWitnesses } from "./log-judge.ts";
import { logState } from "./log-state.ts";
import { newestCheckpoint } from "./log-store.ts";
import type { Hub } from "./hub.ts";
import { hubApp } from "./routes.ts";
import { deviations } from "./receipt-store.ts";
import { sequencer } from "./sequence.ts";
import { Problem } from "../core/problem.ts";

let room: HubRoom;
before(async () => {
  room = await openHub();
  await room.addService("alver", "receiver", "4631");
});
after(() => room.close());

const logOrigin = "hub.test/log";

/** The room's hub with these witnesses, as after a new start. */
const hubWith = (...witnesses: PlayedWitness[]): Hub => ({
  ...room.hub,
  log: logState(origin, {
    witnesses: witnesses.map(({ url, key }) => ({ url, key })),
    road: PlayedWitness.road(...witnesses),
  }),
});

/** A new report, and its leaves under a head. Gives the head's size. */
async function grow(): Promise<number> {
  await room.accepted("alver");
  await sequencer(room.hub)();
  return (await newestCheckpoint(room.database.db.read, logOrigin))!.size;
}

async function head(hub: Hub, path = "/log/checkpoint") {
  const answer = await hubApp(hub).request(path);
  return answer.status === 200 ? checkpointFrom(await answer.text()) : null;
}

const noted = async (kind: string) =>
  (await deviations(room.database.db.read)).filter((row) => row.kind === kind && row.owner === "operator");
const refusedWith = (code: string, detail: RegExp) => (error: unknown) =>
  error instanceof Problem && error.code === code && detail.test(error.message);

test("the newest head gets the signature of each witness, and carries them", async () => {
  const [a, b] = [new PlayedWitness("a.example"), new PlayedWitness("b.example")];
  const hub = hubWith(a, b);
  const step = cosigner(hub);
  for (let n = 0; n < 3; n++) {
    const size = await grow();
    await step();
    const newest = await head(hub);
    assert.equal(newest?.size, size);
    for (const { key, now } of [a, b]) assert.equal(cosignedAt(newest!, key), now);
  }
  const asked = a.asked;
  await step();
  assert.equal(a.asked, asked, "a head that is signed is not sent again");
});

test("a witness that is away is missed after an hour, holds up nothing, and catches up over what it missed", async () => {
  const [here, away] = [new PlayedWitness("here.example"), new PlayedWitness("away.example")];
  const hub = hubWith(here, away);
  const step = cosigner(hub);
  await grow();
  await step();
  away.lie = "silent";
  for (let n = 0; n < 24; n++) {
    const size = await grow();
    await step();
    assert.equal((await head(hub, "/log/checkpoint/cosigned"))?.size, size);
    room.now += 3600_000;
  }
  assert.ok((await noted("witness.away")).some(({ detail }) => detail.startsWith("away.example 2026-11-2")));
  away.lie = null;
  await step();
  const newest = await head(hub);
  assert.ok(cosignedAt(newest!, away.key));
  assert.equal(away.last?.checkpoint.size, newest?.size);
});

test("a witness whose state was put back is brought up from where it says it stands", async () => {
  const witness = new PlayedWitness("back.example");
  const step = cosigner(hubWith(witness));
  await grow();
  await step();
  const earlier = witness.last;
  await grow();
  await step();
  witness.last = earlier;
  const size = await grow();
  await step();
  assert.equal(witness.last?.checkpoint.size, size);
});

test("a signature by a stranger, under another note or with another key is refused and noted", async () => {
  for (const lie of ["stranger", "other-note", "other-key", "garbage"] as const) {
    const witness = new PlayedWitness(`${lie}.example`);
    const hub = hubWith(witness);
    const size = await grow();
    witness.lie = lie;
    await cosigner(hub)();
    assert.equal(await head(hub, "/log/checkpoint/cosigned"), null, lie);
    assert.equal(
      (await head(hub))?.note.lines.some(({ name }) => name === witness.name),
      false,
    );
    assert.deepEqual(
      (await noted("witness.wrong-signature")).filter(({ detail }) => detail === `${lie}.example for ${size}`)
        .length,
      1,
      lie,
    );
    assert.equal(hub.log.fault(), null);
  }
});

test("a witness that only says that there is more, or that the log is another, stops nothing", async () => {
  for (const lie of ["says-more", "says-fork"] as const) {
    const witness = new PlayedWitness(`${lie}.example`);
    const hub = hubWith(witness);
    await grow();
    witness.lie = lie;
    await cosigner(hub)();
    assert.equal(hub.log.fault(), null);
    assert.ok(
      (await noted("witness.refused")).some(({ detail }) => detail.startsWith(`${lie}.example `)),
      lie,
    );
    expectStatus(await room.post(await room.package("alver")), 201);
  }
});

/** A head that this hub's key signed and the witness too, for a log that is not here. */
function otherHead(witness: PlayedWitness, size: number): void {
  const signer = { name: logOrigin, privateKey: room.hub.key.privateKey };
  witness.sign(signCheckpoint({ origin: logOrigin, size, root: sha256("another log") }, signer));
}

test("a witness that proves more than there is here, or another root, stops the hub: 503, and /health says why", async () => {
  const size = await grow();
  const cases = [
    [size + 5, "ledger.shorter-than-witnessed", new RegExp(`signed for ${size + 5}, here are ${size}`)],
    [size - 1, "ledger.not-as-witnessed", new RegExp(`another root for ${size - 1}, here are ${size}`)],
  ] as const;
  for (const [other, code, what] of cases) {
    const witness = new PlayedWitness(`proves-${other}.example`);
    otherHead(witness, other);
    await assert.rejects(checkWithWitnesses(hubWith(witness), 0), refusedWith(code, what));

    const hub = hubWith(witness);
    await cosigner(hub)();
    assert.equal(hub.log.fault()?.code, code);
    const app = hubApp(hub);
    for (const [method, path] of [
      ["GET", "/health"],
      ["POST", "/reports"],
      ["POST", "/offers"],
      ["POST", "/receipts"],
      ["POST", "/follow"],
    ] as const) {
      const answer = await app.request(path, { method });
      assert.deepEqual(
        [answer.status, ((await answer.json()) as { error: string }).error],
        [503, code],
        path,
      );
    }
    assert.equal((await app.request("/log/checkpoint")).status, 200, "what shows it stays open");
    assert.equal((await noted(code)).length, 1);
    assert.equal(await sequencer(hub)(), 0);
  }
});

test("a witness that was away at the start and then proves more than there is here stops the hub", async () => {
  const size = await grow();
  const witness = new PlayedWitness("late.example");
  otherHead(witness, size + 1);
  witness.lie = "silent";
  const hub = hubWith(witness);
  const step = cosigner(hub);
  await step();
  assert.equal(hub.log.fault(), null);
  witness.lie = null;
  await step();
  assert.equal(hub.log.fault()?.code, "ledger.shorter-than-witnessed");
});

test("a hub starts on one witness's answer, and says of each that gave none what it did", async () => {
  const [a, b] = [new PlayedWitness("start-a.example"), new PlayedWitness("start-b.example")];
  a.lie = "silent";
  await checkWithWitnesses(hubWith(a, b), 0);
  const wrongs = [
    ["silent", /start-b.example did not answer/],
    ["garbage", /start-b.example told a head that is not rightly signed/],
    ["unknown-log", /start-b.example answered 404/],
  ] as const;
  for (const [lie, what] of wrongs) {
    b.lie = lie;
    await assert.rejects(
      checkWithWitnesses(hubWith(a, b), 0),
      refusedWith("witness.none-answered", what),
      lie,
    );
    await assert.rejects(
      checkWithWitnesses(hubWith(a, b), 0),
      refusedWith("witness.none-answered", /start-a/),
      lie,
    );
  }
  b.lie = null;
  await grow();
  await cosigner(hubWith(b))();
  await checkWithWitnesses(hubWith(a, b), 0);
  b.lie = "forgets";
  await assert.rejects(
    checkWithWitnesses(hubWith(b), 0),
    refusedWith("witness.none-answered", /has lost what it signed/),
  );
});

test("a head that only one of the two signed, hub or witness, counts for nothing", async () => {
  const [fooled, echo] = [new PlayedWitness("fooled.example"), new PlayedWitness("echo.example")];
  const other = { origin: logOrigin, size: 10_000, root: sha256("x") };
  fooled.sign(signCheckpoint(other, { name: logOrigin, privateKey: fooled.signer.privateKey }));
  const bySomebody = signCheckpoint(other, { name: logOrigin, privateKey: room.hub.key.privateKey });
  echo.last = { checkpoint: checkpointFrom(bySomebody)!, text: bySomebody };
  for (const witness of [fooled, echo]) {
    const hub = hubWith(witness);
    await assert.rejects(
      checkWithWitnesses(hub, 0),
      refusedWith("witness.none-answered", /not rightly signed/),
    );
    await cosigner(hub)();
    assert.equal(hub.log.fault(), null);
  }
});
