// Publishes a change of key: on the word of the key before it, or of two different named people. The change and
// its leaf in the ledger are one transaction, and nothing that was published is ever changed.

import { randomBytes } from "node:crypto";
import {
  type Countersignature,
  isCountersigned,
  type KeyChange,
  keyChangeBytes,
} from "../core/key-change.ts";
import { canonicalText } from "../core/canonical.ts";
import { commitmentOf } from "../core/ledger.ts";
import { assert, refuse } from "../core/problem.ts";
import type { Tx } from "../pg/db.ts";
import { publicKeyIn, readKeyPublication } from "../wire/key-change-v1.ts";
import type { Hub } from "./hub.ts";
import { addKeys, isValid, type Key, type PublishedKey } from "./known.ts";
import { insertKeyChange, keyChanges, lockKeys } from "./key-store.ts";
import { insertKeyLeaf } from "./ledger-store.ts";
import { servicePeople } from "./people-key-store.ts";

export type Published = { readonly key: PublishedKey; readonly isRepeat: boolean };

/** Publishes the change in a posted `{change, countersignatures}`. The same change again gives the same answer. */
export async function publishKey(hub: Hub, value: unknown): Promise<Published> {
  const { change, countersignatures } = readKeyPublication(value);
  publicKeyIn(change);
  const published = await hub.db.begin((tx) => publish(tx, hub.clock(), change, countersignatures));
  hub.known.forget();
  return published;
}

async function publish(
  tx: Tx,
  now: number,
  change: KeyChange,
  countersignatures: readonly Countersignature[],
): Promise<Published> {
  await lockKeys(tx);
  const keys = await publishedKeys(tx);
  const there = keys.get(change.keyId);
  if (there) {
    if (canonicalText(there.change) !== canonicalText(change)) refuse("key.used-before");
    return { key: there.published, isRepeat: true };
  }
  if (change.validFrom >= change.validTo) refuse("request.bad-shape", "validFrom and validTo");
  if (Date.parse(change.validTo) <= now) refuse("key.expired", "the new key");
  const ofServices = new Set((await servicePeople(tx)).map(({ person }) => person));
  const mayVouch = (key: Key) => key.change.use === "person" && !ofServices.has(key.change.owner);
  refuseUnlessCountersigned(keys, change, countersignatures, { now, mayVouch });
  await writeKeyChange(tx, { change, countersignatures, isBootstrap: false }, now);
  const key = (await publishedKeys(tx)).get(change.keyId);
  assert(key, "a key just written is there");
  return { key: key.published, isRepeat: false };
}

function refuseUnlessCountersigned(
  keys: ReadonlyMap<string, Key>,
  change: KeyChange,
  countersignatures: readonly Countersignature[],
  { now, mayVouch }: { readonly now: number; readonly mayVouch: (key: Key) => boolean },
): void {
  const previous =
    change.previous === null ? null : (keys.get(change.previous) ?? refuse("key.unknown", "previous"));
  if (previous && (previous.change.owner !== change.owner || previous.change.use !== change.use))
    refuse("key.not-countersigned", "previous is another owner's or of another use");
  const people = [...keys.values()].filter((key) => mayVouch(key) && isValid(key, now));
  // A key passes its place on once: an old one that leaks while it is still valid must not take it back.
  const hasPassedOn = [...keys.values()].some((key) => key.change.previous === change.previous);
  const isCurrent = previous !== null && isValid(previous, now) && !hasPassedOn;
  const isRight = isCountersigned(change, countersignatures, {
    // An expired key, or one that has passed its place on, has no say any more: then it takes two people.
    previous: isCurrent ? previous.publicKey : null,
    people: new Map(people.map((key) => [key.change.owner, key.publicKey])),
  });
  if (!isRight) refuse("key.not-countersigned");
}

/** All published keys by id, as this transaction sees them. */
export async function publishedKeys(tx: Tx): Promise<Map<string, Key>> {
  const keys = new Map<string, Key>();
  addKeys(keys, await keyChanges(tx, 0));
  return keys;
}

/** Writes a change and its leaf. Refuses a key that was published before. */
export async function writeKeyChange(
  tx: Tx,
  row: {
    readonly change: KeyChange;
    readonly countersignatures: readonly Countersignature[];
    readonly isBootstrap: boolean;
  },
  now: number,
): Promise<void> {
  const { change, countersignatures, isBootstrap } = row;
  const { keyId, owner, use } = change;
  const texts = { change: JSON.stringify(change), countersignatures: JSON.stringify(countersignatures) };
  const isNew = await insertKeyChange(
    tx,
    { keyId, owner, use, ...texts, bootstrap: isBootstrap },
    new Date(now),
  );
  if (!isNew) refuse("key.used-before");
  const salt = randomBytes(32);
  await insertKeyLeaf(tx, { keyId, salt, commitment: commitmentOf(salt, keyChangeBytes(change)) });
}
