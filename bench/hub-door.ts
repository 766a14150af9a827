// The hub as the bench's sender meets it: it posts exact bytes and believes only receipts that the pinned hub key
// signed for those bytes.

import type { KeyObject } from "node:crypto";
import { refuse } from "../src/core/problem.ts";
import { checkReceipt, type Receipt } from "../src/core/receipt.ts";
import { assertionFor, type Identity } from "../src/http/assertion.ts";
import { ask, jsonOf, overTheNetwork } from "../src/http/client.ts";
import { readReceipt } from "../src/wire/receipt-v1.ts";
import type { Sealed } from "./sealed-report.ts";

export type HubDoor = { readonly origin: string; readonly hubKey: KeyObject; readonly submitter: Identity };

/** Posts a package; gives the `accepted` receipt. Refuses with `receipt.*` when it is not one for these bytes. */
export async function post(hub: HubDoor, sealed: Sealed): Promise<Receipt> {
  const { receipt } = (await call(hub, "POST", "/reports", "", sealed.bytes)) as { receipt?: unknown };
  const accepted = readReceipt(receipt);
  checkReceipt(accepted, hub.hubKey);
  if (accepted.kind !== "accepted") refuse("receipt.wrong-issuer");
  if (accepted.reportId !== sealed.id || accepted.sealedHash !== sealed.header.sealed.hash)
    refuse("receipt.wrong-content");
  return accepted;
}

/** Asks the hub as the submitter. The assertion is for the path without its query. */
export async function call(
  { origin, submitter }: HubDoor,
  method: "GET" | "POST",
  path: string,
  query = "",
  body?: Buffer,
): Promise<unknown> {
  const request = body ? { method, path, body } : { method, path };
  const authorization = `Bearer ${await assertionFor(submitter, origin, request, Date.now())}`;
  const headers = { authorization, "content-type": "application/json" };
  const init = body ? { method, headers, body: new Uint8Array(body) } : { method, headers };
  return jsonOf(await ask(overTheNetwork, `${origin}${path}${query}`, init), "hub.refused");
}
