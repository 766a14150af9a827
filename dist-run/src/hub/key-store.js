// Published keys in the hub's database: every change of key in the order it was made, and the named people.
/** Changes come one at a time, so that their numbers are in the order they are seen. */
export async function lockKeys(tx) {
    await tx `select pg_advisory_xact_lock(hashtext('framme hub keys'))`;
}
/** Changes after number `after`, oldest first. */
export async function keyChanges(read, after) {
    return read `
    select number, change, bootstrap, recorded_at from key_change where number > ${after} order by number`;
}
/** Writes a change; false when the key has been published before. */
export async function insertKeyChange(tx, row, now) {
    const rows = await tx `
    insert into key_change (key_id, owner, use, change, countersignatures, bootstrap, recorded_at)
    values (${row.keyId}, ${row.owner}, ${row.use}, ${row.change}, ${row.countersignatures},
            ${row.bootstrap}, ${now})
    on conflict (key_id) do nothing
    returning number`;
    return rows.length > 0;
}
/** Names a person; the first name stays. */
export async function insertPerson(tx, id, name) {
    await tx `insert into person (id, name) values (${id}, ${name}) on conflict do nothing`;
}
//# sourceMappingURL=key-store.js.map