// Judges receivers' answers to storage challenges. A right one is the hub's own receipt `proven`; a wrong or missing
// one is a loss, and the report is handed over again. Each is judged by itself, and an outcome is final: the same
// answer again changes nothing, another one is refused and noted.

import type { ProblemCode } from "../core/problem.ts";
import { answerSignatureFits, type ProofAnswer } from "../core/proof-answer.ts";
import { minuteMs } from "../core/schedule.ts";
import type { Tx } from "../pg/db.ts";
import { readAnswer } from "../wire/answer-v1.ts";
import { valueOrNull } from "../wire/foreign.ts";
import { type Asked, closeChallenges, isOfAnother, lockAsked, type Outcome } from "./answer-store.ts";
import { entryOf, issue } from "./entry.ts";
import type { Hub } from "./hub.ts";
import { isValid, type Known } from "./known.ts";
import { endLosses } from "./loss-store.ts";
import {
  type DeliveryFacts,
  type Deviation,
  insertReceipts,
  lockDeliveries,
  noteDeviations,
} from "./receipt-store.ts";
import { redeliver } from "./redeliver.ts";

export type Verdict = Outcome | "already" | ProblemCode;
/** What came of one answer. `id` and `n` are null where there was no answer to read. */
export type Judged = { readonly id: string | null; readonly n: number | null; readonly verdict: Verdict };

type Read = { readonly answer: ProofAnswer; verdict: Verdict };

/** Judges the answers that a service's receiver has sent. */
export async function judge(hub: Hub, service: string, values: readonly unknown[]): Promise<Judged[]> {
  const known = await hub.known.read();
  const read = values.map((value): Read | null => {
    const answer = valueOrNull(() => readAnswer(value));
    return answer && { answer, verdict: faultOfItself(known, service, answer) ?? "right" };
  });
  const whole = read.filter((one) => one !== null);
  if (whole.length > 0) await hub.db.begin((tx) => record(tx, hub, service, whole));
  return read.map((one) =>
    one
      ? { id: one.answer.reportId, n: one.answer.n, verdict: one.verdict }
      : { id: null, n: null, verdict: "proof.bad-form" },
  );
}

/** A receiver's clock may be behind: right after a change of key its answers would be refused for ever. */
const skewMs = 10 * minuteMs;

/** What is wrong with an answer whatever the hub has asked. */
function faultOfItself(known: Known, service: string, answer: ProofAnswer): ProblemCode | null {
  if (answer.service !== service) return "proof.wrong-service";
  const key = known.keys.get(answer.key);
  const isTheirs = key?.change.owner === `service:${service}` && key.change.use === "receipt";
  const at = Date.parse(answer.at);
  if (!key || !isTheirs || !(isValid(key, at) || isValid(key, at + skewMs))) return "proof.bad-signature";
  return answerSignatureFits(answer, key.publicKey) ? null : "proof.bad-signature";
}

/** Compares with what was asked, with deliveries and challenges locked, and writes what comes of it. */
async function record(tx: Tx, hub: Hub, service: string, judged: readonly Read[]): Promise<void> {
  const now = new Date(hub.clock());
  const ids = [...new Set(judged.map(({ answer }) => answer.reportId))];
  const facts = new Map((await lockDeliveries(tx, ids)).map((delivery) => [delivery.report, delivery]));
  const asked = new Map((await lockAsked(tx, ids)).map((one) => [`${one.report} ${one.n}`, one]));
  const closed: { answer: ProofAnswer; outcome: Outcome; asked: Asked }[] = [];
  for (const one of judged) {
    if (one.verdict !== "right") continue;
    const { answer } = one;
    const name = `${answer.reportId} ${answer.n}`;
    const question = asked.get(name);
    one.verdict = verdictOf(service, answer, facts.get(answer.reportId), question);
    if (!question || !isOutcome(one.verdict)) continue;
    closed.push({ answer, outcome: one.verdict, asked: question });
    asked.set(name, { ...question, outcome: one.verdict, body: JSON.stringify(answer) });
  }
  // Before the questions are closed: it is the open ones that a receiver mixes up.
  const losses = await Promise.all(
    closed.flatMap(({ answer, outcome }) => (outcome === "right" ? [] : [lossOf(tx, answer, outcome)])),
  );
  await closeChallenges(
    tx,
    closed.map(({ answer, outcome }) => ({
      report: answer.reportId,
      n: answer.n,
      outcome,
      body: JSON.stringify(answer),
    })),
    now,
  );
  const right = closed.filter(({ outcome }) => outcome === "right");
  const proven = right.map(({ answer }) => provenReceipt(hub, answer, facts.get(answer.reportId)!, now));
  await insertReceipts(tx, proven.map(entryOf), now);
  await endLosses(
    tx,
    right.map((one) => one.asked),
    now,
  );
  await redeliver(tx, losses, now);
  await noteDeviations(tx, deviationsIn(service, judged), now);
}

