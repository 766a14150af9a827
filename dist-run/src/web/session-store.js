// All SQL about sessions. Each room that has any has the table `session` among its own. Here rows are deleted: a session
// is nobody's custody, and one that is over must not be readable again.
/** The row with this id, over-aged or not; null when there is none. */
export async function sessionOf(read, id) {
    const [row] = await read `select sealed, begun_at, used_at from session where id = ${id}`;
    return row ?? null;
}
export async function insertSession(tx, { id, sealed, now }) {
    const at = new Date(now);
    await tx `insert into session (id, sealed, begun_at, used_at) values (${id}, ${sealed}, ${at}, ${at})`;
}
/** Replaces what is sealed; whether the session was still there. */
export async function writeSession(tx, id, sealed) {
    const done = await tx `update session set sealed = ${sealed} where id = ${id}`;
    return done.count === 1;
}
/** Gives the session another id and content, its age kept; whether it was still there. */
export async function moveSession(tx, from, to) {
    const done = await tx `
    update session set id = ${to.id}, sealed = ${to.sealed}, used_at = ${new Date(to.now)} where id = ${from}`;
    return done.count === 1;
}
export async function touchSession(tx, id, now) {
    await tx `update session set used_at = ${new Date(now)} where id = ${id} and used_at < ${new Date(now)}`;
}
export async function deleteSession(tx, id) {
    await tx `delete from session where id = ${id}`;
}
/** Deletes what was begun or last used at or before these times; how many. */
export async function deleteSessions(tx, begunBy, usedBy) {
    const done = await tx `
    delete from session where begun_at <= ${new Date(begunBy)} or used_at <= ${new Date(usedBy)}`;
    return done.count;
}
//# sourceMappingURL=session-store.js.map