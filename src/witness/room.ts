// What every step of a witness stands on: its name and key, its clock, and the logs it knows by their keys. Work on one
// log goes one at a time, so that no two heads are ever weighed against the same last one.

import type { NoteSigner } from "../core/note.ts";
import type { WatchedLog, WitnessSettings } from "./settings.ts";

export type Witness = {
  readonly signer: NoteSigner;
  readonly stateDir: string;
  readonly logs: readonly WatchedLog[];
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Runs `work` when what was asked before about the same log is done. */
  oneAtATime<T>(origin: string, work: () => Promise<T>): Promise<T>;
};

/** Puts a witness together. Nothing is read or written yet. */
export function makeWitness(
  { name, privateKey, stateDir, logs }: WitnessSettings,
  clock: () => number,
): Witness {
  const last = new Map<string, Promise<unknown>>();
  return {
    signer: { name, privateKey },
    stateDir,
    logs,
    clock,
    oneAtATime: (origin, work) => {
      const before = last.get(origin) ?? Promise.resolve();
      // How the one before ended is for whoever asked for it to know.
      const mine = before.then(work, work);
      last.set(origin, mine);
      return mine;
    },
  };
}
