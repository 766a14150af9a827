// Goal: content, its receipt and its certificate go together or not at all, whatever breaks or comes at the same time, and
// a backup brings back what was held and what was erased. Method: transactions that end, or are held up, in between.

import assert from "node:assert/strict";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { withAdmin } from "../../test/admin.ts";
import { freshDatabase } from "../../test/database.ts";
import {
  attemptsOn,
  type Held,
  type HoldingRoom,
  openHoldingRoom,
  sizesOf,
} from "../../test/holding-room.ts";
import type { Receipt } from "../core/receipt.ts";
import { backup } from "../pg/backup.ts";
import { connect, type Tx } from "../pg/db.ts";
import { restore } from "../pg/restore.ts";
import { entryOf, issue } from "./entry.ts";
import { erase } from "./erase.ts";
import { eraseContent, insertErasure } from "./hold-store.ts";
import { insertReceipts, receiptsOf } from "./receipt-store.ts";
import { redeliver } from "./redeliver.ts";

let world: HoldingRoom;
before(async () => {
  world = await openHoldingRoom();
});
after(() => world.close());

const db = () => world.room.database.db;
const now = () => new Date(world.room.now);
const sealedSize = async (id: string) => (await sizesOf(db().read, id)).sealed;
const notWhole = () => world.held((past) => ({ proofs: past.proofs.slice(0, 4) }));

/** A receipt `erased`, as nobody but the step that erases should write it. */
function erasedReceipt(report: Held): Receipt {
  const { reportId, service, serial, sealedHash } = report.receipt;
  const at = now().toISOString();
  const by = { role: "hub", id: "hub" } as const;
  return issue(world.room.hub, { v: 1, kind: "erased", reportId, service, serial, at, by, sealedHash });
}

async function writeReceipt(tx: Tx, report: Held): Promise<string> {
  const entry = entryOf(erasedReceipt(report));
  await insertReceipts(tx, [entry], now());
  return entry.hash;
}

test("two at once: one erases, the other is told that it has been done, and there is one receipt", async () => {
  const report = await world.held();
  // Nothing is known by heart then, and there are more who want a connection than there are.
  world.room.hub.known.forget();
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => erase(world.room.hub, report.id)));
  assert.deepEqual(outcomes.map(({ outcome }) => outcome).sort(), [
    "erased",
    ...Array(5).fill("hold.already-erased"),
  ]);
  const erased = (await receiptsOf(db().read, [report.id])).filter(({ body }) =>
    body.includes('"kind":"erased"'),
  );
  assert.equal(erased.length, 1);
});

test("a crash between erasing and its receipt, or its certificate, leaves all of it undone", async () => {
  const report = await world.held();
  const crash = new Error("power");
  const steps: ((tx: Tx) => Promise<unknown>)[] = [
    async () => undefined,
    (tx) => writeReceipt(tx, report),
    async (tx) =>
      insertErasure(tx, { report: report.id, receipt: await writeReceipt(tx, report), body: "{}" }, now()),
  ];
  for (const step of steps) {
    const broken = db().begin(async (tx) => {
      assert.equal((await eraseContent(tx, report.id, now(), null)).outcome, "erased");
      await step(tx);
      throw crash;
    });
    await assert.rejects(broken, crash);
    assert.ok((await sealedSize(report.id)) > 0);
    assert.deepEqual(await attemptsOn(db().read, report.id), []);
  }
  assert.equal((await erase(world.room.hub, report.id)).outcome, "erased");
});

