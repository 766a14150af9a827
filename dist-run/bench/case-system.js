// The case system of the bench: a table in a PostgreSQL database of its own, as a supplier might have made it.
// Nothing in it stops a second row for the same report, so that a double would be seen and not prevented.
import postgres from "postgres";
import { contentHashOf } from "../src/core/report.js";
export const caseTable = {
    table: "case_report",
    columns: {
        reportId: "report_id",
        json: "json",
        pdf: "pdf",
        reference: "reference",
        service: "service",
        serial: "serial",
        acceptedAt: "accepted_at",
    },
};
/** Makes the table. */
export async function makeCaseSystem(url) {
    await onDatabase(url, async (sql) => {
        await sql.unsafe(`
      create table case_report (
        number bigint generated always as identity primary key,
        report_id text not null,
        reference text not null default 'S-' || gen_random_uuid(),
        service text not null,
        serial bigint not null,
        accepted_at timestamptz not null,
        json bytea not null,
        pdf bytea not null
      );
      create index case_report_by_report on case_report (report_id);
      alter table case_report alter column json set storage external;
      alter table case_report alter column pdf set storage external`);
    });
}
/** What it holds beyond row `after`: by report id the hash of every row's bytes, hashed anew; and the last row. */
export async function contentsAfter(url, after) {
    const held = new Map();
    let last = after;
    await onDatabase(url, async (sql) => {
        const rows = sql `
      select number, report_id as id, json, pdf from case_report where number > ${after} order by number`;
        for await (const some of rows.cursor(200))
            for (const { number, id, json, pdf } of some) {
                held.set(id, [...(held.get(id) ?? []), contentHashOf({ json, pdf })]);
                last = Number(number);
            }
    });
    return { held, last };
}
async function onDatabase(url, work) {
    const sql = postgres(url, { max: 1, onnotice: () => undefined });
    await work(sql).finally(() => sql.end({ timeout: 5 }));
}
//# sourceMappingURL=case-system.js.map