// SQL for a table somebody else made: its name and columns come from the configuration, so the statements are
// put together here, every name quoted by the driver and every value sent as a parameter.
/** The type of each mapped column, by our name, as PostgreSQL calls it. Empty when the table is not there. */
export async function columnTypes(read, table, columns) {
    const rows = await read `
    select attname as name, format_type(atttypid, null) as type from pg_attribute
    where attrelid = to_regclass(${quotedTable(table)}) and attnum > 0 and not attisdropped`;
    const typeOf = new Map(rows.map((row) => [row.name, row.type]));
    const mapped = Object.entries(columns).filter(([, column]) => typeOf.has(column));
    return new Map(mapped.map(([name, column]) => [name, typeOf.get(column)]));
}
/**
 * Adds the report unless its id is there. Two at once wait for each other, also where no constraint makes them:
 * the lock is taken in a statement of its own, because the next one must see what the one before us committed.
 */
export async function insertOnce(tx, table, columns, values) {
    const entries = Object.entries(columns).flatMap(([name, column]) => {
        const value = values[name];
        return value === undefined ? [] : [{ column, value }];
    });
    const row = entries.map(({ value }, index) => tx `${index > 0 ? tx `, ` : tx ``}${value}`);
    const locked = tx `select pg_advisory_xact_lock(hashtextextended(${`framme ${table} ${values.reportId}`}, 0))`;
    const inserted = tx `
    insert into ${tx(table)} (${tx(entries.map(({ column }) => column))})
    select ${row} where not exists (
      select from ${tx(table)} where ${tx(columns.reportId)} = ${String(values.reportId)})
    on conflict do nothing`;
    await Promise.all([locked, inserted]);
}
/** The report's row, or null. Where a column is not mapped its place is taken by the id. */
export async function rowOf(read, table, columns, id) {
    const { reportId, reference = reportId, json = reportId, pdf = reportId } = columns;
    const [row] = await read `
    select ${read(reference)}::text as reference, ${read(json)} as json, ${read(pdf)} as pdf
    from ${read(table)} where ${read(reportId)} = ${id} limit 1`;
    return row ?? null;
}
function quotedTable(table) {
    return table
        .split(".")
        .map((part) => `"${part.replaceAll('"', '""')}"`)
        .join(".");
}
//# sourceMappingURL=sql-store.js.map