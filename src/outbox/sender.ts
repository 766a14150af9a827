// What a sender needs to reach the hub, and how it asks: always with an assertion of its own, for this request.

import type { KeyObject } from "node:crypto";
import { type ProblemCode, problems } from "../core/problem.ts";
import { assertionFor, type Identity } from "../http/assertion.ts";
import { type Answer, ask, type Fetch } from "../http/client.ts";
import type { Db } from "../pg/db.ts";
import { jsonOrNull } from "../wire/foreign.ts";

export type Sender = {
  readonly db: Db;
  readonly fetch: Fetch;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** The hub's origin, and its public keys as they were pinned: several while one replaces another. */
  readonly hub: { readonly url: string; readonly keys: readonly KeyObject[] };
  /** `submitter:ID`, and its key. */
  readonly identity: Identity;
};

/** Asks the hub. Refuses with `hub.not-reached` when there is no answer; any status is an answer. */
export async function askHub(
  sender: Sender,
  method: "GET" | "POST",
  path: string,
  body?: Buffer<ArrayBuffer>,
): Promise<Answer> {
  const request = body ? { method, path, body } : { method, path };
  const assertion = await assertionFor(sender.identity, sender.hub.url, request, sender.clock());
  const headers = { authorization: `Bearer ${assertion}`, "content-type": "application/json" };
  return ask(sender.fetch, sender.hub.url + path, { method, headers, ...(body ? { body } : {}) });
}

/** The problem an answer names; `hub.refused` where it names none that is known. Null for a 2xx. */
export function refusalIn(answer: Answer): ProblemCode | null {
  if (answer.status >= 200 && answer.status < 300) return null;
  const named = (jsonOrNull(answer.bytes) as { error?: unknown } | null)?.error;
  return typeof named === "string" && Object.hasOwn(problems, named) ? (named as ProblemCode) : "hub.refused";
}
