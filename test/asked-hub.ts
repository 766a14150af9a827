// Reports that a played receiver has registered at a test hub, whose pairs are known here, so that the hub's questions
// about them can be answered: right, wrong, or not at all.

import postgres from "postgres";
import { type Challenge, pairIn } from "../src/core/proof.ts";
import { type AnswerBody, type ProofAnswer, signAnswer } from "../src/core/proof-answer.ts";
import { revealDue } from "../src/hub/check-due.ts";
import { type Deviation, deviations } from "../src/hub/receipt-store.ts";
import { expectStatus, type HubRoom } from "./hub-room.ts";
import type { Key, Sealed } from "./sealed-package.ts";

export type Known = Sealed & {
  readonly service: string;
  readonly receipt: Awaited<ReturnType<HubRoom["accepted"]>>["receipt"];
};

export type Result = { id: string | null; n: number | null; outcome: string; error?: string };

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A report accepted for the service, stored and registered by its receiver now. */
export async function registered(room: HubRoom, service: string): Promise<Known> {
  const known = await accepted(room, service);
  const answer = await room.giveBack(
    service,
    room.receipt(known, "stored"),
    room.receipt(known, "registered", { reference: `case-${known.id.slice(0, 8)}` }),
  );
  expectStatus(answer, 200);
  return known;
}

/** A report accepted for the service. */
export async function accepted(room: HubRoom, service: string): Promise<Known> {
  return { ...(await room.accepted(service)), service };
}

/** Changes the hub's database behind its back. */
export async function asAdmin(
  room: HubRoom,
  change: (admin: postgres.Sql) => PromiseLike<unknown>,
): Promise<void> {
  const admin = postgres(room.database.adminUrl, { max: 1, onnotice: () => undefined });
  await change(admin);
  await admin.end();
}

/** The hub no longer holds the report's content. Only a server's superuser can do this past the hold. */
export function erase(room: HubRoom, { id }: Known): Promise<void> {
  return asAdmin(room, (admin) =>
    admin.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update package set sealed = '', paper = '' where report = ${id}`;
    }),
  );
}

/** What the service is asked now; `ground` is what its database says of itself. */
export async function asked(
  room: HubRoom,
  service: string,
  ground: object | null = null,
): Promise<Challenge[]> {
  const answer = await room.ask(
    "POST",
    "/challenges",
    { wait: 0, limit: 100, ground },
    room.asService(service),
  );
  expectStatus(answer, 200);
  return answer.json<{ challenges: Challenge[] }>().challenges;
}

/** Lets the time pass until a check is due, reveals it, and gives what the service is asked about this report. */
export async function askedAfter(room: HubRoom, report: Known, ms: number): Promise<Challenge> {
  room.now += ms;
  await revealDue(room.hub);
  const found = (await asked(room, report.service)).find(({ id }) => id === report.id);
  if (!found) throw new Error("nothing is asked about the report");
  return found;
}

/** The service's signed answer; with the report's own pair unless `more` says otherwise. */
export function answerFrom(
  room: HubRoom,
  report: Known,
  { n }: Pick<Challenge, "n">,
  more: Partial<AnswerBody> = {},
  key?: Key,
): ProofAnswer {
  const signer = key ?? room.receiptKeys.get(report.service)!;
  const at = new Date(room.now).toISOString();
  const { mac } = pairIn(report.pairs!, n);
  const body: AnswerBody = { v: 1, reportId: report.id, service: report.service, n, at, mac, ...more };
  return signAnswer(body, signer.keyId, signer.privateKey);
}

/** Posts answers; gives the status and what came of each. */
export async function answered(
  room: HubRoom,
  service: string,
  ...answers: unknown[]
): Promise<{ status: number; results: Result[] }> {
  const answer = await room.ask("POST", "/answers", { answers }, room.asService(service));
  return { status: answer.status, results: answer.json<{ results?: Result[] }>().results ?? [] };
}

/** The open question that goes with the report when it is handed over again. */
export async function againFor(room: HubRoom, { id }: Known): Promise<Challenge | null> {
  const [row] = await room.database.db.read<{ n: number; nonce: Buffer }[]>`
    select n, substring(package.pairs from n * 64 + 1 for 32) as nonce
    from challenge join package on package.report = challenge.report
    where challenge.report = ${id} and purpose = 'again' and answered_at is null`;
  return row ? { id, n: row.n, nonce: row.nonce.toString("base64url"), purpose: "again" } : null;
}

/** What was noted about a report, as `kind owner`. */
export async function noted(room: HubRoom, { id }: Known): Promise<string[]> {
  const rows: Deviation[] = await deviations(room.database.db.read);
  return rows.filter(({ report }) => report === id).map(({ kind, owner }) => `${kind} ${owner}`);
}

/** The kinds of a report's receipts, as its sender hears of them. */
export async function kindsOf(room: HubRoom, { id }: Known): Promise<string[]> {
  const answer = await room.ask("GET", `/reports/${id}/receipts`, undefined, room.asSubmitter());
  return answer.json<{ receipts: { kind: string }[] }>().receipts.map(({ kind }) => kind);
}
