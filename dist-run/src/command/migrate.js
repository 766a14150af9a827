// `framme migrate`: brings a room's database to the version this program needs, as the owner, or prints the SQL
// for an administrator who will not hand out that role.
import { refuse } from "../core/problem.js";
import { createRoom, creationScript, namesOf, roleExists } from "../pg/create.js";
import { databaseNames, migrate, migrationScript, roomOf, versionOf } from "../pg/migrate.js";
import { printResult, WrongUsage } from "./output.js";
/** Adds `migrate`. */
export function addMigrate(program) {
    program
        .command("migrate")
        .description("prepare a room's database for this version, or print the SQL that does")
        .argument("[room]", `one of: ${databaseNames.join(", ")}; without it: all of them (with --print or --create)`)
        .option("--print", "print the SQL instead of running it")
        .option("--create", "also create the roles and databases that are missing")
        .option("--role <name>", "the role the room's process runs as (default: framme_ROOM)")
        .option("--json", "print what ran as JSON")
        .addHelpText("after", help)
        .action(async (room, options) => {
        if (room !== undefined && !databaseNames.includes(room))
            throw new WrongUsage(`There is no room "${room}" with a database. Use ${databaseNames.join(", ")}.`);
        if (room === undefined && !options.print && !options.create)
            throw new WrongUsage("Name the room to migrate, or use --create or --print for all of them.");
        const wanted = room === undefined ? databaseNames : [room];
        if (wanted.length > 1 && options.role)
            throw new WrongUsage("--role goes with one room.");
        for (const each of wanted)
            await run(each, options, wanted.length > 1);
    });
}
const help = `
DATABASE_URL must be of a role that owns the room's database, which no process of Framme keeps. With --create it
must be of a role that may create databases and roles; the new room's own DATABASE_URL is then printed, once.

Examples:
  DATABASE_URL=postgres://framme_hub_owner@db/framme_hub framme migrate hub
  framme migrate receiver --print > receiver.sql
  DATABASE_URL=postgres://postgres@db/postgres framme migrate --create`;
async function run(name, options, isOneOfMany) {
    const names = { ...namesOf(name), ...(options.role ? { room: options.role } : {}) };
    if (options.print)
        return print(name, names, options, isOneOfMany);
    const url = process.env.DATABASE_URL ?? refuse("config.bad", "set DATABASE_URL to the database's owner");
    const created = options.create ? await createRoom(url, names) : null;
    if (!created && !(await roleExists(url, names.room)))
        refuse("config.bad", `role ${names.room} does not exist: make it first, or name another with --role`);
    const room = roomOf(name);
    const ran = await migrate(created?.ownerUrl ?? url, room, names.room);
    const version = await versionOf(room);
    const result = {
        room: name,
        version,
        created: created?.made ?? [],
        ran,
        databaseUrl: created?.roomUrl ?? undefined,
    };
    printResult(Boolean(options.json), result, told(result));
}
function told(result) {
    const lines = [
        ...result.created.map((made) => `${result.room}: created ${made}`),
        ...result.ran.map((name) => `${result.room}: ran ${name}`),
        `${result.room}: is at version ${result.version}${result.ran.length === 0 ? ", nothing to run" : ""}`,
    ];
    if (result.databaseUrl)
        lines.push(`${result.room}: keep this secret, it is not shown again: DATABASE_URL=${result.databaseUrl}`);
    return lines.join("\n");
}
async function print(name, names, options, isOneOfMany) {
    const room = roomOf(name);
    const script = await migrationScript(room, names.room);
    const before = creationScript(names)
        .split("\n")
        .map((line) => `-- ${line}`);
    const text = [
        `-- Framme: the database of ${name}, version ${await versionOf(room)}.`,
        "-- Once, as an administrator:",
        ...before,
        `-- Then, in the database ${names.database}, as ${names.owner} (set role ${names.owner}):`,
        ...(isOneOfMany ? [`\\connect ${names.database}`, `set role "${names.owner}";`] : []),
        "",
        script,
        "",
    ].join("\n");
    printResult(Boolean(options.json), { room: name, sql: text }, text);
}
//# sourceMappingURL=migrate.js.map