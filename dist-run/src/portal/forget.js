// Erases what a person has written here once others have it: when the hub's receipt is there for every package that was
// made from it, or when nobody has touched it for a day.
import { assert } from "../core/problem.js";
import { eraseAccepted, eraseIdle, sealedDrafts } from "./draft-store.js";
import { idleMs } from "./keep-draft.js";
import { acceptedReceipt } from "./receipts.js";
/** Erases a session's answers if the hub has accepted all of these packages, and they are still what it was made into. */
export async function eraseIfAccepted({ db, sender }, session, packages) {
    assert(packages.length > 0, "a draft without packages has nothing that was accepted");
    for (const id of packages)
        if (!(await acceptedReceipt(sender, id)))
            return false;
    return db.begin((tx) => eraseAccepted(tx, session, packages));
}
const page = 200;
/** Erases every draft that the hub has, also of those who closed the browser before the page came; how many. */
export async function eraseAllAccepted(stores) {
    let count = 0;
    for (let after = "";;) {
        const drafts = await sealedDrafts(stores.db.read, after, page);
        for (const { id, packages } of drafts)
            if (await eraseIfAccepted(stores, id, packages))
                count += 1;
        const last = drafts.at(-1);
        if (drafts.length < page || !last)
            return count;
        after = last.id;
    }
}
/** Erases every draft that has not been touched for a day; how many. */
export async function eraseAllIdle({ db }, now) {
    return db.begin((tx) => eraseIdle(tx, new Date(now - idleMs)));
}
//# sourceMappingURL=forget.js.map