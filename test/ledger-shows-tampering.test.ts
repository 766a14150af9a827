// Goal: an edited, dropped or reordered row of the ledger is found by `framme verify --log` and named; and where everything
// was written anew to fit, the stretch in which the first difference lies. Method: the tables of a real database changed
// by their owner, with every constraint dropped, one way after the other, each on a copy of its own.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { after, before, test } from "node:test";
import type postgres from "postgres";
import type { LogFinding } from "../src/core/log-check.ts";
import { vkeyOf } from "../src/core/note.ts";
import { framme } from "./rooms.ts";
import { pemOf } from "./sealed-package.ts";
import {
  bytes,
  drop,
  replace,
  type Ledger,
  type Logged,
  makeLedger,
  rewriteHeads,
  tampered,
  witnessKey,
} from "./tampered-ledger.ts";

let ledger: Ledger;
before(async () => {
  ledger = await makeLedger();
});
after(() => ledger.room.close());

/** Exactly these kinds were found, each at least once. */
function assertKinds(findings: readonly LogFinding[], ...kinds: LogFinding["kind"][]): void {
  assert.deepEqual(
    [...new Set(findings.map(({ kind }) => kind))].sort(),
    [...kinds].sort(),
    JSON.stringify(findings, null, 1),
  );
}

function found(findings: readonly LogFinding[], kind: LogFinding["kind"]): LogFinding {
  const one = findings.find((finding) => finding.kind === kind);
  assert.ok(one, `${kind} among ${JSON.stringify(findings)}`);
  return one;
}

/** The heads around a place: the last that does not cover it, and the first that does. */
function stretchOf(place: number): { from: number; to: number } {
  const sizes = ledger.heads.map(({ head }) => head.size);
  return {
    from: sizes.findLast((size) => size <= place) ?? 0,
    to: sizes.find((size) => size > place)!,
  };
}

test("a ledger that nobody has touched has nothing to show", async () => {
  assert.ok(ledger.early.length >= 5 && ledger.late.length === 8 && ledger.size > 270);
  const heads = ledger.heads.map(({ head }) => head);
  const { findings, size } = await tampered(ledger, async () => undefined, heads);
  assert.deepEqual(findings, []);
  assert.equal(size, ledger.size);
});

test("an edited receipt is named with its place, hash and report", async () => {
  for (const { place, hash, receipt } of [ledger.early[2]!, ledger.late[2]!]) {
    const body = JSON.stringify({ ...receipt, serial: receipt.serial + 100 });
    const { findings } = await tampered(
      ledger,
      (sql) => sql`update receipt set body = ${body} where hash = ${bytes(hash)}`,
    );
    assertKinds(findings, "row-altered");
    for (const one of findings) {
      assert.deepEqual([one.from, one.receipt, one.report], [place, hash, receipt.reportId]);
      assert.match(one.message, new RegExp(`place ${place}, receipt ${hash} of report ${receipt.reportId}`));
    }
  }
});

test("an edited salt and an edited commitment are named", async () => {
  for (const { place, hash, receipt } of [ledger.early[0]!, ledger.late[7]!]) {
    const salted = await tampered(
      ledger,
      (sql) => sql`update ledger_leaf set salt = ${Buffer.alloc(32, 7)} where receipt = ${bytes(hash)}`,
    );
    assertKinds(salted.findings, "row-altered");
    const committed = await tampered(
      ledger,
      (sql) => sql`update ledger_leaf set commitment = ${Buffer.alloc(32, 7)} where receipt = ${bytes(hash)}`,
    );
    assertKinds(committed.findings, "row-altered", "log-differs");
    for (const { findings } of [salted, committed]) {
      const one = found(findings, "row-altered");
      assert.deepEqual([one.from, one.receipt, one.report], [place, hash, receipt.reportId]);
    }
    const { from, to } = found(committed.findings, "log-differs");
    assert.ok(from! <= place && place < to!);
  }
});

