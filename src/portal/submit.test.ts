// Goal: however often and whenever somebody presses «Send», the same answers become one report to each service, under one
// code, and nobody is told more than is true. Method: the steps on real databases and a real hub, whose reports are
// opened by the services' own keys; the road is played.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { openPortalSender, places, type PortalSender, wholeDraft } from "../../test/portal-sender.ts";
import { trackingHashOf } from "../core/tracking.ts";
import { postDue } from "../outbox/worker.ts";
import type { Draft } from "./draft.ts";
import { deskOf, type Holder } from "./keep-draft.ts";
import { isAccepted, stateOf } from "./receipts.ts";
import { codeOf, postSoon, type Sending } from "./sending.ts";
import type { SentReport } from "./sent.ts";
import { submit } from "./submit.ts";

let world: PortalSender;
let sending: Sending;
let holder: Holder;

before(async () => {
  world = await openPortalSender();
});
after(() => world.close());
beforeEach(async () => {
  world.road = null;
  world.posted.length = 0;
  sending = world.sending();
  holder = await world.holder();
});

const away = async (): Promise<Response> => {
  throw new TypeError("fetch failed");
};

async function pressed(shown: string, by = sending): Promise<SentReport> {
  const submitted = await submit(by, holder, shown);
  assert.equal(submitted.is, "kept");
  return submitted.is === "kept" ? submitted.report : assert.fail();
}

/** What the hub has with this text in it. */
const arrivedWith = async (text: string) => (await world.arrived()).filter((one) => one.text.includes(text));

const stateNow = async (report: SentReport) =>
  (await stateOf(sending.sender, report, world.clock())) ?? assert.fail("it was sealed");

const idsOf = ({ deliveries }: SentReport) => deliveries.map(({ id }) => id);

const changed = (draft: Draft, concern: string): Draft => ({
  ...draft,
  answers: { ...draft.answers, concern },
});

test("pressed twice at the same time, it is one report to each service, with one id and one code", async () => {
  const shown = await world.write(
    holder,
    wholeDraft(world.clock(), "Dobbelttrykk.", places.alver, places.askoy),
  );
  const reports = await Promise.all([1, 2, 3].map(() => pressed(shown)));
  for (const report of reports) assert.deepEqual(report, reports[0]);
  const arrived = await arrivedWith("Dobbelttrykk.");
  assert.deepEqual(arrived.map(({ service }) => service).sort(), ["alver", "askoy"]);
  assert.deepEqual(arrived.map(({ id }) => id).sort(), idsOf(reports[0]!).sort());
  const hash = trackingHashOf(codeOf(sending, reports[0]!));
  assert.deepEqual(
    arrived.map(({ trackingHash }) => trackingHash),
    [hash, hash],
  );
  for (const { service, text } of arrived) {
    assert.equal(text.includes("Barn 1"), service === "alver", "each service gets its own child only");
    assert.equal(text.includes("Barn 2"), service === "askoy");
  }
  assert.ok(isAccepted(await stateNow(reports[0]!)));
});

test("when the hub's answer is lost, pressing again gives the receipt of the first time", async () => {
  const shown = await world.write(holder, wholeDraft(world.clock(), "Svaret ble borte.", places.alver));
  await sending.hub.published();
  world.road = async (url, init) => {
    await world.direct(url, init);
    return away();
  };
  const first = await pressed(shown);
  assert.equal((await stateNow(first)).deliveries[0]?.is, "kept");
  const [atHub] = await arrivedWith("Svaret ble borte.");
  world.road = null;
  assert.deepEqual(await pressed(shown), first);
  const [state] = (await stateNow(first)).deliveries;
  assert.equal(state?.is === "accepted" && state.receipt.reportId, atHub?.id);
  assert.equal((await arrivedWith("Svaret ble borte.")).length, 1);
  assert.equal(world.posted.length, 2);
  assert.ok(world.posted[0]!.equals(world.posted[1]!), "the same bytes went twice");
});

test("with the hub away it is sealed by what is known, and the same bytes go later by themselves", async () => {
  const shown = await world.write(holder, wholeDraft(world.clock(), "Huben er borte.", places.alver));
  await sending.hub.published();
  world.road = away;
  const report = await pressed(shown);
  assert.equal((await stateNow(report)).deliveries[0]?.is, "kept");
  assert.deepEqual(await arrivedWith("Huben er borte."), []);
  assert.ok(await world.draftOf(holder), "the answers stay until the receipt is here");
  world.road = null;
  world.room.now += 10 * 60_000;
  await postDue(sending.sender);
  assert.ok(isAccepted(await stateNow(report)));
  assert.equal((await arrivedWith("Huben er borte.")).length, 1);
  assert.ok(world.posted[0]!.equals(world.posted.at(-1)!));
});

test("with the hub away and nothing known of it, nothing is sealed and every answer is still there", async () => {
  const draft = wholeDraft(world.clock(), "Ingen nøkler.", places.alver);
  const shown = await world.write(holder, draft);
  world.road = away;
  assert.deepEqual(await submit(sending, holder, shown), { is: "not-sealed" });
  assert.deepEqual(await world.draftOf(holder), draft);
  assert.equal(world.posted.length, 0);
  world.road = null;
  await pressed(shown);
  assert.equal((await arrivedWith("Ingen nøkler.")).length, 1);
});

