// What `framme doctor` looks at for a witness: is its configuration whole, its key closed to others, is it the one that
// answers at its address, and has it a head of each log it watches.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { headPath } from "../core/add-checkpoint.ts";
import { checkpointFrom, cosignedAt } from "../core/checkpoint.ts";
import { type NoteKey, noteAlgorithms, noteKeyFrom, noteKeyOf, vkeyOf } from "../core/note.ts";
import { ask, overTheNetwork } from "../http/client.ts";
import { jsonOrNull } from "../wire/foreign.ts";
import { type Finding, findingsOf, ok, openFinding, warn, wrong } from "./finding.ts";
import { privateKeyIn } from "./hub.ts";

type WitnessFile = {
  name?: string;
  keyFile?: string;
  logs?: { origin?: string; key?: string | string[] }[];
};

/** A witness by its configuration, asked at its address. */
export async function witnessFindings(path: string, origin: string): Promise<Finding[]> {
  const check = `configuration ${path}`;
  if (!existsSync(path)) return [wrong(check, "there is no such file", "Set WITNESS_CONFIG.")];
  const read = jsonOrNull(await readFile(path)) as WitnessFile | null;
  if (!read?.name || !read.keyFile || !Array.isArray(read.logs) || read.logs.length === 0)
    return [wrong(check, "lacks name, keyFile or logs", "See docs/operations.md, section 11.")];
  const keyFile = resolve(dirname(path), read.keyFile);
  const key = noteKeyOf(read.name, noteAlgorithms.witness, await privateKeyIn(keyFile));
  const findings = [
    ok(check, `${vkeyOf(key)}, ${read.logs.length} logs`),
    ...(await openFinding("key", keyFile)),
  ];
  for (const log of read.logs) findings.push(...logFindings(log));
  for (const { origin: name } of read.logs)
    if (name) findings.push(...(await findingsOf(`head of ${name}`, () => headFindings(origin, name, key))));
  return findings;
}

function logFindings({ origin, key }: { origin?: string; key?: string | string[] }): Finding[] {
  const keys = [key ?? ""].flat().map((vkey) => noteKeyFrom(vkey, noteAlgorithms.log));
  if (origin && keys.every((one) => one?.name === origin)) return [];
  const todo = "Get the line from the hub's operator, by another way than the network.";
  return [wrong(`key of ${origin ?? "a log"}`, "is not the key of a log of that name", todo)];
}

/** The head that a witness tells, and whether its own name is under it. */
async function headFindings(witness: string, origin: string, key: NoteKey): Promise<Finding[]> {
  const check = `head of ${origin}`;
  const answer = await ask(
    overTheNetwork,
    witness + headPath(origin),
    { limitMs: 10_000 },
    "log.not-reached",
  );
  if (answer.status !== 200) {
    const { error, message } = (jsonOrNull(answer.bytes) ?? {}) as { error?: string; message?: string };
    const text = message ?? `status ${answer.status}`;
    if (error === "witness.nothing-signed") return [warn(check, text, "Wait until the hub has asked it.")];
    return [wrong(check, text, "See docs/operations.md, section 11.")];
  }
  const checkpoint = checkpointFrom(answer.bytes.toString("utf8"));
  const seconds = checkpoint && cosignedAt(checkpoint, key);
  if (!checkpoint || seconds === null)
    return [
      wrong(check, "what answers there is another witness", "Check PUBLIC_ORIGIN, and what listens there."),
    ];
  return [ok(check, `${checkpoint.size} leaves, signed ${new Date(seconds * 1000).toISOString()}`)];
}

/** The witnesses a hub is told of: does each answer, and with its own signature. */
export async function hubWitnessFindings(file: string, origin: string): Promise<Finding[]> {
  const list = jsonOrNull(await readFile(file)) as { url?: string; key?: string }[] | null;
  const findings: Finding[] = [];
  for (const { url = "", key = "" } of Array.isArray(list) ? list : []) {
    const known = noteKeyFrom(key, noteAlgorithms.witness);
    const look = async () =>
      known
        ? headFindings(url, origin, known)
        : [wrong(`witness ${url}`, "its key is not a witness's", "Get the line from its people.")];
    const found = await findingsOf(`witness ${url}`, look, "Ring its people: it cannot be reached.");
    findings.push(...found.map((one) => ({ ...one, check: `witness ${known?.name ?? url}` })));
  }
  if (findings.length === 1)
    findings.push(
      warn("witnesses", "there is only one", "Two or more that are not the operator: docs/operations.md."),
    );
  return findings;
}
