// SQL for a table somebody else made: its name and columns come from the configuration, so the statements are
// put together here, every name quoted by the driver and every value sent as a parameter.

import type { Read, Tx } from "../../pg/db.ts";

/** Our names → the table's columns. Only `reportId` must be there. */
export type Columns = {
  readonly reportId: string;
  readonly json?: string;
  readonly pdf?: string;
  readonly reference?: string;
  readonly service?: string;
  readonly serial?: string;
  readonly kind?: string;
  readonly acceptedAt?: string;
  readonly receivedAt?: string;
};

export type Values = { readonly [Name in keyof Columns]?: string | number | Date | Buffer | null };

/** The type of each mapped column, by our name, as PostgreSQL calls it. Empty when the table is not there. */
export async function columnTypes(read: Read, table: string, columns: Columns): Promise<Map<string, string>> {
  const rows = await read<{ name: string; type: string }[]>`
    select attname as name, format_type(atttypid, null) as type from pg_attribute
    where attrelid = to_regclass(${quotedTable(table)}) and attnum > 0 and not attisdropped`;
  const typeOf = new Map(rows.map((row) => [row.name, row.type]));
  const mapped = Object.entries(columns).filter(([, column]) => typeOf.has(column));
  return new Map(mapped.map(([name, column]) => [name, typeOf.get(column)!]));
}

/**
 * Adds the report unless its id is there. Two at once wait for each other, also where no constraint makes them:
 * the lock is taken in a statement of its own, because the next one must see what the one before us committed.
 */
export async function insertOnce(tx: Tx, table: string, columns: Columns, values: Values): Promise<void> {
  const entries = Object.entries(columns).flatMap(([name, column]) => {
    const value = values[name as keyof Columns];
    return value === undefined ? [] : [{ column, value }];
  });
  const row = entries.map(({ value }, index) => tx`${index > 0 ? tx`, ` : tx``}${value}`);
  const locked = tx`select pg_advisory_xact_lock(hashtextextended(${`framme ${table} ${values.reportId}`}, 0))`;
  const inserted = tx`
    insert into ${tx(table)} (${tx(entries.map(({ column }) => column))})
    select ${row} where not exists (
      select from ${tx(table)} where ${tx(columns.reportId)} = ${String(values.reportId)})
    on conflict do nothing`;
  await Promise.all([locked, inserted]);
}

export type Row = { reference: string; json: Buffer | string | null; pdf: Buffer | string | null };

/** The report's row, or null. Where a column is not mapped its place is taken by the id. */
export async function rowOf(read: Read, table: string, columns: Columns, id: string): Promise<Row | null> {
  const { reportId, reference = reportId, json = reportId, pdf = reportId } = columns;
  const [row] = await read<Row[]>`
    select ${read(reference)}::text as reference, ${read(json)} as json, ${read(pdf)} as pdf
    from ${read(table)} where ${read(reportId)} = ${id} limit 1`;
  return row ?? null;
}

/** The ids in the table, of this service where it keeps apart whose they are; one for each row. */
export async function idsIn(read: Read, table: string, columns: Columns, service: string): Promise<string[]> {
  const ofService = columns.service ? read`and ${read(columns.service)}::text = ${service}` : read``;
  const rows = await read<{ id: string }[]>`
    select ${read(columns.reportId)}::text as id from ${read(table)}
    where ${read(columns.reportId)} is not null ${ofService}`;
  return rows.map(({ id }) => id);
}

function quotedTable(table: string): string {
  return table
    .split(".")
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join(".");
}
