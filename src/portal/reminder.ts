// The one reminder that a reporter may ask for: kept sealed, apart from the report, under a key that is derived from
// the code. Whoever has the code can have it erased; who reads the database learns neither whom it goes to nor which
// report it belongs to.

import { hkdfSync, randomUUID } from "node:crypto";
import { hmacSha256 } from "../core/hash.ts";
import { assert } from "../core/problem.ts";
import { reminderAt } from "../core/schedule.ts";
import type { Db } from "../pg/db.ts";
import { openUnder, sealUnder } from "../web/sealed.ts";
import type { Language } from "../web/language.ts";
import { jsonOrNull } from "../wire/foreign.ts";
import { type Contact, type ContactError, type ContactKinds, readContact } from "./contact.ts";
import * as store from "./reminder-store.ts";

export type ReminderDeps = {
  readonly db: Db;
  /** The sender's secret, which is not in the database. */
  readonly secret: Uint8Array;
  /** What can be sent from here. */
  readonly kinds: ContactKinds;
};

export type ReminderWish = {
  readonly trackingHash: string;
  /** As it was typed. */
  readonly contact: string;
  readonly language: Language;
  /** When the report was sent (epoch milliseconds): the three weeks run from there. */
  readonly sentAt: number;
};

export type ReminderKept =
  | { readonly is: "kept"; readonly dueAt: number }
  | { readonly is: "wrong"; readonly error: ContactError };

/** Whom a reminder is for, as it is sealed. */
export type Addressee = Contact & { readonly language: Language };

/** Keeps the reminder for a code. A second one for the same code replaces whom it goes to; there is never more than one. */
export async function keepReminder(deps: ReminderDeps, wish: ReminderWish): Promise<ReminderKept> {
  const read = readContact(wish.contact, deps.kinds);
  if ("error" in read) return { is: "wrong", error: read.error };
  const codeKey = codeKeyOf(deps.secret, wish.trackingHash);
  const sealed = sealAddressee(deps.secret, codeKey, { ...read.contact, language: wish.language });
  const made = { id: randomUUID(), codeKey, dueAt: new Date(reminderAt(wish.sentAt)), sealed };
  const dueAt = await deps.db.begin((tx) => store.putReminder(tx, made));
  return { is: "kept", dueAt: dueAt.getTime() };
}

/** Erases what is kept for a code; nothing when there is nothing. */
export async function forgetReminder(
  { db, secret }: Pick<ReminderDeps, "db" | "secret">,
  trackingHash: string,
): Promise<void> {
  await db.begin((tx) => store.eraseReminderOf(tx, codeKeyOf(secret, trackingHash)));
}

function codeKeyOf(secret: Uint8Array, trackingHash: string): Buffer {
  return hmacSha256(secret, `reminder ${trackingHash}`);
}

/** All are sealed at one length, so that its length does not tell an address from a number. */
const sealedBytes = 512;

function sealAddressee(secret: Uint8Array, codeKey: Buffer, addressee: Addressee): Buffer {
  const text = Buffer.from(JSON.stringify(addressee));
  assert(text.length <= sealedBytes, "an address fits into what is sealed");
  const padded = Buffer.concat([text, Buffer.alloc(sealedBytes - text.length, " ")]);
  return sealUnder(sealingKey(secret), labelOf(codeKey), padded);
}

/** Whom a kept reminder is for; null when it was sealed under another secret, or for another code. */
export function openAddressee(
  secret: Uint8Array,
  { codeKey, sealed }: Pick<store.StoredReminder, "codeKey" | "sealed">,
): Addressee | null {
  const opened = openUnder(sealingKey(secret), labelOf(codeKey), sealed);
  return opened && (jsonOrNull(opened) as Addressee | null);
}

function sealingKey(secret: Uint8Array): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "framme reminder addressee", 32));
}

function labelOf(codeKey: Buffer): string {
  return `framme reminder ${codeKey.toString("hex")}`;
}
