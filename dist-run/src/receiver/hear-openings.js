// Asks a case system what has been opened. What is heard is committed with the cursor; the receipt comes after, by a
// booking of its own, once the report is registered: a report may be opened the moment it is put there. Only this
// file makes an `Opening`, and only an `Opening` becomes `opened`.
import * as openings from "./opening-store.js";
import * as store from "./store.js";
/**
 * Hears what was opened since the last time. Gives how many openings there were. One of a report that is not held
 * here, or that cannot be read, becomes a deviation and stops no other. Refuses with `case-system.*`.
 */
export async function hearOpenings(room, service) {
    const after = await openings.cursorOf(room.db.read, service.id);
    const stated = (await service.caseSystem.openings?.(after)) ?? [];
    const last = stated.at(-1);
    if (!last)
        return 0;
    const heard = stated.map(readStated).filter((one) => one !== null);
    const now = room.clock();
    await room.db.begin(async (tx) => {
        const unknown = await openings.keepOpenings(tx, service.id, heard, now);
        const deviations = [
            ...unknown.map((id) => ({ reportId: id, detail: "report.unknown" })),
            ...(heard.length < stated.length ? [{ reportId: null, detail: "cannot be read" }] : []),
        ];
        for (const deviation of deviations)
            await store.noteDeviation(tx, { kind: "opening.passed-by", service: service.id, ...deviation }, now);
        await openings.moveCursor(tx, service.id, last.cursor);
    });
    return stated.length;
}
function readStated({ id, at }) {
    const time = Date.parse(at);
    const isRight = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) && /^\d{4}-\d\d-\d\dT/.test(at);
    return isRight && !Number.isNaN(time) ? { id, at: new Date(time) } : null;
}
/** The opening that was heard of this report; null until the case system has been found to have it as well. */
export async function openingOf(room, service, id) {
    const row = await openings.readOpening(room.db.read, service.id, id);
    return row ? { found: row.found, at: row.openedAt, source: row.source } : null;
}
//# sourceMappingURL=hear-openings.js.map