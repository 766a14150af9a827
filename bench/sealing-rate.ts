// What sealing costs the sender, which is not part of W1: a report of the same size sealed to both keys with its
// 64 proof pairs, over and over for a moment, in one process.

import type { Installation } from "./installation.ts";
import { sealMany } from "./sealed-report.ts";

export type Sealing = { readonly sealsPerSecond: number };

const count = 200;

/** Seals so many reports and gives how many a second. */
export async function sealingRate(to: Installation): Promise<Sealing> {
  const began = performance.now();
  await sealMany(to, count, () => undefined);
  return { sealsPerSecond: count / ((performance.now() - began) / 1000) };
}
