// All SQL about drafts. What is written in one is erased when the hub has the report, or after a day without a touch;
// the row itself goes with its session.
/** A session's row; null when it has none. */
export async function draftOf(read, session) {
    const [row] = await read `
    select answers, sent, touched_at, packages from draft where id = ${session}`;
    return row ?? null;
}
/** As `draftOf`, and nobody else changes it until the transaction ends. */
export async function lockDraft(tx, session) {
    const [row] = await tx `
    select answers, sent, touched_at, packages from draft where id = ${session} for update`;
    return row ?? null;
}
/** Makes the session's row, empty, unless it is there; without the session there is none. */
export async function insertDraft(tx, session, at) {
    await tx `
    insert into draft (id, touched_at)
    select id, ${at}::timestamptz from session where id = ${session} on conflict do nothing`;
}
export async function writeDraft(tx, session, row) {
    await tx `
    update draft set answers = ${row.answers}, sent = ${row.sent}, touched_at = ${row.touchedAt},
           packages = ${[...row.packages]}::uuid[]
    where id = ${session}`;
}
/** Erases the answers if these are still the packages that were made from them; whether it did. */
export async function eraseAccepted(tx, session, packages) {
    const done = await tx `
    update draft set answers = null, packages = '{}'
    where id = ${session} and packages = ${[...packages]}::uuid[] and packages <> '{}'`;
    return done.count === 1;
}
/** Drafts from which packages were made, after this id in order: for whoever looks whether the hub has them. */
export async function sealedDrafts(read, after, limit) {
    return read `
    select id, packages from draft where packages <> '{}' and id > ${after} order by id limit ${limit}`;
}
/** Erases the answers that nobody has touched since; how many. */
export async function eraseIdle(tx, since) {
    const done = await tx `
    update draft set answers = null, packages = '{}' where touched_at <= ${since} and answers is not null`;
    return done.count;
}
//# sourceMappingURL=draft-store.js.map