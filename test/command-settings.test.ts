// Goal: whoever sets up an installation is told what is missing or wrong, by name, and can prepare its databases.
// Method: the built command with one setting wrong at a time, and on databases that are bare, owned or too free.

import assert from "node:assert/strict";
import { chmodSync } from "node:fs";
import { test } from "node:test";
import { withAdmin } from "./admin.ts";
import { commandLine, linesOf } from "./at-the-command-line.ts";
import { emptyDatabase } from "./database.ts";
import type { Environment } from "./rooms.ts";

const here = commandLine();
const { run, newReport } = here;

test("a missing setting, file or database is named with what to do", async () => {
  const cases: [string[], Environment, RegExp][] = [
    [["send", newReport()], { SENDER_SECRET_FILE: "" }, /SENDER_SECRET_FILE/],
    [
      ["send", newReport()],
      { SUBMITTER_KEY_FILE: "/nowhere/key.pem" },
      /no such file or folder: \/nowhere\/key\.pem/,
    ],
    [
      ["send", newReport()],
      { DATABASE_URL: "postgres://u:hemmelig@127.0.0.1:1/x" },
      /database did not answer/,
    ],
    [["send", newReport()], { HUB_URL: "http://hub.example.no" }, /https/],
    [["send", "--data-dir", "/nowhere", newReport()], {}, /framme start --data-dir \/nowhere/],
  ];
  for (const [args, more, says] of cases) {
    const { code, stderr } = await run(args, more);
    assert.equal(code, 1, stderr);
    assert.match(stderr, says);
    assert.doesNotMatch(stderr, /hemmelig|\n\s+at /);
  }
});

test("a key file that others can read is warned of", async () => {
  const file = here.country.sender.SUBMITTER_KEY_FILE!;
  chmodSync(file, 0o644);
  const { stderr } = await run(["send", newReport()]);
  chmodSync(file, 0o600);
  assert.match(stderr, new RegExp(`others can read ${file}.*chmod 600`));
});

type Found = { state: string; check: string; message: string; todo?: string };

async function doctor(more: Environment = {}): Promise<{ code: number | null; found: Found[] }> {
  const { code, stdout } = await run(["doctor", "--json"], more);
  return { code, found: linesOf<Found>(stdout) };
}

test("doctor finds nothing wrong where nothing is", async () => {
  const { code, found } = await doctor();
  assert.deepEqual(
    found.filter(({ state }) => state === "WRONG"),
    [],
  );
  assert.equal(code, 0);
  const checks = new Set(found.map(({ check }) => check));
  for (const check of ["node", "hub", "clock", "hub's key", "key of submitter:test", "database of outbox"])
    assert.ok(checks.has(check), check);
});

test("doctor names what is wrong, and what to do", async () => {
  const stranger = `${here.country.folder}/another`;
  await run(["keys", "new", "submitter", "test", "--to", stranger]);
  const bare = await emptyDatabase();
  const cases: [Environment, string, RegExp][] = [
    [{ HUB_URL: "http://127.0.0.1:1" }, "hub", /did not answer/],
    [{ HUB_PUBLIC_KEY_FILE: `${stranger}/public.pem` }, "hub's key", /another key than the one pinned/],
    [{ SUBMITTER_KEY_FILE: `${stranger}/key.pem` }, "key of submitter:test", /is not published/],
    [{ DATABASE_URL: here.outbox.ownerUrl }, "database of outbox", /owns 5 tables/],
    [{ DATABASE_URL: here.outbox.adminUrl }, "database of outbox", /is a superuser/],
    [{ DATABASE_URL: bare.url }, "database of outbox", /at migration none/],
    [{ DATABASE_URL: "postgres://u@127.0.0.1:1/x" }, "database of outbox", /did not answer/],
  ];
  for (const [more, check, says] of cases) {
    const { code, found } = await doctor(more);
    const wrong = found.filter((one) => one.state === "WRONG");
    const hit = wrong.find((one) => one.check === check && says.test(one.message));
    assert.ok(hit?.todo, `${check}: ${JSON.stringify(wrong)}`);
    assert.equal(code, 1, check);
  }
  await bare.drop();
});

test("migrate runs what has not run, as the owner, and then has nothing to run", async () => {
  const bare = await emptyDatabase();
  const migrate = () =>
    run(["migrate", "outbox", "--role", "test_empty", "--json"], { DATABASE_URL: bare.ownerUrl });
  const [first] = linesOf<{ ran: string[]; version: number }>((await migrate()).stdout);
  assert.ok(first!.ran.length > 0);
  const [second] = linesOf<{ ran: string[] }>((await migrate()).stdout);
  assert.deepEqual(second!.ran, []);
  const missing = await run(["migrate", "outbox", "--role", "nobody_here"], { DATABASE_URL: bare.ownerUrl });
  assert.equal(missing.code, 1);
  assert.match(missing.stderr, /role nobody_here does not exist/);
  await bare.drop();
});

test("migrate --print gives SQL that does the same when an administrator runs it", async () => {
  const { code, stdout } = await run(["migrate", "outbox", "--print", "--role", "test_empty"]);
  assert.equal(code, 0);
  const bare = await emptyDatabase();
  await withAdmin(bare.ownerUrl, (sql) => sql.unsafe(stdout));
  const again = await run(["migrate", "outbox", "--role", "test_empty", "--json"], {
    DATABASE_URL: bare.ownerUrl,
  });
  assert.deepEqual(linesOf<{ ran: string[] }>(again.stdout)[0]!.ran, []);
  await bare.drop();
  const portals = await run(["migrate", "outbox:portal", "--print"]);
  assert.match(portals.stdout, /create database "framme_outbox_portal" owner "framme_outbox_portal_owner"/);
  assert.match(portals.stdout, /create table package/);
});

test("migrate --create makes a room's roles and database, and the room's role can do no more than it should", async () => {
  const bare = await emptyDatabase();
  const create = () => run(["migrate", "inbox", "--create", "--json"], { DATABASE_URL: bare.adminUrl });
  const first = await create();
  assert.equal(first.code, 0, first.stderr);
  const [made] = linesOf<{ databaseUrl?: string; created: string[] }>(first.stdout);
  assert.deepEqual(made!.created, ["role framme_inbox_owner", "role framme_inbox", "database framme_inbox"]);
  const looked = await run(["doctor", "inbox", "--json"], { DATABASE_URL: made!.databaseUrl!, PORT: "1" });
  const found = linesOf<Found>(looked.stdout);
  assert.deepEqual(
    found.filter(({ state }) => state === "WRONG"),
    [],
  );
  assert.ok(found.some(({ message }) => /framme_inbox owns nothing/.test(message)));
  const [again] = linesOf<{ databaseUrl?: string; created: string[] }>((await create()).stdout);
  assert.deepEqual([again!.created, again!.databaseUrl], [[], undefined]);
  await withAdmin(bare.adminUrl, async (sql) => {
    await sql`drop database framme_inbox with (force)`;
    await sql`drop role framme_inbox`;
    await sql`drop role framme_inbox_owner`;
  });
  await bare.drop();
});
