// A report with a past: accepted, registered, asked about, compared. Written straight into a hub's tables by their owner,
// as the hub's own steps would have written it, so that a test need not live through half a year.

import { randomBytes, randomUUID } from "node:crypto";
import type { HoldFacts } from "../src/core/hold.ts";
import { type AnswerBody, signAnswer } from "../src/core/proof-answer.ts";
import { type Receipt, type ReceiptBody, receiptHash, signReceipt } from "../src/core/receipt.ts";
import { hourMs, osloDate } from "../src/core/schedule.ts";
import { entryOf } from "../src/hub/entry.ts";
import { lockSequence, placeLeaves } from "../src/hub/ledger-store.ts";
import { insertReceipts, noteDeviations } from "../src/hub/receipt-store.ts";
import type { Db, Tx } from "../src/pg/db.ts";
import type { Key } from "./sealed-package.ts";

export const dayMs = 24 * hourMs;

/** All times in milliseconds. Of each list, `isPlaced: false` says that the receipt has no place in the ledger. */
export type Past = {
  readonly acceptedAt: number;
  readonly registered: readonly { at: number; isPlaced?: boolean }[];
  readonly proofs: readonly Answered[];
  readonly comparisons: readonly { asOf: number; agrees: boolean }[];
  readonly losses: readonly { at: number; kind: string }[];
  /** Answers that were wrong. */
  readonly wrong: readonly { at: number }[];
  readonly isOffered: boolean;
  readonly isAsked: boolean;
  /** Losses in the table of losses; `endedAt` null: it stands. */
  readonly stood: readonly { at: number; endedAt: number | null }[];
  /** Whether the service's receiver was restored and has not been asked for everything yet. */
  readonly isRestored: boolean;
  /** How many people have signed that the recall is over; null: there is none. */
  readonly recallEnds: number | null;
};

/** `flaw`: what about it is not as it should be, so that it does not count. */
type Answered = {
  readonly at: number;
  readonly step: number | null;
  readonly isPlaced?: boolean;
  readonly flaw?: "mac" | "no answer" | "other answer" | "not the hub's" | "signature";
};

/** Everything as it must be, for a report accepted then: registered at once, and every check of the schedule right. */
export function wholePast(acceptedAt: number): Past {
  const registered = acceptedAt + hourMs;
  const afterHours = [1 / 60, 1, 24, 7 * 24, 30 * 24];
  return {
    acceptedAt,
    registered: [{ at: registered }],
    proofs: afterHours.map((hours, step) => ({ at: registered + hours * hourMs + 1000, step })),
    comparisons: [{ asOf: registered + 2 * hourMs, agrees: true }],
    losses: [],
    wrong: [],
    isOffered: false,
    isAsked: false,
    stood: [],
    isRestored: false,
    recallEnds: null,
  };
}

/** What the core is told of such a past. */
export function factsOf(past: Past, keepDays: number): HoldFacts {
  const counts = (one: { isPlaced?: boolean }) => one.isPlaced !== false;
  return {
    acceptedAt: past.acceptedAt,
    registeredAt: past.registered.filter(counts).map(({ at }) => at),
    proofs: past.proofs.filter((one) => counts(one) && one.flaw === undefined),
    comparisons: past.comparisons,
    lossesAt: [...past.losses.filter(({ kind }) => isLoss(kind)), ...past.wrong, ...past.stood].map(
      ({ at }) => at,
    ),
    isLost: past.isOffered || past.stood.some(({ endedAt }) => endedAt === null),
    isAsked: past.isAsked || past.isRestored,
    isRecalled: past.recallEnds !== null && past.recallEnds < 2,
    keepDays,
  };
}

const isLoss = (kind: string) => /^(proof\.(wrong|missing)|statement\..*|report\.lost)$/.test(kind);

export type Signers = { readonly hub: Key; readonly service: Key };
type Accepted = { readonly id: string; readonly service: string; readonly serial: number };

