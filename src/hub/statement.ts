// Takes a service's statement and holds each day of it against what was registered. What the case system does not give
// back, or gives back changed, is a loss: it is noted, and handed over again from the hub's hold. What was registered
// while the receiver was reading is on its way, and no difference.

import type { Difference, Line } from "../core/reconcile.ts";
import { compare, rootOf } from "../core/reconcile.ts";
import { type ProblemCode, refuse } from "../core/problem.ts";
import { minuteMs, osloDate, osloDay, secondMs } from "../core/schedule.ts";
import type { Tx } from "../pg/db.ts";
import {
  type DayLines,
  type DayOutcome,
  readLines,
  readStatement,
  type Statement,
  statementSignatureFits,
} from "../wire/statement-v1.ts";
import { type Found, keepDay } from "./compared-day.ts";
import type { Hub } from "./hub.ts";
import { isValid } from "./known.ts";
import { noteDeviations } from "./receipt-store.ts";
import { dayLongestAgo, keepLatest, lockLatest, registeredIn, reportsOf } from "./statement-store.ts";
import { highestSerial } from "./store.ts";

export type Answered = {
  /** The highest serial number issued to the service. */
  readonly highest: number;
  readonly days: readonly DayOutcome[];
  /** An earlier day that the hub would have stated next time: the one that was compared longest ago. */
  readonly wanted: string | null;
};

/** Clocks differ by this much, and reading begins a little before the time that is stated for it. */
const onItsWayMs = 15 * secondMs;
const aheadMs = 2 * minuteMs;

/**
 * Compares what a service's receiver states, with the lines behind some of the days. Refuses with `statement.*`; one that
 * is forged, or is another service's, is noted as well.
 */
export async function takeStatement(
  hub: Hub,
  service: string,
  value: unknown,
  linesValue: unknown,
): Promise<Answered> {
  const statement = readStatement(value);
  const fault = await faultIn(hub, service, statement);
  if (fault) await noteForged(hub, service, fault);
  if (fault) refuse(fault);
  const lines = readLines(linesValue, statement.days);
  const now = hub.clock();
  const asOf = Date.parse(statement.asOf);
  if (asOf > now + aheadMs) refuse("statement.bad-form", "asOf is later than now");
  const days = await hub.db.begin(async (tx) => {
    await keepInOrder(tx, statement, new Date(now));
    const upTo = Math.min(asOf, now) - onItsWayMs;
    return compareDays(tx, { statement, lines, upTo, now });
  });
  const [highest, wanted] = await Promise.all([
    highestSerial(hub.db.read, service),
    dayLongestAgo(hub.db.read, service, osloDate(osloDay(osloDate(now)).from - 1)),
  ]);
  return { highest, days, wanted };
}

async function faultIn(hub: Hub, service: string, statement: Statement): Promise<ProblemCode | null> {
  if (statement.service !== service) return "statement.wrong-service";
  const key = (await hub.known.read()).keys.get(statement.key);
  const isTheirs = key?.change.owner === `service:${service}` && key.change.use === "receipt";
  if (!key || !isTheirs || !isValid(key, hub.clock())) return "statement.bad-signature";
  return statementSignatureFits(statement, key.publicKey) ? null : "statement.bad-signature";
}

/** In a transaction of its own, so that the refusal after it undoes nothing. */
async function noteForged(hub: Hub, service: string, kind: ProblemCode): Promise<void> {
  const deviation = { kind, report: null, service, owner: "operator", detail: "" };
  await hub.db.begin((tx) => noteDeviations(tx, [deviation], new Date(hub.clock())));
}

/** The same statement may come again, with its lines; an earlier one, or another of the same time, may not. */
async function keepInOrder(tx: Tx, statement: Statement, now: Date): Promise<void> {
  const { service, strays } = statement;
  const [asOf, body] = [new Date(statement.asOf), JSON.stringify(statement)];
  const latest = await lockLatest(tx, service);
  const isEarlier = latest !== null && latest.asOf.getTime() > asOf.getTime();
  const isOther = latest?.asOf.getTime() === asOf.getTime() && latest.body !== body;
  if (isEarlier || isOther) refuse("statement.replayed");
  await keepLatest(tx, { service, asOf, heardAt: now, strays, body });
  if (strays === 0) return;
  const owner = `service:${service}`;
  const deviation = { kind: "statement.stray", report: null, service, owner, detail: String(strays) };
  await noteDeviations(tx, [deviation], now);
}

type Comparing = {
  readonly statement: Statement;
  readonly lines: readonly DayLines[];
  /** What was registered later may be on its way. */
  readonly upTo: number;
  readonly now: number;
};

async function compareDays(tx: Tx, comparing: Comparing): Promise<DayOutcome[]> {
  const { statement, lines, upTo, now } = comparing;
  const outcomes: DayOutcome[] = [];
  for (const stated of statement.days) {
    const { day } = stated;
    const { from, to } = osloDay(day);
    const registered = await registeredIn(tx, statement.service, new Date(from), new Date(to));
    const theirs = lines.find((one) => one.day === day)?.lines;
    const isSame = rootOf(registered.map(lineOf)) === stated.root;
    if (!isSame && !theirs) {
      outcomes.push({ day, outcome: "lines-wanted" });
      continue;
    }
    const late = new Set(registered.filter((one) => one.registeredAt.getTime() > upTo).map(({ id }) => id));
    const differences = isSame ? [] : compare(registered.map(lineOf), theirs ?? []);
    const found = await foundIn(tx, statement.service, differences, late);
    const newest = Math.max(
      0,
      ...registered.map((one) => one.registeredAt.getTime()).filter((at) => at <= upTo),
    );
    await keepDay(tx, { statement, stated, found, newest, upTo, now });
    outcomes.push({ day, outcome: found.length === 0 ? "agrees" : "differs" });
  }
  return outcomes;
}

function lineOf({ id, serial, contentHash }: Line): Line {
  return { id, serial, contentHash };
}

const kinds = {
  "missing-in-b": { kind: "statement.missing", owner: "service" },
  altered: { kind: "statement.altered", owner: "service" },
  "duplicate-id": { kind: "statement.duplicate", owner: "service" },
  // The hub has lost the report, or the number it gave it.
  "missing-in-a": { kind: "statement.hub-lost", owner: "operator" },
  renumbered: { kind: "statement.renumbered", owner: "operator" },
  "duplicate-serial": { kind: "statement.duplicate-serial", owner: "operator" },
} as const satisfies Record<Difference["kind"], Omit<Found, "report">>;

/** What is left of the differences when what is on its way is taken out. */
async function foundIn(
  tx: Tx,
  service: string,
  differences: readonly Difference[],
  late: ReadonlySet<string>,
): Promise<Found[]> {
  const extra = differences.filter(({ kind }) => kind === "missing-in-a").map(({ id }) => id);
  // Held by the hub, and not registered yet.
  const expected = new Set(await reportsOf(tx, service, extra));
  const isOnItsWay = ({ kind, id }: Difference) =>
    (kind === "missing-in-b" && late.has(id)) || (kind === "missing-in-a" && expected.has(id));
  return differences
    .filter((difference) => !isOnItsWay(difference))
    .map(({ kind, id }) => ({ ...kinds[kind], report: id }));
}
