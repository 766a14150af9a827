// What every step of the receiver is handed: two pools, the clock, and the services it works for.
// `readBack` is its own pool, so that what is read back never comes over the connection that wrote it.

import type { KeyObject } from "node:crypto";
import type { Db } from "../pg/db.ts";
import type { CaseSystem } from "./case-system/case-system.ts";
import type { HubDoor } from "./source/hub.ts";
import type { SvarInnDoor } from "./source/svarinn.ts";

export type EncryptionKey = { readonly certificatePem: string; readonly privateKeyPem: string };
export type Source = HubDoor | SvarInnDoor;

/** A child welfare service this receiver works for, with its own keys, source and case system. */
export type ServedService = {
  readonly id: string;
  readonly name: string;
  /** All private keys that may open a report: during a rotation the old one and the new one. */
  readonly encryption: readonly EncryptionKey[];
  readonly receiptKey: { readonly keyId: string; readonly privateKey: KeyObject };
  readonly source: Source;
  readonly caseSystem: CaseSystem;
  /** The first day (in Oslo) of which it holds the reports; null: all of them are there. */
  readonly since?: string | null;
};

export type Room = {
  readonly db: Db;
  readonly readBack: Db;
  readonly clock: () => number;
  readonly services: readonly ServedService[];
  /** Name and version, as it stands in the receipts. */
  readonly software: string;
  /** How long to wait for the database to flush before `stored` is refused. */
  readonly flushWaitMs: number;
  /** The largest content, unpacked, that is opened. */
  readonly contentMax: number;
};

/** Does the work; gives the error it ended with, logged by its code, or null when all went well. */
export type Attempt = (event: string, ids: Ids, work: () => Promise<void>) => Promise<unknown>;
export type Ids = { readonly service?: string; readonly report?: string | null; readonly receipts?: number };
