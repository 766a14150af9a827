// What a promise of storage stands on. With fsync, full_page_writes or synchronous_commit off the server can
// lose what it has said it committed, and another connection still reads it: so the settings are asked for on
// the session that writes, inside the transaction that writes, and nothing is written on shaky ground.
import { refuse } from "../core/problem.js";
/**
 * Runs the writes right behind the check, on the same session and in the same transaction: on shaky ground they
 * are undone with it. They go to the server in one go, and what is refused is refused before what fails.
 */
export async function onSolidGround(tx, write) {
    const [ground, written] = await Promise.allSettled([checkGround(tx), write()]);
    if (ground.status === "rejected")
        throw ground.reason;
    if (written.status === "rejected")
        throw written.reason;
    return written.value;
}
/** Refuses with `database.in-recovery` or `database.not-durable`, naming the setting. */
export async function checkGround(tx) {
    const [ground] = await tx `
    select current_setting('fsync') as fsync,
           current_setting('full_page_writes') as full_page_writes,
           current_setting('synchronous_commit') as synchronous_commit,
           pg_is_in_recovery() as in_recovery`;
    if (!ground || ground.inRecovery)
        refuse("database.in-recovery");
    if (ground.fsync !== "on")
        refuse("database.not-durable", "fsync is off");
    if (ground.fullPageWrites !== "on")
        refuse("database.not-durable", "full_page_writes is off");
    // `local`, `remote_write` and `remote_apply` all wait for this server's own disk; only `off` does not.
    if (ground.synchronousCommit === "off")
        refuse("database.not-durable", "synchronous_commit is off");
}
//# sourceMappingURL=ground.js.map