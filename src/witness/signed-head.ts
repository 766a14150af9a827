// A head with this witness's name under it, as it is kept and told. Whoever asks for it has made sure that it may be signed.

import { type Checkpoint, cosign, linesOf, withLines } from "../core/checkpoint.ts";
import { type NoteSigner, noteOf } from "../core/note.ts";
import type { KnownHead } from "./heads.ts";
import type { WatchedLog } from "./settings.ts";

/** The witness's line, and the head to keep. Strangers' lines under the note are not kept: only the log's and ours. */
export function signedHead(
  checkpoint: Checkpoint,
  { keys }: WatchedLog,
  { name, privateKey }: NoteSigner,
  now: number,
): { line: string; head: KnownHead } {
  const line = cosign(checkpoint, { name, privateKey }, Math.floor(now / 1000));
  const own = linesOf(checkpoint, keys).map((each) => each.line);
  const note = withLines(noteOf(checkpoint.note.text, own), [line]);
  return { line, head: { size: checkpoint.size, root: Buffer.from(checkpoint.root), note } };
}
