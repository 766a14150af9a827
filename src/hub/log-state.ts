// What the hub knows of its log besides what stands in the database: the name it has among witnesses, who they are, and
// whether something was found that must stop it. A fault stays until a person has looked and the hub is started again.

import type { NoteKey } from "../core/note.ts";
import type { ProblemCode } from "../core/problem.ts";
import { type Fetch, overTheNetwork } from "../http/client.ts";

/** Somebody else's program that co-signs heads. `url` has no slash at its end. */
export type Witness = { readonly url: string; readonly key: NoteKey };

/** `detail` may hold sizes, places in the ledger and names of witnesses. */
export type LogFault = {
  readonly code: ProblemCode & `ledger.${string}`;
  readonly detail: string;
};

export type LogState = {
  /** The log's name, first line of every checkpoint. */
  readonly origin: string;
  readonly witnesses: readonly Witness[];
  /** The way to the witnesses. */
  readonly road: Fetch;
  fault(): LogFault | null;
  /** Notes what was found. The first fault stands. */
  stop(fault: LogFault): void;
};

export type LogParts = {
  readonly origin?: string;
  readonly witnesses?: readonly Witness[];
  readonly road?: Fetch;
};

/** The state of a log in which nothing wrong has been found. */
export function logState(publicOrigin: string, parts: LogParts = {}): LogState {
  let found: LogFault | null = null;
  return {
    origin: parts.origin ?? `${new URL(publicOrigin).host}/log`,
    witnesses: parts.witnesses ?? [],
    road: parts.road ?? overTheNetwork,
    fault: () => found,
    stop: (fault) => {
      found ??= fault;
    },
  };
}

/** Whether with this fault nothing may be taken over or handed on: others have seen what is not here. */
export function stopsReports({ code }: LogFault): boolean {
  return code === "ledger.shorter-than-witnessed" || code === "ledger.not-as-witnessed";
}
