// Any table in PostgreSQL as a case system, through a column mapping. Bytes go into bytea as they are, into text
// as UTF-8 (the JSON) or base64 (the PDF). A table with no column for the bytes, or one that rewrites them (such
// as jsonb), cannot give them back, and its word is worth `claimed` only.

import { refuse } from "../../core/problem.ts";
import type { Db, Tx } from "../../pg/db.ts";
import { onSolidGround } from "../../pg/ground.ts";
import { together, weightOfBytes } from "../../pg/together.ts";
import type { CaseSystem, OpenedReport, ReadBack } from "./case-system.ts";
import { type Columns, columnTypes, idsIn, insertOnce, rowOf, type Values } from "./sql-store.ts";

export type SqlSettings = {
  readonly db: Db;
  /** Another pool on the same database: what is read back does not come over the connection that wrote it. */
  readonly readBack: Db;
  readonly table: string;
  readonly columns: Columns;
  readonly clock: () => number;
};

const exactTypes = ["bytea", "text", "character varying"];

/** A case system that is this table. */
export function tableAt(settings: SqlSettings): CaseSystem {
  const { columns } = settings;
  let known: Types | null = null;
  // Looked up once: a table whose columns change their types wants a restart.
  const types = async () => {
    known ??= await typesOf(settings);
    return known;
  };
  const bounds = {
    most: 16,
    weightOf: ({ files }: OpenedReport) => weightOfBytes(files.json.length + files.pdf.length),
  };
  return {
    givesBytesBack: columns.json !== undefined && columns.pdf !== undefined,
    put: together(async (reports) => putAll(settings, await types(), reports), bounds),
    readBack: async (id) => readBackFrom(settings, await types(), id),
    ids: async (service) => {
      await types(); // A table that is not there refuses, and is not taken for empty.
      return idsIn(settings.readBack.read, settings.table, columns, service);
    },
  };
}

type Types = ReadonlyMap<string, string>;

async function typesOf({ db, table, columns }: SqlSettings): Promise<Types> {
  const types = await columnTypes(db.read, table, columns);
  const missing = Object.entries(columns).find(([name]) => !types.has(name));
  if (missing) refuse("case-system.refused", `no column ${missing[1]} in ${table}`);
  return types;
}

/** Reports that wait for this table go into it in one transaction; one that it will not take goes by itself. */
async function putAll(
  { db, table, columns, clock }: SqlSettings,
  types: Types,
  reports: readonly OpenedReport[],
): Promise<undefined[]> {
  const rows = reports.map((report) => valuesOf(report, types, clock()));
  const insertAll = (tx: Tx) => Promise.all(rows.map((row) => insertOnce(tx, table, columns, row)));
  await db.begin((tx) => onSolidGround(tx, () => insertAll(tx)));
  return reports.map(() => undefined);
}

function valuesOf(report: OpenedReport, types: Types, now: number): Values {
  return {
    reportId: report.id,
    json: written(report.files.json, types.get("json"), "utf8"),
    pdf: written(report.files.pdf, types.get("pdf"), "base64"),
    service: report.service,
    serial: report.serial,
    kind: report.kind,
    acceptedAt: report.acceptedAt === null ? null : new Date(report.acceptedAt),
    receivedAt: new Date(now),
  };
}

/** The row's `reference` is the table's own to give: a default, a trigger or an identity column. */
async function readBackFrom(settings: SqlSettings, types: Types, id: string): Promise<ReadBack | null> {
  const { readBack, table, columns } = settings;
  const row = await rowOf(readBack.read, table, columns, id);
  if (!row) return null;
  const { reference } = row;
  if (!reference) return refuse("case-system.refused", "it gives no reference");
  const isExact = exactTypes.includes(types.get("json") ?? "") && exactTypes.includes(types.get("pdf") ?? "");
  if (!isExact || row.json === null || row.pdf === null) return { reference, files: null };
  return { reference, files: { json: readAs(row.json, "utf8"), pdf: readAs(row.pdf, "base64") } };
}

function written(bytes: Uint8Array, type: string | undefined, encoding: "utf8" | "base64"): Buffer | string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return type === "bytea" ? buffer : buffer.toString(encoding);
}

function readAs(value: Buffer | string, encoding: "utf8" | "base64"): Buffer {
  return typeof value === "string" ? Buffer.from(value, encoding) : value;
}
