// What the hub publishes that a sender needs: the address book with the services' keys, and the keys that belong to
// no service. The lists are checked for the fields that are used, because a wrong key read right would be worse.

import { createPublicKey, type KeyObject } from "node:crypto";
import type { AddressBook, Service } from "../core/area.ts";
import type { KeyOwner, KeyUse } from "../core/key-change.ts";
import { refuse } from "../core/problem.ts";
import { keyIdOf } from "../core/signature.ts";
import { ask, type Fetch, jsonOf } from "../http/client.ts";
import { certificateKeyId } from "../wire/certificate.ts";
import { valueOrNull } from "../wire/foreign.ts";

/** A key as the hub publishes it. `pem` is a certificate for `encryption`, a public key for the others. */
export type PublishedKey = {
  readonly keyId: string;
  readonly owner: KeyOwner;
  readonly use: KeyUse;
  readonly pem: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly recordedAt: string;
};

export type PublishedService = Service & {
  readonly keys: { readonly encryption: PublishedKey | null; readonly receipt: PublishedKey | null };
};

export type PublishedBook = Omit<AddressBook, "services"> & {
  readonly services: readonly PublishedService[];
};

export type PublishedKeys = {
  readonly hub: readonly PublishedKey[];
  readonly print: PublishedKey | null;
  readonly submitters: readonly PublishedKey[];
};

/** What reports are addressed and sealed by. */
export type Published = { readonly book: PublishedBook; readonly print: PublishedKey | null };

/** The address book and the keys of the services in it. */
export async function fetchBook(fetchIt: Fetch, hub: string): Promise<PublishedBook> {
  return bookIn(jsonOf(await ask(fetchIt, `${hub}/services`, { method: "GET" }), "hub.refused"));
}

/** The keys that belong to no service. */
export async function fetchKeys(fetchIt: Fetch, hub: string): Promise<PublishedKeys> {
  return keysIn(jsonOf(await ask(fetchIt, `${hub}/keys`, { method: "GET" }), "hub.refused"));
}

/** The hub's public keys (PEM) in a text: several while one replaces another. Null when there is none, or one is bad. */
export function pinnedIn(text: string): KeyObject[] | null {
  const blocks = text.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  const keys = blocks.map((pem) => valueOrNull(() => createPublicKey(pem)));
  return keys.length > 0 && keys.every((key) => key !== null) ? keys : null;
}

/** The address book in an answer to `/services`. Refuses with `hub.refused`. */
export function bookIn(value: unknown): PublishedBook {
  const book = (value ?? {}) as Partial<PublishedBook>;
  if (!Array.isArray(book.services) || !Array.isArray(book.emergencyServices))
    refuse("hub.refused", "/services");
  return book as PublishedBook;
}

/** The keys in an answer to `/keys`. Refuses with `hub.refused`. */
export function keysIn(value: unknown): PublishedKeys {
  const keys = (value ?? {}) as Partial<PublishedKeys>;
  if (!Array.isArray(keys.hub) || !Array.isArray(keys.submitters)) refuse("hub.refused", "/keys");
  return keys as PublishedKeys;
}

/** Refuses with `hub.refused` unless the hub publishes one of the keys that are pinned here as its own. */
export function refuseOtherHub(keys: PublishedKeys, pinned: readonly KeyObject[]): void {
  const ids = pinned.map(keyIdOf);
  if (!keys.hub.some(({ keyId }) => ids.includes(keyId)))
    refuse("hub.refused", "it does not publish the hub key that is pinned here: see HUB_PUBLIC_KEY_FILE");
}

/**
 * The certificate, if it is this owner's, for this use, valid now, and the very key it is published as. Refuses with
 * `key.not-usable` or `key.expired`.
 */
export function certificateIn(key: PublishedKey, owner: string, now: number): string {
  if (key.owner !== owner || key.use !== "encryption")
    refuse("key.not-usable", `${key.keyId} is not of ${owner}`);
  if (certificateKeyId(key.pem) !== key.keyId) refuse("key.not-usable", `${key.keyId} of ${owner}`);
  if (now < Date.parse(key.validFrom) || now >= Date.parse(key.validTo)) refuse("key.expired", `of ${owner}`);
  return key.pem;
}
