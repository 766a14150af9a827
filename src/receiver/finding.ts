// Puts a report into the case system and reads it back. Only this file makes a `Found`, and only a `Found`
// becomes `registered` or `claimed`: that a case system said yes is not enough (it did in 2023).

import { refuse } from "../core/problem.ts";
import { contentHashOf } from "../core/report.ts";
import { open } from "./open.ts";
import type { Room, ServedService } from "./room.ts";
import type { SealedReport } from "./sealed-report.ts";

declare const wasFound: unique symbol;

/** A report found in the case system after it was put there. */
export type Found = {
  readonly report: SealedReport;
  readonly contentHash: string;
  readonly reference: string;
  /** Whether the exact bytes came back. Otherwise the case system only says that it has the report. */
  readonly isProven: boolean;
  readonly [wasFound]: true;
};

/**
 * Opens, puts and reads back. Refuses as `open` does, with `case-system.*`, `report.not-in-case-system` or
 * `report.changed-in-case-system`. Doing it again changes nothing.
 */
export async function finding(room: Room, service: ServedService, report: SealedReport): Promise<Found> {
  const opened = await open(room, service, report);
  const { caseSystem } = service;
  await caseSystem.put(opened);
  const back = await caseSystem.readBack(opened.id);
  if (!back) return refuse("report.not-in-case-system");
  const { reference, files } = back;
  if (!/^\S.{0,199}$/.test(reference)) refuse("case-system.refused", "it gives no usable reference");
  const contentHash = contentHashOf(opened.files);
  const isProven = caseSystem.givesBytesBack && files !== null;
  if (isProven && contentHashOf(files) !== contentHash) refuse("report.changed-in-case-system");
  return { report, contentHash, reference, isProven } as Found;
}
