// The address book and SvarInn accounts in the hub's database. A service is what its last change says; earlier
// ones stay, so that it can be seen who changed what and when.
/** Changes come one at a time, so that their numbers are in the order they are seen. */
export async function lockAddressBook(tx) {
    await tx `select pg_advisory_xact_lock(hashtext('framme hub address book'))`;
}
/** Changes after number `after`, oldest first. */
export async function addressChanges(read, after) {
    return read `
    select number, kind, id, body from address_change where number > ${after} order by number`;
}
/** Writes what a service, or an emergency service, is from now on. */
export async function insertAddressChange(tx, change, now) {
    await tx `
    insert into address_change (kind, id, body, by_caller, recorded_at)
    values (${change.kind}, ${change.id}, ${change.body}, ${change.by}, ${now})`;
}
/** Gives a service a SvarInn account; replaces the one it had. */
export async function setSvarinnAccount(tx, account, now) {
    await tx `
    insert into svarinn_account (service, user_name, password_hash, made_by, made_at)
    values (${account.service}, ${account.user}, ${account.passwordHash}, ${account.by}, ${now})
    on conflict (service) do update
    set password_hash = excluded.password_hash, made_by = excluded.made_by, made_at = excluded.made_at`;
}
/** Whose account it is, and the hash of its password. */
export async function svarinnAccount(read, user) {
    const [row] = await read `
    select service, password_hash from svarinn_account where user_name = ${user}`;
    return row ?? null;
}
//# sourceMappingURL=address-store.js.map