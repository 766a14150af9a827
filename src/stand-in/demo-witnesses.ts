// The demonstration's two witnesses, a county governor's and a municipality's: each with a folder, a key and a state of
// its own, as on machines of their own in life. A witness gets its first head once, by the same command that a real
// operator types; one that has lost its state is left as it is, and signs nothing.

import { spawn } from "node:child_process";
import { createPrivateKey, createPublicKey } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { noteAlgorithms, noteKeyOf, vkeyOf } from "../core/note.ts";
import { refuse } from "../core/problem.ts";
import { jsonOrNull } from "../wire/foreign.ts";
import { makeEd25519 } from "./demo-keys.ts";
import type { Layout } from "./layout.ts";
import type { Ports } from "./ports.ts";
import { writeSecret } from "./secret-file.ts";

/** The log's name here, whatever ports it is reached at. */
export const demoLogOrigin = "hub.framme.demo/log";

/** Who they are, and which port is theirs. */
export const demoWitnesses = [
  {
    id: "county-governor",
    name: "statsforvalteren.framme.demo",
    called: "Statsforvalteren",
    port: "countyGovernor",
  },
  { id: "municipality", name: "kommunen.framme.demo", called: "En kommune", port: "municipality" },
] as const;

type DemoWitness = (typeof demoWitnesses)[number];

/** A witness as the hub and demo.json name it. */
export type WitnessPlace = { readonly name: string; readonly url: string; readonly key: string };

const main = fileURLToPath(new URL("../main.js", import.meta.url));

/**
 * Makes what the witnesses need, gives those that are new their first head, and writes the list that the hub is told.
 * The hub must not be running: its log is read as it stands in the database.
 */
export async function prepareWitnesses(
  layout: Layout,
  ports: Ports,
  hubDatabase: string,
  say: (line: string) => void,
): Promise<void> {
  const known = knownKeys(layout.hub.witnesses);
  const prepare = async (witness: DemoWitness) => {
    const files = layout.witness(witness.id);
    makeEd25519(files.key, null);
    const logs = [{ origin: demoLogOrigin, key: demoLogKey(layout) }];
    const config = { name: witness.name, keyFile: "key.pem", stateDir: "state", logs };
    writeSecret(files.config, JSON.stringify(config, null, 2));
    const isInit = existsSync(files.state) && readdirSync(files.state).some((name) => name.endsWith(".head"));
    if (!isInit && known.has(keyOf(layout, witness)))
      say(`${witness.id} has lost its state and signs nothing: see ${layout.log(`witness-${witness.id}`)}`);
    else if (!isInit) await init(layout, witness, hubDatabase);
  };
  await Promise.all(demoWitnesses.map(prepare));
  // Last, so that a witness is known to the hub only when it has had its head.
  const list = witnessPlaces(layout, ports).map(({ url, key }) => ({ url, key }));
  writeSecret(layout.hub.witnesses, JSON.stringify(list, null, 2));
  // The portal checks the log by itself, and calls the witnesses what people call them.
  const named = list.map((one, index) => ({ ...one, name: demoWitnesses[index]!.called }));
  writeSecret(layout.portal.witnesses, JSON.stringify(named, null, 2));
}

/** Both witnesses, where they answer and by which key. */
export function witnessPlaces(layout: Layout, ports: Ports): WitnessPlace[] {
  return demoWitnesses.map((witness) => ({
    name: witness.name,
    url: `http://127.0.0.1:${ports[witness.port]}`,
    key: keyOf(layout, witness),
  }));
}

/** The hub's key as the key of its log. */
export function demoLogKey(layout: Layout): string {
  const key = createPublicKey(readFileSync(layout.hub.publicKey));
  return vkeyOf(noteKeyOf(demoLogOrigin, noteAlgorithms.log, key));
}

function keyOf(layout: Layout, { id, name }: DemoWitness): string {
  const key = createPrivateKey(readFileSync(layout.witness(id).key));
  return vkeyOf(noteKeyOf(name, noteAlgorithms.witness, key));
}

function knownKeys(file: string): Set<unknown> {
  const list = existsSync(file) ? jsonOrNull(readFileSync(file)) : null;
  return new Set(Array.isArray(list) ? list.map((one: { key?: unknown } | null) => one?.key) : []);
}

/** From the newest head that the hub has signed; from the empty one where it has signed none, ever. */
async function init(layout: Layout, { id }: DemoWitness, hubDatabase: string): Promise<void> {
  const { config } = layout.witness(id);
  const head = await newestHead(hubDatabase);
  const headFile = `${dirname(config)}/first-head.txt`;
  if (head !== null) writeSecret(headFile, head);
  const from = head === null ? ["--empty"] : ["--head", headFile];
  const args = [main, "witness", "init", "--config", config, "--origin", demoLogOrigin, ...from];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  const { promise: ended, resolve } = Promise.withResolvers<number | null>();
  child.once("close", resolve);
  const [code, said] = await Promise.all([ended, text(child.stderr)]);
  if (code !== 0) refuse("config.bad", `the witness ${id} did not take its first head: ${said.trim()}`);
}

async function newestHead(hubDatabase: string): Promise<string | null> {
  const sql = postgres(hubDatabase, { max: 1, onnotice: () => undefined });
  const read = sql<{ note: string }[]>`
    select note from checkpoint where origin = ${demoLogOrigin} order by size desc limit 1`;
  const [row] = await read.finally(() => sql.end({ timeout: 5 }));
  return row?.note ?? null;
}
