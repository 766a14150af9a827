// A named person lets a package go although nobody has proved to hold the report: it was a test, or has been
// delivered by hand. The name stays with it.
import { refuse } from "../core/problem.js";
import { lockPackage, packageOf, release } from "./store.js";
/** Closes a package as `person:ID`. One that was released before stays as it was. Refuses with `report.unknown`. */
export async function closeByHand(db, id, person, now) {
    if (!/^person:[a-z0-9-]{1,60}$/.test(person))
        refuse("caller.not-allowed", "a named person must close it");
    return db.begin(async (tx) => {
        if (!(await lockPackage(tx, id)))
            refuse("report.unknown");
        await release(tx, id, new Date(now), person);
        return (await packageOf(tx, id)) ?? refuse("report.unknown");
    });
}
//# sourceMappingURL=close.js.map