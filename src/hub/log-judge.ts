// Holds what a witness has signed against the log here. A head counts only where the witness's signature and one of the
// hub's own keys fit it: a witness that merely says that there is more, or other, can stop nothing.

import { type Checkpoint, checkpointFrom, cosignedAt, type Head, isSignedByLog } from "../core/checkpoint.ts";
import { headPath } from "../core/add-checkpoint.ts";
import { noteAlgorithms, type NoteKey, noteKeyOf } from "../core/note.ts";
import { refuse } from "../core/problem.ts";
import { answerOrNull } from "../http/client.ts";
import { jsonOrNull } from "../wire/foreign.ts";
import type { Hub } from "./hub.ts";
import type { LogFault, Witness } from "./log-state.ts";
import { lastCheckpoint, lastSizeOf } from "./log-store.ts";
import { rootAt } from "./log-tree.ts";
import { noteDeviations } from "./receipt-store.ts";

/** What a witness answered: a head it proves, none, or what was wrong with the answer. */
export type Told =
  | { readonly witness: Witness; readonly head: Head | null; readonly wrong: null }
  | { readonly witness: Witness; readonly wrong: string };

const headLimitMs = 3000;
const askAgainMs = 500;

/** Asks a witness for the last head of this log that it co-signed. */
export async function askHead(hub: Hub, witness: Witness): Promise<Told> {
  const url = `${witness.url}${headPath(hub.log.origin)}`;
  const answer = await answerOrNull(hub.log.road, url, { limitMs: headLimitMs });
  if (!answer) return { witness, wrong: "did not answer" };
  if (answer.status === 404 && errorIn(answer.bytes) === "witness.nothing-signed") {
    // Where it has signed before, a witness that has nothing has lost it, and its word is worth nothing until then.
    const before = await lastSizeOf(hub.db.read, hub.log.origin, witness.key.name);
    return before === null
      ? { witness, head: null, wrong: null }
      : { witness, wrong: "has lost what it signed" };
  }
  if (answer.status !== 200) return { witness, wrong: `answered ${answer.status}` };
  const head = checkpointFrom(answer.bytes.toString());
  const isRight = head?.origin === hub.log.origin && (await isProven(hub, head, witness.key));
  return isRight
    ? { witness, head, wrong: null }
    : { witness, wrong: "told a head that is not rightly signed" };
}

/** A witness that does not watch this log at all answers 404 as well: that is no word about it. */
function errorIn(bytes: Uint8Array): unknown {
  return (jsonOrNull(bytes) as { error?: unknown } | null)?.error;
}

/** Signed by a key of this hub's, old or new, and by the witness. */
async function isProven(hub: Hub, checkpoint: Checkpoint, key: NoteKey): Promise<boolean> {
  const { keys } = await hub.known.read();
  const own = [...keys.values()].filter(({ change }) => change.owner === "hub" && change.use === "hub");
  const logKeys = own.map(({ publicKey }) => noteKeyOf(hub.log.origin, noteAlgorithms.log, publicKey));
  return isSignedByLog(checkpoint, logKeys) && cosignedAt(checkpoint, key) !== null;
}

/** What is wrong with the log here if this head was signed for, or null where it continues it. */
export async function judge(hub: Hub, { key }: Witness, head: Head): Promise<LogFault | null> {
  const size = (await lastCheckpoint(hub.db.read, hub.log.origin))?.size ?? 0;
  if (head.size > size)
    return {
      code: "ledger.shorter-than-witnessed",
      detail: `${key.name} has signed for ${head.size}, here are ${size}`,
    };
  const isSame = (await rootAt(hub.db.read, head.size)).equals(head.root);
  return isSame
    ? null
    : {
        code: "ledger.not-as-witnessed",
        detail: `${key.name} has signed another root for ${head.size}, here are ${size}`,
      };
}

/** Stops what must stop with this fault, and notes it for the operator. */
export async function stopLog(hub: Hub, fault: LogFault): Promise<void> {
  hub.log.stop(fault);
  await noteWitness(hub, fault.code, fault.detail);
}

/** Notes for the operator what a witness said or did, or what it brought to light. */
export async function noteWitness(hub: Hub, kind: string, said: string): Promise<void> {
  const detail = said.replace(/[^A-Za-z0-9 .:_-]/g, "_").slice(0, 200);
  const row = { kind, report: null, service: null, owner: "operator", detail };
  await hub.db.begin((tx) => noteDeviations(tx, [row], new Date(hub.clock())));
}

/**
 * Lets a hub start only when a witness has answered and nothing that any of them has signed is missing or other here.
 * Asks for `patienceMs`; refuses with `witness.none-answered`, saying what each did, or with the log's fault.
 */
export async function checkWithWitnesses(hub: Hub, patienceMs: number): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const told = await Promise.all(hub.log.witnesses.map((witness) => askHead(hub, witness)));
    for (const one of told) await refuseOther(hub, one);
    if (told.some(({ wrong }) => wrong === null)) return;
    if (performance.now() >= until)
      refuse("witness.none-answered", told.map(({ witness, wrong }) => `${witness.url} ${wrong}`).join("; "));
    const { promise, resolve } = Promise.withResolvers<void>();
    setTimeout(resolve, askAgainMs);
    await promise;
  }
}

async function refuseOther(hub: Hub, told: Told): Promise<void> {
  const fault = told.wrong === null && told.head ? await judge(hub, told.witness, told.head) : null;
  if (fault) refuse(fault.code, fault.detail);
}
