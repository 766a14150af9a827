// Reads back what a commit left behind: the bytes, over another connection than the one that wrote them,
// hashed here, and the database's own word for how far it has flushed. Only this file makes a `Held`, and only
// a `Held` becomes a `stored` receipt: there is no other way to say `stored`.
import { sha256Hex } from "../core/hash.js";
import { assert, refuse } from "../core/problem.js";
import { flushedTo, readHeld, writtenTo } from "./held-store.js";
const pollMs = 10;
/**
 * What the database holds of committed reports, by their id, once it has flushed past their commits. Refuses with
 * `database.in-recovery` or `database.not-flushed`.
 */
export async function holding(room, ids) {
    // After a commit the end of the log is at or past that commit, whichever connection asks.
    const committedAt = await writtenTo(room.db.read);
    const rows = await readHeld(room.readBack.read, ids, committedAt);
    const [ground] = rows;
    if (!ground)
        return new Map();
    if (ground.inRecovery)
        refuse("database.in-recovery");
    const flushed = ground.isFlushed ? ground.flushedTo : await flushedPast(room, committedAt);
    const { systemId, timeline } = ground;
    assert(systemId && timeline > 0, "the database names itself and its timeline");
    return new Map(rows.map((row) => [row.id, heldAs(row, { systemId, timeline, committedAt, flushedTo: flushed })]));
}
function heldAs(row, storage) {
    const { id, service, serial, sealed, sealedHash, envelope, question } = row;
    const report = { id, service, serial, sealed, sealedHash, envelope };
    return { report, hashReadBack: sha256Hex(sealed), storage, question };
}
/** Waits until the flushed position is at or past this one. A read can see a row whose log is not on disk yet. */
async function flushedPast(room, position) {
    const until = performance.now() + room.flushWaitMs;
    while (performance.now() < until) {
        const now = await flushedTo(room.readBack.read, position);
        if (now.isFlushed)
            return now.flushedTo;
        await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
    return refuse("database.not-flushed");
}
//# sourceMappingURL=holding.js.map