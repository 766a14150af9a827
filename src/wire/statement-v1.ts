// What a service's receiver states of the days it holds: for each day in Oslo on which the hub accepted reports, how many
// its case system gave back and a root over them, signed with the service's receipt key. The lines behind a day are sent
// when it differs, and are bound to the signature by that root. Unknown fields are refused: nobody would have signed them.

import type { KeyObject } from "node:crypto";
import { refuse } from "../core/problem.ts";
import { type Line, rootOf } from "../core/reconcile.ts";
import { signatureFits, signValue } from "../core/signature.ts";

/** A day, how many reports of it there are, and the root over their lines. */
export type DayStated = { readonly day: string; readonly count: number; readonly root: string };

export type StatementBody = {
  readonly v: 1;
  readonly service: string;
  /** When the reading began, ISO 8601 UTC with milliseconds. A later statement has a later one. */
  readonly asOf: string;
  /** The ground that the receiver's own database stands on, where it was looked at. */
  readonly ground?: { readonly systemId: string; readonly timeline: number; readonly flushedTo: string };
  readonly days: readonly DayStated[];
  /** How many reports the case system lists that the receiver does not hold. */
  readonly strays: number;
};

export type Statement = StatementBody & { readonly key: string; readonly signature: string };

/** The lines behind one stated day. */
export type DayLines = { readonly day: string; readonly lines: readonly Line[] };

/** Days in one statement, and lines behind one day. */
export const daysMost = 10;
export const linesMost = 20_000;

const label = "framme statement v1";

/** The day as it is stated. */
export function dayStated({ day, lines }: DayLines): DayStated {
  return { day, count: lines.length, root: rootOf(lines) };
}

/** Signs a statement with the service's receipt key (Ed25519); `keyId` is its id. */
export function signStatement(body: StatementBody, keyId: string, privateKey: KeyObject): Statement {
  const signed = { ...body, key: keyId };
  return { ...signed, signature: signValue(label, signed, privateKey) };
}

/** Whether the signature is right. Says nothing of whose the key is. */
export function statementSignatureFits(statement: Statement, publicKey: KeyObject): boolean {
  const { signature, ...signed } = statement;
  return signatureFits(label, signed, publicKey, signature);
}

type Fields = Record<string, unknown>;

const isHash = (value: unknown) => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown) => typeof value === "string" && value.length > 0 && value.length <= 100;
const isTime = (value: unknown) =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && isDate(value);
const isDay = (value: unknown): value is string =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && isDate(value);
const isUuid = (value: unknown) =>
  typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

/** Whether there is such a day or time, written as it is here. */
function isDate(time: string): boolean {
  const at = Date.parse(time);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(time);
}

type Checks = Record<string, (value: unknown) => boolean>;

function fits(value: unknown, must: Checks, may: Checks = {}): value is Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const isMissing = Object.keys(must).some((name) => !(name in value));
  return !isMissing && Object.entries(value).every(([name, item]) => (must[name] ?? may[name])?.(item));
}

const ground: Checks = { systemId: isText, timeline: isCount, flushedTo: isText };

const statementFields: Checks = {
  v: (value) => value === 1,
  service: (value) => typeof value === "string" && /^[a-z0-9-]{1,60}$/.test(value),
  asOf: isTime,
  days: areDays,
  strays: isCount,
  key: (value) => typeof value === "string" && /^[0-9a-f]{32}$/.test(value),
  signature: (value) => typeof value === "string" && /^[\w-]{86}$/.test(value),
};

/** Each day once, so that none can be stated in two ways. */
function areDays(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > daysMost) return false;
  const days = value.filter((one) => fits(one, { day: isDay, count: isCount, root: isHash }));
  return days.length === value.length && new Set(days.map(({ day }) => day)).size === days.length;
}

/** Reads one statement, or refuses with `statement.bad-form`. The signature is not looked at. */
export function readStatement(value: unknown): Statement {
  if (!fits(value, statementFields, { ground: (one) => fits(one, ground) }))
    return refuse("statement.bad-form");
  return value as Statement;
}

/**
 * Reads the lines behind days. Refuses with `statement.bad-form`, and with `statement.wrong-lines` where they are not
 * those that `stated` was made of.
 */
export function readLines(value: unknown, stated: readonly DayStated[]): DayLines[] {
  if (!Array.isArray(value) || value.length > daysMost) return refuse("statement.bad-form");
  return value.map((one) => {
    const day = readDayLines(one);
    const promised = stated.find((other) => other.day === day.day);
    const { count, root } = dayStated(day);
    return promised?.count === count && promised.root === root ? day : refuse("statement.wrong-lines");
  });
}

const lineFields: Checks = { serial: isCount, id: isUuid, contentHash: isHash };

function readDayLines(value: unknown): DayLines {
  const areLines = (lines: unknown) =>
    Array.isArray(lines) && lines.length <= linesMost && lines.every((line) => fits(line, lineFields));
  if (!fits(value, { day: isDay, lines: areLines })) return refuse("statement.bad-form");
  return value as DayLines;
}

/** What a sender states of a day: reports it has the hub's `accepted` receipt for. Proven by the request's assertion. */
export type SentStatement = { readonly v: 1; readonly days: readonly DayStated[] };

/** Reads what a sender states, or refuses with `statement.bad-form`. */
export function readSentStatement(value: unknown): SentStatement {
  if (!fits(value, { v: (version) => version === 1, days: areDays })) return refuse("statement.bad-form");
  return value as SentStatement;
}

/** What is compared at the hub of one day; `lines-wanted` where the roots differ and no lines came. */
export type DayOutcome = {
  readonly day: string;
  readonly outcome: "agrees" | "differs" | "lines-wanted";
};

/** Reads the outcomes in an answer; what cannot be read is left out. */
export function readOutcomes(value: unknown): DayOutcome[] {
  const outcomes = ["agrees", "differs", "lines-wanted"];
  const isOutcome = (one: unknown): one is DayOutcome =>
    fits(one, { day: isDay, outcome: (word) => outcomes.includes(word as string) });
  return Array.isArray(value) ? value.filter(isOutcome) : [];
}
