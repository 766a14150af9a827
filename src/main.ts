// The one entry: `framme COMMAND`. Every command says here what it is called; what it needs is loaded when it
// is run, so that `--help` is quick and a room never loads another. The edge of the command line: what is
// thrown below becomes one sentence and an exit code here (0 done, 1 refused or failed, 2 wrong usage).

import { readFileSync } from "node:fs";
import { Command } from "commander";
import { addBackup } from "./command/backup.ts";
import { addDoctor } from "./command/doctor.ts";
import { addFollow } from "./command/follow.ts";
import { addKeys } from "./command/keys.ts";
import { addMigrate } from "./command/migrate.ts";
import { exitCodeFor } from "./command/output.ts";
import { addRooms } from "./command/room.ts";
import { addSend } from "./command/send.ts";
import { addServices } from "./command/services.ts";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));

const program = new Command("framme")
  .description("Reports of concern about children, delivered with a signed receipt for every step.")
  .version(version)
  .helpOption("-h, --help", "show help")
  .helpCommand("help [command]", "show help for a command")
  .showHelpAfterError("See `framme --help`, or `framme COMMAND --help`.")
  .configureHelp({ showGlobalOptions: false })
  .exitOverride();

addRooms(program, {
  hub: async () => (await import("./hub/start.ts")).startHub,
  receiver: async () => (await import("./receiver/start.ts")).startReceiver,
  inbox: async () => (await import("./inbox/start.ts")).startInbox,
});
addSend(program);
addFollow(program);
addServices(program);
addKeys(program);
addMigrate(program);
addBackup(program);
addDoctor(program);
program.addHelpText(
  "after",
  `
Examples:
  framme start                      everything, on this machine, for trying out
  framme send melding.json          seal and send one report
  framme follow 4F7K-…              where it is now
  framme doctor                     what is wrong with this installation

Exit codes: 0 done, 1 refused or failed, 2 wrong usage.`,
);

// `framme … | head` closes our output early; that is the reader's right, and no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeFor(error, process.argv.includes("--json"));
}
