// Recalls: a supplier's version that is not to be trusted. One named person opens one, and from that instant nothing of the
// services that ran it is erased; two must say that it is over, for that is what lets erasing go on.

import type { Service } from "../core/area.ts";
import { refuse } from "../core/problem.ts";
import { osloDate } from "../core/schedule.ts";
import type { Hub } from "./hub.ts";
import { insertRecall, insertRecallEnd, type Recall, recalls } from "./recall-store.ts";

export type Recalled = Omit<Recall, "endedBy"> & {
  readonly endedBy: readonly string[];
  readonly isOpen: boolean;
};

export type NewRecall = {
  readonly supplier: string;
  readonly version: string;
  /** Services to hold besides those that the address book says have run the version since `affectedFrom`. */
  readonly services: readonly string[];
  readonly affectedFrom: number;
};

/** How many must say that a recall is over; the view `open_recall` counts the same. */
const peopleToEnd = 2;

/** Every recall there has been, the first first. */
export async function allRecalls(hub: Hub): Promise<Recalled[]> {
  return (await recalls(hub.db.read)).map(withState);
}

/** Opens a recall. Refuses with `service.unknown`: one that is named wrong, or none that runs the version. */
export async function openRecall(hub: Hub, wanted: NewRecall, by: string): Promise<Recalled> {
  const { services } = await hub.known.read();
  const unknown = wanted.services.find((id) => !services.has(id));
  if (unknown !== undefined) refuse("service.unknown", unknown);
  const running = [...services.values()].filter((service) => ran(service, wanted)).map(({ id }) => id);
  const held = [...new Set([...running, ...wanted.services])].sort();
  if (held.length === 0) refuse("service.unknown", "none is known to run this version: name the services");
  const { supplier, version } = wanted;
  const affectedFrom = new Date(wanted.affectedFrom);
  return hub.db.begin(async (tx) => {
    const openedAt = new Date(hub.clock());
    const number = await insertRecall(tx, {
      supplier,
      version,
      services: held,
      affectedFrom,
      openedBy: by,
      openedAt,
    });
    return withState((await recalls(tx, number))[0]!);
  });
}

function ran({ caseSystems }: Service, { supplier, version, affectedFrom }: NewRecall): boolean {
  const since = osloDate(affectedFrom);
  return caseSystems.some(
    (one) => one.supplier === supplier && one.version === version && (one.to === null || one.to >= since),
  );
}

/** Writes that this person says it is over. Refuses with `recall.unknown` or `recall.same-person`. */
export async function endRecall(hub: Hub, number: number, by: string): Promise<Recalled> {
  return hub.db.begin(async (tx) => {
    if ((await recalls(tx, number)).length === 0) refuse("recall.unknown");
    const isNew = await insertRecallEnd(tx, number, by, new Date(hub.clock()));
    if (!isNew) refuse("recall.same-person");
    return withState((await recalls(tx, number))[0]!);
  });
}

function withState(recall: Recall): Recalled {
  return { ...recall, isOpen: recall.endedBy.length < peopleToEnd };
}