test("an edited or missing tile is named, and the place whose hash it lost", async () => {
  const altered = await tampered(
    ledger,
    (sql) =>
      sql`update ledger_tile set hashes = overlay(hashes placing ${Buffer.alloc(32, 7)} from ${17 * 32 + 1})`,
  );
  assertKinds(altered.findings, "row-altered", "tile-altered");
  assert.equal(found(altered.findings, "row-altered").from, 17);
  const gone = await tampered(ledger, (sql) => sql`delete from ledger_tile`);
  assertKinds(gone.findings, "tile-missing");
});

test("a dropped row is named by its place, and its report by its number", async () => {
  for (const row of [ledger.early[1]!, ledger.late[1]!]) {
    const { findings } = await tampered(ledger, drop(row, false));
    const gap = found(findings, "row-dropped");
    assert.deepEqual([gap.from, gap.to], [row.place, row.place + 1]);
    const missing = found(findings, "report-missing");
    assert.match(missing.message, new RegExp(`report ${row.receipt.serial} to alver`));
  }
});

test("a dropped row whose place was closed is named by the tile, or by the stretch between two heads", async () => {
  const early = ledger.early[1]!;
  const inTile = await tampered(ledger, drop(early, true));
  const gone = found(inTile.findings, "row-dropped");
  assert.equal(gone.from, early.place);
  assert.match(gone.leaf!, /^[0-9a-f]{64}$/);
  const moved = inTile.findings.filter(({ kind }) => kind === "row-moved");
  assert.equal(moved.length, 1, "all that came after it have moved together");
  assert.equal(moved[0]!.from, early.place);

  const late = ledger.late[1]!;
  const { findings } = await tampered(ledger, drop(late, true));
  const { from, to } = found(findings, "log-differs");
  assert.deepEqual({ from, to }, stretchOf(late.place));
  assert.match(
    found(findings, "report-missing").message,
    new RegExp(`report ${late.receipt.serial} to alver`),
  );
});

test("dropped last rows are named: how many there were, and who has seen them", async () => {
  const [before, last] = ledger.late.slice(-2) as [Logged, Logged];
  const { findings } = await tampered(ledger, async (sql) => {
    await drop(last, false)(sql);
    await drop(before, false)(sql);
  });
  const short = found(findings, "log-shorter");
  assert.deepEqual([short.from, short.to], [before.place, ledger.size]);

  // With the heads that tell of them gone as well, it is the witness who knows.
  const hidden = (sql: postgres.Sql) => sql`delete from checkpoint where size > ${before.place}`;
  const tamper = async (sql: postgres.Sql) => {
    await drop(last, false)(sql);
    await drop(before, false)(sql);
    await sql`delete from cosignature where size > ${before.place}`;
    await hidden(sql);
    await sql`update serial_counter set last = last - 2 where service = 'alver'`;
  };
  const alone = await tampered(ledger, tamper);
  assert.deepEqual(alone.findings, [], "nobody else's head was given: nothing is left that tells");
  const told = await tampered(ledger, tamper, [ledger.heads.at(-1)!.head]);
  const witnessed = found(told.findings, "log-shorter");
  assert.deepEqual([witnessed.from, witnessed.to], [before.place, ledger.size]);
  assert.match(witnessed.message, /the witness/);
});

test("exchanged rows are named, or the stretch they are in", async () => {
  const exchange = (a: Logged, b: Logged) => (sql: postgres.Sql) =>
    sql`
    update ledger_place set leaf = case place
      when ${a.place} then (select leaf from ledger_place where place = ${b.place})
      else (select leaf from ledger_place where place = ${a.place}) end
    where place in (${a.place}, ${b.place})`;
  const [a, b] = [ledger.early[0]!, ledger.early[3]!];
  const inTile = await tampered(ledger, exchange(a, b));
  const moved = inTile.findings.filter(({ kind }) => kind === "row-moved");
  assert.deepEqual(
    moved.map(({ from }) => from),
    [a.place, b.place],
  );
  assert.match(moved[0]!.message, new RegExp(`receipt ${b.hash} .*stood at place ${b.place}`));

  const [c, d] = [ledger.late[0]!, ledger.late[2]!];
  const late = await tampered(ledger, exchange(c, d));
  assertKinds(late.findings, "log-differs");
  const { from, to, message } = found(late.findings, "log-differs");
  assert.deepEqual({ from, to }, stretchOf(c.place));
  assert.match(message, new RegExp(c.hash));
});

