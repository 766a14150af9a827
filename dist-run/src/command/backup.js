// `framme backup` and `framme restore`: a room's database to a folder and back (src/pg/backup.ts, restore.ts).
import { Problem } from "../core/problem.js";
import { backup } from "../pg/backup.js";
import { manifestHash } from "../pg/manifest.js";
import { databaseNames, roomOf } from "../pg/migrate.js";
import { restore } from "../pg/restore.js";
import { note, printResult, WrongUsage } from "./output.js";
import { databaseUrlFor } from "./settings.js";
const roomArgument = `${databaseNames.join(", ")}; in a demo also receiver:ID and inbox:ID`;
/** Adds `backup` and `restore`. */
export function addBackup(program) {
    program
        .command("backup")
        .description("copy a room's database, as it is at one instant, into a new folder")
        .argument("<room>", roomArgument)
        .requiredOption("--to <dir>", "a new or empty folder")
        .option("--data-dir <dir>", "take the database from this demo's demo.json instead of DATABASE_URL")
        .option("--json", "print the manifest's facts as JSON")
        .addHelpText("after", backupHelp)
        .action(async (room, options) => {
        const url = await databaseUrlFor(room, options, process.env);
        tellBack("taken", await backup(url, roomNamed(room), options.to, Date.now(), progress), options.to, options);
    });
    program
        .command("restore")
        .description("put a backup back into an empty, migrated database")
        .argument("<room>", databaseNames.join(", "))
        .requiredOption("--from <dir>", "the folder of a backup")
        .option("--sha256 <hash>", "the manifest's hash that `framme backup` printed; refuses any other")
        .option("--json", "print the manifest's facts as JSON")
        .addHelpText("after", restoreHelp)
        .action(async (room, options) => {
        const url = await databaseUrlFor(room, {}, process.env);
        const restored = await fitted(() => restore(url, roomNamed(room), options.from, { wantedHash: options.sha256, tell: progress }));
        tellBack("restored", restored, options.from, options);
    });
}
const backupHelp = `
DATABASE_URL may be the room's own. Nothing needs to stop. Keep the printed sha256 apart from the backup.

Example:
  DATABASE_URL=postgres://framme_hub@db/framme_hub framme backup hub --to /backup/hub-2026-11-23`;
const restoreHelp = `
DATABASE_URL must be of the owner of a database that \`framme migrate\` has prepared and nobody has used. Every
file is checked before anything is written, and every table is read back before it is kept. Start the room after.

Example:
  DATABASE_URL=postgres://framme_hub_owner@db/framme_hub framme restore hub --from /backup/hub-2026-11-23`;
function roomNamed(name) {
    const room = roomOf(name);
    if (!room)
        throw new WrongUsage(`There is no room "${name}" with a database. Use ${databaseNames.join(", ")}.`);
    return room;
}
/** Rows that a constraint or a type of this database refuses are a fault of the backup, not a bug. */
async function fitted(work) {
    try {
        return await work();
    }
    catch (error) {
        if (/^(22|23|25P02)/.test(error.code ?? ""))
            throw new Problem("backup.bad", "its rows do not fit this database");
        throw error;
    }
}
function progress(table, rows) {
    if (process.stderr.isTTY)
        note(`  ${table}: ${rows} rows`);
}
function tellBack(done, manifest, folder, options) {
    const sha256 = manifestHash(manifest);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const { room, takenAt, walPosition, postgres, tables } = manifest;
    const migration = manifest.migrations.at(-1) ?? null;
    const facts = {
        room,
        folder,
        takenAt,
        walPosition,
        postgres,
        migration,
        tables: tables.length,
        rows,
        sha256,
    };
    const text = [
        `${room}: ${done}: ${tables.length} tables, ${rows} rows, as of ${takenAt} (WAL ${walPosition})`,
        `sha256 of the manifest: ${sha256}`,
    ];
    printResult(Boolean(options.json), facts, text.join("\n"));
}
//# sourceMappingURL=backup.js.map