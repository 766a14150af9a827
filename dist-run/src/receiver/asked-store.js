// SQL of what the hub has asked. A question is kept once and never changed: the same one may come many times.
/** Keeps questions. Gives the reports whose question is new. */
export async function keepAsked(tx, asked) {
    if (asked.length === 0)
        return [];
    const rows = await tx `
    insert into asked (report_id, n, purpose, nonce)
    select * from unnest(
      ${asked.map((one) => one.id)}::uuid[], ${asked.map((one) => one.n)}::smallint[],
      ${asked.map((one) => one.purpose)}::text[], ${asked.map((one) => one.nonce)}::text[])
    on conflict do nothing returning report_id::text as id`;
    return rows.map((row) => row.id);
}
/** The question that `registered` is to answer: the one the report was last handed over with, else its own. */
export async function askedToRegister(read, id) {
    const [row] = await read `
    select report_id::text as id, n, nonce, purpose from asked
    where report_id = ${id} and purpose in ('registered', 'again') order by n desc limit 1`;
    return row ?? null;
}
//# sourceMappingURL=asked-store.js.map