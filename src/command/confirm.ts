// `framme confirm`: a named person says which reports that were only claimed have been found in the case system, one at
// a time or by a list out of it. What a list disagrees with is told line by line, and makes the command fail.

import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import type { LineOutcome } from "../core/claims.ts";
import type { Receipt } from "../core/receipt.ts";
import { osloDate } from "../core/schedule.ts";
import type { Identity } from "../http/assertion.ts";
import { readCaseList } from "../wire/case-list.ts";
import { identityOf, postConfirmation, postConfirmationList } from "./hub.ts";
import { note, printResult, WrongUsage } from "./output.ts";
import { demoFor, hubUrl, type PersonSettings, peopleOf, type Where } from "./settings.ts";

type Options = Where & {
  json?: boolean;
  reference?: string;
  list?: string;
  service?: string;
  from?: string;
  to?: string;
  by?: string;
  key?: string;
  reason?: string;
};

/** Adds `confirm`. */
export function addConfirm(program: Command): void {
  program
    .command("confirm")
    .description("say that a report which was only claimed has been found in the case system")
    .argument("[report-id]", "the report's id")
    .option("--reference <reference>", "the case system's reference that it was found under")
    .option(
      "--list <file>",
      "a list out of the case system instead: id;reference[;content hash] on each line",
    )
    .option("--service <id>", "whose list it is")
    .option("--from <date>", "the first day the list covers, such as 2026-11-23; today if not given")
    .option("--to <date>", "the last day it covers; today if not given")
    .option("--by <person>", "who has found it, such as person:kari")
    .option("--key <file>", "that person's private key")
    .option("--reason <text>", "why, from somebody who does not work at the service; it is kept")
    .option("--data-dir <dir>", "use the demonstration in this folder")
    .option("--json", "print JSON, one object a line")
    .addHelpText("after", help)
    .action(async (report: string | undefined, options: Options) => {
      if ((report === undefined) === (options.list === undefined))
        throw new WrongUsage("Give a report's id with --reference, or --list FILE with --service.");
      await (report === undefined ? confirmList(options) : confirmOne(report, options));
    });
}

const help = `
Settings (environment): HUB_URL; PERSON_ID and PERSON_KEY_FILE of who has found it; without them a demonstration's
(--data-dir, or ./var). What a list covers is what was claimed on its days: what it lacks of that becomes a deviation.

Examples:
  framme confirm 3f0c… --reference B-2026/14 --by person:leder-tysnes --key leder.key.pem
  framme confirm --list uttrekk.csv --service tysnes --from 2026-11-23 --to 2026-11-24 --by person:leder-tysnes --key leder.key.pem`;

async function confirmOne(reportId: string, options: Options): Promise<void> {
  if (options.reference === undefined) throw new WrongUsage("Say where it was found: --reference REFERENCE.");
  const hub = await hubUrl(options, process.env);
  const found = { reportId, reference: options.reference, ...reasonIn(options) };
  const { receipt } = (await postConfirmation(hub, found, await finder(options))) as { receipt: Receipt };
  const text = `confirmed: ${receipt.reportId}, number ${receipt.serial} of ${receipt.service}, as ${receipt.reference}`;
  printResult(Boolean(options.json), receipt, text);
}

type Result = {
  readonly lines: readonly { line: number; report: string | null; outcome: LineOutcome }[];
  readonly missing: readonly { report: string; serial: number }[];
};

const words: Record<LineOutcome, string> = {
  confirmed: "confirmed",
  already: "was confirmed before",
  conflict: "DISAGREES: another reference stands for this report",
  altered: "DISAGREES: the content has another hash",
  unclaimed: "nothing is claimed of it that waits for a person",
  unknown: "no report of this service is known by it",
};

async function confirmList(options: Options): Promise<void> {
  const { list, service, reference } = options;
  if (service === undefined || reference !== undefined)
    throw new WrongUsage("Say whose list it is with --service; each line has its own reference.");
  const today = osloDate(Date.now());
  const { from = today, to = today } = options;
  const bytes = await readFile(list!);
  // What cannot be read is told here, line by line; the hub reads it all over again.
  readCaseList(bytes);
  const file = bytes.toString("base64");
  const wish = { service, from, to, file, ...reasonIn(options) };
  const hub = await hubUrl(options, process.env);
  const result = (await postConfirmationList(hub, wish, await finder(options))) as Result;
  tell(result, Boolean(options.json));
}

function tell({ lines, missing }: Result, json: boolean): void {
  for (const one of lines)
    printResult(json, one, `line ${one.line}: ${one.report ? `${one.report} ` : ""}${words[one.outcome]}`);
  for (const { report, serial } of missing)
    printResult(json, { report, serial, outcome: "missing" }, `MISSING: ${report}, number ${serial}`);
  const against = lines.filter(({ outcome }) => outcome === "conflict" || outcome === "altered").length;
  const confirmed = lines.filter(({ outcome }) => outcome === "confirmed").length;
  note(`${lines.length} lines, ${confirmed} confirmed now, ${missing.length} missing, ${against} disagree`);
  if (missing.length + against > 0) process.exitCode = 1;
}

function reasonIn({ reason }: Options): { reason?: string } {
  return reason === undefined ? {} : { reason };
}

/** Who has found it: by --by and --key, else PERSON_ID and PERSON_KEY_FILE, else somebody of the demonstration. */
async function finder({ by, key, dataDir }: Options): Promise<Identity> {
  const { PERSON_ID, PERSON_KEY_FILE } = process.env;
  const demo = (await demoFor({ dataDir }, process.env, "HUB_URL"))?.people ?? [];
  const id = by ?? (demo.length > 0 ? demo[0]!.id : PERSON_ID);
  if (id === undefined) throw new WrongUsage("Say who has found it: --by person:ID --key FILE.");
  const keyFile = key ?? demo.find((one) => one.id === id)?.keyFile ?? PERSON_KEY_FILE;
  if (keyFile === undefined) throw new WrongUsage(`Give the private key of ${id}: --key FILE.`);
  const [person] = await peopleOf([id], [keyFile], { dataDir }, process.env);
  return identityOf(person as PersonSettings);
}
