// Asking the hub from the command line: one thing that it publishes, and what a named person may change there. The
// lists that every sender needs are in src/outbox/published.ts.

import { createPrivateKey, type KeyObject } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import type { EmergencyService, Service } from "../core/area.ts";
import type { Erasure } from "../core/erasure.ts";
import type { Countersignature, KeyChange } from "../core/key-change.ts";
import { refuse } from "../core/problem.ts";
import { keyIdOf } from "../core/signature.ts";
import { assertionFor, type Identity } from "../http/assertion.ts";
import { ask, jsonOf, overTheNetwork } from "../http/client.ts";
import type { PublishedKey, PublishedService } from "../outbox/published.ts";
import { valueOrNull } from "../wire/foreign.ts";
import { note } from "./output.ts";
import type { PersonSettings } from "./settings.ts";

/** One service; refuses with `service.unknown`. */
export async function fetchService(hub: string, id: string): Promise<PublishedService> {
  return (await getJson(hub, `/services/${encodeURIComponent(id)}`)) as PublishedService;
}

/** One key that was published at some time; refuses with `key.unknown`. */
export async function fetchKey(hub: string, keyId: string): Promise<PublishedKey> {
  return (await getJson(hub, `/keys/${encodeURIComponent(keyId)}`)) as PublishedKey;
}

/** Publishes a change of key. The countersignatures are all the proof there is need of. */
export async function postKey(
  hub: string,
  change: KeyChange,
  countersignatures: readonly Countersignature[],
): Promise<PublishedKey> {
  return (await send(hub, "POST", "/keys", { change, countersignatures }, null)) as PublishedKey;
}

/** Records a service as a named person. Whether it was new. */
export async function putService(hub: string, service: Service, who: Identity): Promise<void> {
  await send(hub, "PUT", `/services/${service.id}`, service, who);
}

/** Records an emergency service as a named person. */
export async function putEmergencyService(hub: string, unit: EmergencyService, who: Identity): Promise<void> {
  await send(hub, "PUT", `/emergency-services/${unit.id}`, unit, who);
}

/** Makes a new password for a service's SvarInn client. The hub keeps only its hash. */
export async function newSvarInnPassword(
  hub: string,
  service: string,
  who: Identity,
): Promise<{ user: string; password: string }> {
  return (await send(hub, "POST", `/services/${service}/svarinn`, null, who)) as {
    user: string;
    password: string;
  };
}

/** Lets a person, whose key is not published yet, speak for one service. */
export async function putServicePerson(
  hub: string,
  wish: { readonly service: string; readonly person: string },
  who: Identity,
): Promise<unknown> {
  return send(hub, "PUT", `/services/${wish.service}/people/${wish.person}`, null, who);
}

/** A report that was only claimed has been found: gives the receipt. */
export async function postConfirmation(hub: string, found: unknown, who: Identity): Promise<unknown> {
  return send(hub, "POST", "/confirmations", found, who);
}

/** A list out of a case system: gives what came of each line. */
export async function postConfirmationList(hub: string, list: unknown, who: Identity): Promise<unknown> {
  return send(hub, "POST", "/confirmations/lists", list, who);
}

/** Asks now whether a report is still in its case system. Refuses as `challengeNow` at the hub does. */
export async function postChallenge(
  hub: string,
  report: string,
  who: Identity,
): Promise<{ id: string; service: string; n: number }> {
  return (await send(hub, "POST", `/reports/${encodeURIComponent(report)}/challenge`, null, who)) as {
    id: string;
    service: string;
    n: number;
  };
}

/** The certificate that a report's content has been erased, as its sender or its service. Not checked yet. */
export async function getErasure(hub: string, report: string, who: Identity): Promise<Erasure> {
  const path = `/reports/${encodeURIComponent(report)}/erasure`;
  const assertion = await assertionFor(who, hub, { method: "GET", path }, Date.now());
  const headers = { authorization: `Bearer ${assertion}` };
  return jsonOf(await ask(overTheNetwork, hub + path, { method: "GET", headers }), "hub.refused") as Erasure;
}

/** Asks where a report is, by its tracking code. The code goes in the body, never into an address. */
export async function postFollow(hub: string, code: string): Promise<unknown> {
  return send(hub, "POST", "/follow", { code }, null);
}

/** Closes a tracking code. The hub says the same whether it knew it or not. */
export async function postFollowClose(hub: string, code: string): Promise<void> {
  const headers = { "content-type": "application/json" };
  const init = { method: "POST", headers, body: JSON.stringify({ code }) };
  const answer = await ask(overTheNetwork, `${hub}/follow/close`, init);
  if (answer.status !== 204) jsonOf(answer, "hub.refused");
}

async function getJson(hub: string, path: string): Promise<unknown> {
  return jsonOf(await ask(overTheNetwork, hub + path, { method: "GET" }), "hub.refused");
}

async function send(
  hub: string,
  method: string,
  path: string,
  value: unknown,
  who: Identity | null,
): Promise<unknown> {
  const body = value === null ? "" : JSON.stringify(value);
  const headers: Record<string, string> = value === null ? {} : { "content-type": "application/json" };
  if (who)
    headers.authorization = `Bearer ${await assertionFor(who, hub, { method, path, body }, Date.now())}`;
  return jsonOf(await ask(overTheNetwork, hub + path, { method, headers, body }), "hub.refused");
}

/** A person ready to sign. */
export async function identityOf(person: PersonSettings): Promise<Identity> {
  const privateKey = await privateKeyIn(person.keyFile);
  return { caller: person.id, keyId: keyIdOf(privateKey), privateKey };
}

/** Reads a private key, and says so when others on this machine can read it too. */
export async function privateKeyIn(path: string): Promise<KeyObject> {
  await warnIfOpen(path);
  const pem = await readFile(path, "utf8");
  return valueOrNull(() => createPrivateKey(pem)) ?? refuse("key.not-usable", path);
}

/** Warns on standard error when a secret file can be read by others than its owner. */
export async function warnIfOpen(path: string): Promise<void> {
  if (await isOpenToOthers(path)) note(`framme: warning: others can read ${path}. Run: chmod 600 ${path}`);
}

/** Whether the group, or everybody, may read a file. Windows has no such bits. */
export async function isOpenToOthers(path: string): Promise<boolean> {
  return process.platform !== "win32" && ((await stat(path)).mode & 0o077) !== 0;
}
