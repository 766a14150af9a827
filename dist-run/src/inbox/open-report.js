// A person opens a report, or its file: who and when is committed before anything of it is shown. The first opening
// of a report becomes a receipt, by way of the receiver.
import { refuse } from "../core/problem.js";
import { checkGround } from "../pg/ground.js";
import * as people from "./people-store.js";
/** Notes that the person looks. Refuses with `report.unknown` when the service has no such report. */
export async function openReport(db, { service, person }, id, what, now) {
    if (!(await people.factsOf(db.read, service.id, id)))
        refuse("report.unknown");
    await db.begin(async (tx) => {
        await checkGround(tx);
        await people.takeTurn(tx, service.id);
        const opening = { at: new Date(now), person: person.sub, name: person.name, what };
        await people.insertOpening(tx, service.id, id, opening);
    });
}
/** Whether this person has opened the report since they logged in: only then is it shown to them. */
export function hasOpened(openings, { person, since }) {
    return openings.some((one) => one.what === "report" && one.person === person.sub && one.at.getTime() >= since);
}
//# sourceMappingURL=open-report.js.map