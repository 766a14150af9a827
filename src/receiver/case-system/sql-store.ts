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

/** Adds the report unless its id is there. Two at once wait for each other, also where no constraint makes them. */
export async function insertOnce(tx: Tx, table: string, columns: Columns, values: Values): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`framme ${table} ${values.reportId}`}, 0))`;
  const there = await tx`
    select 1 from ${tx(table)} where ${tx(columns.reportId)}::text = ${String(values.reportId)} limit 1`;
  if (there.length > 0) return;
  const row: Record<string, Values[keyof Values]> = {};
  for (const [name, column] of Object.entries(columns)) {
    const value = values[name as keyof Columns];
    if (value !== undefined) row[column] = value;
  }
  await tx`insert into ${tx(table)} ${tx(row as never)} on conflict do nothing`;
}

export type Row = { reference: string; json: Buffer | string | null; pdf: Buffer | string | null };

/** The report's row, or null. Where a column is not mapped its place is taken by the id. */
export async function rowOf(read: Read, table: string, columns: Columns, id: string): Promise<Row | null> {
  const { reportId, reference = reportId, json = reportId, pdf = reportId } = columns;
  const [row] = await read<Row[]>`
    select ${read(reference)}::text as reference, ${read(json)} as json, ${read(pdf)} as pdf
    from ${read(table)} where ${read(reportId)}::text = ${id} limit 1`;
  return row ?? null;
}

function quotedTable(table: string): string {
  return table
    .split(".")
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join(".");
}