function isOutcome(verdict: Verdict): verdict is Outcome {
  return verdict === "right" || verdict === "wrong" || verdict === "missing";
}

function verdictOf(
  service: string,
  answer: ProofAnswer,
  delivery: DeliveryFacts | undefined,
  asked: Asked | undefined,
): Verdict {
  if (!delivery) return "report.unknown";
  if (delivery.service !== service) return "proof.wrong-service";
  if (!asked) return "proof.not-asked";
  if (asked.outcome !== null) return givenBefore(asked) === answer.mac ? "already" : "proof.used-before";
  if (answer.mac === null) return "missing";
  return Buffer.from(answer.mac, "base64url").equals(asked.mac) ? "right" : "wrong";
}

/** What was answered before; a receipt may have answered it, and then rightly. */
function givenBefore({ body, mac }: Asked): string | null {
  return body === null ? mac.toString("base64url") : (JSON.parse(body) as ProofAnswer).mac;
}

/** The hub's word that the case system still had it, at this time, to the last byte. */
function provenReceipt(hub: Hub, answer: ProofAnswer, delivery: DeliveryFacts, now: Date) {
  const { reportId, service, n, mac, reference } = answer;
  const { serial, sealedHash } = delivery;
  return issue(hub, {
    v: 1,
    kind: "proven",
    reportId,
    service,
    serial,
    at: now.toISOString(),
    by: { role: "hub", id: hub.id },
    sealedHash,
    ...(reference === undefined ? {} : { reference }),
    proof: { n, mac: mac! },
  });
}

/** A wrong answer that is right for another report says that the receiver mixes them up: whoever looks will want to know. */
async function lossOf(tx: Tx, { reportId: report, service, n, mac }: ProofAnswer, outcome: Outcome) {
  const isMixedUp = mac !== null && (await isOfAnother(tx, service, { reportId: report, mac }));
  const detail = isMixedUp ? `${n} right for another report` : String(n);
  return { report, service, kind: `proof.${outcome}`, detail };
}

/** What points to an attack, or to something forgotten. An answer of the wrong form is a mistake its sender hears of. */
const ownerWhenRefused: Partial<Record<ProblemCode, "operator" | "service">> = {
  "proof.bad-signature": "operator",
  "proof.wrong-service": "operator",
  "report.unknown": "operator",
  "proof.not-asked": "service",
  "proof.used-before": "service",
};

function deviationsIn(service: string, judged: readonly Read[]): Deviation[] {
  return judged.flatMap(({ answer, verdict }) => {
    const owner = verdict === "already" || isOutcome(verdict) ? undefined : ownerWhenRefused[verdict];
    if (!owner || verdict === "already" || isOutcome(verdict)) return [];
    const { reportId: report, n } = answer;
    const owned = owner === "operator" ? "operator" : `service:${service}`;
    return [{ kind: verdict, report, service, owner: owned, detail: `answer ${n}` }];
  });
}
