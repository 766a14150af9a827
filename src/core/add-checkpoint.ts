// What a log says to a witness (C2SP tlog-witness): the size the witness saw last, the hashes that lead from there, and
// the checkpoint. Log and witness read and write it here, so that they cannot mean different things by it.

import { type Checkpoint, checkpointFrom } from "./checkpoint.ts";
import { sha256Hex } from "./hash.ts";
import type { Hash } from "./ledger.ts";
import { bytesIn } from "./note.ts";

export type AddCheckpoint = {
  readonly oldSize: number;
  readonly path: readonly Hash[];
  readonly checkpoint: Checkpoint;
  /** The checkpoint's note as it was sent. */
  readonly text: string;
};

/** A tree of 2^63 leaves is 63 levels high. */
const mostHashes = 63;

/** The body of POST /add-checkpoint. `text` is a whole checkpoint. */
export function addCheckpointBody(oldSize: number, path: readonly Hash[], text: string): string {
  const lines = path.map((hash) => Buffer.from(hash).toString("base64"));
  return `${[`old ${oldSize}`, ...lines].map((line) => `${line}\n`).join("")}\n${text}`;
}

/** Reads such a body; null where a byte of it is not as it should be. Nothing is verified. */
export function addCheckpointFrom(body: string): AddCheckpoint | null {
  const end = body.indexOf("\n\n");
  if (end < 0) return null;
  const [first = "", ...lines] = body.slice(0, end).split("\n");
  const size = /^old (0|[1-9]\d{0,15})$/.exec(first)?.[1];
  const path = lines.map(bytesIn);
  const text = body.slice(end + 2);
  const checkpoint = checkpointFrom(text);
  if (size === undefined || !Number.isSafeInteger(Number(size)) || path.length > mostHashes) return null;
  if (!path.every((hash) => hash?.length === 32) || !checkpoint) return null;
  return { oldSize: Number(size), path: path as Buffer[], checkpoint, text };
}

/** Where a witness tells the last head of a log it co-signed: an address of our own beside C2SP's. */
export function headPath(origin: string): string {
  return `/heads/${sha256Hex(origin)}`;
}
