// Writes down how one day of a statement compared. That the same was found again only moves the time it was looked at;
// a row of its own it gets when something has changed, or was registered since the last one: erasing rests on those.

import { redeliver } from "./redeliver.ts";
import type { Tx } from "../pg/db.ts";
import type { DayStated, Statement } from "../wire/statement-v1.ts";
import { noteDeviations } from "./receipt-store.ts";
import { differsSince, insertComparison, keepComparedDay, lastComparison } from "./statement-store.ts";

/** One report that differs, and whose it is to look at. */
export type Found = {
  readonly kind: string;
  readonly owner: "service" | "operator";
  readonly report: string;
};

export type Day = {
  readonly statement: Statement;
  readonly stated: DayStated;
  readonly found: readonly Found[];
  /** When the last report of this day that was compared was registered; 0: none was. */
  readonly newest: number;
  readonly upTo: number;
  readonly now: number;
};

/** Keeps the comparison, notes what differs, and hands what was lost over again. */
export async function keepDay(tx: Tx, compared: Day): Promise<void> {
  const { statement, stated, found, upTo, now } = compared;
  const { service } = statement;
  const { day, count: reports, root } = stated;
  const [asOf, comparedAt] = [new Date(upTo), new Date(now)];
  const agrees = found.length === 0;
  const since = agrees ? null : ((await differsSince(tx, service, day)) ?? comparedAt);
  if (await isNews(tx, compared)) {
    const body = JSON.stringify(statement);
    await insertComparison(tx, { service, day, asOf, comparedAt, agrees, reports, root, body });
  }
  const standing = { service, day, asOf, comparedAt, reports };
  await keepComparedDay(tx, { ...standing, differences: found.length, differsSince: since });
  if (since) await noteFound(tx, service, found, since, comparedAt);
}

async function isNews(tx: Tx, { statement, stated, found, newest }: Day): Promise<boolean> {
  const last = await lastComparison(tx, statement.service, stated.day);
  if (!last) return true;
  const isSame =
    last.agrees === (found.length === 0) && last.root === stated.root && last.reports === stated.count;
  return !isSame || newest > last.asOf.getTime();
}

/** Since when it differs is told with it, so that the same report lost a second time is noted a second time. */
async function noteFound(
  tx: Tx,
  service: string,
  found: readonly Found[],
  since: Date,
  now: Date,
): Promise<void> {
  const detail = `since ${since.toISOString()}`;
  const isLoss = ({ kind }: Found) => kind === "statement.missing" || kind === "statement.altered";
  const losses = found.filter(isLoss).map(({ kind, report }) => ({ kind, report, service, detail }));
  const others = found
    .filter((one) => !isLoss(one))
    .map(({ kind, owner, report }) => {
      const whose = owner === "operator" ? owner : `service:${service}`;
      return { kind, report, service, owner: whose, detail };
    });
  await redeliver(tx, losses, now);
  await noteDeviations(tx, others, now);
}
