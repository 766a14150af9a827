// All SQL of the reminders. Unlike reports they are erased: whom a reminder goes to is of no use once it is sent.
/** Keeps a reminder. A second one for the same code changes where it goes, not when. Gives when that is. */
export async function putReminder(tx, { id, codeKey, dueAt, sealed }) {
    const [row] = await tx `
    insert into reminder (id, code_key, due_at, sealed, next_try_at)
    values (${id}, ${codeKey}, ${dueAt}, ${sealed}, ${dueAt})
    on conflict (code_key) do update set sealed = excluded.sealed
    returning due_at`;
    return row.dueAt;
}
/** Takes the reminder whose turn it is. Another process skips it until this transaction ends. */
export async function lockDueReminder(tx, now) {
    const [row] = await tx `
    select id, code_key, due_at, sealed, tries from reminder where next_try_at <= ${now}
    order by next_try_at, id limit 1 for update skip locked`;
    return row ?? null;
}
export async function bookTry(tx, id, nextAt) {
    await tx `update reminder set tries = tries + 1, next_try_at = ${nextAt} where id = ${id}`;
}
export async function eraseReminder(tx, id) {
    await tx `delete from reminder where id = ${id}`;
}
/** Erases the reminder of a code, if there is one. */
export async function eraseReminderOf(tx, codeKey) {
    await tx `delete from reminder where code_key = ${codeKey}`;
}
/** Erases those that were due before this and could not be sent. Gives how many. */
export async function eraseRemindersDueBefore(tx, before) {
    return (await tx `delete from reminder where due_at < ${before}`).count;
}
//# sourceMappingURL=reminder-store.js.map