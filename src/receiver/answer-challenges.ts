// Answers the hub's questions from what the case system gives back, read for this question and kept nowhere. That it
// gives nothing back is an answer; that it cannot be reached is none: then the hub asks again.

import { answerTo, type Challenge } from "../core/proof.ts";
import { type ProofAnswer, signAnswer } from "../core/proof-answer.ts";
import { canonicalContent } from "../core/report.ts";
import { reasonOf } from "./decline.ts";
import type { Desk } from "./desk.ts";
import { groundNow } from "./held-store.ts";
import type { Room, ServedService } from "./room.ts";
import type { HubDoor } from "./source/hub.ts";
import { pollChallenges, postAnswers } from "./source/hub-challenges.ts";
import * as store from "./store.ts";

/** As many as are answered together: each is read back by itself, and only its answer is kept until they go. */
export const questionsMax = 32;

/** Asks the hub what is to be proven, waits up to `wait` seconds for something, and answers what there is. */
export async function answerChallenges(
  desk: Desk,
  hub: HubDoor,
  wait: number,
  stopped: AbortSignal,
): Promise<void> {
  const { room, service } = desk;
  const ground = await groundNow(room.db.read);
  const challenges = await pollChallenges(hub, { wait, limit: questionsMax, ground }, stopped);
  const answers: ProofAnswer[] = [];
  for (const challenge of challenges) {
    const ids = { service: service.id, report: challenge.id };
    const error = await desk.attempt("receiver.prove-again", ids, async () => {
      const answer = await answerOf(room, service, challenge);
      if (answer) answers.push(answer);
    });
    // The others would only wait for it as well. What is not answered now is asked again.
    if (error !== null && reasonOf(error) === "case-system-not-reached") break;
  }
  if (answers.length > 0) await give(room, service, hub, answers);
}

/**
 * The answer, from what the case system gives back now. Null where it is no longer set up to give the exact bytes: then
 * nothing can be said either way. Refuses with `case-system.*`.
 */
export async function answerOf(
  room: Room,
  service: ServedService,
  { id, n, nonce }: Challenge,
): Promise<ProofAnswer | null> {
  const { caseSystem, receiptKey } = service;
  if (!caseSystem.givesBytesBack) return null;
  const back = await caseSystem.readBack(id);
  const mac = back?.files ? answerTo(nonce, canonicalContent(back.files)) : null;
  const named = back && /^\S.{0,199}$/.test(back.reference) ? { reference: back.reference } : {};
  const at = new Date(room.clock()).toISOString();
  const body = { v: 1, reportId: id, service: service.id, n, at, mac, ...named } as const;
  return signAnswer(body, receiptKey.keyId, receiptKey.privateKey);
}

async function give(
  room: Room,
  service: ServedService,
  hub: HubDoor,
  answers: readonly ProofAnswer[],
): Promise<void> {
  const refused = await postAnswers(hub, answers);
  const gone = answers.filter(({ mac }) => mac === null);
  const noted = [
    ...gone.map(({ reportId }) => ({ reportId, kind: "report.not-in-case-system", detail: "asked again" })),
    ...refused.map(({ id, error }) => ({ reportId: id, kind: "answer.refused", detail: error })),
  ];
  if (noted.length === 0) return;
  await room.db.begin(async (tx) => {
    for (const one of noted) await store.noteDeviation(tx, { ...one, service: service.id }, room.clock());
  });
}
