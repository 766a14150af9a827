// Leaves by the hundred for tests of the log, straight into the tables as the database's owner: as changes of key write
// them, under ids that no key has.

import postgres from "postgres";

/** Adds leaves that no receipt belongs to. They have no place yet. */
export async function addLeaves(ownerUrl: string, count: number): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1 });
  await owner`
    with keys as (
      insert into key_change (key_id, owner, use, change, countersignatures, bootstrap, recorded_at)
      select md5(random()::text), 'submitter:many', 'submitter', change, '[]', false, now()
      from generate_series(1, ${count}), (select change from key_change limit 1) as any_change
      returning key_id)
    insert into ledger_leaf (key_change, salt, commitment)
    select key_id, sha256(key_id::bytea), sha256(key_id::bytea || 'x') from keys`;
  await owner.end();
}
