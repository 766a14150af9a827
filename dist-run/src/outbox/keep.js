// Commits a sealed package before anybody is told of it. From here on it is posted, by this process or the next,
// until the hub's receipt is here; and it stays until somebody else has proved to hold the report.
import { sha256 } from "../core/hash.js";
import { assert, refuse } from "../core/problem.js";
import { bytesOf, insertPackage, packageBySource, packageOf } from "./store.js";
/**
 * Keeps a package. A source that was kept before gives the earlier one back, so that a batch run again sends
 * nothing twice. Refuses with `report.id-reused` when the id stands for other bytes.
 */
export async function keep(db, sealed, sourceKey, now) {
    return db.begin((tx) => keepIn(tx, { sealed, sourceKey }, now));
}
/** Keeps several in one transaction: all of them or none. What was kept before is as in `keep`. */
export async function keepAll(db, made, now) {
    return db.begin(async (tx) => {
        const kept = [];
        for (const one of made)
            kept.push(await keepIn(tx, one, now));
        return kept;
    });
}
async function keepIn(tx, { sealed, sourceKey }, now) {
    const made = { ...sealed, bytesHash: sha256(sealed.bytes), sourceKey };
    const inserted = await insertPackage(tx, made, new Date(now));
    if (inserted)
        return { package: inserted, isNew: true };
    const earlier = sourceKey ? await packageBySource(tx, sourceKey) : null;
    if (earlier)
        return { package: earlier, isNew: false };
    const kept = await packageOf(tx, sealed.header.id);
    assert(kept, "a package that was not put in is there already");
    const held = await bytesOf(tx, kept.id);
    if (!held?.equals(sealed.bytes))
        refuse("report.id-reused");
    return { package: kept, isNew: false };
}
//# sourceMappingURL=keep.js.map