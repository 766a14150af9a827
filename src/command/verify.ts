// `framme verify`: receipts, by whoever has them, without asking anybody; and with --log the whole log, by the operator
// in the database or by an outsider over HTTP. Exit code 1 when something that is claimed does not hold.

import { readFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import { checkpointFrom, cosignedAt, isSignedByLog } from "../core/checkpoint.ts";
import type { LogFinding, SignedHead } from "../core/log-check.ts";
import { noteAlgorithms, noteKeyOf } from "../core/note.ts";
import { refuse } from "../core/problem.ts";
import type { Pinned } from "../core/receipt-verdict.ts";
import { printResult, WrongUsage } from "./output.ts";
import { databaseUrlFor } from "./settings.ts";
import { type KeyOptions, namedWitnesses, pinnedKeys } from "./verify-keys.ts";
import { type Requirement, requirements, textOf, weighFile } from "./verify-receipts.ts";
import { lookOver } from "./verify-url.ts";

type Audit = { size: number; root: string; heads: number; findings: readonly LogFinding[] };
type AuditWish = { databaseUrl: string; heads: readonly SignedHead[] } & Pick<Pinned, "witnesses"> & {
    hubKeys: Pinned["hub"];
  };

/** Handed in, because only the entry itself may reach into a room. */
export type AuditDoor = () => Promise<(wish: AuditWish, now: number) => Promise<Audit>>;

type Options = KeyOptions & {
  log?: boolean;
  url?: string;
  head: string[];
  require?: string;
  json?: boolean;
};

/** Adds `verify`. */
export function addVerify(program: Command, door: AuditDoor): void {
  const collect = (value: string, before: string[]) => [...before, value];
  program
    .command("verify")
    .description("check receipts without asking anybody; with --log, the whole log")
    .argument("[file...]", "receipts in JSON, with their proofs if there are any; - reads standard input")
    .option(
      "--hub-key <file>",
      "the hub's public key (PEM), got by another way than the receipt",
      collect,
      [],
    )
    .option(
      "--key <file>",
      "the public key of a service or another signer, PEM or as GET /keys/ID gives it",
      collect,
      [],
    )
    .option("--witness <vkey>", "a witness's key, name+id+base64; repeat for more", collect, [])
    .option("--witnesses <file>", "witnesses in a file: the hub's list, or one key a line")
    .option("--require <what>", `what must hold besides the signature: ${requirements.join(",")}`)
    .option("--log", "look the whole log over and name what differs")
    .option("--url <hub>", "with --log: fetch the log from this hub, as anybody can")
    .option("--head <file>", "with --log: a checkpoint that a witness has; repeat for more", collect, [])
    .addOption(
      new Option("--data-dir <dir>", "use the keys and database of the demonstration in this folder"),
    )
    .option("--json", "print one receipt, or one finding, a line as JSON")
    .addHelpText("after", help)
    .action(async (files: string[], options: Options) => {
      if (options.log === files.length > 0 || (options.url !== undefined && !options.log))
        throw new WrongUsage("Give files with receipts, or --log (and --url HUB with it).");
      const pinned = await pinnedKeys(options, process.env);
      const holds = options.log
        ? await verifyLog(options, pinned, door)
        : await verifyFiles(files, options, pinned);
      if (!holds) process.exitCode = 1;
    });
}

const help = `
signed: by a key that was given. included: salt, receipt and path lead to a root that the hub has signed. co-signed: that
root was also signed by witnesses whose keys were given. "Not included yet" and "not co-signed" are no faults unless
--require asks for them. Exit code 1 when something that is claimed does not hold, or nobody whose key was given vouches.

Settings (environment): HUB_PUBLIC_KEY_FILE; with --log DATABASE_URL of the hub's database, which is only read.

Examples:
  framme verify receipt.json --hub-key hub.public.pem --witnesses witnesses.json --require included,co-signed
  DATABASE_URL=postgres://… framme verify --log --hub-key hub.public.pem --head head-from-a-witness.txt
  framme verify --log --url https://hub.example.no --hub-key hub.public.pem --witnesses witnesses.json`;

async function verifyFiles(files: readonly string[], options: Options, pinned: Pinned): Promise<boolean> {
  const required = requiredIn(options.require);
  let holds = true;
  for (const file of files)
    for (const weighed of await weighFile(file, pinned, required)) {
      const { kind, reportId } = weighed.receipt;
      const told = { file, kind, reportId, ...weighed.verdict, holds: weighed.holds };
      printResult(Boolean(options.json), told, textOf(weighed));
      holds &&= weighed.holds;
    }
  return holds;
}

function requiredIn(given: string | undefined): Requirement[] {
  return (given?.split(",") ?? []).map((each) => {
    const known = requirements.find((one) => one === each.trim());
    if (!known) throw new WrongUsage(`--require takes ${requirements.join(" and ")}, with a comma between.`);
    return known;
  });
}

async function verifyLog(options: Options, pinned: Pinned, door: AuditDoor): Promise<boolean> {
  const heads = await headsIn(options.head, pinned);
  const looked = options.url
    ? await lookOver(options.url, { heads, pinned, named: await namedWitnesses(options, process.env) })
    : await (await door())(
        {
          databaseUrl: await databaseUrlFor("hub", options, process.env),
          heads,
          witnesses: pinned.witnesses,
          hubKeys: pinned.hub,
        },
        Date.now(),
      );
  const { size, root, heads: count, findings } = looked;
  for (const finding of findings)
    printResult(Boolean(options.json), { finding }, `${finding.kind}: ${finding.message}`);
  const text = `${size} leaves, root ${root}, held against ${count} signed heads: ${
    findings.length === 0 ? "nothing differs" : `${findings.length} findings`
  }`;
  printResult(Boolean(options.json), { size, root, heads: count, findings: findings.length }, text);
  return findings.length === 0;
}

/** Heads from witnesses, each signed by the hub; refuses with `witness.bad-head`. */
async function headsIn(files: readonly string[], { hub, witnesses }: Pinned): Promise<SignedHead[]> {
  const heads: SignedHead[] = [];
  for (const file of files) {
    const checkpoint = checkpointFrom(await readFile(file, "utf8"));
    if (!checkpoint) return refuse("witness.bad-head", file);
    const keys = hub.map((key) => noteKeyOf(checkpoint.origin, noteAlgorithms.log, key));
    if (!isSignedByLog(checkpoint, keys)) return refuse("witness.bad-head", `${file}; give --hub-key`);
    const by = witnesses
      .filter((witness) => cosignedAt(checkpoint, witness) !== null)
      .map(({ name }) => name);
    const source = by.length > 0 ? `${file}, co-signed by ${by.join(", ")}` : `${file}, signed by the hub`;
    heads.push({ size: checkpoint.size, root: checkpoint.root, source });
  }
  return heads;
}
