// Named people who speak for one service with a key of their own. They confirm what they have found there, and have no
// say in anything else: whoever is to be one is made one before their key is published, so that there is no moment at
// which it counts among those of the people who run the hub.

import { refuse } from "../core/problem.ts";
import type { Hub } from "./hub.ts";
import { lockKeys } from "./key-store.ts";
import { insertServicePerson, servicePersonOf } from "./people-key-store.ts";
import { publishedKeys } from "./publish-key.ts";

export type ServicePerson = { readonly person: string; readonly service: string };

/** Makes somebody a person of a service, for good. Refuses with `caller.not-allowed` one whose key is published. */
export async function addServicePerson(
  hub: Hub,
  wish: ServicePerson,
  by: string,
): Promise<{ isNew: boolean }> {
  const { person, service } = wish;
  if (!/^person:[a-z0-9-]{1,60}$/.test(person)) refuse("request.bad-shape", "person: person:…");
  if (!(await hub.known.read()).services.has(service)) refuse("service.unknown");
  const isNew = await hub.db.begin(async (tx) => {
    await lockKeys(tx);
    const before = await servicePersonOf(tx, person);
    if (before !== null)
      return before === service ? false : refuse("caller.not-allowed", "another service's");
    const hasKey = [...(await publishedKeys(tx)).values()].some((key) => key.change.owner === person);
    if (hasKey) refuse("caller.not-allowed", "this person's key is published already");
    await insertServicePerson(tx, { person, service, by }, new Date(hub.clock()));
    return true;
  });
  hub.known.forget();
  return { isNew };
}
