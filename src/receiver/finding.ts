// Puts a report into the case system and reads it back. Only this file makes a `Found`, and only a `Found`
// becomes `registered` or `claimed`: that a case system said yes is not enough (it did in 2023). Reading back comes
// after the hub has asked, so that the answer is of what the case system gives back then.

import { refuse } from "../core/problem.ts";
import { answerTo, type Challenge, type Proof } from "../core/proof.ts";
import { canonicalContent, contentHashOf, type ReportFiles } from "../core/report.ts";
import type { OpenedReport } from "./case-system/case-system.ts";
import { open } from "./open.ts";
import type { Room, ServedService } from "./room.ts";
import { canBeShown, type SealedReport } from "./sealed-report.ts";

/** A report that was put into the case system, without its bytes. What has become of it there is not known yet. */
export type Put = {
  readonly report: Omit<SealedReport, "sealed">;
  readonly contentHash: string;
};

declare const wasFound: unique symbol;

/** A report found in the case system after it was put there. */
export type Found = Put & {
  readonly reference: string;
  /** Whether the exact bytes came back. Otherwise the case system only says that it has the report. */
  readonly isProven: boolean;
  /** The answer to the hub's question, from the bytes that came back; null where it has asked none. */
  readonly proof: Proof | null;
  readonly [wasFound]: true;
};

/**
 * Puts a report, opened already or opened here. Refuses as `open` does, and with `case-system.*`. Doing it again
 * changes nothing.
 */
export async function putIn(
  room: Room,
  service: ServedService,
  report: SealedReport,
  opened: OpenedReport | null,
): Promise<Put> {
  const whole = opened ?? (await open(room, service, report));
  await service.caseSystem.put(whole);
  const { sealed: _, ...known } = report;
  return { report: known, contentHash: contentHashOf(whole.files) };
}

/** Whether the hub's question must have come before this report can be registered. */
export function awaitsQuestion({ caseSystem }: ServedService, report: Put["report"]): boolean {
  // Without the exact bytes there is no answer: then only `claimed` can be said, and that answers nothing.
  return caseSystem.givesBytesBack && canBeShown(report);
}

/**
 * Reads a report that was put there back, and answers the question from that. Refuses with `case-system.*`,
 * `report.not-in-case-system` or `report.changed-in-case-system`.
 */
export async function finding(
  { caseSystem }: ServedService,
  put: Put,
  question: Challenge | null,
): Promise<Found> {
  const back = await caseSystem.readBack(put.report.id);
  if (!back) return refuse("report.not-in-case-system");
  const { reference, files } = back;
  if (!/^\S.{0,199}$/.test(reference)) refuse("case-system.refused", "it gives no usable reference");
  const isProven = caseSystem.givesBytesBack && files !== null;
  if (isProven && contentHashOf(files) !== put.contentHash) refuse("report.changed-in-case-system");
  const proof = isProven && question ? answeredFrom(files, question) : null;
  return { ...put, reference, isProven, proof } as Found;
}

function answeredFrom(files: ReportFiles, { n, nonce }: Challenge): Proof {
  return { n, mac: answerTo(nonce, canonicalContent(files)) };
}
