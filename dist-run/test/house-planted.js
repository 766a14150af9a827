// Planted violations: for each rule of the house what it must find, and what looks like it and is allowed. The
// code here is text; nothing of it runs.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the planted code is text
import { fileHeads, fileLengths, fileNames, importCircles, importDirections, namedImports, } from "./house-rules.js";
import { catches, corePurity, forbiddenWords, sqlPlaces, storeWrites, wallClocks } from "./house-words.js";
const head = "// What this is.\n";
/** A file that begins as it should. */
export const file = (path, text) => ({ path, text: `${head}${text}\n` });
const long = Array(301).fill("//").join("\n");
/** Each of `wrong` must be found, none of `right` may be. */
export const rules = [
    [
        "imports point from rooms to the ground to wire to core",
        importDirections,
        [
            file("src/core/a.ts", 'import { b } from "../wire/b.ts";'),
            file("src/core/a.ts", 'import { readFile } from "node:fs";'),
            file("src/core/a.ts", 'import postgres from "postgres";'),
            file("src/core/a.ts", 'export { b } from "../hub/b.ts";'),
            file("src/wire/a.ts", 'import type { Db } from "../pg/db.ts";'),
            file("src/pg/a.ts", 'import { log } from "../http/log.ts";'),
            file("src/http/a.ts", 'import { accept } from "../hub/accept.ts";'),
            file("src/hub/a.ts", 'import { take } from "../receiver/take.ts";'),
            file("src/hub/channel/a.ts", 'import { take } from "../../receiver/take.ts";'),
            file("src/receiver/a.ts", 'const hub = await import("../hub/accept.ts");'),
            file("src/receiver/a.test.ts", 'import { accept } from "../hub/accept.ts";'),
            file("src/inbox/a.ts", 'import "../portal/routes.ts";'),
            file("src/outbox/a.ts", 'import { hub } from "../hub/hub.ts";'),
            file("src/stand-in/a.ts", 'import { startHub } from "../hub/start.ts";'),
            file("src/hub/accept.ts", 'import { hubApp } from "./routes.ts";'),
            file("src/hub/store.ts", 'import { loop } from "./worker.ts";'),
            file("src/hub/accept.ts", 'import postgres from "postgres";'),
            file("src/hub/accept.ts", 'import type { Context } from "hono";'),
            file("src/hub/accept.ts", 'import { freshDatabase } from "../../test/database.ts";'),
        ],
        [
            file("src/core/a.ts", 'import { sign } from "node:crypto";\nimport { b } from "./b.ts";'),
            file("src/core/a.test.ts", 'import fc from "fast-check";\nimport { test } from "node:test";'),
            file("src/hub/a.ts", 'import type { Db } from "../pg/db.ts";\nimport { Hono } from "../http/answer.ts";'),
            file("src/hub/routes.ts", 'import { Hono } from "hono";\nimport { accept } from "./accept.ts";'),
            file("src/hub/start.ts", 'import { hubApp } from "./routes.ts";\nimport { loop } from "./worker.ts";'),
            file("src/hub/a.test.ts", 'import { hubApp } from "./routes.ts";\nimport "../../test/database.ts";'),
            file("src/hub/a.ts", '// import { take } from "../receiver/take.ts";\nconst s = \'from "../receiver/take.ts"\';'),
        ],
    ],
    [
        "no import circle",
        importCircles,
        [file("src/core/self.ts", 'import { a } from "./self.ts";')],
        [
            file("src/core/a.ts", 'import { b } from "./b.ts";'),
            file("src/core/b.ts", 'import { c } from "./c.ts";'),
        ],
    ],
    [
        "an import names its file, and nothing is handed on",
        namedImports,
        [
            file("src/core/a.ts", 'import { b } from "./b";'),
            file("src/core/a.ts", 'import { b } from "./b.js";'),
            file("src/core/a.ts", 'import { b } from "../core";'),
            file("src/core/a.ts", 'export * from "./b.ts";'),
        ],
        [
            file("src/core/a.ts", 'import data from "./data.json" with { type: "json" };\nimport { b } from "./b.ts";'),
        ],
    ],
    [
        "files are named after what they are",
        fileNames,
        [
            "index",
            "utils",
            "util",
            "helpers",
            "common",
            "types",
            "constants",
            "manager",
            "service",
            "someThing",
        ].map((name) => file(`src/hub/${name}.ts`, "")),
        [
            file("src/hub/service-book.ts", ""),
            file("src/hub/accept.test.ts", ""),
            file("src/wire/report-package.ts", ""),
            file("src/wire/report.examples.ts", ""),
        ],
    ],
    [
        "no file is over 300 lines",
        fileLengths,
        [
            { path: "src/hub/a.ts", text: long },
            { path: "src/hub/tables/0001-a.sql", text: long },
        ],
        [
            { path: "src/hub/a.ts", text: `${Array(300).fill("//").join("\n")}\n` },
            { path: "docs/a.md", text: long },
        ],
    ],
    [
        "every file begins by saying what it is",
        fileHeads,
        [
            { path: "src/hub/a.ts", text: 'import { a } from "./b.ts";\n// Too late.\n' },
            { path: "test/a.ts", text: "\n// Not the first line.\n" },
            { path: "src/hub/tables/0001-a.sql", text: "create table a ();\n" },
        ],
        [file("src/hub/a.ts", ""), { path: "src/hub/tables/0001-a.sql", text: "-- What the hub keeps.\n" }],
    ],
    [
        "errors are caught at the edges",
        catches,
        [
            file("src/receiver/take.ts", "try { await store(); } catch { }"),
            file("src/receiver/take.ts", "try { await store(); }\ncatch (error) { log(error); }"),
            file("src/hub/channel/worker.ts", "try { a(); } catch { }"),
            file("src/wire/seal.ts", "try { a(); } catch { }"),
            file("src/hub/worker.ts", "await send().catch(() => {});"),
            file("src/http/a.ts", "send()\n  .catch(ignore);"),
        ],
        [
            file("src/main.ts", "try { await run(); } catch (error) { end(error); }"),
            file("src/hub/worker.ts", "try { await offer(); } catch (error) { log(error); }"),
            file("src/wire/foreign.ts", "try { return parse(); } catch { return null; }"),
            file("src/hub/take.ts", '// We never catch here.\nconst text = "catch"; const pattern = /catch/; const c = `catch ${text}`;'),
            file("src/hub/take.test.ts", "try { a(); } catch { }"),
        ],
    ],
    [
        "SQL stands in stores",
        sqlPlaces,
        [
            file("src/hub/accept.ts", "await tx`insert into report (id) values (${id})`;"),
            file("src/hub/accept.ts", "await read<Row[]>`\n  select id from report`;"),
            file("src/hub/accept.ts", 'await db.query("select 1 from report");'),
            file("src/command/doctor.ts", "await db.read`select version()`;"),
            file("src/hub/routes.ts", "await sql`update report set at = ${at}`;"),
            file("src/hub/accept.ts", "await sql.unsafe(text);"),
            file("src/hub/accept.ts", "const s = `with old as (select 1) select * from old`;"),
        ],
        [
            file("src/hub/store.ts", "await read`select id from report`;"),
            file("src/hub/receipt-store.ts", "await read`select id from report`;"),
            file("src/pg/migrate.ts", "await sql.unsafe(text);"),
            file("src/hub/accept.ts", '// select id from report\nconst text = "Selected from the report"; const s = "with care";'),
            file("src/hub/accept.test.ts", "await read`select id from report`;"),
        ],
    ],
    [
        "a store writes in a transaction, and deletes nothing",
        storeWrites,
        [
            file("src/hub/store.ts", "await db.read`insert into report (id) values (${id})`;"),
            file("src/hub/store.ts", "await read<{ id: string }[]>`\n  update report set at = ${at}`;"),
            file("src/hub/store.ts", "await tx`delete from report where id = ${id}`;"),
            file("src/hub/key-store.ts", "await tx`truncate report`;"),
            file("src/web/session-store.ts", "await db.read`delete from session where id = ${id}`;"),
        ],
        [
            file("src/hub/store.ts", "await tx<{ id: string }[]>`insert into report (id) values (${id}) returning id`;"),
            file("src/hub/store.ts", "await read`select id from report where kind = 'update'`;"),
            file("src/web/session-store.ts", "await tx`delete from session where id = ${id}`;"),
            file("src/hub/store.ts", "function a(): Promise<Row> {\n  await tx<Row[]>`update report set at = 1`;\n}"),
            file("src/hub/store.ts", "await tx<Record<string, Row>[]>`\n  insert into report (id) values (1)`;"),
        ],
    ],
    [
        "the core waits for nothing and asks for nothing",
        corePurity,
        [
            "const now = Date.now();",
            "const now = new Date();",
            "const now = Date();",
            "const now = Temporal.Now.instant();",
            "const n = Math.random();",
            "const id = randomUUID();",
            "export async function a() {}",
            "const a = await b;",
            "const a = process.env.A;",
            "console.log(1);",
            "setTimeout(a, 1);",
            'fetch("https://example.no");',
            "globalThis.x = 1;",
        ].map((text) => file("src/core/a.ts", text)),
        [
            file("src/core/a.ts", "// Date.now() is handed in; we await nothing.\nconst at = new Date(now).toISOString();"),
            file("src/core/a.ts", 'const text = "await console.log(Math.random())"; const asynchronous = processed;'),
            file("src/wire/a.ts", "const now = Date.now(); await a; console.log(1);"),
            file("src/core/a.test.ts", "await a; Math.random();"),
        ],
    ],
    [
        "a wall-clock time says which instant it means",
        wallClocks,
        [file("src/core/a.ts", 'const at = time.toZonedDateTime("Europe/Oslo");')],
        [file("src/core/a.ts", 'const at = time.toZonedDateTime("Europe/Oslo", { disambiguation: "earlier" });')],
    ],
    [
        "words that say nothing are not used",
        forbiddenWords,
        [
            "export function processReport() {}",
            "export async function handle() {}",
            "export const manageKeys = () => 1;",
            "export function executeAll() {}",
            "export function performCheck() {}",
            "export function doIt() {}",
            "const mottatt = true;",
            "const erMottattNaa = row.mottatt_dato;",
        ].map((text) => file("src/hub/a.ts", text)),
        [
            file("src/hub/a.ts", 'export function processed() {}\nexport const doctor = 1;\nconst type = "mottatt.v1"; // mottatt'),
            file("src/wire/ks-report.ts", "const mottatt = 1;"),
        ],
    ],
];
//# sourceMappingURL=house-planted.js.map