// Keeps a report under the service's own reference, on solid ground, in one transaction. The same report again
// has the same reference; another under its id is refused.
import { refuse } from "../core/problem.js";
import { contentHashOf } from "../core/report.js";
import { osloDate } from "../core/schedule.js";
import { checkGround } from "../pg/ground.js";
import * as store from "./store.js";
/** Keeps the report. Refuses with `report.id-reused`, or `database.*` when the ground cannot carry it. */
export async function keep(db, report, now) {
    const { files, ...facts } = report;
    const contentHash = contentHashOf(files);
    const year = Number(osloDate(now).slice(0, 4));
    const row = { ...facts, json: Buffer.from(files.json), pdf: Buffer.from(files.pdf), contentHash };
    const isNew = await db.begin(async (tx) => {
        await checkGround(tx);
        return store.insertReport(tx, row, year, now);
    });
    const standing = await store.standingOf(db.read, report.service, report.id);
    if (!standing || standing.contentHash !== contentHash)
        return refuse("report.id-reused");
    return { reference: standing.reference, isNew };
}
//# sourceMappingURL=keep.js.map