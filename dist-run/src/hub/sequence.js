// Gives the ledger's leaves their places in the tree. Leaves become visible in the order of commit, not of their
// numbers, so a leaf may turn up below others that have their places: that is looked for near the end each time,
// further back now and then, and from the beginning once an hour. None is ever passed over.
import { highestLeaf, isAnyUnplaced, lockSequence, placeLeaves } from "./ledger-store.js";
const mostAtOnce = 1000;
/**
 * How far back it looks and how often: to what was there `settledAfterMs` before. Nearly every transaction that
 * writes a leaf is over within the first, every one within the second; the last one takes nobody's word for it.
 */
const looks = [
    { settledAfterMs: 2000, everyMs: 0 },
    { settledAfterMs: 60_000, everyMs: 5000 },
    { settledAfterMs: Number.POSITIVE_INFINITY, everyMs: 3_600_000 },
];
/** Gives the step that places what is waiting, and says how many leaves it placed. */
export function sequencer(hub) {
    const began = performance.now();
    const all = looks.map((look) => ({
        ...look,
        low: 0,
        next: { leaf: 0, at: began },
        lookedAt: began,
    }));
    return async () => {
        const now = performance.now();
        const look = all.findLast(({ lookedAt, everyMs }) => now - lookedAt >= everyMs);
        const placed = await place(hub, look.low);
        if (placed === mostAtOnce)
            return placed;
        look.lookedAt = now;
        if (now - look.next.at > look.settledAfterMs) {
            look.low = look.next.leaf;
            look.next = { leaf: await highestLeaf(hub.db.read), at: now };
        }
        return placed;
    };
}
/** Most of the time there is nothing to do, and nobody has to wait for the lock to find that out. */
async function place(hub, low) {
    if (!(await isAnyUnplaced(hub.db.read, low)))
        return 0;
    return hub.db.begin(async (tx) => {
        await lockSequence(tx);
        return placeLeaves(tx, low, mostAtOnce);
    });
}
//# sourceMappingURL=sequence.js.map