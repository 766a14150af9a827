// Tells the case system which receipts the hub has recorded, so that a desk can show how far its reports have come.
// Booked with the hub's answer and tried until it is heard: a case system that is away misses nothing.
import { Problem } from "../core/problem.js";
import * as openings from "./opening-store.js";
import * as store from "./store.js";
/** Tells all there is of one report. Refuses with `case-system.*`, or `report.unknown` where it has lost the report. */
export async function tellCaseSystem(room, service, id) {
    const recorded = await openings.recordedReceipts(room.db.read, id);
    await service.caseSystem.tell?.(id, recorded.map(({ receipt }) => receipt));
    const hashes = recorded.map(({ hash }) => hash);
    await room.db.begin((tx) => openings.keepTold(tx, hashes));
}
/** Notes that a case system does not know a report it has given back: it has lost it. */
export async function noteLost(room, service, id, error) {
    if (!(error instanceof Problem) || error.code !== "report.unknown")
        return;
    const deviation = { kind: "report.not-in-case-system", service: service.id, reportId: id, detail: "tell" };
    await room.db.begin((tx) => store.noteDeviation(tx, deviation, room.clock()));
}
//# sourceMappingURL=tell.js.map