// States to the hub what the case system gives back: today, yesterday, and one earlier day after the other, so that all
// come round. What the hub finds different is noted here as well; a loss it hands over again by itself.

import { osloDate, osloDay } from "../core/schedule.ts";
import { type DayLines, dayStated, signStatement, type Statement } from "../wire/statement-v1.ts";
import { type DaysRead, readDays } from "./read-days.ts";
import type { Room, ServedService } from "./room.ts";
import { postStatement } from "./source/statement-post.ts";
import { keepStated, lastHeldBefore, statedLast } from "./statement-store.ts";
import * as store from "./store.ts";

/** Where the round of earlier days stands. Kept in memory only: after a start it begins with the latest of them. */
export type Round = {
  /** Days from this one on have had their turn; null: none has. */
  before: string | null;
  /** A day that the hub has asked for. */
  wanted: string | null;
};

export type StatedNow = {
  readonly days: number;
  readonly differ: number;
  readonly strays: number;
  /** The highest serial number issued to the service. */
  readonly highest: number;
};

/** Strays that are named one by one. */
const straysNamed = 100;

/**
 * States a service's days once; where the case system cannot give bytes back, none of them, which is no silence. Null where
 * the reports come from elsewhere than a hub. Refuses with `case-system.*`, and then nothing has been stated: that is silence.
 */
export async function stateDays(
  room: Room,
  service: ServedService,
  round: Round,
  stopped: AbortSignal,
): Promise<StatedNow | null> {
  const { source, caseSystem } = service;
  if (source.kind !== "hub") return null;
  const last = await statedLast(room.db.read, service.id);
  // Also where the clock has gone back: the hub takes no statement after a later one.
  const asOf = Math.max(room.clock(), last ? last.getTime() + 1 : 0);
  const days = caseSystem.givesBytesBack ? await daysToState(room, service, round) : [];
  const read = await readDays(room, service, days);
  const statement = statementOf(service, asOf, read);
  const answer = await postStatement(source, statement, read.days, stopped);
  round.wanted = answer.wanted;
  const differing = answer.days.filter(({ outcome }) => outcome === "differs").map(({ day }) => day);
  const { highest } = answer;
  const stated = { days: read.days.length, differ: differing.length, strays: read.strays.length, highest };
  await keep(room, service, { ...stated, asOf, differing, read });
  return stated;
}

async function daysToState(room: Room, service: ServedService, round: Round): Promise<string[]> {
  const today = osloDate(room.clock());
  const yesterday = osloDate(osloDay(today).from - 1);
  const before = osloDay(round.before ?? yesterday).from;
  const older = await lastHeldBefore(room.db.read, service.id, new Date(before));
  // Null: all have had their turn, and it begins anew.
  round.before = older ? osloDate(older.getTime()) : null;
  const days = new Set([today, yesterday, round.before, round.wanted]);
  // What came before this case system was in use is in another one: here it would look like a loss.
  return [...days].filter((day) => day !== null && day >= (service.since ?? "")) as string[];
}

function statementOf(service: ServedService, asOf: number, { days, strays }: DaysRead): Statement {
  const { keyId, privateKey } = service.receiptKey;
  const stated = days.map((day: DayLines) => dayStated(day));
  const at = new Date(asOf).toISOString();
  const body = { v: 1, service: service.id, asOf: at, days: stated, strays: strays.length } as const;
  return signStatement(body, keyId, privateKey);
}

type Outcome = StatedNow & {
  readonly asOf: number;
  readonly differing: readonly string[];
  readonly read: DaysRead;
};

async function keep(room: Room, service: ServedService, outcome: Outcome): Promise<void> {
  const { asOf, differing, read, ...stated } = outcome;
  const now = room.clock();
  const deviations = [
    ...differing.map((day) => ({ kind: "statement.differs", reportId: null, detail: day })),
    ...read.strays.slice(0, straysNamed).map((id) => ({ kind: "statement.stray", reportId: id, detail: "" })),
    ...read.lost.map(({ id, kind }) => ({ kind, reportId: id, detail: "statement" })),
  ];
  await room.db.begin(async (tx) => {
    const times = { asOf: new Date(asOf), statedAt: new Date(now) };
    await keepStated(tx, { service: service.id, ...stated, ...times });
    for (const deviation of deviations)
      await store.noteDeviation(tx, { ...deviation, service: service.id }, now);
  });
}
