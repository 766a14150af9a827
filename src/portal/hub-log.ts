// The hub's log as the portal sees it: its newest head, the head that witnesses have put their names to, and the proof
// that a receipt stands in it. Nothing is believed because the hub says it: every signature is checked here, with keys
// that are pinned, and a head that goes back behind one that was seen before is no head.

import type { KeyObject } from "node:crypto";
import { headPath } from "../core/add-checkpoint.ts";
import { type Checkpoint, checkpointFrom, cosignedAt, isSignedByLog } from "../core/checkpoint.ts";
import { type NoteKey, noteAlgorithms, noteKeyOf, vkeyOf } from "../core/note.ts";
import { type Receipt, receiptHash } from "../core/receipt.ts";
import { verdictOn } from "../core/receipt-verdict.ts";
import { hourMs, secondMs } from "../core/schedule.ts";
import { type Answer, answerOrNull, type Fetch } from "../http/client.ts";
import { jsonOrNull, valueOrNull } from "../wire/foreign.ts";
import { readInclusionProof } from "../wire/receipt-proof-v1.ts";

/**
 * A body that is not the operator and signs what it has seen continue. `name` in words, for people; `url` where it tells
 * itself what it signed last, or null.
 */
export type Witness = { readonly name: string; readonly key: NoteKey; readonly url: string | null };

export type LogOptions = {
  readonly url: string;
  readonly fetch: Fetch;
  readonly clock: () => number;
  /** The log's name. */
  readonly origin: string;
  /** The hub's keys, as they are pinned: several while one replaces another. */
  readonly keys: readonly KeyObject[];
  readonly witnesses: readonly Witness[];
};

/**
 * When a witness signed a head of this log the last time, epoch milliseconds; null: not one that is shown to us. It is
 * fresh when it has signed the newest head, however old that is, or any within the hour.
 */
export type Signed = {
  readonly name: string;
  readonly at: number | null;
  /** How many entries the largest head has that it signed; 0 where it has signed none. */
  readonly size: number;
  readonly isFresh: boolean;
};

/** Why a log cannot be confirmed; `witnesses`: one of them, or all, is behind and has not signed for an hour. */
export type Doubt = "signature" | "shorter" | "differs" | "witnesses" | "no-witnesses";

export type LogView =
  | { readonly is: "not-reached" }
  | {
      readonly is: "seen";
      readonly askedAt: number;
      readonly size: number;
      /** Base64. */
      readonly root: string;
      readonly witnesses: readonly Signed[];
      readonly doubts: readonly Doubt[];
    };

/** A proof that fits, and where it puts the receipt. `raw` is as the hub gave it. */
export type LogProof = {
  readonly raw: unknown;
  /** From 0. */
  readonly place: number;
  readonly size: number;
  readonly root: string;
  readonly signed: readonly Signed[];
};

export type HubLog = {
  /** Where the hub is that publishes it. */
  readonly address: string;
  /** The keys that it is checked with here, to be compared with what others have: PEM, and a list as commands read it. */
  readonly keys: { readonly pem: string; readonly witnesses: string };
  /** As it was at most ten seconds ago. */
  view(): Promise<LogView>;
  /** The proof that this receipt stands in the log; null: none that fits came within `limitMs`. */
  proofOf(receipt: Receipt, limitMs: number): Promise<LogProof | null>;
};

/** A witness that lacks lines and has signed nothing for this long is told to be away. */
const staleMs = hourMs;
const freshMs = 10 * secondMs;
const limitMs = 5 * secondMs;

/** The log of the hub at an address. */
export function hubLogAt(options: LogOptions): HubLog {
  const { clock } = options;
  let kept: { readonly at: number; readonly view: Promise<LogView> } | null = null;
  let highest: Checkpoint | null = null;

  async function view(): Promise<LogView> {
    // The newest last: what others have signed by then must be in it.
    const [cosigned, ...byWitnesses] = await Promise.all([
      checkpointAt(options, `${options.url}/log/checkpoint/cosigned`),
      ...options.witnesses.map((witness) => headOf(options, witness)),
    ]);
    const newest = await checkpointAt(options, `${options.url}/log/checkpoint`);
    if (!newest) return { is: "not-reached" };
    const others = [cosigned ?? null, ...byWitnesses, highest].filter((head) => head !== null);
    const seen = viewOf(options, newest, others);
    const isRight = seen.doubts.every((doubt) => doubt === "witnesses" || doubt === "no-witnesses");
    if (isRight) highest = newest;
    return seen;
  }

  return {
    address: options.url,
    keys: keysOf(options),
    view: () => {
      if (!kept || clock() - kept.at >= freshMs) kept = { at: clock(), view: view() };
      return kept.view;
    },
    proofOf: (receipt, most) => proofOf(options, receipt, most),
  };
}

