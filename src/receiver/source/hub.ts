// The hub as a source: asked by long poll what waits, told back what was receipted. An offer is believed only
// where the hub's pinned key vouches for it and the bytes hash to what the receipt says; the address book, which
// anyone at the hub could change, is never asked for the hub's own key.

import type { KeyObject } from "node:crypto";
import { sha256Hex } from "../../core/hash.ts";
import { type ProblemCode, refuse } from "../../core/problem.ts";
import type { Challenge } from "../../core/proof.ts";
import { checkReceipt, type Receipt, receiptHash } from "../../core/receipt.ts";
import { assertionFor, type Identity } from "../../http/assertion.ts";
import { type Answer, ask, type Fetch, jsonOf } from "../../http/client.ts";
import { jsonOrNull } from "../../wire/foreign.ts";
import { readReceipt } from "../../wire/receipt-v1.ts";
import { readHeader } from "../../wire/report-header.ts";
import type { Offered } from "../sealed-report.ts";
import { readChallenge } from "./read-challenge.ts";

export type HubDoor = {
  readonly kind: "hub";
  readonly url: string;
  /** The hub's public keys by their id, from this municipality's own file. */
  readonly hubKeys: ReadonlyMap<string, KeyObject>;
  readonly identity: Identity;
  readonly fetch: Fetch;
  readonly clock: () => number;
};

export type Poll = { readonly session: string; readonly wait: number; readonly limit: number };

/** Asks what waits, for as long as `wait` seconds. The offers are not checked yet: see `readOffer`. */
export async function pollOffers(hub: HubDoor, poll: Poll, stopped: AbortSignal): Promise<unknown[]> {
  const answer = await post(hub, "/offers", poll, (poll.wait + 20) * 1000, stopped);
  const { offers } = jsonOf(answer, "hub.refused") as { offers?: unknown };
  return Array.isArray(offers) ? offers : refuse("hub.refused", "no list of offers");
}

/** What an offer vouches for; its bytes have not been looked at. */
export type Vouched = Omit<Offered, "sealed"> & { readonly sealedBase64: string };

/**
 * Checks an offer's form, that it is for this service, and that the hub's pinned key signed its `accepted`
 * receipt. Refuses with `report.bad-header`, `receipt.*` or `caller.key-unknown`.
 */
export function readOffer(value: unknown, service: string, hubKeys: HubDoor["hubKeys"]): Vouched {
  const offer = (value ?? {}) as Record<string, unknown>;
  const header = readHeader(offer.header);
  const accepted = readReceipt(offer.accepted);
  const key = hubKeys.get(accepted.key) ?? refuse("caller.key-unknown", "the hub's key is not pinned here");
  checkReceipt(accepted, key);
  if (accepted.kind !== "accepted") refuse("receipt.bad-form");
  if (header.service !== service || accepted.service !== service) refuse("receipt.wrong-service");
  if (accepted.reportId !== header.id || accepted.sealedHash !== header.sealed.hash)
    refuse("receipt.wrong-content");
  if (accepted.serial < 1 || accepted.serial !== offer.serial) refuse("receipt.wrong-serial");
  const signature = signatureIn(offer.signature) ?? refuse("report.bad-header");
  if (typeof offer.sealed !== "string") refuse("report.bad-header");
  return {
    id: header.id,
    service,
    serial: accepted.serial,
    sealedHash: accepted.sealedHash,
    envelope: { source: "hub", header, signature, accepted },
    challenge: readChallenge(offer.challenge, header.id),
    sealedBase64: offer.sealed as string,
  };
}

function signatureIn(value: unknown): { key: string; value: string } | null {
  const { key, value: text } = (value ?? {}) as Record<string, unknown>;
  return typeof key === "string" && typeof text === "string" ? { key, value: text } : null;
}

/** The report with its bytes, which must be the ones vouched for. Refuses with `report.wrong-hash`. */
export function withBytes({ sealedBase64, ...vouched }: Vouched): Offered {
  const sealed = Buffer.from(sealedBase64, "base64");
  if (sha256Hex(sealed) !== vouched.sealedHash) refuse("report.wrong-hash");
  return { ...vouched, sealed };
}

export type Outcome = {
  readonly outcome: "recorded" | "already" | "refused";
  readonly error: string;
  /** What the hub asks next, after `stored`. */
  readonly challenge: Challenge | null;
};

/**
 * Hands receipts over. Gives the hub's word on each, by hash; one that the hub said nothing about is not in
 * the map. Refuses when the hub said nothing about any of them.
 */
export async function postReceipts(
  hub: HubDoor,
  receipts: readonly Receipt[],
): Promise<Map<string, Outcome>> {
  const answer = await post(hub, "/receipts", { receipts }, 30_000);
  const results = (jsonOrNull(answer.bytes) as { results?: unknown } | null)?.results;
  if (!Array.isArray(results)) {
    jsonOf(answer, "hub.refused");
    return refuse("hub.refused", "no results");
  }
  const reports = new Map(receipts.map((receipt) => [receiptHash(receipt), receipt.reportId]));
  const outcomes = results.map((result) => readOutcome(result, (hash) => reports.get(hash)));
  return new Map(outcomes.filter((one) => one !== null));
}

function readOutcome(
  value: unknown,
  reportOf: (hash: string) => string | undefined,
): [string, Outcome] | null {
  const { hash, outcome, error, challenge } = (value ?? {}) as Record<string, unknown>;
  if (typeof hash !== "string") return null;
  if (outcome !== "recorded" && outcome !== "already" && outcome !== "refused") return null;
  const code = typeof error === "string" ? error.slice(0, 60) : "";
  return [hash, { outcome, error: code, challenge: readChallenge(challenge, reportOf(hash)) }];
}

/** Ids and PEM of the keys the hub publishes for a service; null where it publishes none. */
export type PublishedPem = { readonly encryption: string | null; readonly receipt: string | null };

/** What the hub tells the world of this service's keys. */
export async function publishedKeys(
  hub: HubDoor,
  service: string,
  stopped: AbortSignal,
): Promise<PublishedPem> {
  const answer = await ask(hub.fetch, `${hub.url}/services/${service}`, { method: "GET", signal: stopped });
  const { keys } = jsonOf(answer, "hub.refused") as { keys?: Record<string, { pem?: unknown } | null> };
  const pemOf = (use: string) => (typeof keys?.[use]?.pem === "string" ? (keys[use].pem as string) : null);
  return { encryption: pemOf("encryption"), receipt: pemOf("receipt") };
}

/** Posts something to the hub as this service. Refuses with `hub.not-reached`. */
export async function post(
  hub: HubDoor,
  path: string,
  value: unknown,
  limitMs: number,
  stopped?: AbortSignal,
): Promise<Answer> {
  const url = new URL(hub.url + path);
  const body = JSON.stringify(value);
  const request = { method: "POST", path: url.pathname, body };
  const assertion = await assertionFor(hub.identity, url.origin, request, hub.clock());
  const unreached: ProblemCode = "hub.not-reached";
  return ask(
    hub.fetch,
    url.href,
    {
      method: "POST",
      headers: { authorization: `Bearer ${assertion}`, "content-type": "application/json" },
      body,
      limitMs,
      ...(stopped ? { signal: stopped } : {}),
    },
    unreached,
  );
}
