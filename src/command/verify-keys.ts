// The keys `framme verify` trusts: given on the command line, or pinned in the settings, or a demonstration's. Never the
// ones that come with what is to be checked.

import { createPublicKey, type KeyObject } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Environment } from "../config.ts";
import { type NoteKey, noteAlgorithms, noteKeyFrom } from "../core/note.ts";
import { refuse } from "../core/problem.ts";
import type { Pinned } from "../core/receipt-verdict.ts";
import { jsonOrNull, valueOrNull } from "../wire/foreign.ts";
import { demoFor, hubKeyFile, type Where } from "./settings.ts";

export type KeyOptions = Where & {
  readonly hubKey: readonly string[];
  readonly key: readonly string[];
  readonly witness: readonly string[];
  readonly witnesses?: string;
};

/** A witness, and where it answers if that is known. */
export type NamedWitness = { readonly key: NoteKey; readonly url: string | null };

/** Every key that was given, or pinned. */
export async function pinnedKeys(options: KeyOptions, env: Environment): Promise<Pinned> {
  const pinnedFile = options.hubKey.length > 0 ? null : await hubKeyFile(options, env);
  const hubFiles = pinnedFile === null ? options.hubKey : [pinnedFile];
  const witnesses = (await namedWitnesses(options, env)).map(({ key }) => key);
  return { hub: await keysIn(hubFiles), others: await keysIn(options.key), witnesses };
}

/** The witnesses that were named: with --witness, in a file, or by a demonstration. */
export async function namedWitnesses(options: KeyOptions, env: Environment): Promise<NamedWitness[]> {
  const named = options.witness.map((vkey) => witnessIn(vkey, null, "--witness"));
  if (options.witnesses !== undefined) named.push(...(await witnessesInFile(options.witnesses)));
  if (named.length > 0) return named;
  const demo = await demoFor(options, env, "HUB_URL");
  return (demo?.witnesses ?? []).map(({ url, key }) => witnessIn(key, url, "demo.json"));
}

/** A list as the hub has it (HUB_WITNESSES_FILE), or one key a line. */
async function witnessesInFile(file: string): Promise<NamedWitness[]> {
  const bytes = await readFile(file);
  const list = jsonOrNull(bytes);
  if (Array.isArray(list))
    return list.map((one: { url?: unknown; key?: unknown } | null) =>
      witnessIn(String(one?.key), typeof one?.url === "string" ? one.url : null, file),
    );
  const lines = bytes.toString("utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => witnessIn(line.trim(), null, file));
}

function witnessIn(vkey: string, url: string | null, where: string): NamedWitness {
  const key = noteKeyFrom(vkey, noteAlgorithms.witness);
  return key ? { key, url } : refuse("key.not-usable", `${where}: a witness's key is name+id+base64`);
}

async function keysIn(files: readonly string[]): Promise<KeyObject[]> {
  const keys: KeyObject[] = [];
  for (const file of files) {
    // A key as the hub publishes it (GET /keys/ID) is the same in JSON, where a line's end is written in two letters.
    const text = (await readFile(file, "utf8")).replaceAll("\\n", "\n");
    const blocks = text.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
    const read = blocks.map((pem) => valueOrNull(() => createPublicKey(pem)));
    if (read.length === 0 || read.some((key) => key?.asymmetricKeyType !== "ed25519"))
      refuse("key.not-usable", `${file} must hold Ed25519 public keys (PEM)`);
    keys.push(...(read as KeyObject[]));
  }
  return keys;
}
