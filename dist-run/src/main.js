// The one entry: `framme COMMAND`. Only the command that was asked for is loaded, so that a room never loads what
// another needs. The edge of the command line: what is thrown below becomes one sentence and an exit code here
// (0 done, 1 refused or failed, 2 wrong usage).
import { readFileSync } from "node:fs";
import { Command } from "commander";
import { exitCodeFor } from "./command/output.js";
const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
const program = new Command("framme")
    .description("Reports of concern about children, delivered with a signed receipt for every step.")
    .version(version)
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show help for a command")
    .showHelpAfterError("See `framme --help`, or `framme COMMAND --help`.")
    .configureHelp({ showGlobalOptions: false })
    .exitOverride()
    .addHelpText("after", `
Examples:
  framme start                      everything, on this machine, for trying out
  framme send melding.json          seal and send one report
  framme follow 4F7K-…              where it is now
  framme doctor                     what is wrong with this installation

Exit codes: 0 done, 1 refused or failed, 2 wrong usage.`);
const doors = {
    hub: async () => (await import("./hub/start.js")).startHub,
    receiver: async () => (await import("./receiver/start.js")).startReceiver,
    inbox: async () => (await import("./inbox/start.js")).startInbox,
    portal: async () => (await import("./portal/start.js")).startPortal,
    identity: async () => (await import("./stand-in/identity.js")).startIdentity,
    postbox: async () => (await import("./stand-in/postbox.js")).startPostbox,
};
/** Each adds its commands to the program; here by the names of what it adds, in the order of the help. */
const parts = [
    [
        "start hub receiver inbox portal identity postbox",
        async () => (await import("./command/room.js")).addRooms(program, doors),
    ],
    ["send", async () => (await import("./command/send.js")).addSend(program)],
    ["follow", async () => (await import("./command/follow.js")).addFollow(program)],
    ["services", async () => (await import("./command/services.js")).addServices(program)],
    ["keys", async () => (await import("./command/keys.js")).addKeys(program)],
    ["migrate", async () => (await import("./command/migrate.js")).addMigrate(program)],
    ["backup restore", async () => (await import("./command/backup.js")).addBackup(program)],
    ["doctor", async () => (await import("./command/doctor.js")).addDoctor(program)],
];
// `framme … | head` closes our output early; that is the reader's right, and no failure.
process.stdout.on("error", (error) => process.exit(error.code === "EPIPE" ? 0 : 1));
try {
    const asked = parts.filter(([names]) => names.split(" ").includes(process.argv[2] ?? ""));
    for (const [, add] of asked.length > 0 ? asked : parts)
        await add();
    await program.parseAsync();
}
catch (error) {
    process.exitCode = exitCodeFor(error, process.argv.includes("--json"));
}
//# sourceMappingURL=main.js.map