/** A report of that service, in the tables and nowhere else. */
export async function writeReport(owner: Db, service: string, past: Past): Promise<Accepted> {
  const id = randomUUID();
  const bytes = () => randomBytes(32);
  const at = new Date(past.acceptedAt);
  return owner.begin(async (tx) => {
    const [row] = await tx<{ last: number }[]>`
      insert into serial_counter (service, last, channel) values (${service}, 1, 'receiver')
      on conflict (service) do update set last = serial_counter.last + 1 returning last`;
    await tx`
      insert into package (report, package_hash, header, signature_key, signature, sealed, paper)
      values (${id}, ${bytes()}, '{}', '', '', ${bytes()}, ${bytes()})`;
    await tx`
      insert into report (id, service, serial, submitter, tracking_hash, sealed_hash, content_hash, accepted_at)
      values (${id}, ${service}, ${row!.last}, 'submitter:test', ${bytes()}, ${bytes()}, ${bytes()}, ${at})`;
    await tx`
      insert into delivery (report, service, serial, channel, sealed_size, next_offer_at)
      values (${id}, ${service}, ${row!.last}, 'receiver', 32, ${at})`;
    return { id, service, serial: row!.last };
  });
}

/** Writes a report's past into the tables. What is placed gets its place in the ledger; what is not waits for one. */
export async function writePast(
  owner: Db,
  report: Accepted,
  past: Past,
  signers: Signers,
): Promise<Receipt[]> {
  const pairs = randomBytes(4096);
  const waiting: { receipt: Receipt; at: number }[] = [];
  const placed: { receipt: Receipt; at: number }[] = [];
  const put = (one: { at: number; isPlaced?: boolean }, receipt: Receipt) =>
    (one.isPlaced === false ? waiting : placed).push({ receipt, at: one.at });
  const by = { role: "receiver", id: report.service } as const;
  for (const one of past.registered) {
    const body = { ...bodyOf(report, "registered", one.at), by, reference: "A-1" };
    put(one, signReceipt(body, signers.service.keyId, signers.service.privateKey));
  }
  await owner.begin(async (tx) => {
    await tx`update package set pairs = ${pairs} where report = ${report.id}`;
    for (const [index, one] of past.proofs.entries()) {
      put(one, await writeAnswer(tx, report, one, 2 + index, pairs, signers));
    }
    for (const [index, { at }] of past.wrong.entries())
      await writeChallenge(tx, report, { at, step: null, n: 40 + index, outcome: "wrong" });
    if (past.isAsked)
      await writeChallenge(tx, report, { at: past.acceptedAt, step: null, n: 60, outcome: null });
    await writeSurroundings(tx, report, past);
  });
  for (const one of placed)
    await owner.begin((tx) => insertReceipts(tx, [entryOf(one.receipt)], new Date(one.at)));
  await owner.begin(async (tx) => {
    await lockSequence(tx);
    await placeLeaves(tx, 0, 100_000);
  });
  for (const one of waiting)
    await owner.begin((tx) => insertReceipts(tx, [entryOf(one.receipt)], new Date(one.at)));
  return placed.map(({ receipt }) => receipt);
}

function bodyOf(report: Accepted, kind: Receipt["kind"], at: number): ReceiptBody {
  const by = { role: "hub", id: "hub" } as const;
  const { id: reportId, service, serial } = report;
  return {
    v: 1,
    kind,
    reportId,
    service,
    serial,
    at: new Date(at).toISOString(),
    by,
    sealedHash: "0".repeat(64),
  };
}

