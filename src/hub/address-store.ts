// The address book and SvarInn accounts in the hub's database. A service is what its last change says; earlier
// ones stay, so that it can be seen who changed what and when.

import type { Read, Tx } from "../pg/db.ts";

export type AddressKind = "service" | "emergency-service";
export type AddressChange = {
  readonly number: number;
  readonly kind: AddressKind;
  readonly id: string;
  readonly body: string;
};

/** Changes come one at a time, so that their numbers are in the order they are seen. */
export async function lockAddressBook(tx: Tx): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('framme hub address book'))`;
}

/** Changes after number `after`, oldest first. */
export async function addressChanges(read: Read, after: number): Promise<AddressChange[]> {
  return read<AddressChange[]>`
    select number, kind, id, body from address_change where number > ${after} order by number`;
}

/** Writes what a service, or an emergency service, is from now on. */
export async function insertAddressChange(
  tx: Tx,
  change: { readonly kind: AddressKind; readonly id: string; readonly body: string; readonly by: string },
  now: Date,
): Promise<void> {
  await tx`
    insert into address_change (kind, id, body, by_caller, recorded_at)
    values (${change.kind}, ${change.id}, ${change.body}, ${change.by}, ${now})`;
}

/** Gives a service a SvarInn account; replaces the one it had. */
export async function setSvarinnAccount(
  tx: Tx,
  account: {
    readonly service: string;
    readonly user: string;
    readonly passwordHash: Buffer;
    readonly by: string;
  },
  now: Date,
): Promise<void> {
  await tx`
    insert into svarinn_account (service, user_name, password_hash, made_by, made_at)
    values (${account.service}, ${account.user}, ${account.passwordHash}, ${account.by}, ${now})
    on conflict (service) do update
    set password_hash = excluded.password_hash, made_by = excluded.made_by, made_at = excluded.made_at`;
}

/** Whose account it is, and the hash of its password. */
export async function svarinnAccount(
  read: Read,
  user: string,
): Promise<{ service: string; passwordHash: Buffer } | null> {
  const [row] = await read<{ service: string; passwordHash: Buffer }[]>`
    select service, password_hash from svarinn_account where user_name = ${user}`;
  return row ?? null;
}
