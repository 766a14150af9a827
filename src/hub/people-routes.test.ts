// Goal: people see what is only claimed of their own service and of no other, settle it with what they found, and no form
// from elsewhere, no repeat and no mistake changes anything. Method: the pages over HTTP, logged in at the stand-in.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ClaimsWorld } from "../../test/claims-world.ts";
import type { BrowserByHand } from "../../test/browser-by-hand.ts";
import { hourMs, minuteMs } from "../core/schedule.ts";

const world = new ClaimsWorld();
let leader: BrowserByHand;
let operator: BrowserByHand;
before(async () => {
  await world.open();
  await logInAnew();
});
after(() => world.close());

/** A session that was not used for an hour is over. */
async function logInAnew(): Promise<void> {
  leader = (await world.logIn("saksbehandler-alver")).browser;
  operator = (await world.logIn("drift-ks")).browser;
}

const list = "/ikke-kontrollert";
const see = async (browser: BrowserByHand, query = "") => browser.visit(world.origin + list + query);
const textOf = (page: string) =>
  page
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
const confirm = (
  browser: BrowserByHand,
  report: { readonly id: string },
  reference: string,
  more: Record<string, string> = {},
  origin?: string,
) =>
  browser.visit(
    `${world.origin}${list}/bekreft`,
    { melding: report.id, [`referanse-${report.id}`]: reference, ...more },
    origin,
  );

test("whoever has not logged in is sent to log in, and comes back to the page that was asked for", async () => {
  const { end } = await world.logIn("drift-ks", `${list}?tjeneste=tysnes`);
  assert.equal(end.status, 200);
  assert.match(textOf(end.page), /Kristin Demo KS/);
  assert.ok(end.url.endsWith("?tjeneste=tysnes"), end.url);
});

test("people of other services, reporters and low levels do not come in", async () => {
  for (const username of ["laerer", "privatperson", "leder-fitjar"]) {
    const { end } = await world.logIn(username);
    assert.equal(end.status, 403, username);
    assert.match(end.page, /Du har ikke tilgang/);
  }
  assert.match((await world.logIn("saksbehandler-lavt-niva")).end.page, /ikke sikker nok/);
});

test("the page says how many, since when, and shows each with how old it is and when it is due", async () => {
  const first = await world.hub.claimed();
  world.hub.room.now += 3 * hourMs;
  await logInAnew();
  const second = await world.hub.claimed();
  const theirs = await world.hub.claimed("tysnes");
  const { page } = await see(leader);
  const text = textOf(page);
  assert.match(text, /2 ikke kontrollert, eldste fra mandag 23\. november 2026\./);
  assert.match(text, /For 3 timer siden mandag 23\. november 2026 kl\. 13\.00/);
  assert.match(text, /Ikke kontrollert tirsdag 24\. november 2026 kl\. 13\.00/);
  assert.ok(page.indexOf(first.id) < page.indexOf(second.id), "oldest first");
  assert.ok(!page.includes(theirs.id));
  assert.doesNotMatch(text, /Over fristen/);
  assert.match(textOf((await see(operator)).page), /3 ikke kontrollert.*Barnevernstjenesten tysnes \(1\)/);
  assert.ok(!(await see(operator, "?tjeneste=tysnes")).page.includes(first.id));
  assert.equal((await see(operator, "?tjeneste=nowhere")).status, 404);
  // What is asked for changes nothing for somebody who works at one service.
  assert.ok(!(await see(leader, "?tjeneste=tysnes")).page.includes(theirs.id));
});

test("a report is confirmed with the reference found; the receipt has a pseudonym, the table the name", async () => {
  const report = await world.hub.claimed();
  const done = await confirm(leader, report, "  B-2026/1 ");
  assert.equal(done.status, 303);
  const { page } = await leader.visit(done.location!);
  assert.match(
    textOf(page),
    new RegExp(`Melding nr\\. ${report.receipt.serial} er bekreftet som B-2026/1\\.`),
  );
  assert.doesNotMatch(done.location!, /B-2026/);
  const { read } = world.hub.room.database.db;
  const [row] = await read<{ body: string; name: string; reason: string | null; way: string }[]>`
    select receipt.body, confirmation.name, confirmation.reason, confirmation.way
    from confirmation join receipt on receipt.hash = confirmation.receipt where confirmation.report = ${report.id}`;
  const { by, reference } = JSON.parse(row!.body) as { by: { role: string; id: string }; reference: string };
  assert.match(by.id, /^person:[a-z0-9]{20}$/);
  assert.deepEqual(
    [by.role, reference, row!.name, row!.reason, row!.way],
    ["person", "B-2026/1", "Alv Demo", null, "page"],
  );
  assert.doesNotMatch(row!.body, /Alv|Demo/);
  const again = await world.hub.claimed();
  await confirm(leader, again, "B-2026/2");
  const ids = await read`select distinct by_person from confirmation where name = 'Alv Demo'`;
  assert.equal(ids.length, 1, "the same person has the same pseudonym");
  assert.equal((await read`select from visitor where name = 'Alv Demo'`).length, 1);
});

