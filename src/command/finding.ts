// What `framme doctor` finds: one line each, and what to do about it when it is not as it should be.

import { isOpenToOthers } from "./hub.ts";
import { tellable } from "./output.ts";

export type State = "OK" | "WARN" | "WRONG";

export type Finding = {
  readonly state: State;
  /** What was looked at, such as `database of hub`. */
  readonly check: string;
  readonly message: string;
  /** What to do; only when something is not as it should be. */
  readonly todo?: string;
};

export const ok = (check: string, message: string): Finding => ({ state: "OK", check, message });
export const warn = (check: string, message: string, todo: string): Finding => ({
  state: "WARN",
  check,
  message,
  todo,
});
export const wrong = (check: string, message: string, todo: string): Finding => ({
  state: "WRONG",
  check,
  message,
  todo,
});

/** Runs a check; one that fails is itself a finding, and the others go on. */
export async function findingsOf(
  check: string,
  look: () => Promise<Finding[]>,
  todo = "Mend that first: what comes after it could not be looked at.",
): Promise<Finding[]> {
  try {
    return await look();
  } catch (error) {
    return [wrong(check, tellable(error).message, todo)];
  }
}

/** `3 hours`, for people. */
export function agoText(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes} minutes`;
  return minutes < 2880 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1440)} days`;
}

/** A finding when others on the machine can read a secret file; none when they cannot. */
export async function openFinding(check: string, file: string): Promise<Finding[]> {
  if (!(await isOpenToOthers(file))) return [];
  return [warn(check, `others on this machine can read ${file}`, `Run: chmod 600 ${file}`)];
}
