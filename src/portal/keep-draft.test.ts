// Goal: what somebody writes is readable with their cookie and with nothing else, stays while it is needed, and is gone
// when it is not. Method: real databases whose every row is searched for the typed text, in each form it could lie in; the
// clock is moved.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import { Hono } from "hono";
import { withAdmin } from "../../test/admin.ts";
import { openPortalSender, places, type PortalSender, wholeDraft } from "../../test/portal-sender.ts";
import { newKey } from "../../test/sealed-package.ts";
import { receiptHash, signReceipt } from "../core/receipt.ts";
import { postDue } from "../outbox/worker.ts";
import { cookieOf, openSessions, sweepSessions } from "../web/session.ts";
import type { Draft } from "./draft.ts";
import { eraseAllAccepted, eraseAllIdle, eraseIfAccepted } from "./forget.ts";
import { readStep } from "./form/read.ts";
import { changeDesk, deskOf, type Holder, idleMs, moveDesk } from "./keep-draft.ts";
import { newSession, type PortalSession, sessionAges } from "./session.ts";
import type { Sending } from "./sending.ts";
import { submit } from "./submit.ts";

const concern = "Han gråter hver dag, og sier det ikke til noen.";
let world: PortalSender;
let sending: Sending;
let holder: Holder;

before(async () => {
  world = await openPortalSender();
});
after(() => world.close());
beforeEach(async () => {
  world.road = null;
  sending = world.sending();
  await withAdmin(world.portal.adminUrl, (sql) => sql`truncate session cascade`);
  holder = await world.holder();
});

const wholeOf = () => wholeDraft(world.clock(), concern, places.alver);

/** Every row of every table of both databases, as text and with the bytes of each `bytea` as they are. */
async function everythingStored(): Promise<string> {
  const of = (adminUrl: string) =>
    withAdmin(adminUrl, async (sql) => {
      const tables = await sql<{ name: string }[]>`
        select tablename as name from pg_tables where schemaname = 'public'`;
      const rows = await Promise.all(tables.map(({ name }) => sql`select * from ${sql(name)}`));
      return rows.flat().flatMap((row) => Object.values(row));
    });
  const values = [...(await of(world.portal.adminUrl)), ...(await of(world.outbox.adminUrl))];
  return values
    .map((value) => (Buffer.isBuffer(value) ? value.toString("latin1") : JSON.stringify(value)))
    .join("\n");
}

/** The text as it would look in JSON, in UTF-8 read as bytes, in base64 at each offset, in UTF-16 and in hex. */
function formsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  const inner = (offset: number) => bytes.subarray(offset).toString("base64").slice(0, -4);
  return [
    text,
    bytes.toString("latin1"),
    ...[0, 1, 2].map(inner),
    bytes.toString("hex"),
    Buffer.from(text, "utf16le").toString("latin1"),
  ];
}

async function isStored(text: string): Promise<boolean> {
  const stored = await everythingStored();
  return formsOf(text).some((form) => stored.includes(form));
}

async function rowsOfDrafts() {
  const rows = await withAdmin(
    world.portal.adminUrl,
    (sql) => sql<{ id: string; isThere: boolean }[]>`
      select id, answers is not null as "isThere" from draft`,
  );
  return [...rows];
}

test("what is typed lies in no row of any table, before it is sent or after", async () => {
  const shown = await world.write(holder, wholeOf());
  assert.equal((await world.draftOf(holder))?.answers.concern, concern);
  for (const text of [concern, "Turid Vitne", "900 00 000"]) assert.ok(!(await isStored(text)), text);
  assert.equal((await submit(sending, holder, shown)).is, "kept");
  for (const text of [concern, "Turid Vitne", "900 00 000"]) assert.ok(!(await isStored(text)), text);
  // The search itself finds what does lie there.
  await withAdmin(
    world.portal.adminUrl,
    (sql) => sql`update draft set answers = ${Buffer.from(JSON.stringify({ concern }))}`,
  );
  assert.ok(await isStored(concern));
});

