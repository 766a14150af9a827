// The ledger in the hub's database: leaves are written with their entry, their places in the tree right after.
// Leaves of changes of key are written here; those of receipts together with the receipts.
/** Writes the leaf of a change of key. */
export async function insertKeyLeaf(tx, leaf) {
    await tx `
    insert into ledger_leaf (key_change, salt, commitment)
    values (${leaf.keyId}, ${leaf.salt}, ${leaf.commitment})`;
}
/** Only one at a time gives leaves their places. Held until the transaction ends. */
export async function lockSequence(tx) {
    await tx `select pg_advisory_xact_lock(hashtext('framme hub ledger'))`;
}
/** Whether any leaf after `low` has no place yet. */
export async function isAnyUnplaced(read, low) {
    const rows = await read `
    select leaf.id from ledger_leaf leaf
    where leaf.id > ${low} and not exists (
      select from ledger_place where ledger_place.leaf = leaf.id and ledger_place.leaf > ${low})
    order by leaf.id limit 1`;
    return rows.length > 0;
}
/** Gives the oldest leaves after `low` that have no place the next ones, at most `most`. Gives how many. */
export async function placeLeaves(tx, low, most) {
    // The second `low` says nothing new; it keeps the look to the end of the index, however large the ledger is.
    const rows = await tx `
    with last as (select coalesce(max(place), -1) as place from ledger_place),
    new as (
      select leaf.id, row_number() over (order by leaf.id) as n from ledger_leaf leaf
      where leaf.id > ${low} and not exists (
        select from ledger_place where ledger_place.leaf = leaf.id and ledger_place.leaf > ${low})
      order by leaf.id limit ${most}
    )
    insert into ledger_place (place, before, leaf)
    select last.place + n, nullif(last.place + n - 1, -1), new.id from new, last
    returning place`;
    return rows.length;
}
/** The highest leaf there is; 0 when there is none. */
export async function highestLeaf(read) {
    const [row] = await read `select coalesce(max(id), 0) as id from ledger_leaf`;
    return row?.id ?? 0;
}
/** The tree's leaf data in order, from place `from`, at most `most`. */
export async function leavesInOrder(read, from = 0, most = 10_000) {
    const rows = await read `
    select leaf.commitment from ledger_place join ledger_leaf leaf on leaf.id = ledger_place.leaf
    where place >= ${from} order by place limit ${most}`;
    return rows.map((row) => row.commitment);
}
/**
 * Receipts of a submitter's reports among the next places after this one, in the ledger's order. Looks at `most`
 * places and no more, each by its key, so that it takes as long in a large ledger as in a small one.
 */
export async function receiptsAfter(read, submitter, after, most) {
    const rows = await read `
    with next as materialized (
      select place, leaf from ledger_place where place > ${after} order by place limit ${most}
    )
    select next.place, heard.body
    from next left join lateral (
      select receipt.body
      from ledger_leaf join receipt on receipt.hash = ledger_leaf.receipt
      join report on report.id = receipt.report
      where ledger_leaf.id = next.leaf and report.submitter = ${submitter}
      limit 1
    ) as heard on true
    where heard.body is not null or next.place = (select max(place) from next)
    order by next.place`;
    const receipts = rows.flatMap(({ place, body }) => (body === null ? [] : [{ place, body }]));
    return { receipts, upTo: rows.at(-1)?.place ?? after };
}
//# sourceMappingURL=ledger-store.js.map