test("the same again changes nothing; another reference is told, and nothing is changed", async () => {
  const report = await world.hub.claimed();
  await confirm(leader, report, "B-3");
  assert.equal((await confirm(leader, report, "B-3")).status, 303);
  const other = await confirm(leader, report, "B-4");
  assert.equal(other.status, 409);
  assert.match(textOf(other.page), /bekreftet før, med en annen referanse/);
  assert.deepEqual(await world.hub.kindsOf(report), ["accepted", "claimed", "confirmed"]);
  assert.deepEqual(await world.hub.noted(report.id), ["receipt.conflict service:alver confirmed"]);
});

test("another service's report is answered as one that does not exist, byte for byte", async () => {
  const theirs = await world.hub.claimed("tysnes");
  const there = await confirm(leader, theirs, "B-5");
  const nowhere = await confirm(leader, { id: crypto.randomUUID() }, "B-5");
  assert.deepEqual([there.status, there.page], [404, nowhere.page]);
  assert.deepEqual(await world.hub.noted(theirs.id), ["claim.wrong-service operator"]);
  const seen = await see(leader, `?bekreftet=${theirs.id}`);
  assert.doesNotMatch(textOf(seen.page), /er bekreftet som/);
  await confirm(operator, theirs, "B-5", { [`grunn-${theirs.id}`]: "avtalt på telefon" });
  assert.doesNotMatch(textOf((await see(leader, `?bekreftet=${theirs.id}`)).page), /er bekreftet som/);
});

test("the operator gives a reason, and it is kept; nothing typed is lost when something is missing", async () => {
  const report = await world.hub.claimed("tysnes");
  const without = await confirm(operator, report, "T-1");
  assert.equal(without.status, 400);
  assert.match(without.page, /Skriv hvorfor du bekrefter/);
  assert.match(without.page, /value="T-1"/);
  const done = await confirm(operator, report, "T-1", {
    [`grunn-${report.id}`]: "avtalt på telefon",
    tjeneste: "tysnes",
  });
  assert.ok(done.location?.includes("tjeneste=tysnes"), done.location ?? done.page);
  const [row] = await world.hub.room.database.db.read<{ reason: string; name: string }[]>`
    select reason, name from confirmation where report = ${report.id}`;
  assert.deepEqual({ ...row }, { reason: "avtalt på telefon", name: "Kristin Demo" });
});

test("an empty reference and one that is too long are told beside their field", async () => {
  const report = await world.hub.claimed();
  for (const reference of ["", "   ", "x".repeat(201)]) {
    const answer = await confirm(leader, report, reference);
    assert.equal(answer.status, 400);
    assert.match(answer.page, new RegExp(`href="#referanse-${report.id}"`));
  }
  assert.equal((await confirm(leader, { id: "x" }, "B")).status, 404);
  assert.deepEqual(await world.hub.kindsOf(report), ["accepted", "claimed"]);
});

test("a form from another site, and none at all, change nothing", async () => {
  const report = await world.hub.claimed();
  const foreign = await confirm(leader, report, "B-6", {}, "https://ond.example");
  assert.equal(foreign.status, 403);
  const upload = await world.upload(leader, `${report.id};B-6`, {}, "https://ond.example");
  assert.equal(upload.status, 403);
  assert.equal((await leader.visit(`${world.origin}${list}/bekreft`)).status, 303);
  assert.deepEqual(await world.hub.kindsOf(report), ["accepted", "claimed"]);
});

