// What the hub tells of where a report is now, read field by field: it decides what people are told, so what cannot be
// read is not guessed at.

import { type Check, checkStates } from "../core/checked.ts";

/** As the hub tells it; `sentAgain` with `lost` only: whether it still had the content. */
export type Checked = Check & { readonly sentAgain: boolean | null };

/** Reads it; null where it is not told, undefined where it cannot be read. */
export function checkedIn(value: unknown): Checked | null | undefined {
  if (value === undefined || value === null) return null;
  const { state, lastProvenAt, sentAgain = null } = value as Record<string, unknown>;
  const isTime = typeof lastProvenAt === "string" && !Number.isNaN(Date.parse(lastProvenAt));
  if (!checkStates.includes(state as never) || !(lastProvenAt === null || isTime)) return undefined;
  if (sentAgain !== null && typeof sentAgain !== "boolean") return undefined;
  return { state: state as Check["state"], lastProvenAt: lastProvenAt as string | null, sentAgain };
}
