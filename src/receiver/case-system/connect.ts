// Connects each service to the case system its settings name. Services whose tables stand in one database share
// its connections: a receiver that serves twenty must not need a hundred.

import type { Identity } from "../../http/assertion.ts";
import type { Fetch } from "../../http/client.ts";
import { connect, type Db } from "../../pg/db.ts";
import type { CaseSystemSettings } from "../settings.ts";
import type { CaseSystem } from "./case-system.ts";
import { folderAt } from "./folder.ts";
import { inboxAt } from "./inbox.ts";
import { tableAt } from "./sql.ts";

export type CaseSystems = {
  /** The case system of these settings, asked by this identity. */
  of(settings: CaseSystemSettings, identity: Identity): CaseSystem;
  close(): Promise<void>;
};

/** Nothing is connected before it is used. */
export function caseSystems(fetch: Fetch, clock: () => number): CaseSystems {
  const pools = new Map<string, { readonly db: Db; readonly readBack: Db }>();
  const poolsFor = (url: string) => {
    const there = pools.get(url);
    if (there) return there;
    const db = connect(url, { max: 4, name: "framme-receiver case system" });
    const readBack = connect(url, { max: 2, name: "framme-receiver case system read back" });
    pools.set(url, { db, readBack });
    return { db, readBack };
  };
  return {
    of: (settings, identity) => {
      if (settings.kind === "inbox") return inboxAt({ url: settings.url, identity, fetch, clock });
      if (settings.kind === "folder") return folderAt(settings.path);
      const { databaseUrl, table, columns } = settings;
      return tableAt({ ...poolsFor(databaseUrl), table, columns, clock });
    },
    close: async () => {
      await Promise.all([...pools.values()].flatMap(({ db, readBack }) => [db.close(), readBack.close()]));
    },
  };
}