test("a row written anew with all that belongs to it is named by the tile, or by its stretch", async () => {
  const early = ledger.early[4]!;
  const inTile = await tampered(ledger, replace(early));
  const altered = found(inTile.findings, "row-altered");
  assert.equal(altered.from, early.place);
  assert.match(altered.message, new RegExp(`of report ${early.receipt.reportId} stands there now`));

  const late = ledger.late[4]!;
  const { findings } = await tampered(ledger, replace(late));
  assertKinds(findings, "log-differs");
  const { from, to } = found(findings, "log-differs");
  assert.deepEqual({ from, to }, stretchOf(late.place));
});

test("a log written anew from end to end, with the hub's own key, does not fit what witnesses have", async () => {
  for (const row of [ledger.early[4]!, ledger.late[3]!]) {
    const rewrite = async (sql: postgres.Sql) => {
      await replace(row)(sql, ledger);
      await rewriteHeads(sql, ledger);
    };
    assert.deepEqual((await tampered(ledger, rewrite)).findings, [], "by itself it fits");
    const heads = ledger.heads.map(({ head }) => head);
    const { findings } = await tampered(ledger, rewrite, heads);
    assertKinds(findings, "log-differs");
    const { from, to } = found(findings, "log-differs");
    assert.deepEqual({ from, to }, stretchOf(row.place));
  }
});

test("what was never put in the log, and altered heads, are named", async () => {
  const row = ledger.late[5]!;
  const { findings } = await tampered(ledger, async (sql) => {
    await sql`delete from ledger_place where place >= ${row.place}`;
    await sql`delete from ledger_leaf where receipt = ${bytes(row.hash)}`;
  });
  const strays = findings.filter(({ kind }) => kind === "row-not-in-log");
  assert.deepEqual(
    strays.map(({ receipt }) => receipt).sort(),
    ledger.late
      .filter(({ place }) => place >= row.place)
      .map(({ hash }) => hash)
      .sort(),
  );
  assert.match(strays.find(({ receipt }) => receipt === row.hash)!.message, /has no leaf/);

  const size = ledger.heads[1]!.head.size;
  const headed = await tampered(
    ledger,
    (sql) => sql`update checkpoint set root = ${Buffer.alloc(32, 7)} where size = ${size}`,
  );
  assertKinds(headed.findings, "head-altered", "log-differs");
  assert.match(found(headed.findings, "head-altered").message, new RegExp(`head of ${size} `));
});

test("the command says it in a line each, and ends with 1", async () => {
  const folder = mkdtempSync(`${tmpdir()}/framme-verify-`);
  const hubKeyFile = `${folder}/hub.pem`;
  const headFile = `${folder}/head.txt`;
  writeFileSync(hubKeyFile, pemOf(ledger.room.hubKey));
  writeFileSync(headFile, ledger.heads.at(-1)!.text);
  const args = [
    "verify",
    "--log",
    "--hub-key",
    hubKeyFile,
    "--head",
    headFile,
    "--witness",
    vkeyOf(witnessKey),
  ];
  const row = ledger.late[3]!;
  let said = { code: null as number | null, stdout: "", stderr: "" };
  const look = async (url: string) => {
    said = await framme(args, { DATABASE_URL: url }).done;
    return { size: 0, root: "", heads: 0, findings: [] };
  };
  await tampered(ledger, async () => undefined, [], look);
  assert.deepEqual([said.code, said.stderr], [0, ""]);
  assert.match(
    said.stdout,
    new RegExp(`^${ledger.size} leaves, root \\S+, held against \\d+ signed heads: nothing differs\n$`),
  );
  await tampered(ledger, drop(row, true), [], look);
  assert.equal(said.code, 1);
  assert.match(said.stdout, /^log-differs: .*places? \d+/m);
  assert.match(said.stdout, /co-signed by witness\.test/);
  rmSync(folder, { recursive: true });
});
