// What the portal asks the hub: the address book, and how far a report has come. The hub may be away, and then the
// answer says so; a page must always have something true to say.

import type { AddressBook } from "../core/area.ts";
import { type ReceiptKind, receiptKinds } from "../core/receipt.ts";
import { type Answer, answerOrNull, type Fetch } from "../http/client.ts";
import { readAddressBook } from "../wire/address-book.ts";
import { jsonOrNull, valueOrNull } from "../wire/foreign.ts";

/** One delivery's way so far, as the hub computes it. */
export type Followed = {
  readonly reached: ReceiptKind;
  readonly receipts: readonly { readonly kind: ReceiptKind; readonly at: string }[];
  readonly owes: { readonly owed: ReceiptKind; readonly due: string; readonly overdue: boolean } | null;
};

export type FollowAnswer =
  | { readonly is: "found"; readonly deliveries: readonly Followed[] }
  | { readonly is: "unknown" }
  | { readonly is: "too-often"; readonly seconds: number }
  | { readonly is: "not-reached" };

/** `closed` says only that the code is not known any more: whether it ever was is not told. */
export type CloseAnswer = { readonly is: "closed" } | Exclude<FollowAnswer, { is: "found" | "unknown" }>;

export type Hub = {
  /** The address book: at most a minute old, or the last one known while the hub is away. Null: none is known. */
  addressBook(): Promise<AddressBook | null>;
  follow(code: string): Promise<FollowAnswer>;
  /** Makes the code stop working, for everybody and for good. */
  close(code: string): Promise<CloseAnswer>;
};

const limitMs = 8_000;
const freshMs = 60_000;

/** The hub at this address. */
export function hubAt(url: string, fetchIt: Fetch, clock: () => number): Hub {
  let kept: { book: AddressBook; at: number } | null = null;
  return {
    addressBook: async () => {
      if (kept && clock() - kept.at < freshMs) return kept.book;
      const book = bookIn((await answerOrNull(fetchIt, `${url}/services`, { limitMs }))?.bytes);
      if (book) kept = { book, at: clock() };
      return kept?.book ?? null;
    },
    follow: (code) => follow(url, fetchIt, code),
    close: (code) => close(url, fetchIt, code),
  };
}

async function follow(url: string, fetchIt: Fetch, code: string): Promise<FollowAnswer> {
  const answer = await postCode(fetchIt, `${url}/follow`, code);
  if (answer?.status === 429)
    return { is: "too-often", seconds: secondsIn(answer.headers.get("retry-after")) };
  const value = answer && (jsonOrNull(answer.bytes) as { error?: unknown; deliveries?: unknown } | null);
  if (answer?.status === 404 && value?.error === "tracking-code.unknown") return { is: "unknown" };
  const deliveries = answer?.status === 200 ? deliveriesIn(value?.deliveries) : null;
  return deliveries ? { is: "found", deliveries } : { is: "not-reached" };
}

async function close(url: string, fetchIt: Fetch, code: string): Promise<CloseAnswer> {
  const answer = await postCode(fetchIt, `${url}/follow/close`, code);
  if (answer?.status === 429)
    return { is: "too-often", seconds: secondsIn(answer.headers.get("retry-after")) };
  return { is: answer?.status === 204 ? "closed" : "not-reached" };
}

function postCode(fetchIt: Fetch, url: string, code: string): Promise<Answer | null> {
  return answerOrNull(fetchIt, url, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ code }),
    limitMs,
  });
}

function secondsIn(header: string | null): number {
  return header !== null && /^\d{1,5}$/.test(header) ? Number(header) : 60;
}

/** The hub publishes services with their keys, which the address book as such does not have. */
function bookIn(bytes: Buffer | undefined): AddressBook | null {
  const value = bytes && (jsonOrNull(bytes) as { services?: unknown; emergencyServices?: unknown } | null);
  if (!value || !Array.isArray(value.services)) return null;
  const services = value.services.map((service: object) => ({ ...service, keys: undefined }));
  const book = JSON.stringify({ v: 1, services, emergencyServices: value.emergencyServices });
  return valueOrNull(() => readAddressBook(Buffer.from(book)));
}

function deliveriesIn(value: unknown): Followed[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const read = value.map(followedIn);
  return read.every((one) => one !== null) ? read : null;
}

function followedIn(value: unknown): Followed | null {
  const { reached, receipts, owes } = (value ?? {}) as Record<string, unknown>;
  if (!isKind(reached) || !Array.isArray(receipts)) return null;
  const known = receipts.flatMap((one: { kind?: unknown; at?: unknown } | null) =>
    isKind(one?.kind) && isInstant(one.at) ? [{ kind: one.kind, at: one.at }] : [],
  );
  const debt = owes === null ? null : owedIn(owes);
  // What cannot be read is not left out: a debt that is not shown would look like one that is paid.
  return known.length === receipts.length && debt !== undefined
    ? { reached, receipts: known, owes: debt }
    : null;
}

function owedIn(value: unknown): Followed["owes"] | undefined {
  const { owed, due, overdue } = (value ?? {}) as Record<string, unknown>;
  const isDebt = isKind(owed) && isInstant(due) && typeof overdue === "boolean";
  return isDebt ? { owed, due, overdue } : undefined;
}

function isKind(value: unknown): value is ReceiptKind {
  return receiptKinds.includes(value as ReceiptKind);
}

function isInstant(value: unknown): value is string {
  return typeof value === "string" && !Number.isNaN(Date.parse(value));
}
