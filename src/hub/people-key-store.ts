// Who speaks for which service with a key of their own. Once written it stays.

import type { Read, Tx } from "../pg/db.ts";

/** Every person of a service. */
export async function servicePeople(read: Read): Promise<{ person: string; service: string }[]> {
  return read<{ person: string; service: string }[]>`select person, service from service_person`;
}

/** The service that somebody speaks for; null when none. */
export async function servicePersonOf(read: Read, person: string): Promise<string | null> {
  const [row] = await read<{ service: string }[]>`
    select service from service_person where person = ${person}`;
  return row?.service ?? null;
}

export async function insertServicePerson(
  tx: Tx,
  row: { readonly person: string; readonly service: string; readonly by: string },
  now: Date,
): Promise<void> {
  await tx`
    insert into service_person (person, service, by_caller, at)
    values (${row.person}, ${row.service}, ${row.by}, ${now})`;
}

/** A person's name, where one is written down. */
export async function nameOf(read: Read, person: string): Promise<string | null> {
  const [row] = await read<{ name: string }[]>`select name from person where id = ${person}`;
  return row?.name ?? null;
}
