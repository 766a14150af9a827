// What every step of the hub stands on, in one value: its database, clock and key, what it knows by heart,
// who is waiting to be offered something, and its log.

import { randomUUID, type KeyObject } from "node:crypto";
import type { CopiesKept } from "../core/erasure.ts";
import type { Db } from "../pg/db.ts";
import { type Knowledge, knowledge } from "./known.ts";
import { type LogParts, type LogState, logState } from "./log-state.ts";
import { type Waiting, waitingRoom } from "./waiting.ts";

export type HubKey = { readonly keyId: string; readonly privateKey: KeyObject };

export type Limits = {
  /** Largest sealed report, in bytes; the paper copy may be as large again. */
  readonly reportBytes: number;
  /** Per submitter. */
  readonly reportsPerMinute: number;
  /** Per network address. */
  readonly followsPerMinute: number;
  /** Per network address: public addresses, and failed proofs of who calls. */
  readonly requestsPerMinute: number;
};

export const usualLimits: Limits = {
  reportBytes: 5_000_000,
  reportsPerMinute: 6000,
  followsPerMinute: 30,
  requestsPerMinute: 6000,
};

export type Hub = {
  readonly id: string;
  readonly key: HubKey;
  /** Where the world finds it, and what assertions must be made out to. */
  readonly origin: string;
  readonly db: Db;
  readonly clock: () => number;
  readonly limits: Limits;
  /** Null: the operator has not said how long copies are kept. Then nothing is erased, for no certificate could be given. */
  readonly copiesKept: CopiesKept | null;
  readonly known: Knowledge;
  readonly waiting: Waiting;
  readonly log: LogState;
  /** Names this run of the hub: offers of an earlier one are due again at once. */
  readonly run: string;
};

/** Puts a hub together. Nothing is read or started yet. */
export function makeHub(parts: {
  readonly db: Db;
  readonly clock: () => number;
  readonly key: HubKey;
  readonly origin: string;
  readonly id?: string;
  readonly limits?: Partial<Limits>;
  readonly log?: LogParts;
  readonly copiesKept?: CopiesKept | null;
}): Hub {
  const { db, clock, key, origin, id = "hub" } = parts;
  return {
    id,
    key,
    origin,
    db,
    clock,
    limits: { ...usualLimits, ...parts.limits },
    copiesKept: parts.copiesKept ?? null,
    known: knowledge(db),
    waiting: waitingRoom(),
    log: logState(origin, parts.log),
    run: randomUUID(),
  };
}
