// Asks a case system what has been opened, and signs for it. What is heard is committed with the cursor; the receipt
// comes after, by a booking of its own, once the report is registered: it may be opened the moment it is put there.

import type { Receipt } from "../core/receipt.ts";
import { nextOfferAt } from "../core/schedule.ts";
import type { StatedOpening } from "./case-system/case-system.ts";
import * as openings from "./opening-store.ts";
import type { Room, ServedService } from "./room.ts";
import { openedReceipt } from "./sign.ts";
import * as store from "./store.ts";

declare const wasOpened: unique symbol;

/** That somebody opened a report: only this file makes one, and only one of these becomes an `opened` receipt. */
export type Opening = {
  /** The receipt that says the case system has it. */
  readonly found: Receipt;
  readonly at: Date;
  readonly [wasOpened]: true;
};

/**
 * Hears what was opened since the last time. Gives how many openings there were. One of a report that is not held
 * here, or that cannot be read, becomes a deviation and stops no other. Refuses with `case-system.*`.
 */
export async function hearOpenings(room: Room, service: ServedService): Promise<number> {
  const after = await openings.cursorOf(room.db.read, service.id);
  const stated = (await service.caseSystem.openings?.(after)) ?? [];
  const last = stated.at(-1);
  if (!last) return 0;
  const heard = stated.map(readStated).filter((one) => one !== null);
  const now = room.clock();
  await room.db.begin(async (tx) => {
    const unknown = await openings.keepOpenings(tx, service.id, heard, now);
    const deviations = [
      ...unknown.map((id) => ({ reportId: id, detail: "report.unknown" })),
      ...(heard.length < stated.length ? [{ reportId: null, detail: "cannot be read" }] : []),
    ];
    for (const deviation of deviations)
      await store.noteDeviation(tx, { kind: "opening.passed-by", service: service.id, ...deviation }, now);
    await openings.moveCursor(tx, service.id, last.cursor);
  });
  return stated.length;
}

function readStated({ id, at }: StatedOpening): openings.Heard | null {
  const time = Date.parse(at);
  const isRight = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) && /^\d{4}-\d\d-\d\dT/.test(at);
  return isRight && !Number.isNaN(time) ? { id, at: new Date(time) } : null;
}

/**
 * Issues `opened`. Gives the one that stands, where it is to go to the hub: SvarInn has no word for it, and there it
 * stands in this register alone. Null also while the report is not registered: then it comes round again.
 */
export async function signOpening(room: Room, service: ServedService, id: string): Promise<Receipt | null> {
  const row = await openings.readOpening(room.db.read, service.id, id);
  if (!row) return null;
  const receipt = openedReceipt(room, service, { found: row.found, at: row.openedAt } as Opening);
  const isToReport = row.source === "hub";
  const turn = { over: "open", next: null, nextAt: nextOfferAt(1, room.clock()) } as const;
  const [kept] = await room.db.begin((tx) => store.keepReceipts(tx, [{ receipt, isToReport }], turn));
  return isToReport && kept ? kept.receipt : null;
}