test("a list is compared, and what came of each line is told", async () => {
  world.hub.room.now += 24 * hourMs;
  await logInAnew();
  const [a, lacking] = [await world.hub.claimed(), await world.hub.claimed()];
  const { status, page } = await world.upload(
    leader,
    `Melding;Referanse\n${a.id};B-10\n${crypto.randomUUID()};B-11`,
  );
  assert.equal(status, 200);
  const text = textOf(page);
  assert.match(
    text,
    /2 linjer for tirsdag 24\. november 2026: 1 bekreftet nå, 0 fra før, 1 melding mangler, 1 ukjent\./,
  );
  assert.match(text, /Linje 2 Nr\. \d+ B-10 Bekreftet nå\./);
  assert.match(text, /Linje 3 – B-11 Ingen melding til tjenesten/);
  assert.ok(page.includes(lacking.id));
  const after = textOf((await see(leader)).page);
  assert.match(after, /Fagsystemets liste er uenig .*Mangler i lista fra fagsystemet/);
  assert.match(after, /Sist sammenlignet .* av Alv Demo: 2 linjer, 1 melding manglet\./);
  assert.equal((await world.upload(leader, `${a.id};B-10\n${lacking.id};B-12`)).status, 200);
});

test("a list that cannot be read is told line by line, in the field it came in, and nothing of it is used", async () => {
  const report = await world.hub.claimed();
  const { status, page } = await world.upload(leader, `${report.id};B-20\nKari Nordmann;B-21\n${report.id};`);
  assert.equal(status, 422);
  assert.match(
    textOf(page),
    /Linje 2: det første feltet er ikke meldingens id\. Linje 3: referansen mangler\./,
  );
  assert.doesNotMatch(page, /Nordmann/);
  assert.match((await world.upload(leader, "", { fra: "i går" })).page, /Skriv to datoer/);
  assert.match((await world.upload(operator, "", { tjeneste: "alver" })).page, /Skriv hvorfor du gjør dette/);
  const theirs = await world.upload(operator, "", { tjeneste: "nowhere", grunn: "prøve" });
  assert.equal(theirs.status, 404);
  assert.deepEqual(await world.hub.kindsOf(report), ["accepted", "claimed"]);
  // Somebody of a service uploads for that service, whatever the form says.
  await world.upload(leader, "", { tjeneste: "tysnes" });
  const { read } = world.hub.room.database.db;
  assert.equal((await read`select from claim_list where service = 'tysnes'`).length, 0);
});

test("late is said in words once the next working day is over, computed when somebody looks", async () => {
  const report = await world.hub.claimed();
  world.hub.room.now += 8 * 24 * hourMs;
  await logInAnew();
  assert.match(textOf((await see(leader)).page), /er over fristen\. Noen skulle ha funnet/);
  await confirm(leader, report, "B-30");
});

test("what was to be proven and is not has a section of its own, until it is answered right", async () => {
  const report = await world.hub.room.accepted("bergen");
  const at = new Date(world.hub.room.now - 11 * minuteMs).toISOString();
  await world.asAdmin(
    `insert into challenge (report, n, service, purpose, step, revealed_at, next_ask_at)
     values ('${report.id}', 2, 'bergen', 'schedule', 0, '${at}', '${at}')`,
  );
  const seen = async () => textOf((await see(operator, "?tjeneste=bergen")).page);
  assert.match(
    await seen(),
    /Registrert, men ikke bevist nå .*Svarer ikke\. Det betyr ikke at den er borte\./,
  );
  const set = (outcome: string, seconds: number) =>
    world.asAdmin(
      `update challenge set outcome = '${outcome}', answered_at = '${at}'::timestamptz + interval '${seconds} s'
       where report = '${report.id}' and n = 2`,
    );
  await set("wrong", 1);
  assert.match(await seen(), /Svarte feil på kontrollen\. Den sendes igjen\./);
  await set("right", 2);
  assert.doesNotMatch(await seen(), /ikke bevist nå/);
});

test("the addresses for programs keep their own rules beside the pages", async () => {
  const api = await fetch(`${world.origin}/services`);
  assert.match(
    api.headers.get("content-security-policy") ?? "",
    /default-src 'none'; frame-ancestors 'none'/,
  );
  assert.match(api.headers.get("content-type") ?? "", /json/);
  const unknown = await fetch(`${world.origin}/nowhere`);
  assert.equal(((await unknown.json()) as { error: string }).error, "request.unknown-path");
  const page = await see(leader);
  assert.match(page.headers.get("content-security-policy") ?? "", /style-src 'self'/);
  assert.equal(page.headers.get("cache-control"), "no-store");
});

test("whoever logs out sees nothing any more", async () => {
  const { browser } = await world.logIn("saksbehandler-alver");
  const out = await browser.visit(`${world.origin}/logout`, {});
  assert.equal(out.status, 303);
  assert.equal((await see(browser)).status, 303);
});

test("without an identity provider there are no pages, and the rest is as before", async () => {
  assert.equal((await world.hub.room.ask("GET", list)).status, 404);
  assert.equal(
    (await world.hub.room.ask("GET", "/")).json<{ error: string }>().error,
    "request.unknown-path",
  );
});
