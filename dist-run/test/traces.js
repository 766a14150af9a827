// Looks for something secret wherever it may have come to lie, and in whatever form: as text in three encodings, in
// hex, in base64 at any alignment, inside a ZIP. In files as they stand on disk; and in rows, because PostgreSQL
// compresses long values, and what is compressed on disk would not be found there.
import { readdirSync, readFileSync } from "node:fs";
import { constants, inflateRawSync } from "node:zlib";
import postgres from "postgres";
/** A text as a secret. */
export function secretText(name, text) {
    return { name, bytes: Buffer.from(text, "utf8") };
}
/** How the bytes may have been written down. */
export function formsOf({ name, bytes }) {
    const text = bytes.toString("latin1");
    const wide = Buffer.from(text, "utf16le");
    const hex = bytes.toString("hex");
    const forms = [
        ["as it is", bytes],
        ["in UTF-16 LE", wide],
        ["in UTF-16 BE", Buffer.from(wide).swap16()],
        ["in hex", Buffer.from(hex)],
        ["in upper-case hex", Buffer.from(hex.toUpperCase())],
        ...[0, 1, 2].flatMap((before) => {
            const inside = insideBase64(bytes, before);
            const url = inside.replaceAll("+", "-").replaceAll("/", "_");
            return [
                [`in base64 (${before})`, Buffer.from(inside)],
                ...(url === inside ? [] : [[`in base64url (${before})`, Buffer.from(url)]]),
            ];
        }),
    ];
    return forms.map(([form, written]) => ({ name: `${name} ${form}`, bytes: written }));
}
/** The part of the base64 that is the same whatever stands before and after, `before` bytes into a group of three. */
function insideBase64(bytes, before) {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    return text.slice(Math.ceil((before * 4) / 3), Math.floor(((before + bytes.length) * 4) / 3));
}
const zipEntry = Buffer.from("PK\u0003\u0004", "latin1");
/** Which secrets are in these bytes, and how. */
export function tracesIn(bytes, secrets) {
    const forms = secrets.flatMap(formsOf);
    const open = forms.filter((form) => bytes.includes(form.bytes)).map((form) => form.name);
    const packed = entriesOf(bytes).flatMap((entry) => forms.filter((form) => entry.includes(form.bytes)));
    return [...open, ...packed.map((form) => `${form.name}, in a ZIP`)];
}
/** Everything that unpacks where an entry of a ZIP seems to begin, as far as it does. */
function entriesOf(bytes) {
    const entries = [];
    for (let at = bytes.indexOf(zipEntry); at >= 0; at = bytes.indexOf(zipEntry, at + 4)) {
        if (at + 30 > bytes.length)
            break;
        const data = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
        try {
            const some = bytes.subarray(data, data + 100_000);
            entries.push(inflateRawSync(some, { finishFlush: constants.Z_SYNC_FLUSH }));
        }
        catch {
            // Four bytes that looked like an entry, or one cut off by the next page of a table.
        }
    }
    return entries;
}
/** Traces in every file of a folder and of those in it. */
export function tracesInFiles(folder, secrets) {
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => `${entry.parentPath}/${entry.name}`);
    if (paths.length === 0)
        throw new Error(`nothing to search in ${folder}`);
    return paths.flatMap((path) => tracesIn(readFileSync(path), secrets).map((trace) => `${trace} in ${path.slice(folder.length + 1)}`));
}
/** Traces in every row of every table of every database. */
export async function tracesInRows(adminUrl, secrets) {
    const names = await inDatabase(adminUrl, "postgres", (sql) => sql `
    select datname as name from pg_database where datallowconn and not datistemplate`);
    const found = [];
    for (const { name } of names)
        found.push(...(await inDatabase(adminUrl, name, (sql) => tracesInDatabase(sql, secrets))));
    return found;
}
async function tracesInDatabase(sql, secrets) {
    const tables = await sql `
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`;
    const found = [];
    for (const { name } of tables)
        for (const row of await sql.unsafe(`select * from ${name}`))
            for (const [column, value] of Object.entries(row))
                found.push(...tracesIn(bytesOf(value), secrets).map((trace) => `${trace} in ${name}.${column}`));
    return found;
}
function bytesOf(value) {
    if (Buffer.isBuffer(value))
        return value;
    return Buffer.from(typeof value === "string" ? value : (JSON.stringify(value) ?? ""));
}
function inDatabase(adminUrl, name, work) {
    const url = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;
    const sql = postgres(url, { max: 1, onnotice: () => undefined });
    return work(sql).finally(() => sql.end({ timeout: 5 }));
}
//# sourceMappingURL=traces.js.map