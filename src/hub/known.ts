// What the hub knows by heart: published keys and the address book. Both only grow, so a look for newer rows,
// at most once a second, keeps them fresh; nothing that is asked for each report goes to the database for them.

import type { KeyObject } from "node:crypto";
import type { AddressBook, EmergencyService, Service } from "../core/area.ts";
import type { KeyChange, KeyOwner, KeyUse } from "../core/key-change.ts";
import type { Db } from "../pg/db.ts";
import { publicKeyIn } from "../wire/key-change-v1.ts";
import { type AddressChange, addressChanges } from "./address-store.ts";
import { type KeyChangeRow, keyChanges } from "./key-store.ts";
import { servicePeople } from "./people-key-store.ts";

/** A published key, as others see it. Times are ISO 8601. */
export type PublishedKey = {
  readonly keyId: string;
  readonly owner: KeyOwner;
  readonly use: KeyUse;
  readonly pem: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly recordedAt: string;
};

export type Key = {
  readonly published: PublishedKey;
  readonly change: KeyChange;
  readonly publicKey: KeyObject;
  readonly from: number;
  readonly to: number;
};

export type Known = {
  /** By key id, in the order they were published. */
  readonly keys: ReadonlyMap<string, Key>;
  readonly services: ReadonlyMap<string, Service>;
  readonly emergencyServices: ReadonlyMap<string, EmergencyService>;
  /** Named people who speak for one service only, and which. */
  readonly servicePeople: ReadonlyMap<string, string>;
};

export type Knowledge = {
  /** At most a second old. */
  read(): Promise<Known>;
  /** After a change of ours: the next read looks again. */
  forget(): void;
};

const maxAgeMs = 1000;

/** Keeps what is known fresh from the database. */
export function knowledge(db: Db): Knowledge {
  const known = {
    keys: new Map<string, Key>(),
    services: new Map<string, Service>(),
    emergencyServices: new Map<string, EmergencyService>(),
    servicePeople: new Map<string, string>(),
  };
  const last = { key: 0, address: 0 };
  let looking: Promise<Known> | null = null;
  let freshUntil = Number.NEGATIVE_INFINITY;

  async function look(): Promise<Known> {
    const [keys, addresses, people] = await Promise.all([
      keyChanges(db.read, last.key),
      addressChanges(db.read, last.address),
      servicePeople(db.read),
    ]);
    for (const { person, service } of people) known.servicePeople.set(person, service);
    // Two looks may be under way at once; what the other one has added is left out.
    addKeys(
      known.keys,
      keys.filter((row) => row.number > last.key),
    );
    for (const row of addresses.filter((change) => change.number > last.address)) addAddress(known, row);
    last.key = Math.max(last.key, keys.at(-1)?.number ?? 0);
    last.address = Math.max(last.address, addresses.at(-1)?.number ?? 0);
    return known;
  }

  async function read(): Promise<Known> {
    if (performance.now() < freshUntil) return known;
    if (looking) return looking;
    const mine = look();
    looking = mine;
    return mine
      .then((found) => {
        if (looking === mine) freshUntil = performance.now() + maxAgeMs;
        return found;
      })
      .finally(() => {
        if (looking === mine) looking = null;
      });
  }

  function forget(): void {
    looking = null;
    freshUntil = Number.NEGATIVE_INFINITY;
  }

  return { read, forget };
}

/**
 * Adds changes to the keys they build on. A change that names no previous key although there are some means
 * that those were lost or stolen: they end when it is recorded.
 */
export function addKeys(keys: Map<string, Key>, rows: readonly KeyChangeRow[]): void {
  for (const row of rows) {
    const change = JSON.parse(row.change) as KeyChange;
    if (change.previous === null) endEarlier(keys, change, row.recordedAt);
    keys.set(change.keyId, keyOf(change, Date.parse(change.validTo), row.recordedAt));
  }
}

function endEarlier(keys: Map<string, Key>, change: KeyChange, at: Date): void {
  for (const [keyId, { change: earlier, published, to }] of keys) {
    const isEnded = earlier.owner === change.owner && earlier.use === change.use && to > at.getTime();
    if (isEnded) keys.set(keyId, keyOf(earlier, at.getTime(), new Date(published.recordedAt)));
  }
}

function keyOf(change: KeyChange, to: number, recordedAt: Date): Key {
  const { keyId, owner, use, pem, validFrom } = change;
  const validTo = new Date(to).toISOString();
  return {
    published: { keyId, owner, use, pem, validFrom, validTo, recordedAt: recordedAt.toISOString() },
    change,
    publicKey: publicKeyIn(change),
    from: Date.parse(validFrom),
    to,
  };
}

function addAddress(
  known: { services: Map<string, Service>; emergencyServices: Map<string, EmergencyService> },
  row: AddressChange,
): void {
  if (row.kind === "service") known.services.set(row.id, JSON.parse(row.body) as Service);
  else known.emergencyServices.set(row.id, JSON.parse(row.body) as EmergencyService);
}

/** Whether a key is valid at this instant. */
export function isValid(key: Key, at: number): boolean {
  return key.from <= at && at < key.to;
}

/** The keys of an owner for a use that are valid now; the one published last comes last. */
export function validKeys(known: Known, owner: string, use: KeyUse, now: number): Key[] {
  return [...known.keys.values()].filter(
    (key) => key.change.owner === owner && key.change.use === use && isValid(key, now),
  );
}

/** The key to use now: the valid one that was published last. */
export function currentKey(known: Known, owner: string, use: KeyUse, now: number): Key | null {
  return validKeys(known, owner, use, now).at(-1) ?? null;
}

/** All services and emergency services, by id. */
export function addressBook(known: Known): AddressBook {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return {
    services: [...known.services.values()].sort(byId),
    emergencyServices: [...known.emergencyServices.values()].sort(byId),
  };
}
