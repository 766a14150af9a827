// `framme challenge`: a named person asks now whether reports are still in their case systems. The command does not
// wait for the answers: they become receipts, or losses that somebody owns.

import type { Command } from "commander";
import { postChallenge } from "./hub.ts";
import { printResult } from "./output.ts";
import { type Signing, signer } from "./services-sign.ts";
import { hubUrl } from "./settings.ts";

/** Adds `challenge`. */
export function addChallenge(program: Command): void {
  const collect = (value: string, before: string[]) => [...before, value];
  program
    .command("challenge")
    .description("ask now whether reports are still in their case systems")
    .argument("<report-id...>", "ids of registered reports")
    .option("--as <person>", "who asks, such as person:kari", collect, [])
    .option("--key <file>", "that person's private key", collect, [])
    .option("--data-dir <dir>", "use the demonstration in this folder")
    .option("--json", "print JSON, one object a line")
    .addHelpText("after", help)
    .action(challenge);
}

const help = `
Settings (environment): HUB_URL; PERSON_ID and PERSON_KEY_FILE of who asks; without them a demonstration's.
The answer comes as a receipt («proven»), or the report is handed over again.

Example:
  framme challenge 0b7f1f6e-0000-4000-8000-000000000000 --as person:kari --key kari.key.pem`;

async function challenge(reports: string[], options: Signing & { json?: boolean }): Promise<void> {
  const hub = await hubUrl(options, process.env);
  const who = await signer(options);
  for (const report of reports) {
    const asked = await postChallenge(hub, report, who);
    printResult(Boolean(options.json), asked, `${asked.id}: ${asked.service} is asked (pair ${asked.n})`);
  }
}