/** A question, its signed answer, and the receipt `proven` for it. */
async function writeAnswer(
  tx: Tx,
  report: Accepted,
  { at, step, flaw }: Answered,
  n: number,
  pairs: Buffer,
  { hub, service }: Signers,
): Promise<Receipt> {
  const right = pairs.subarray(n * 64 + 32, n * 64 + 64).toString("base64url");
  const mac = flaw === "mac" ? randomBytes(32).toString("base64url") : right;
  await writeChallenge(tx, report, { at, step, n, outcome: "right" });
  if (flaw !== "no answer") {
    const said = flaw === "other answer" ? randomBytes(32).toString("base64url") : mac;
    const answer: AnswerBody = {
      v: 1,
      reportId: report.id,
      service: report.service,
      n,
      at: new Date(at).toISOString(),
      mac: said,
    };
    const signer = flaw === "signature" ? hub : service;
    const signed = signAnswer(answer, service.keyId, signer.privateKey);
    await tx`
      insert into challenge_answer (report, n, body, outcome, at)
      values (${report.id}, ${n}, ${JSON.stringify(signed)}, 'right', ${new Date(at)})`;
  }
  const proven = { ...bodyOf(report, "proven", at), proof: { n, mac } };
  const isTheirs = flaw === "not the hub's";
  const by = { role: "receiver", id: report.service } as const;
  const body = isTheirs ? { ...proven, by } : proven;
  return signReceipt(body, hub.keyId, hub.privateKey);
}

type Asked = { at: number; step: number | null; n: number; outcome: "right" | "wrong" | null };

async function writeChallenge(tx: Tx, report: Accepted, { at, step, n, outcome }: Asked): Promise<void> {
  const [time, answered] = [new Date(at), outcome === null ? null : new Date(at)];
  await tx`
    insert into challenge (report, n, service, purpose, step, revealed_at, next_ask_at, answered_at, outcome)
    values (${report.id}, ${n}, ${report.service}, ${step === null ? "demand" : "schedule"}, ${step}, ${time},
            ${time}, ${answered}, ${outcome})`;
}

async function writeSurroundings(tx: Tx, report: Accepted, past: Past): Promise<void> {
  for (const { asOf, agrees } of past.comparisons)
    await tx`
      insert into comparison (service, day, as_of, compared_at, agrees, reports, root, body)
      values (${report.service}, ${osloDate(past.acceptedAt)}, ${new Date(asOf)}, ${new Date(asOf)}, ${agrees}, 1,
              ${randomBytes(32)}, '{}')`;
  for (const [index, { at, kind }] of past.losses.entries()) {
    const { id, service } = report;
    const deviation = { kind, report: id, service, owner: `service:${service}`, detail: String(index) };
    await noteDeviations(tx, [deviation], new Date(at));
  }
  for (const { at, endedAt } of past.stood)
    await tx`
      insert into loss (report, service, kind, found_at, ended_at)
      values (${report.id}, ${report.service}, 'statement.missing', ${new Date(at)},
              ${endedAt === null ? null : new Date(endedAt)})`;
  if (past.isRestored)
    await tx`
      insert into receiver_ground (service, system_id, timeline, flushed_to, seen_at, ask_from, asked_to)
      values (${report.service}, '1', 1, '0/1', now(), now(), 0)`;
  if (!past.isOffered)
    await tx`
      update delivery set settled_at = ${new Date(past.acceptedAt)}, settled_by = 'registered'
      where report = ${report.id}`;
  if (past.recallEnds !== null) await writeRecall(tx, report.service, past.recallEnds);
}

async function writeRecall(tx: Tx, service: string, ends: number): Promise<void> {
  const people = ["person:one", "person:two"];
  for (const person of people)
    await tx`insert into person (id, name) values (${person}, ${person}) on conflict do nothing`;
  const [recall] = await tx<{ number: number }[]>`
    insert into recall (supplier, version, services, affected_from, opened_by, opened_at)
    values ('Modell AS', '1.0', ${[service]}, now(), 'person:one', now()) returning number`;
  for (const person of people.slice(0, ends))
    await tx`insert into recall_end (recall, by_person, at) values (${recall!.number}, ${person}, now())`;
}

/** Hashes of the receipts, as they stand in a certificate. */
export const hashesOf = (receipts: readonly Receipt[]) => receipts.map(receiptHash);
