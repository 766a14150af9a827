// A service's daily control: a list out of its case system, held against what was claimed to be there. What is found is
// confirmed, what the list covers and lacks is a deviation, and a comparison that found nothing wrong is written down too.

import { compareList as compare, daysCovered, type ComparedLine, type ListedReport } from "../core/claims.ts";
import { sha256 } from "../core/hash.ts";
import { refuse } from "../core/problem.ts";
import type { Receipt } from "../core/receipt.ts";
import { osloDate } from "../core/schedule.ts";
import type { Tx } from "../pg/db.ts";
import { valueOrNull } from "../wire/foreign.ts";
import { readCaseList } from "../wire/case-list.ts";
import {
  claimedBetween,
  insertLines,
  insertList,
  reportsOfService,
  reportsWithContent,
} from "./claim-store.ts";
import { conflictOf, type Finder, foundIn, isClaimable, record } from "./confirm.ts";
import type { Hub } from "./hub.ts";
import { type DeliveryFacts, lockDeliveries, noteDeviations, receiptsOf } from "./receipt-store.ts";

/** A list and the days it covers, both counted, in Oslo. */
export type CaseList = {
  readonly service: string;
  readonly from: string;
  readonly to: string;
  readonly file: Uint8Array;
};

/** `number` is the list's own; `lines` tells what came of each line; `missing` what it covers and lacks. */
export type ListResult = {
  readonly number: number;
  readonly service: string;
  readonly from: string;
  readonly to: string;
  readonly lines: readonly (ComparedLine & { readonly serial: number | null })[];
  readonly missing: readonly { readonly report: string; readonly serial: number }[];
};

/**
 * Compares a list. Refuses with `list.bad` one that cannot be read whole, `list.bad-days`, and `service.unknown` where
 * the person speaks for another service. The same list again confirms nothing twice.
 */
export async function compareCaseList(hub: Hub, finder: Finder, list: CaseList): Promise<ListResult> {
  const { service, file } = list;
  const isTheirs = finder.service === null || finder.service === service;
  if (!isTheirs || !(await hub.known.read()).services.has(service)) refuse("service.unknown");
  const days = coverageOf(list, hub.clock()) ?? refuse("list.bad-days");
  const lines = readCaseList(file);

  return hub.db.begin(async (tx) => {
    const covered = new Set(await claimedBetween(tx, service, new Date(days.from), new Date(days.until)));
    const named = await reportsOfService(
      tx,
      service,
      lines.flatMap(({ id }) => id ?? []),
    );
    const hashes = lines.flatMap(({ id, contentHash }) =>
      id === null && contentHash !== null ? contentHash : [],
    );
    const byContent = await reportsWithContent(tx, service, hashes);
    const facts = await lockDeliveries(tx, [...new Set([...covered, ...named, ...byContent])]);
    const compared = compare(lines, await listedReports(tx, facts, covered));
    return write(tx, hub, finder, list, { facts, compared });
  });
}

/** The instants that the list covers; null where its days are none, not in order, or not here yet. */
export function coverageOf({ from, to }: Pick<CaseList, "from" | "to">, now: number) {
  return isDate(from) && isDate(to) && to <= osloDate(now) ? daysCovered(from, to) : null;
}

function isDate(text: string): boolean {
  const date = valueOrNull(() => Temporal.PlainDate.from(text, { overflow: "reject" }));
  return /^\d{4}-\d\d-\d\d$/.test(text) && date !== null;
}

async function listedReports(
  tx: Tx,
  facts: readonly DeliveryFacts[],
  covered: ReadonlySet<string>,
): Promise<ListedReport[]> {
  const rows = await receiptsOf(
    tx,
    facts.map(({ report }) => report),
  );
  const held = Map.groupBy(
    rows.map(({ body }) => JSON.parse(body) as Receipt),
    ({ reportId }) => reportId,
  );
  return facts.map((delivery) => {
    const receipts = held.get(delivery.report) ?? [];
    const found = foundIn(receipts);
    return {
      id: delivery.report,
      contentHash: delivery.contentHash,
      reference: found?.reference ?? null,
      isFound: found !== null,
      isClaimable: isClaimable(delivery, receipts),
      isCovered: covered.has(delivery.report),
    };
  });
}

type Compared = {
  readonly facts: readonly DeliveryFacts[];
  readonly compared: ReturnType<typeof compare>;
};

async function write(
  tx: Tx,
  hub: Hub,
  finder: Finder,
  { service, from, to, file }: CaseList,
  { facts, compared: { lines, missing } }: Compared,
): Promise<ListResult> {
  const now = new Date(hub.clock());
  const byId = new Map(facts.map((one) => [one.report, one]));
  const confirmed = lines.filter(({ outcome }) => outcome === "confirmed");
  const { id: by, name, reason } = finder;
  const counts = { lines: lines.length, confirmed: confirmed.length, missing: missing.length };
  const number = await insertList(
    tx,
    { service, from, to, fileHash: sha256(file), ...counts, by, name, reason },
    now,
  );
  await record(
    tx,
    hub,
    finder,
    confirmed.map(({ report, reference, contentHash }) => ({
      facts: byId.get(report!)!,
      reference,
      ...(contentHash === null ? {} : { contentHash }),
    })),
    { way: "list", list: number },
  );
  await insertLines(
    tx,
    number,
    [...outcomesOf(lines, missing)].map(([report, outcome]) => ({ report, outcome })),
  );
  await noteDeviations(tx, deviationsIn(service, lines, missing), now);
  const serialOf = (report: string | null) => byId.get(report ?? "")?.serial ?? null;
  return {
    number,
    service,
    from,
    to,
    lines: lines.map((one) => ({ ...one, serial: serialOf(one.report) })),
    missing: missing
      .map((report) => ({ report, serial: serialOf(report)! }))
      .sort((a, b) => a.serial - b.serial),
  };
}

/** One outcome for each report: what a second line says of it is `already`, or the same conflict. */
function outcomesOf(lines: readonly ComparedLine[], missing: readonly string[]): Map<string, string> {
  const outcomes = new Map<string, string>(missing.map((report) => [report, "missing"]));
  for (const { report, outcome } of lines)
    if (report !== null && (!outcomes.has(report) || outcome === "altered")) outcomes.set(report, outcome);
  return outcomes;
}

function deviationsIn(service: string, lines: readonly ComparedLine[], missing: readonly string[]) {
  const disagrees = (report: string, detail: string) => ({
    kind: "claim.disagrees",
    report,
    service,
    owner: `service:${service}`,
    detail,
  });
  return [
    ...missing.map((report) => disagrees(report, "missing")),
    ...lines.flatMap(({ report, outcome }) => {
      if (report === null) return [];
      if (outcome === "altered") return disagrees(report, "altered");
      return outcome === "conflict" ? conflictOf({ report, service }) : [];
    }),
  ];
}
