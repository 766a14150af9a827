// The sender's own store: the product's outbox. A package is committed there before it is posted.
import { assert } from "../src/core/problem.js";
import { keep } from "../src/outbox/keep.js";
import { connect } from "../src/pg/db.js";
const connections = 10;
/** The way into the outbox's database. */
export function openStore(url) {
    const db = connect(url, { max: connections, name: "bench sender" });
    return {
        keep: async (sealed) => {
            const { isNew } = await keep(db, sealed, null, Date.now());
            assert(isNew, "no two reports of the bench have the same id");
        },
        close: () => db.close(),
    };
}
//# sourceMappingURL=keep.js.map