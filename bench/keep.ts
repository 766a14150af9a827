// The sender's own store, as the outbox has it: a package is committed there before it is posted.

import postgres from "postgres";
import type { Sealed } from "./sealed-report.ts";

export type Keep = { keep(sealed: Sealed): Promise<void>; close(): Promise<void> };

const connections = 10;

/** Makes the store's table and gives the way in. */
export async function openStore(url: string): Promise<Keep> {
  const sql = postgres(url, { max: connections, onnotice: () => undefined });
  await sql.unsafe(`create table package (id uuid primary key, bytes bytea not null);
    alter table package alter column bytes set storage external`);
  return {
    keep: async ({ id, bytes }) => {
      await sql.begin((tx) => tx`insert into package (id, bytes) values (${id}, ${bytes})`);
    },
    close: () => sql.end({ timeout: 5 }),
  };
}
