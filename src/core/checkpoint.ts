// A checkpoint is the ledger's head as a signed note (C2SP tlog-checkpoint): origin, size and root, the log's signature,
// and the signatures of the witnesses that saw it continue the heads before it. Read strictly: three lines, no more.

import type { Hash } from "./ledger.ts";
import {
  bytesIn,
  isLineOf,
  isNoteName,
  logLine,
  logLineFits,
  type Note,
  type NoteKey,
  type NoteLine,
  type NoteSigner,
  noteFrom,
  noteLineFrom,
  noteOf,
  witnessedAt,
  witnessLine,
} from "./note.ts";
import { assert } from "./problem.ts";

/** A tree as it stood: how many leaves, and the root over them (32 bytes). `origin` names the log. */
export type Head = { readonly origin: string; readonly size: number; readonly root: Hash };

/** A head with the note it stands in. Nothing is verified by reading it. */
export type Checkpoint = Head & { readonly note: Note };

/** The text that log and witnesses sign. */
export function headText({ origin, size, root }: Head): string {
  assert(isNoteName(origin) && isCount(size) && root.length === 32, "this is a head");
  return `${origin}\n${size}\n${Buffer.from(root).toString("base64")}\n`;
}

/** Reads a head's text; null where it is not one, or has more lines than the three. */
export function headFrom(text: string): Head | null {
  const [, origin = "", size = "", root = ""] = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([^\n]+)\n$/.exec(text) ?? [];
  const bytes = bytesIn(root);
  if (!isNoteName(origin) || !isCount(Number(size)) || bytes?.length !== 32) return null;
  return { origin, size: Number(size), root: bytes };
}

/** The head as a note signed by its log. The signer's name must be the origin. */
export function signCheckpoint(head: Head, signer: NoteSigner): string {
  assert(signer.name === head.origin, "a log signs in the name of its origin");
  const text = headText(head);
  return noteOf(text, [logLine(text, signer)]);
}

/** Reads a checkpoint with whatever signature lines it has; null where it is not one. */
export function checkpointFrom(whole: string): Checkpoint | null {
  const note = noteFrom(whole);
  const head = note && headFrom(note.text);
  return note && head ? { ...head, note } : null;
}

/** Whether the log signed it: a line in its name that fits one of its keys, and none of a key of its that does not. */
export function isSignedByLog({ origin, note }: Checkpoint, keys: readonly NoteKey[]): boolean {
  const own = keys.filter(({ name }) => name === origin);
  const lines = note.lines.flatMap((line) =>
    own.filter((key) => isLineOf(line, key)).map((key) => ({ line, key })),
  );
  return lines.length > 0 && lines.every(({ line, key }) => logLineFits(note.text, line, key));
}

/**
 * When this witness signed it, in seconds since 1970, the latest time if it did so more than once; null where it did
 * not, or where a line in its name and with its key's id does not fit.
 */
export function cosignedAt({ note }: Checkpoint, witness: NoteKey): number | null {
  const times = note.lines
    .filter((line) => isLineOf(line, witness))
    .map((line) => witnessedAt(note.text, line, witness));
  if (times.length === 0 || !times.every((time) => time !== null)) return null;
  return Math.max(...times);
}

/** A witness's signature line for a checkpoint, without newline. Whoever calls has checked that it continues the last. */
export function cosign({ note }: Checkpoint, witness: NoteSigner, seconds: number): string {
  return witnessLine(note.text, witness, seconds);
}

/** The checkpoint with more signature lines under it. A line that is there already is not put twice. */
export function withLines(whole: string, lines: readonly string[]): string {
  const note = noteFrom(whole);
  assert(note && lines.every((line) => noteLineFrom(line)), "lines are put under a note");
  return noteOf(note.text, [...new Set([...note.lines.map(({ line }) => line), ...lines])]);
}

/** Only the signature lines of these keys, in the note's order: what strangers added is not carried further. */
export function linesOf({ note }: Checkpoint, keys: readonly NoteKey[]): NoteLine[] {
  return note.lines.filter((line) => keys.some((key) => isLineOf(line, key)));
}

function isCount(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0;
}
