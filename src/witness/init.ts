// Gives a witness the head it starts from, once for each log, on the word of whoever types the command. There is no
// other way: a witness that takes the first head it is shown can be shown a log that has been written anew.

import { readFileSync } from "node:fs";
import { checkpointFrom, isSignedByLog } from "../core/checkpoint.ts";
import { refuse } from "../core/problem.ts";
import { emptyHead, keepFirst, type KnownHead } from "./heads.ts";
import { type WatchedLog, witnessSettings } from "./settings.ts";

/** `headFile`: a checkpoint of the log, as another witness or the log itself gives it. Null: the log is empty. */
export type InitWish = { readonly config: string; readonly origin: string; readonly headFile: string | null };

/**
 * Keeps the log's first head. Refuses with `config.bad`, `witness.log-unknown`, `witness.bad-head` or, where there is
 * a head already, `witness.head-exists`. Gives the size of the head.
 */
export async function initWitness({ config, origin, headFile }: InitWish): Promise<{ size: number }> {
  const settings = witnessSettings({ WITNESS_CONFIG: config });
  const log = settings.logs.find((each) => each.origin === origin) ?? refuse("witness.log-unknown", origin);
  const head = headFile === null ? emptyHead : headIn(headFile, log);
  await keepFirst(settings.stateDir, origin, head);
  return { size: head.size };
}

function headIn(file: string, log: WatchedLog): KnownHead {
  const note = readFileSync(file, "utf8");
  const checkpoint = checkpointFrom(note);
  if (checkpoint === null || checkpoint.origin !== log.origin || !isSignedByLog(checkpoint, log.keys))
    return refuse("witness.bad-head", file);
  return { size: checkpoint.size, root: Buffer.from(checkpoint.root), note };
}
