// Any table in PostgreSQL as a case system, through a column mapping. Bytes go into bytea as they are, into text
// as UTF-8 (the JSON) or base64 (the PDF). A table with no column for the bytes, or one that rewrites them (such
// as jsonb), cannot give them back, and its word is worth `claimed` only.
import { refuse } from "../../core/problem.js";
import { onSolidGround } from "../../pg/ground.js";
import { together, weightOfBytes } from "../../pg/together.js";
import { columnTypes, insertOnce, rowOf } from "./sql-store.js";
const exactTypes = ["bytea", "text", "character varying"];
/** A case system that is this table. */
export function tableAt(settings) {
    const { columns } = settings;
    let known = null;
    // Looked up once: a table whose columns change their types wants a restart.
    const types = async () => {
        known ??= await typesOf(settings);
        return known;
    };
    const bounds = {
        most: 16,
        weightOf: ({ files }) => weightOfBytes(files.json.length + files.pdf.length),
    };
    return {
        givesBytesBack: columns.json !== undefined && columns.pdf !== undefined,
        put: together(async (reports) => putAll(settings, await types(), reports), bounds),
        readBack: async (id) => readBackFrom(settings, await types(), id),
    };
}
async function typesOf({ db, table, columns }) {
    const types = await columnTypes(db.read, table, columns);
    const missing = Object.entries(columns).find(([name]) => !types.has(name));
    if (missing)
        refuse("case-system.refused", `no column ${missing[1]} in ${table}`);
    return types;
}
/** Reports that wait for this table go into it in one transaction; one that it will not take goes by itself. */
async function putAll({ db, table, columns, clock }, types, reports) {
    const rows = reports.map((report) => valuesOf(report, types, clock()));
    const insertAll = (tx) => Promise.all(rows.map((row) => insertOnce(tx, table, columns, row)));
    await db.begin((tx) => onSolidGround(tx, () => insertAll(tx)));
    return reports.map(() => undefined);
}
function valuesOf(report, types, now) {
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
async function readBackFrom(settings, types, id) {
    const { readBack, table, columns } = settings;
    const row = await rowOf(readBack.read, table, columns, id);
    if (!row)
        return null;
    const { reference } = row;
    if (!reference)
        return refuse("case-system.refused", "it gives no reference");
    const isExact = exactTypes.includes(types.get("json") ?? "") && exactTypes.includes(types.get("pdf") ?? "");
    if (!isExact || row.json === null || row.pdf === null)
        return { reference, files: null };
    return { reference, files: { json: readAs(row.json, "utf8"), pdf: readAs(row.pdf, "base64") } };
}
function written(bytes, type, encoding) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return type === "bytea" ? buffer : buffer.toString(encoding);
}
function readAs(value, encoding) {
    return typeof value === "string" ? Buffer.from(value, encoding) : value;
}
//# sourceMappingURL=sql.js.map