// Who is calling, proved by an assertion that is signed with a published key and made out to this hub, this
// address and this body. A key proves only its owner, and only where that kind of owner has something to do.

import type { Context } from "hono";
import type { KeyUse } from "../core/key-change.ts";
import { refuse } from "../core/problem.ts";
import { callerOfBody, type Claim, claimIn, type KnownKey } from "../http/assertion.ts";
import type { Hub } from "./hub.ts";
import type { Known } from "./known.ts";

export type Role = "service" | "submitter" | "person";

/** Which of an owner's keys proves who it is. */
const useOf: Record<Role, KeyUse> = { service: "receipt", submitter: "submitter", person: "person" };

/** The caller as `role:id`; refuses anybody without proof, and any role not named here with `caller.not-allowed`. */
export async function provenCaller(
  hub: Hub,
  c: Context,
  body: Uint8Array | string,
  ...roles: Role[]
): Promise<string> {
  return callerOfBody(await claimedCaller(hub, c, ...roles), body);
}

/** As `provenCaller`, before the body has been read: it must still be held against the claim. */
export async function claimedCaller(hub: Hub, c: Context, ...roles: Role[]): Promise<Claim> {
  const known = await hub.known.read();
  const claim = await claimOf(hub, known, c, roles);
  // Whoever speaks for one service has no say in what concerns all of them.
  return known.servicePeople.has(claim.caller) ? refuse("caller.not-allowed") : claim;
}

/** A named person with a key: `service` is the one they speak for, null for those who run the hub. */
export async function provenPerson(
  hub: Hub,
  c: Context,
  body: Uint8Array,
): Promise<{ readonly id: `person:${string}`; readonly service: string | null }> {
  const known = await hub.known.read();
  const id = callerOfBody(await claimOf(hub, known, c, ["person"]), body) as `person:${string}`;
  return { id, service: known.servicePeople.get(id) ?? null };
}

async function claimOf(hub: Hub, known: Known, c: Context, roles: readonly Role[]): Promise<Claim> {
  const claim = await claimIn(
    c.req.header("authorization"),
    [hub.origin],
    { method: c.req.method, path: c.req.path },
    async (keyId) => knownKey(known, keyId),
    hub.clock(),
  );
  const isAllowed = roles.some((role) => claim.caller.startsWith(`${role}:`));
  return isAllowed ? claim : refuse("caller.not-allowed");
}

function knownKey(known: Known, keyId: string): KnownKey | null {
  const key = known.keys.get(keyId);
  if (!key) return null;
  const { owner, use } = key.change;
  const isProof = Object.entries(useOf).some(
    ([role, proof]) => owner.startsWith(`${role}:`) && use === proof,
  );
  return isProof ? { caller: owner, publicKey: key.publicKey, validFrom: key.from, validTo: key.to } : null;
}