test("another key, or another session's row put in its place, opens nothing", async () => {
  await world.write(holder, wholeOf());
  const other = { id: holder.id, key: randomBytes(32) };
  assert.equal(await world.draftOf(other), null);
  const thief = await world.holder();
  await world.write(thief, wholeDraft(world.clock(), "Noe annet.", places.alver));
  await withAdmin(
    world.portal.adminUrl,
    (sql) => sql`
      update draft set answers = (select answers from draft where id = ${holder.id}) where id = ${thief.id}`,
  );
  assert.equal(await world.draftOf({ ...thief, key: holder.key }), null);
});

test("the answers are erased on the page that shows the receipt, and not before it", async () => {
  const shown = await world.write(holder, wholeOf());
  await sending.hub.published();
  world.road = async () => new Response("<html>proxy</html>", { status: 502 });
  const submitted = await submit(sending, holder, shown);
  assert.ok(submitted.is === "kept");
  const ids = submitted.report.deliveries.map(({ id }) => id);
  assert.equal(await eraseIfAccepted(sending, holder.id, ids), false);
  assert.equal(await eraseAllAccepted(sending), 0);
  assert.ok(await world.draftOf(holder));
  world.road = null;
  assert.equal((await submit(sending, holder, shown)).is, "kept");
  assert.equal(await eraseIfAccepted(sending, holder.id, ids), true);
  assert.equal(await world.draftOf(holder), null);
  const { sent } = await deskOf(sending.db.read, holder, world.clock());
  assert.deepEqual(sent, [submitted.report], "the code and whom to call stay");
});

test("for those who closed the browser, the worker erases once the hub has all of it", async () => {
  const shown = await world.write(holder, wholeOf());
  await sending.hub.published();
  world.road = async () => new Response(null, { status: 502 });
  await submit(sending, holder, shown);
  world.road = null;
  world.room.now += 10 * 60_000;
  await postDue(sending.sender);
  const writing = await world.holder();
  await world.write(writing, wholeDraft(world.clock(), "Ikke sendt.", places.alver));
  assert.equal(await eraseAllAccepted(sending), 1);
  assert.equal(await world.draftOf(holder), null);
  assert.ok(await world.draftOf(writing), "what is not sent stays");
});

test("answers changed after they were sealed are not erased by the receipt of the earlier ones", async () => {
  const draft = wholeOf();
  const submitted = await submit(sending, holder, await world.write(holder, draft));
  assert.ok(submitted.is === "kept");
  await world.write(holder, { ...draft, answers: { ...draft.answers, concern: "Mer å si." } });
  const ids = submitted.report.deliveries.map(({ id }) => id);
  assert.equal(await eraseIfAccepted(sending, holder.id, ids), false);
  assert.equal(await eraseAllAccepted(sending), 0);
  assert.equal((await world.draftOf(holder))?.answers.concern, "Mer å si.");
});

test("a receipt that the hub did not sign erases nothing", async () => {
  const shown = await world.write(holder, wholeOf());
  await sending.hub.published();
  world.road = async () => new Response(null, { status: 502 });
  const submitted = await submit(sending, holder, shown);
  assert.ok(submitted.is === "kept");
  const ids = submitted.report.deliveries.map(({ id }) => id);
  const [{ sealedHash }] = await withAdmin(
    world.outbox.adminUrl,
    (sql) => sql<[{ sealedHash: string }]>`
      select sealed_hash as "sealedHash" from package where id = ${ids[0]!}`,
  );
  const at = new Date(world.clock()).toISOString();
  const by = { role: "hub", id: "hub" } as const;
  const forged = signReceipt(
    { v: 1, kind: "accepted", reportId: ids[0]!, service: "alver", serial: 1, at, by, sealedHash },
    world.room.hub.key.keyId,
    newKey().privateKey,
  );
  await withAdmin(
    world.outbox.adminUrl,
    (sql) => sql`
      insert into package_receipt (report_id, hash, kind, at, receipt, recorded_at)
      values (${forged.reportId}, ${receiptHash(forged)}, 'accepted', ${at}, ${JSON.stringify(forged)}, ${at})`,
  );
  assert.equal(await eraseIfAccepted(sending, holder.id, ids), false);
  assert.equal(await eraseAllAccepted(sending), 0);
  assert.ok(await world.draftOf(holder));
});

