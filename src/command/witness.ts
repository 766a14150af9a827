// `framme witness`: a witness of the hub's log, run by somebody who is not the hub. It stays up like every room; its key
// and its first head are made by commands of their own, because neither may ever come about by itself.

import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Command } from "commander";
import { isNoteName, noteAlgorithms, noteKeyOf, vkeyOf } from "../core/note.ts";
import { refuse } from "../core/problem.ts";
import { valueOrNull } from "../wire/foreign.ts";
import { writeOnce } from "./key-files.ts";
import { printResult, WrongUsage } from "./output.ts";
import { type Start, stayUp } from "./room.ts";

type InitWish = { readonly config: string; readonly origin: string; readonly headFile: string | null };

/** Handed in, because only the entry itself may reach into a room. */
export type WitnessDoors = {
  readonly start: () => Promise<Start>;
  readonly init: () => Promise<(wish: InitWish, now: number) => Promise<{ size: number }>>;
};

type InitOptions = { config: string; origin: string; empty?: boolean; head?: string; json?: boolean };
type KeyOptions = { to?: string; of?: string; name: string; log?: boolean; json?: boolean };

/** Adds `witness` and what is under it. */
export function addWitness(program: Command, doors: WitnessDoors): void {
  const witness = program
    .command("witness")
    .enablePositionalOptions()
    .description("a witness of the hub's log: signs each new head only when it continues the last one")
    .option("--json", "say in JSON when it is ready; the log is JSON always")
    .addHelpText("after", help)
    .action(async ({ json }: { json?: boolean }) => {
      const start = await doors.start();
      await stayUp(() => start(process.env), json ? { ready: "witness" } : null);
    });
  witness
    .command("key")
    .description("make a witness's key, or print one as the text others configure")
    .requiredOption(
      "--name <name>",
      "the witness's name, such as witness.example.no; a log's origin with --log",
    )
    .option("--to <file>", "make a new private key in this file; nothing is written over")
    .option("--of <file>", "print this key (private or public, PEM) instead")
    .option("--log", "it is a log's key: what a witness's configuration and `framme verify` name")
    .option("--json", "print it as JSON")
    .action(key);
  witness
    .command("init")
    .description("give the witness the head it starts from; once for each log, and never over another")
    .requiredOption("--config <file>", "the witness's configuration (WITNESS_CONFIG)")
    .requiredOption("--origin <origin>", "the log's origin, such as hub.example.no/log")
    .option(
      "--empty",
      "nothing was ever signed under this name: the log is taken as it is when it is first shown",
    )
    .option("--head <file>", "start from this checkpoint: the last one of another witness")
    .option("--json", "print the size as JSON")
    .action((options: InitOptions) => init(options, doors));
}

const help = `
Settings (environment): WITNESS_CONFIG, HOST, PORT, PUBLIC_ORIGIN, TLS_CERT_FILE, TLS_KEY_FILE
WITNESS_CONFIG names a file: {"name","keyFile","stateDir","logs":[{"origin","key"}]}. See docs/operations.md.

Examples:
  framme witness key --to witness.key.pem --name witness.example.no
  framme witness init --config witness.json --origin hub.example.no/log --empty
  framme witness init --config witness.json --origin hub.example.no/log --head head.txt
  WITNESS_CONFIG=witness.json PORT=8443 framme witness`;

async function key({ to, of, name, log, json }: KeyOptions): Promise<void> {
  if ((to === undefined) === (of === undefined)) throw new WrongUsage("Give --to FILE or --of FILE.");
  if (!isNoteName(name)) throw new WrongUsage("A name has no space and no plus in it.");
  if (to !== undefined) await makeKey(to);
  const file = (to ?? of)!;
  const pem = await readFile(file, "utf8");
  const read = valueOrNull(() => createPublicKey(pem));
  if (read?.asymmetricKeyType !== "ed25519") return refuse("key.not-usable", file);
  const vkey = vkeyOf(noteKeyOf(name, log ? noteAlgorithms.log : noteAlgorithms.witness, read));
  printResult(Boolean(json), { name, key: vkey, ...(to === undefined ? {} : { keyFile: to }) }, vkey);
}

async function makeKey(file: string): Promise<void> {
  const { privateKey } = generateKeyPairSync("ed25519");
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeOnce(file, privateKey.export({ type: "pkcs8", format: "pem" }) as string, 0o600);
}

async function init({ config, origin, empty, head, json }: InitOptions, doors: WitnessDoors): Promise<void> {
  if (Boolean(empty) === (head !== undefined))
    throw new WrongUsage(
      "Say what to start from: --head FILE, or --empty where nothing was ever signed under this name.",
    );
  const { size } = await (await doors.init())({ config, origin, headFile: head ?? null }, Date.now());
  printResult(Boolean(json), { origin, size }, `${origin}: starts from a head of ${size} leaves`);
}