async function checkpointAt(options: LogOptions, url: string): Promise<Checkpoint | null> {
  const answer = await asked(options, url, limitMs);
  return answer?.status === 200 ? checkpointFrom(answer.bytes.toString()) : null;
}

/** What a witness says itself. It counts only with the log's signature and its own: nobody can cast doubt alone. */
async function headOf(options: LogOptions, { url, key }: Witness): Promise<Checkpoint | null> {
  const head = url && (await checkpointAt(options, url + headPath(options.origin)));
  return head && isOurs(options, head) && cosignedAt(head, key) !== null ? head : null;
}

function asked({ fetch }: LogOptions, url: string, most: number): Promise<Answer | null> {
  return answerOrNull(fetch, url, { limitMs: most });
}

function isOurs({ origin, keys }: LogOptions, head: Checkpoint): boolean {
  const own = keys.map((key) => noteKeyOf(origin, noteAlgorithms.log, key));
  return head.origin === origin && isSignedByLog(head, own);
}

function viewOf(
  options: LogOptions,
  newest: Checkpoint,
  others: readonly Checkpoint[],
): Extract<LogView, { is: "seen" }> {
  const heads = [newest, ...others];
  const witnesses = options.witnesses.map((witness) => signedBy(options, witness, heads));
  const doubts: Doubt[] = [
    ...(heads.every((head) => isOurs(options, head)) ? [] : (["signature"] as const)),
    ...(others.some(({ size }) => size > newest.size) ? (["shorter"] as const) : []),
    ...(others.some((one) => isOther(one, newest)) ? (["differs"] as const) : []),
    ...(witnesses.length === 0 ? (["no-witnesses"] as const) : []),
    ...(witnesses.some(({ isFresh }) => !isFresh) ? (["witnesses"] as const) : []),
  ];
  return {
    is: "seen",
    askedAt: options.clock(),
    size: newest.size,
    root: base64(newest.root),
    witnesses,
    doubts,
  };
}

/** Two heads of one size that are not the same: somebody has been shown another log. */
function isOther(one: Checkpoint, other: Checkpoint): boolean {
  return one.size === other.size && Buffer.compare(one.root, other.root) !== 0;
}

/** When a witness signed one of these heads the last time. A head that the log itself did not sign counts for nobody. */
function signedBy(options: LogOptions, { name, key }: Witness, heads: readonly Checkpoint[]): Signed {
  const signed = heads
    .filter((head) => isOurs(options, head))
    .flatMap((head) => {
      const seconds = cosignedAt(head, key);
      return seconds === null ? [] : [{ size: head.size, at: seconds * secondMs }];
    });
  if (signed.length === 0) return { name, at: null, size: 0, isFresh: false };
  const at = Math.max(...signed.map((one) => one.at));
  const size = Math.max(...signed.map((one) => one.size));
  return { name, at, size, isFresh: size >= heads[0]!.size || options.clock() - at <= staleMs };
}

async function proofOf(options: LogOptions, receipt: Receipt, most: number): Promise<LogProof | null> {
  const answer = await asked(options, `${options.url}/log/proof/${receiptHash(receipt)}`, most);
  if (answer?.status !== 200) return null;
  const { proof: raw } = (jsonOrNull(answer.bytes) ?? {}) as { proof?: unknown };
  const proof = valueOrNull(() => readInclusionProof(raw));
  const head = proof && checkpointFrom(proof.checkpoint);
  if (!proof || !head || !isOurs(options, head)) return null;
  const witnesses = options.witnesses.map(({ key }) => key);
  const { included } = verdictOn(receipt, proof, { hub: options.keys, others: [], witnesses });
  if (included.is !== "holds") return null;
  const signed = options.witnesses.map((witness) => signedBy(options, witness, [head]));
  return { raw, place: proof.place, size: proof.size, root: base64(head.root), signed };
}

function keysOf({ keys, witnesses }: LogOptions): HubLog["keys"] {
  const pem = keys.map((key) => key.export({ type: "spki", format: "pem" })).join("");
  const listed = witnesses.map(({ name, key, url }) => ({ ...(url ? { url } : {}), key: vkeyOf(key), name }));
  return { pem, witnesses: JSON.stringify(listed, null, 2) };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