test("after a day without a touch the answers count as erased, and the worker erases them", async () => {
  await world.write(holder, wholeOf());
  world.room.now += idleMs - 1;
  assert.equal(await eraseAllIdle(sending, world.clock()), 0);
  assert.ok(await world.draftOf(holder));
  world.room.now += 1;
  assert.equal(await world.draftOf(holder), null, "whether the worker has come by or not");
  assert.equal(await eraseAllIdle(sending, world.clock()), 1);
  assert.deepEqual(await rowsOfDrafts(), [{ id: holder.id, isThere: false }]);
});

test("the row goes with its session, and a late tab is told that the session is over", async () => {
  await world.write(holder, wholeOf());
  world.room.now += sessionAges.idleMs;
  assert.equal(await sweepSessions(sending.db, sessionAges, world.clock()), 1);
  assert.deepEqual(await rowsOfDrafts(), []);
  await assert.rejects(world.write(holder, wholeOf()), { code: "session.over" });
  assert.deepEqual(await rowsOfDrafts(), []);
});

test("tabs that write different pages at the same time all keep what they wrote", async () => {
  await world.write(holder, wholeDraft(world.clock(), concern, places.alver, places.askoy));
  const book = await sending.hub.addressBook();
  const pages = [
    ["concern", null, "concern"],
    ["you", null, "own-name"],
    ["child", 0, "name"],
    ["child", 1, "name"],
    ["relation", 0, "relation"],
    ["relation", 1, "relation"],
  ] as const;
  const typed = (name: string, index: number | null) => `Skrevet på ${name} ${index ?? ""}`.trim();
  await Promise.all(
    pages.map(([name, index, field]) =>
      changeDesk(sending.db, holder, world.clock(), (desk) => {
        const form = new URLSearchParams({ [field]: typed(name, index) });
        const read = readStep(desk.draft!, { name, index }, form, book, world.clock());
        return { desk: { ...desk, draft: read.draft }, answer: null };
      }),
    ),
  );
  const { answers, children } = (await world.draftOf(holder)) as Draft;
  for (const [name, index, field] of pages) {
    const at = index === null ? answers : children[index];
    assert.equal(at?.[field], typed(name, index));
  }
});

test("a login keeps what was written, and the cookie from before it opens nothing", async () => {
  const cookie = cookieOf("portal", "http://127.0.0.1:7400");
  const db = sending.db;
  const sessions = openSessions<PortalSession>({ db, ...cookie, ...sessionAges, clock: world.clock });
  const seen: Holder[] = [];
  const app = new Hono();
  app.post("/begin", async (c) => {
    seen.push(await sessions.begin(c, newSession));
    return c.text("");
  });
  app.post("/login", async (c) => {
    const before = (await sessions.read(c)) ?? assert.fail("there is a session");
    const login = { name: "Lise Lærer", organisation: null, organisationNumber: null };
    const renewed = await sessions.renew(c, before, newSession, (tx, to) =>
      moveDesk(tx, before, to, world.clock(), (desk) => ({
        ...desk,
        draft: desk.draft && { ...desk.draft, login },
      })),
    );
    seen.push(renewed);
    return c.text("");
  });
  const given = (await app.request("/begin", { method: "POST" })).headers.get("set-cookie")!.split(";")[0]!;
  const draft = wholeOf();
  await world.write(seen[0]!, draft);
  await app.request("/login", { method: "POST", headers: { cookie: given } });
  const [before, renewed] = seen as [Holder, Holder];
  assert.notEqual(renewed.id, before.id);
  const moved = await world.draftOf(renewed);
  assert.deepEqual(moved, {
    ...draft,
    login: { name: "Lise Lærer", organisation: null, organisationNumber: null },
  });
  assert.equal(await world.draftOf(before), null);
  assert.equal(await world.draftOf({ id: renewed.id, key: before.key }), null);
  assert.equal(await world.draftOf({ id: before.id, key: renewed.key }), null);
});