test("answers changed after they were sealed are another report with another code, and the first one still goes", async () => {
  const draft = wholeDraft(world.clock(), "Første utgave.", places.alver);
  const shown = await world.write(holder, draft);
  await sending.hub.published();
  world.road = away;
  const first = await pressed(shown);
  const shownLater = await world.write(holder, changed(draft, "Andre utgave."));
  assert.deepEqual(await submit(sending, holder, shown), { is: "changed" });
  const second = await pressed(shownLater);
  assert.notEqual(second.draftId, first.draftId);
  assert.notEqual(codeOf(sending, second), codeOf(sending, first));
  assert.equal(new Set([...idsOf(first), ...idsOf(second)]).size, 2);
  const desk = await deskOf(sending.db.read, holder, world.clock());
  assert.equal(desk.sent[0]?.replacedBy, second.draftId, "the page can say that they belong together");
  world.road = null;
  world.room.now += 10 * 60_000;
  await postDue(sending.sender);
  for (const text of ["Første utgave.", "Andre utgave."]) assert.equal((await arrivedWith(text)).length, 1);
});

test("answers changed, sent, and changed back again are the report that they were the first time", async () => {
  const draft = wholeDraft(world.clock(), "Fram og tilbake.", places.alver);
  const first = await pressed(await world.write(holder, draft));
  await pressed(await world.write(holder, changed(draft, "Noe annet enn før.")));
  const now = await world.draftOf(holder);
  assert.notEqual(now?.id, draft.id);
  const again = await pressed(await world.write(holder, changed(now!, "Fram og tilbake.")));
  assert.deepEqual(idsOf(again), idsOf(first));
  assert.equal((await arrivedWith("Fram og tilbake.")).length, 1);
});

test("what another tab has changed since the page was shown is not sent", async () => {
  const draft = wholeDraft(world.clock(), "Vist på siden.", places.alver);
  const shown = await world.write(holder, draft);
  await world.write(holder, changed(draft, "Skrevet i en annen fane."));
  assert.deepEqual(await submit(sending, holder, shown), { is: "changed" });
  assert.equal(world.posted.length, 0);
  assert.deepEqual(await submit(sending, await world.holder(), shown), { is: "no-draft" });
});

test("of two services, one that the hub turns down does not hold the other back, and both are told as they are", async () => {
  await world.addService("stengt", "1511");
  const shown = await world.write(holder, wholeDraft(world.clock(), "To tjenester.", places.alver, "1511"));
  await sending.hub.published();
  const off = {
    ...(await world.room.hub.known.read()).services.get("stengt")!,
    active: false,
  };
  const switched = await world.room.ask("PUT", "/services/stengt", off, world.room.asPerson());
  assert.ok(switched.status < 300, switched.bytes.toString());
  const report = await pressed(shown);
  const state = await stateNow(report);
  assert.deepEqual(
    state.deliveries.map(({ delivery, is }) => [delivery.service, is]),
    [
      ["alver", "accepted"],
      ["stengt", "kept"],
    ],
  );
  assert.ok(!isAccepted(state));
  assert.ok(await world.draftOf(holder));
  assert.deepEqual(
    (await arrivedWith("To tjenester.")).map(({ service }) => service),
    ["alver"],
  );
});

test("siblings in two services are kept together or not at all", async () => {
  const shown = await world.write(
    holder,
    wholeDraft(world.clock(), "Søsken sammen.", places.alver, places.askoy),
  );
  const published = (await sending.hub.published()) ?? assert.fail();
  const services = published.book.services.map((one) =>
    one.id === "askoy" ? { ...one, keys: { ...one.keys, encryption: null } } : one,
  );
  const without = { ...published, book: { ...published.book, services } };
  const hub = { ...sending.hub, published: async () => without };
  await assert.rejects(submit({ ...sending, hub }, holder, shown), { code: "key.unknown" });
  const { sent } = await deskOf(sending.db.read, holder, world.clock());
  assert.equal(await stateOf(sending.sender, sent[0]!, world.clock()), null, "nothing was sealed");
  assert.equal(world.posted.length, 0);
  await pressed(shown);
  assert.equal((await arrivedWith("Søsken sammen.")).length, 2);
});

test("a hub that never answers keeps nobody waiting, and what was sealed goes on by itself", async () => {
  const shown = await world.write(holder, wholeDraft(world.clock(), "Ingen svarer.", places.alver));
  await sending.hub.published();
  let isLetGo = false;
  world.road = (_url, init) => {
    const { promise, reject } = Promise.withResolvers<Response>();
    init.signal?.addEventListener("abort", () => {
      isLetGo = true;
      reject(init.signal?.reason);
    });
    return promise;
  };
  const began = performance.now();
  const report = await pressed(shown, { ...sending, patienceMs: 40 });
  // The outbox alone would have waited for thirty seconds.
  assert.ok(performance.now() - began < 10_000);
  assert.ok(isLetGo, "the request is given up, and not left hanging");
  assert.equal((await stateNow(report)).deliveries[0]?.is, "kept");
  world.road = null;
  await postSoon(sending, idsOf(report));
  assert.ok(isAccepted(await stateNow(report)));
});
