// Weighs a new head of a log, and signs it: only if the log signed it, and only if it continues the last head that was
// signed here. The new head is on disk before the signature leaves; what is refused changes nothing.

import type { AddCheckpoint } from "../core/add-checkpoint.ts";
import { isSignedByLog } from "../core/checkpoint.ts";
import { consistencyFits } from "../core/ledger.ts";
import { refuse } from "../core/problem.ts";
import { headOf, replaceHead } from "./heads.ts";
import type { Witness } from "./room.ts";
import type { WatchedLog } from "./settings.ts";
import { signedHead } from "./signed-head.ts";

/** What came of it: a signature line, or how far this witness has seen the log come. */
export type Weighed = { readonly line: string } | { readonly size: number };

/**
 * Signs a checkpoint that continues the log. Refuses with `witness.log-unknown`, `witness.not-signed`,
 * `witness.no-head`, `witness.bad-state`, `witness.too-small` or `witness.not-consistent`.
 */
export async function coSign(witness: Witness, asked: AddCheckpoint): Promise<Weighed> {
  const { checkpoint, oldSize } = asked;
  const log = watched(witness, checkpoint.origin);
  if (!isSignedByLog(checkpoint, log.keys)) refuse("witness.not-signed");
  if (oldSize > checkpoint.size) refuse("witness.too-small");
  return witness.oneAtATime(log.origin, async () => {
    const last = (await headOf(witness.stateDir, log.origin)) ?? refuse("witness.no-head", log.origin);
    if (last.size !== oldSize) return { size: last.size };
    // Two roots at one size: the log has been forked. It is told where we stand, and nothing is signed.
    if (last.size === checkpoint.size && !last.root.equals(checkpoint.root)) return { size: last.size };
    if (!consistencyFits(oldSize, checkpoint.size, last.root, checkpoint.root, asked.path))
      refuse("witness.not-consistent");
    const { line, head } = signedHead(checkpoint, log, witness.signer, witness.clock());
    await replaceHead(witness.stateDir, log.origin, last, head);
    return { line };
  });
}

/** The log by its origin; refuses with `witness.log-unknown`. */
export function watched({ logs }: Witness, origin: string): WatchedLog {
  return logs.find((log) => log.origin === origin) ?? refuse("witness.log-unknown");
}
