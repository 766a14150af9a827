// Has the newest head co-signed by each witness (C2SP tlog-witness). Nothing waits for it: a witness may be away for a day
// and catches up, and one that lies is refused and noted. Only a head that it can prove, and that is not ours, stops us.

import { addCheckpointBody } from "../core/add-checkpoint.ts";
import { checkpointFrom, cosignedAt, withLines } from "../core/checkpoint.ts";
import { isLineOf, noteLineFrom } from "../core/note.ts";
import { hourMs } from "../core/schedule.ts";
import { type Answer, answerOrNull } from "../http/client.ts";
import type { Hub } from "./hub.ts";
import { askHead, judge, noteWitness, stopLog } from "./log-judge.ts";
import type { Witness } from "./log-state.ts";
import { type CheckpointRow, insertCosignature, lastSizeOf, newestCheckpoint } from "./log-store.ts";
import { consistencyAt } from "./log-tree.ts";

const limitMs = 10_000;
/** A witness that is away longer than this is somebody's to look at. */
const awayMs = hourMs;

/** What is remembered of a witness while this process runs. */
type Course = { readonly witness: Witness; isChecked: boolean; awaySince: number | null };

/** Gives the step that asks each witness for its signature under the newest head. */
export function cosigner(hub: Hub): () => Promise<void> {
  const courses: Course[] = hub.log.witnesses.map((witness) => ({
    witness,
    isChecked: false,
    awaySince: null,
  }));
  return async () => {
    if (hub.log.fault()) return;
    const newest = await newestCheckpoint(hub.db.read, hub.log.origin);
    if (!newest) return;
    const outcomes = await Promise.allSettled(courses.map((course) => turn(hub, course, newest)));
    for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
  };
}

async function turn(hub: Hub, course: Course, newest: CheckpointRow): Promise<void> {
  const { witness } = course;
  if (!course.isChecked) {
    // One that was away when we started may know of more than there is here.
    const told = await askHead(hub, witness);
    const fault = told.wrong === null && told.head ? await judge(hub, witness, told.head) : null;
    if (fault) return stopLog(hub, fault);
    course.isChecked = told.wrong === null;
  }
  const signed = (await lastSizeOf(hub.db.read, hub.log.origin, witness.key.name)) ?? 0;
  if (signed >= newest.size) return;
  const answer = await submit(hub, witness, signed, newest);
  if (answer) course.awaySince = null;
  else await noteAway(hub, course);
}

/** Sends the head; where the witness says that it stands at another size, once more from there. */
async function submit(
  hub: Hub,
  witness: Witness,
  oldSize: number,
  newest: CheckpointRow,
  isSecond = false,
): Promise<Answer | null> {
  const path = await consistencyAt(hub.db.read, oldSize, newest.size);
  const answer = await answerOrNull(hub.log.road, `${witness.url}/add-checkpoint`, {
    method: "POST",
    headers: { "Content-Type": "text/plain; charset=utf-8" },
    body: addCheckpointBody(oldSize, path, newest.note),
    limitMs,
  });
  if (!answer) return null;
  const stands = answer.status === 409 ? sizeIn(answer) : null;
  if (!isSecond && stands !== null && stands !== oldSize && stands <= newest.size)
    return submit(hub, witness, stands, newest, true);
  if (answer.status === 200) await take(hub, witness, newest, answer.bytes.toString());
  else await lookInto(hub, witness, stands === null ? `answered ${answer.status}` : `stands at ${stands}`);
  return answer;
}

function sizeIn(answer: Answer): number | null {
  const size = /^(0|[1-9]\d{0,15})\n$/.exec(answer.bytes.toString())?.[1];
  return size === undefined || !Number.isSafeInteger(Number(size)) ? null : Number(size);
}

/** Keeps the witness's signature if it fits this head. Lines of others are none of ours. */
async function take(hub: Hub, witness: Witness, newest: CheckpointRow, text: string): Promise<void> {
  const lines = text.split("\n").map(noteLineFrom);
  const own = lines.filter((line) => line !== null && isLineOf(line, witness.key)).map((line) => line!.line);
  const [line] = own;
  const signed = line === undefined ? null : checkpointFrom(withLines(newest.note, own));
  const seconds = signed && cosignedAt(signed, witness.key);
  if (line === undefined || seconds === null)
    return noteWitness(hub, "witness.wrong-signature", `${witness.key.name} for ${newest.size}`);
  const row = { origin: newest.origin, size: newest.size, witness: witness.key.name, line };
  return hub.db.begin((tx) => insertCosignature(tx, row, new Date(seconds * 1000)));
}

/** It would not sign. If it can prove why, the log here is wrong; if it cannot, it is the witness. */
async function lookInto(hub: Hub, witness: Witness, what: string): Promise<void> {
  const told = await askHead(hub, witness);
  const fault = told.wrong === null && told.head ? await judge(hub, witness, told.head) : null;
  if (fault) return stopLog(hub, fault);
  return noteWitness(hub, "witness.refused", `${witness.key.name} ${what} ${dayOf(hub)}`);
}

async function noteAway(hub: Hub, course: Course): Promise<void> {
  const now = hub.clock();
  course.awaySince ??= now;
  // Each day anew, for as long as it lasts.
  if (now - course.awaySince > awayMs)
    await noteWitness(hub, "witness.away", `${course.witness.key.name} ${dayOf(hub)}`);
}

function dayOf(hub: Hub): string {
  return new Date(hub.clock()).toISOString().slice(0, 10);
}
