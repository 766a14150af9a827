// One service's desk: what is done with each thing that comes to it. Nothing here catches; `attempt`, the
// worker's, gives back what went wrong, and the report concerned goes its own way while the others flow.

import { Problem } from "../core/problem.ts";
import { decline, reasonOf } from "./decline.ts";
import { type Found, finding } from "./finding.ts";
import { signOpening } from "./sign-opening.ts";
import { type Mail, mailFor, sendBack } from "./mail.ts";
import { type HighestHeard, highestHeard } from "./missing-serials.ts";
import { type Lane, lane } from "./pace.ts";
import { register } from "./register.ts";
import type { Attempt, Room, ServedService } from "./room.ts";
import type { SealedReport } from "./sealed-report.ts";
import type { Subject } from "./sign.ts";
import { type HubDoor, readOffer, type Vouched, withBytes } from "./source/hub.ts";
import { download, type SvarInnDoor } from "./source/svarinn.ts";
import * as store from "./store.ts";
import type { ToFetch } from "./svarinn-list.ts";
import { prove, type Taken, take, takeAgain } from "./take.ts";
import { noteLost, tellCaseSystem } from "./tell.ts";
import { noteBadOffer, turnDown, turnDownReason } from "./turn-down.ts";

export type Desk = {
  readonly room: Room;
  readonly service: ServedService;
  readonly attempt: Attempt;
  readonly takes: Lane;
  readonly carries: Lane;
  readonly mail: Mail;
  /** What is being done to which report: the same is not done twice at once. */
  readonly underway: Set<string>;
  /** What was turned down and why: told once. */
  readonly told: Set<string>;
  /** Reports that found the case system away. The first that gets through makes the others due. */
  readonly awaiting: Set<string>;
  /** What the hub has said of the highest serial number. */
  readonly heard: HighestHeard;
};

/** A desk that takes so many at once and carries as many. */
export function deskFor(room: Room, service: ServedService, atOnce: number, attempt: Attempt): Desk {
  return {
    room,
    service,
    attempt,
    takes: lane(atOnce, 2 * atOnce),
    carries: lane(atOnce, 4 * atOnce),
    mail: mailFor(room, service, attempt),
    underway: new Set(),
    told: new Set(),
    awaiting: new Set(),
    heard: highestHeard(),
  };
}

/** Takes over what the hub offers. */
export async function takeOffer(desk: Desk, hub: HubDoor, offer: unknown): Promise<void> {
  const { room, service } = desk;
  let vouched: Vouched | null = null;
  const error = await desk.attempt("receiver.take", { service: service.id }, async () => {
    const known = readOffer(offer, service.id, hub.hubKeys);
    vouched = known;
    await once(desk, `take ${known.id}`, () => takeOne(desk, () => take(room, service, withBytes(known))));
  });
  if (error === null) return;
  if (vouched) await tellTurnedDown(desk, vouched, null, error);
  else if (error instanceof Problem) await noted(desk, () => noteBadOffer(room, service, error));
}

/** Fetches a forsendelse and takes it over. */
export async function fetchOne(desk: Desk, door: SvarInnDoor, { forsendelse, copy }: ToFetch): Promise<void> {
  const { room, service } = desk;
  const { reportId, envelope } = forsendelse;
  const error = await desk.attempt("receiver.fetch", { service: service.id, report: reportId }, () =>
    once(desk, `take ${reportId}`, async () => {
      const report = await download(door, service.id, forsendelse);
      if (copy === 1) return takeOne(desk, () => take(room, service, report));
      if (await takeAgain(room, report, copy)) await takeOne(desk, () => prove(room, service, reportId));
    }),
  );
  const subject = { id: reportId, service: service.id, serial: 0, sealedHash: "" };
  if (error !== null) await tellTurnedDown(desk, subject, envelope.id, error);
}

/** Takes one report over, sends its receipt back, and hands it on while its bytes are at hand. */
async function takeOne(desk: Desk, taking: () => Promise<Taken>): Promise<void> {
  const { held, receipt } = await taking();
  sendBack(desk.mail, receipt);
  const { report } = held;
  // A full lane is no loss: registering was booked with the receipt.
  desk.carries.enter(() => carryOnce(desk, report));
}

function carryOnce(desk: Desk, report: SealedReport): Promise<void> {
  return once(desk, `carry ${report.id}`, () => carry(desk, report));
}

/** Into the case system. Whatever happens there is that report's own affair, and becomes a receipt either way. */
async function carry(desk: Desk, report: SealedReport): Promise<void> {
  const { room, service, mail } = desk;
  const ids = { service: service.id, report: report.id };
  let found: Found | null = null;
  const error = await desk.attempt("receiver.find", ids, async () => {
    found = await finding(room, service, report);
  });
  await desk.attempt("receiver.register", ids, async () => {
    if (found) sendBack(mail, await register(room, service, found));
    else sendBack(mail, await decline(room, service, report, reasonOf(error)));
  });
  await minded(desk, report.id, error);
}

/** Each report waits ever longer while the case system is away; when it is back, none waits out its time. */
async function minded(desk: Desk, id: string, error: unknown): Promise<void> {
  const { room, service, awaiting } = desk;
  if (error !== null) {
    if (reasonOf(error) === "case-system-not-reached" && awaiting.size < 10_000) awaiting.add(id);
    return;
  }
  const others = [...awaiting].filter((one) => one !== id);
  awaiting.clear();
  if (others.length === 0) return;
  await desk.attempt("receiver.hurry", { service: service.id }, async () => {
    await room.db.begin((tx) => store.hurryReports(tx, others, room.clock()));
  });
}

/** Tries what is due: a proof, the way into the case system, or the word that somebody opened it there. */
export async function tryAgain(desk: Desk, step: "prove" | "register" | "open", id: string): Promise<void> {
  const { room, service } = desk;
  await desk.attempt(`receiver.${step}`, { service: service.id, report: id }, async () => {
    if (step === "open") return sendBack(desk.mail, await signOpening(room, service, id));
    if (step === "prove")
      return once(desk, `take ${id}`, () => takeOne(desk, () => prove(room, service, id)));
    const report = await store.heldReport(room.db.read, id);
    if (report) await carryOnce(desk, report);
  });
}

/** Tells the case system how far a report of its own has come. */
export async function tellOnce(desk: Desk, id: string): Promise<void> {
  const { room, service } = desk;
  const error = await desk.attempt("receiver.tell", { service: service.id, report: id }, () =>
    once(desk, `tell ${id}`, () => tellCaseSystem(room, service, id)),
  );
  if (error !== null) await noted(desk, () => noteLost(room, service, id, error));
}

async function tellTurnedDown(
  desk: Desk,
  subject: Subject,
  foreignId: string | null,
  error: unknown,
): Promise<void> {
  const reason = turnDownReason(error);
  const name = `${subject.id} ${reason}`;
  if (reason === null || desk.told.has(name)) return;
  await noted(desk, async () => {
    await turnDown(desk.room, desk.service, subject, reason, foreignId);
    if (desk.told.size > 10_000) desk.told.clear();
    desk.told.add(name);
  });
}

async function noted(desk: Desk, work: () => Promise<void>): Promise<void> {
  await desk.attempt("receiver.note", { service: desk.service.id }, work);
}

async function once(desk: Desk, name: string, work: () => Promise<void>): Promise<void> {
  if (desk.underway.has(name)) return;
  desk.underway.add(name);
  await work().finally(() => desk.underway.delete(name));
}
