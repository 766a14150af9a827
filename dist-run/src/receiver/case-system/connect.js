// Connects each service to the case system its settings name. Services whose tables stand in one database share
// its connections: a receiver that serves twenty must not need a hundred.
import { connect } from "../../pg/db.js";
import { folderAt } from "./folder.js";
import { inboxAt } from "./inbox.js";
import { tableAt } from "./sql.js";
/** Nothing is connected before it is used. */
export function caseSystems(fetch, clock) {
    const pools = new Map();
    const poolsFor = (url) => {
        const there = pools.get(url);
        if (there)
            return there;
        const db = connect(url, { max: 4, name: "framme-receiver case system" });
        const readBack = connect(url, { max: 2, name: "framme-receiver case system read back" });
        pools.set(url, { db, readBack });
        return { db, readBack };
    };
    return {
        of: (settings, identity) => {
            if (settings.kind === "inbox")
                return inboxAt({ url: settings.url, identity, fetch, clock });
            if (settings.kind === "folder")
                return folderAt(settings.path);
            const { databaseUrl, table, columns } = settings;
            return tableAt({ ...poolsFor(databaseUrl), table, columns, clock });
        },
        close: async () => {
            await Promise.all([...pools.values()].flatMap(({ db, readBack }) => [db.close(), readBack.close()]));
        },
    };
}
//# sourceMappingURL=connect.js.map