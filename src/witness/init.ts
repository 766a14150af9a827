// Gives a witness the head it starts from, once for each log, on the word of whoever types the command. There is no
// other way: a witness that takes the first head it is shown can be shown a log that has been written anew.

import { readFileSync } from "node:fs";
import { checkpointFrom, isSignedByLog } from "../core/checkpoint.ts";
import type { NoteSigner } from "../core/note.ts";
import { refuse } from "../core/problem.ts";
import { emptyHead, keepFirst, type KnownHead } from "./heads.ts";
import { signedHead } from "./signed-head.ts";
import { type WatchedLog, witnessSettings } from "./settings.ts";

/** `headFile`: a checkpoint of the log, as another witness or the log itself gives it. Null: nothing was ever signed under this name. */
export type InitWish = { readonly config: string; readonly origin: string; readonly headFile: string | null };

/**
 * Keeps the log's first head, signed by this witness: it would sign it for whoever asked from now on. Refuses with `config.bad`, `witness.log-unknown`, `witness.bad-head` or, where there is
 * a head already, `witness.head-exists`. Gives the size of the head.
 */
export async function initWitness(
  { config, origin, headFile }: InitWish,
  now: number,
): Promise<{ size: number }> {
  const settings = witnessSettings({ WITNESS_CONFIG: config });
  const log = settings.logs.find((each) => each.origin === origin) ?? refuse("witness.log-unknown", origin);
  const head = headFile === null ? emptyHead : headIn(headFile, log, settings, now);
  await keepFirst(settings.stateDir, origin, head);
  return { size: head.size };
}

function headIn(file: string, log: WatchedLog, witness: NoteSigner, now: number): KnownHead {
  const checkpoint = checkpointFrom(readFileSync(file, "utf8"));
  if (checkpoint === null || checkpoint.origin !== log.origin || !isSignedByLog(checkpoint, log.keys))
    return refuse("witness.bad-head", file);
  return signedHead(checkpoint, log, witness, now).head;
}
