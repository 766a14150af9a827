// What the hub has written down of losses, read out of its database: by the bench alone, and it changes nothing.

import postgres from "postgres";

/** A deviation that names a lost report; `at` in milliseconds since 1970, by the hub's clock. */
export type Found = { readonly report: string; readonly kind: string; readonly at: number };

/** Losses that the hub has named since then, the earliest first. */
export async function lossesOf(hubUrl: string, since: number): Promise<Found[]> {
  return onHub(hubUrl, async (sql) => {
    const rows = await sql<{ report: string; kind: string; at: Date }[]>`
      select report, kind, at from deviation
      where report is not null and at >= ${new Date(since)}
        and kind in ('statement.missing', 'statement.altered', 'proof.missing', 'proof.wrong')
      order by number`;
    return rows.map((row) => ({ ...row, at: row.at.getTime() }));
  });
}

/** When the report's first `registered` was recorded. */
export async function registeredAt(hubUrl: string, report: string): Promise<number> {
  return onHub(hubUrl, async (sql) => {
    const [row] = await sql<{ at: Date }[]>`
      select min(recorded_at) as at from receipt where report = ${report} and kind = 'registered'`;
    return row?.at.getTime() ?? Number.NaN;
  });
}

async function onHub<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  return work(sql).finally(() => sql.end({ timeout: 5 }));
}
