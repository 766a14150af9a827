// The sender's own store: the product's outbox. A package is committed there before it is posted.

import { assert } from "../src/core/problem.ts";
import { keep } from "../src/outbox/keep.ts";
import { connect } from "../src/pg/db.ts";
import type { Sealed } from "./sealed-report.ts";

export type Keep = { keep(sealed: Sealed): Promise<void>; close(): Promise<void> };

const connections = 10;

/** The way into the outbox's database. */
export function openStore(url: string): Keep {
  const db = connect(url, { max: connections, name: "bench sender" });
  return {
    keep: async (sealed) => {
      const { isNew } = await keep(db, sealed, null, Date.now());
      assert(isNew, "no two reports of the bench have the same id");
    },
    close: () => db.close(),
  };
}
