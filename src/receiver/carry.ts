// One report's way into the case system. It is put there while its `stored` is on the way to the hub, and read back
// and registered when the hub's question has come too: whichever of the two is last leads on. What is met here is in
// memory only; both halves are in databases, and what is booked brings them together if we die.

import type { Challenge } from "../core/proof.ts";
import type { OpenedReport } from "./case-system/case-system.ts";
import { decline, reasonOf } from "./decline.ts";
import { awaitsQuestion, finding, type Found, type Put, putIn } from "./finding.ts";
import { type Mail, sendBack } from "./mail.ts";
import { register } from "./register.ts";
import type { Attempt, Room, ServedService } from "./room.ts";
import type { SealedReport } from "./sealed-report.ts";
import * as store from "./store.ts";

/** A report that lacks one half: the case system has not got it yet, or the hub has not asked yet. */
export type Meeting = { put: Put | null; question: Challenge | null };

export type Carrier = {
  readonly room: Room;
  readonly service: ServedService;
  readonly attempt: Attempt;
  readonly mail: Mail;
  readonly meetings: Map<string, Meeting>;
  /** Reports that found the case system away. The first that gets through makes the others due. */
  readonly awaiting: Set<string>;
};

const most = 10_000;

/** Says that a report is on its way, so that a question that comes early finds it. One more than `most` is only booked. */
export function expect({ service, meetings }: Carrier, report: Put["report"]): void {
  const isFull = meetings.size >= most;
  if (isFull || meetings.has(report.id) || !awaitsQuestion(service, report)) return;
  meetings.set(report.id, { put: null, question: null });
}

/**
 * Into the case system, and on to `registered` when its question is here already. Whatever happens there is that
 * report's own affair, and becomes a receipt either way.
 */
export async function carry(
  carrier: Carrier,
  report: SealedReport,
  opened: OpenedReport | null,
  question: Challenge | null,
): Promise<void> {
  const { room, service, attempt, meetings } = carrier;
  let put: Put | null = null;
  const ids = { service: service.id, report: report.id };
  const error = await attempt("receiver.put", ids, async () => {
    put = await putIn(room, service, report, opened);
  });
  const meeting = meetings.get(report.id);
  meetings.delete(report.id);
  if (!put) return declineAndMind(carrier, report, error);
  const asked = question ?? meeting?.question ?? null;
  if (asked || !awaitsQuestion(service, report)) return registerPut(carrier, put, asked);
  if (meeting) meetings.set(report.id, { put, question: null });
  await minded(carrier, report.id, null);
}

/** What the hub has asked about reports that are there already, or on their way. Gives those that can be registered now. */
export function meet(
  { meetings }: Carrier,
  asked: readonly Challenge[],
): { readonly ready: [Put, Challenge][]; readonly unmet: string[] } {
  const ready: [Put, Challenge][] = [];
  const unmet: string[] = [];
  for (const question of asked) {
    const meeting = meetings.get(question.id);
    if (!meeting) unmet.push(question.id);
    else if (!meeting.put) meeting.question = question;
    else {
      meetings.delete(question.id);
      ready.push([meeting.put, question]);
    }
  }
  return { ready, unmet };
}

/** Reads it back, answers, and registers. */
export async function registerPut(carrier: Carrier, put: Put, question: Challenge | null): Promise<void> {
  const { room, service, attempt, mail } = carrier;
  const ids = { service: service.id, report: put.report.id };
  let found: Found | null = null;
  const error = await attempt("receiver.find", ids, async () => {
    found = await finding(service, put, question);
  });
  if (!found) return declineAndMind(carrier, put.report, error);
  const receipt = found;
  await attempt("receiver.register", ids, async () => {
    sendBack(mail, await register(room, service, receipt));
  });
  await minded(carrier, put.report.id, null);
}

async function declineAndMind(carrier: Carrier, report: Put["report"], error: unknown): Promise<void> {
  await declineHeld(carrier, report, error);
  await minded(carrier, report.id, error);
}

/** Tells, once for each reason, that a report that is held has not come further. */
export async function declineHeld(carrier: Carrier, report: Put["report"], error: unknown): Promise<void> {
  const { room, service, attempt, mail } = carrier;
  await attempt("receiver.decline", { service: service.id, report: report.id }, async () => {
    sendBack(mail, await decline(room, service, report, reasonOf(error)));
  });
}

/** Each report waits ever longer while the case system is away; when it is back, none waits out its time. */
async function minded(carrier: Carrier, id: string, error: unknown): Promise<void> {
  const { room, service, awaiting, attempt } = carrier;
  if (error !== null) {
    if (reasonOf(error) === "case-system-not-reached" && awaiting.size < most) awaiting.add(id);
    return;
  }
  const others = [...awaiting].filter((one) => one !== id);
  awaiting.clear();
  if (others.length === 0) return;
  await attempt("receiver.hurry", { service: service.id }, async () => {
    await room.db.begin((tx) => store.hurryReports(tx, others, room.clock()));
  });
}
