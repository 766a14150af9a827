// What the portal asks the hub: the address book, and how far a report has come. The hub may be away, and then the
// answer says so; a page must always have something true to say.

import type { KeyObject } from "node:crypto";
import type { AddressBook } from "../core/area.ts";
import { type ReceiptKind, receiptKinds } from "../core/receipt.ts";
import { assertionFor, type Identity } from "../http/assertion.ts";
import { type Answer, answerOrNull, type Fetch } from "../http/client.ts";
import { type Checked, checkedIn } from "./check.ts";
import { bookIn, keysIn, type Published, type PublishedBook, refuseOtherHub } from "../outbox/published.ts";
import { readAddressBook } from "../wire/address-book.ts";
import { jsonOrNull, valueOrNull } from "../wire/foreign.ts";

/** One delivery's way so far, as the hub computes it. */
export type Followed = {
  readonly reached: ReceiptKind;
  readonly receipts: readonly { readonly kind: ReceiptKind; readonly at: string }[];
  readonly owes: { readonly owed: ReceiptKind; readonly due: string; readonly overdue: boolean } | null;
  /** What the last look found; null where the hub has not been asked, or is too old to tell. */
  readonly check: Checked | null;
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
  /**
   * The same with the keys that reports are sealed to. Null: none is known, or the hub is another one than the one
   * that is pinned here.
   */
  published(): Promise<Published | null>;
  follow(code: string): Promise<FollowAnswer>;
  /** Makes the code stop working, for everybody and for good. */
  close(code: string): Promise<CloseAnswer>;
};

export type HubOptions = {
  readonly url: string;
  readonly fetch: Fetch;
  readonly clock: () => number;
  /** The hub's keys as they are pinned; none, and nothing is sealed by what it publishes. */
  readonly pinned?: readonly KeyObject[];
  /** Who follows: a sender that the hub knows is not limited as one address. */
  readonly identity?: Identity;
};

const limitMs = 8_000;
const freshMs = 60_000;
/** While the hub is away not everybody who asks waits for it. */
const patienceMs = 3_000;

type Known = { readonly book: AddressBook; readonly published: Published | null };

/** The hub at an address. What it last published is kept for when it is away. */
export function hubAt(options: HubOptions): Hub {
  const { clock } = options;
  let kept: Known | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;
  let isFresh = false;
  let asking: Promise<void> | null = null;

  async function askAnew(): Promise<void> {
    const known = await knownBy(options);
    askedAt = clock();
    isFresh = known?.keysCame ?? false;
    // Keys that did not come are not keys that are gone: those last known go on.
    const keys = known?.keysCame ? known.published : (kept?.published ?? null);
    kept = known ? { book: known.book, published: keys } : kept;
    asking = null;
  }

  async function known(isToSeal = false): Promise<Known | null> {
    const age = clock() - askedAt;
    // Without any book there is nothing to show, and without keys nothing to seal by, so then it is asked each time.
    const isEnough = kept !== null && !(isToSeal && kept.published === null);
    if (isEnough && age < (isFresh ? freshMs : patienceMs)) return kept;
    asking ??= askAnew();
    await asking;
    return kept;
  }

  return {
    addressBook: async () => (await known())?.book ?? null,
    published: async () => (await known(true))?.published ?? null,
    follow: (code) => follow(options, code),
    close: (code) => close(options, code),
  };
}

/** What the hub publishes now; null when it does not answer, or not with an address book. */
async function knownBy({
  url,
  fetch,
  pinned = [],
}: HubOptions): Promise<(Known & { readonly keysCame: boolean }) | null> {
  const [services, keys] = await Promise.all(
    ["/services", "/keys"].map((path) => answerOrNull(fetch, url + path, { limitMs })),
  );
  const value = services && jsonOrNull(services.bytes);
  const book = valueOrNull(() => plainBook(bookIn(value)));
  if (!book) return null;
  const published = valueOrNull(() => {
    const known = keysIn(keys && jsonOrNull(keys.bytes));
    refuseOtherHub(known, pinned);
    return { book: bookIn(value), print: known.print };
  });
  return { book, published, keysCame: keys?.status === 200 };
}

/** The address book as such, without the keys, checked field by field. Refuses. */
function plainBook({ services, emergencyServices }: PublishedBook): AddressBook {
  const plain = services.map((service) => ({ ...service, keys: undefined }));
  return readAddressBook(Buffer.from(JSON.stringify({ v: 1, services: plain, emergencyServices })));
}

async function follow(options: HubOptions, code: string): Promise<FollowAnswer> {
  const answer = await postCode(options, "/follow", code);
  if (answer?.status === 429)
    return { is: "too-often", seconds: secondsIn(answer.headers.get("retry-after")) };
  const value = answer && (jsonOrNull(answer.bytes) as { error?: unknown; deliveries?: unknown } | null);
  if (answer?.status === 404 && value?.error === "tracking-code.unknown") return { is: "unknown" };
  const deliveries = answer?.status === 200 ? deliveriesIn(value?.deliveries) : null;
  return deliveries ? { is: "found", deliveries } : { is: "not-reached" };
}

async function close(options: HubOptions, code: string): Promise<CloseAnswer> {
  const answer = await postCode(options, "/follow/close", code);
  if (answer?.status === 429)
    return { is: "too-often", seconds: secondsIn(answer.headers.get("retry-after")) };
  return { is: answer?.status === 204 ? "closed" : "not-reached" };
}

async function postCode(
  { url, fetch, identity, clock }: HubOptions,
  path: string,
  code: string,
): Promise<Answer | null> {
  const body = JSON.stringify({ code });
  const assertion = identity && (await assertionFor(identity, url, { method: "POST", path, body }, clock()));
  return answerOrNull(fetch, `${url}${path}`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      ...(assertion ? { Authorization: `Bearer ${assertion}` } : {}),
    },
    body,
    limitMs,
  });
}

function secondsIn(header: string | null): number {
  return header !== null && /^\d{1,5}$/.test(header) ? Number(header) : 60;
}

function deliveriesIn(value: unknown): Followed[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const read = value.map(followedIn);
  return read.every((one) => one !== null) ? read : null;
}

function followedIn(value: unknown): Followed | null {
  const { reached, receipts, owes, check } = (value ?? {}) as Record<string, unknown>;
  if (!isKind(reached) || !Array.isArray(receipts)) return null;
  const known = receipts.flatMap((one: { kind?: unknown; at?: unknown } | null) =>
    isKind(one?.kind) && isInstant(one.at) ? [{ kind: one.kind, at: one.at }] : [],
  );
  const debt = owes === null ? null : owedIn(owes);
  const checked = checkedIn(check);
  // What cannot be read is not left out: a debt that is not shown would look like one that is paid.
  return known.length === receipts.length && debt !== undefined && checked !== undefined
    ? { reached, receipts: known, owes: debt, check: checked }
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