test("a loss that is found while content is going waits, and is then known to be past mending", async () => {
  const report = await world.held();
  const [gone, commit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const erasing = db().begin(async (tx) => {
    assert.equal((await eraseContent(tx, report.id, now(), null)).outcome, "erased");
    const receipt = await writeReceipt(tx, report);
    await insertErasure(tx, { report: report.id, receipt, body: "{}" }, now());
    gone.resolve();
    await commit.promise;
  });
  await gone.promise;
  const loss = { report: report.id, service: "alver", kind: "statement.missing", detail: "" };
  const redelivering = db().begin((tx) => redeliver(tx, [loss], now()));
  await waitsForRow();
  commit.resolve();
  await Promise.all([erasing, redelivering]);
  const [row] = await db().read<{ kinds: string; isOpen: boolean }[]>`
    select string_agg(distinct kind, ' ' order by kind) as kinds, bool_or(settled_at is null) as is_open
    from deviation join delivery using (report) where report = ${report.id}`;
  assert.deepEqual(row, { kinds: "report.lost statement.missing", isOpen: false });
});

/** Until a transaction waits for another to end, as one that wants a row the other has changed does. */
async function waitsForRow(): Promise<void> {
  for (let looks = 5000; looks > 0; looks -= 1) {
    const rows = await db().read`
      select from pg_locks waiting join pg_locks held on held.transactionid = waiting.transactionid and held.granted
      join pg_locks here on here.pid = held.pid and here.relation = 'erase_attempt'::regclass
      where waiting.locktype = 'transactionid' and not waiting.granted`;
    if (rows.length > 0) return;
  }
  assert.fail("it waits");
}

test("content, receipt and certificate cannot be committed without each other", async () => {
  const report = await world.held();
  const erased = (tx: Tx) => eraseContent(tx, report.id, now(), null);
  const certified = async (tx: Tx, receipt: string) =>
    insertErasure(tx, { report: report.id, receipt, body: "{}" }, now());
  const parts: ((tx: Tx) => Promise<unknown>)[] = [
    erased,
    (tx) => writeReceipt(tx, report),
    (tx) => certified(tx, report.placed[0]! && entryOf(report.placed[0]).hash),
    async (tx) => certified(tx, await writeReceipt(tx, report)),
    async (tx) => {
      await erased(tx);
      await writeReceipt(tx, report);
    },
  ];
  for (const part of parts) await assert.rejects(db().begin(part), /go together/);
  assert.ok((await sealedSize(report.id)) > 0);
});

test("a receipt of kind `erased` cannot be recorded from outside, whoever signs it", async () => {
  const report = await world.held();
  const { room } = world;
  const receipts = [room.receipt(report, "erased"), erasedReceipt(report)];
  for (const receipt of receipts) {
    const answer = await room.giveBack("alver", receipt);
    assert.equal(answer.status, 403);
    assert.equal(answer.json<{ error: string }>().error, "receipt.wrong-issuer");
  }
  assert.ok((await sealedSize(report.id)) > 0);
});

test("in a transaction that sees an older state than the newest, nothing is erased", async () => {
  const report = await world.held();
  const asked = withAdmin(world.room.database.url, (sql) =>
    sql.begin(
      "isolation level repeatable read",
      (tx) => tx`select erase_content(${report.id}, ${now()}, null)`,
    ),
  );
  await assert.rejects(asked, /read committed/);
});

test("the hold survives a backup and its restore: what was held is held, what was erased stays so", async () => {
  const [kept, free, gone] = [await notWhole(), await world.held(), await world.held()];
  assert.equal((await erase(world.room.hub, gone.id)).outcome, "erased");
  const folder = join(await mkdtemp(join(tmpdir(), "framme-hold-")), "backup");
  await backup(world.room.database.url, "hub", folder, world.room.now);
  const target = await freshDatabase("hub");
  await restore(target.ownerUrl, "hub", folder);

  const restored = connect(target.url);
  const answer = (id: string) => restored.begin((tx) => eraseContent(tx, id, now(), null));
  assert.equal((await answer(kept.id)).outcome, "hold.not-checked-after-30-days");
  assert.equal((await answer(gone.id)).outcome, "hold.already-erased");
  await assert.rejects(answer(free.id), /go together/);
  await assert.rejects(
    restored.begin((tx) => tx`update package set sealed = '' where report = ${kept.id}`),
    /permission denied/,
  );
  assert.equal((await erase({ ...world.room.hub, db: restored }, free.id)).outcome, "erased");
  assert.deepEqual(await sizesOf(restored.read, gone.id), { sealed: 0, paper: 0, pairs: 4096 });
  await restored.close();
  await target.drop();
});
