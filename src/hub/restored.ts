// A receiver whose database shows signs of a restore may have forgotten what it once had. Everything that it ever
// registered is asked for again, in batches; what it had stored and not yet registered is handed over again, because
// there is nothing in its case system that could be asked for.

import { type Ground, type RestoreSign, signOfRestore } from "../core/ground.ts";
import type { Tx } from "../pg/db.ts";
import { openAmong } from "./challenge-store.ts";
import { reveal } from "./challenge.ts";
import {
  bookAsked,
  deliveriesAfter,
  keepGround,
  lockGround,
  lockRestored,
  type ToAsk,
} from "./ground-store.ts";
import type { Hub } from "./hub.ts";
import { lockDeliveries, noteDeviations } from "./receipt-store.ts";
import { redeliver } from "./redeliver.ts";

const mostAtOnce = 200;

/** Compares what a receiver says of its database with what it said last. */
export async function meetGround(hub: Hub, service: string, ground: Ground): Promise<void> {
  const now = new Date(hub.clock());
  await hub.db.begin(async (tx) => {
    const before = await lockGround(tx, service);
    const sign = before && signOfRestore(before, ground);
    await keepGround(tx, service, ground, sign !== null, now);
    if (!before || !sign) return;
    const detail = `${sign}: ${written(before, sign)} to ${written(ground, sign)} ${now.toISOString().slice(0, 13)}`;
    const owner = `service:${service}`;
    await noteDeviations(tx, [{ kind: "receiver.restored", report: null, service, owner, detail }], now);
  });
}

/** Without the position where something else tells: what takes turns is noted once an hour, not with each poll. */
function written({ systemId, timeline, flushedTo }: Ground, sign: RestoreSign): string {
  const position = sign === "gone-back" ? ` ${flushedTo.replace("/", "-")}` : "";
  return `${systemId} ${timeline}${position}`;
}

/** Asks one restored receiver for its next batch. Gives how many deliveries were looked at. */
export async function askRestored(hub: Hub): Promise<number> {
  const now = new Date(hub.clock());
  return hub.db.begin(async (tx) => {
    const restored = await lockRestored(tx, now);
    if (!restored) return 0;
    const { service, askedTo } = restored;
    const seen = await deliveriesAfter(tx, service, askedTo, mostAtOnce);
    await askFor(tx, service, seen, now);
    const isEnd = seen.length < mostAtOnce;
    await bookAsked(tx, service, isEnd ? null : (seen.at(-1)?.serial ?? null));
    return seen.length;
  });
}

async function askFor(tx: Tx, service: string, seen: readonly ToAsk[], now: Date): Promise<void> {
  const whole = seen.filter(({ channel, isLost }) => channel === "receiver" && !isLost);
  const settledAs = (kind: string) =>
    whole.filter(({ settledBy }) => settledBy === kind).map(({ report }) => report);
  const [registered, stored] = [settledAs("registered"), settledAs("stored")];
  await lockDeliveries(tx, [...registered, ...stored]);
  // An earlier restore's question that still waits for its answer is answered after this one.
  const asked = new Set((await openAmong(tx, registered, "restore")).map(({ report }) => report));
  const wanted = registered.filter((report) => !asked.has(report));
  await reveal(
    tx,
    wanted.map((report) => ({ report, purpose: "restore", step: null })),
    now,
  );
  const forgotten = stored.map((report) => ({
    report,
    service,
    kind: "receiver.restored",
    detail: "stored",
  }));
  await redeliver(tx, forgotten, now);
}
