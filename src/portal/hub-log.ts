// The hub's log as the portal sees it: its newest head, the head that witnesses have put their names to, and the proof
// that a receipt stands in it. Nothing is believed because the hub says it: every signature is checked here, with keys
// that are pinned, and a head that goes back behind one that was seen before is no head.

import { canonicalText } from "../core/canonical.ts";
import { type Checkpoint, checkpointFrom, cosignedAt, isSignedByLog } from "../core/checkpoint.ts";
import { commitmentOf, inclusionFits, leafHash } from "../core/ledger.ts";
import { bytesIn, type NoteKey } from "../core/note.ts";
import { type Receipt, receiptHash } from "../core/receipt.ts";
import { hourMs, secondMs } from "../core/schedule.ts";
import { type Answer, answerOrNull, type Fetch } from "../http/client.ts";
import { jsonOrNull } from "../wire/foreign.ts";

/** A body that is not the operator and signs what it has seen continue. `name` in words, for people. */
export type Witness = { readonly name: string; readonly key: NoteKey };

export type LogOptions = {
  readonly url: string;
  readonly fetch: Fetch;
  readonly clock: () => number;
  /** The hub's keys under the name of its log: several while one replaces another. */
  readonly keys: readonly NoteKey[];
  readonly witnesses: readonly Witness[];
};

/** When a witness signed a head of this log the last time, epoch milliseconds; null: not one that is shown to us. */
export type Signed = { readonly name: string; readonly at: number | null; readonly isFresh: boolean };

/** Why a log cannot be confirmed; `witnesses`: one of them, or all, has not signed for an hour. */
export type Doubt = "signature" | "shorter" | "differs" | "witnesses" | "no-witnesses";

export type LogView =
  | { readonly is: "not-reached" }
  | {
      readonly is: "seen";
      readonly askedAt: number;
      readonly size: number;
      /** Base64. */
      readonly root: string;
      /** The head that witnesses have signed, where there is one. */
      readonly cosignedSize: number | null;
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
  /** Where anybody finds it. */
  readonly address: string;
  /** As it was at most ten seconds ago. */
  view(): Promise<LogView>;
  /** The proof that this receipt stands in the log; null: none that fits came within `limitMs`. */
  proofOf(receipt: Receipt, limitMs: number): Promise<LogProof | null>;
};

/** A witness that has signed nothing for this long is told to be away. */
const staleMs = hourMs;
const freshMs = 10 * secondMs;
const limitMs = 5 * secondMs;

/** The log of the hub at an address. */
export function hubLogAt(options: LogOptions): HubLog {
  const { clock } = options;
  let kept: { readonly at: number; readonly view: Promise<LogView> } | null = null;
  let highest: Checkpoint | null = null;

  async function view(): Promise<LogView> {
    const [newest, cosigned] = await Promise.all(
      ["/log/checkpoint", "/log/checkpoint/cosigned"].map((path) => checkpointAt(options, path, limitMs)),
    );
    if (!newest) return { is: "not-reached" };
    const seen = viewOf(options, newest, cosigned ?? null, highest);
    const isRight = seen.doubts.every((doubt) => doubt === "witnesses" || doubt === "no-witnesses");
    if (isRight) highest = newest;
    return seen;
  }

  return {
    address: `${options.url}/log`,
    view: () => {
      if (!kept || clock() - kept.at >= freshMs) kept = { at: clock(), view: view() };
      return kept.view;
    },
    proofOf: (receipt, most) => proofOf(options, receipt, most),
  };
}

async function checkpointAt(options: LogOptions, path: string, most: number): Promise<Checkpoint | null> {
  const answer = await asked(options, path, most);
  return answer?.status === 200 ? checkpointFrom(answer.bytes.toString()) : null;
}

function asked({ url, fetch }: LogOptions, path: string, most: number): Promise<Answer | null> {
  return answerOrNull(fetch, url + path, { limitMs: most });
}

function viewOf(
  options: LogOptions,
  newest: Checkpoint,
  cosigned: Checkpoint | null,
  highest: Checkpoint | null,
): Extract<LogView, { is: "seen" }> {
  const heads = [newest, ...(cosigned ? [cosigned] : [])];
  const witnesses = signedOf(options, heads);
  const earlier = [...(cosigned ? [cosigned] : []), ...(highest ? [highest] : [])];
  const doubts: Doubt[] = [
    ...(heads.every((head) => isSignedByLog(head, options.keys)) ? [] : (["signature"] as const)),
    ...(earlier.some(({ size }) => size > newest.size) ? (["shorter"] as const) : []),
    ...(earlier.some((one) => isOther(one, newest)) ? (["differs"] as const) : []),
    ...(options.witnesses.length === 0 ? (["no-witnesses"] as const) : []),
    ...(witnesses.some(({ isFresh }) => !isFresh) ? (["witnesses"] as const) : []),
  ];
  return {
    is: "seen",
    askedAt: options.clock(),
    size: newest.size,
    root: Buffer.from(newest.root).toString("base64"),
    cosignedSize: cosigned?.size ?? null,
    witnesses,
    doubts,
  };
}

/** Two heads of one size that are not the same: somebody has been shown another log. */
function isOther(one: Checkpoint, other: Checkpoint): boolean {
  return one.size === other.size && Buffer.compare(one.root, other.root) !== 0;
}

/** When each witness signed one of these heads the last time. A head that the log itself did not sign counts for nobody. */
function signedOf({ witnesses, keys, clock }: LogOptions, heads: readonly Checkpoint[]): Signed[] {
  const own = heads.filter((head) => isSignedByLog(head, keys));
  return witnesses.map(({ name, key }) => {
    const times = own.flatMap((head) => cosignedAt(head, key) ?? []);
    const at = times.length === 0 ? null : Math.max(...times) * secondMs;
    return { name, at, isFresh: at !== null && clock() - at <= staleMs };
  });
}

async function proofOf(options: LogOptions, receipt: Receipt, most: number): Promise<LogProof | null> {
  const answer = await asked(options, `/log/proof/${receiptHash(receipt)}`, most);
  if (answer?.status !== 200) return null;
  const { proof } = (jsonOrNull(answer.bytes) ?? {}) as { proof?: unknown };
  return fitting(options, receipt, proof);
}

/** The proof, if it shows that this very receipt stands in a tree whose head the log has signed. */
function fitting(options: LogOptions, receipt: Receipt, value: unknown): LogProof | null {
  const { salt, place, size, path, checkpoint } = (value ?? {}) as Record<string, unknown>;
  const saltBytes = hashIn(salt);
  const hashes = Array.isArray(path) && path.length <= 64 ? path.map(hashIn) : [null];
  const head = typeof checkpoint === "string" ? checkpointFrom(checkpoint) : null;
  if (!saltBytes || !head || !hashes.every((hash) => hash !== null)) return null;
  if (typeof place !== "number" || typeof size !== "number" || head.size !== size) return null;
  const leaf = leafHash(commitmentOf(saltBytes, Buffer.from(canonicalText(receipt))));
  if (!inclusionFits(leaf, place, size, hashes, head.root)) return null;
  if (!isSignedByLog(head, options.keys)) return null;
  const root = Buffer.from(head.root).toString("base64");
  return { raw: value, place, size, root, signed: signedOf(options, [head]) };
}

function hashIn(value: unknown): Buffer | null {
  const bytes = typeof value === "string" ? bytesIn(value) : null;
  return bytes?.length === 32 ? bytes : null;
}
