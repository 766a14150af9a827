// Two witnesses for the hub under load, each a process of its own, as in life: what they cost is part of what is measured.

import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { mkdirSync } from "node:fs";
import { noteAlgorithms, noteKeyOf, vkeyOf } from "../src/core/note.ts";
import { writeSecret } from "../src/stand-in/secret-file.ts";
import { initWitness } from "../src/witness/init.ts";
import { freePort } from "./ground.ts";
import { type RoomProcess, startRoom } from "./room-process.ts";

const origin = "bench/log";
const names = ["first.bench", "second.bench"] as const;

export type Witnesses = {
  /** What the hub is told of them. */
  readonly hubSettings: Readonly<Record<string, string>>;
  readonly rooms: readonly RoomProcess[];
};

/** Starts them from the head of an empty log. `hubPem` is the hub's public key. */
export async function startWitnesses(folder: string, hubPem: string, logs: string): Promise<Witnesses> {
  const key = vkeyOf(noteKeyOf(origin, noteAlgorithms.log, createPublicKey(hubPem)));
  const started: { room: RoomProcess; url: string; key: string }[] = [];
  for (const name of names) started.push(await startWitness(`${folder}/${name}`, name, key, logs));
  const list = started.map((one) => ({ url: one.url, key: one.key }));
  writeSecret(`${folder}/witnesses.json`, JSON.stringify(list));
  return {
    hubSettings: { HUB_LOG_ORIGIN: origin, HUB_WITNESSES_FILE: `${folder}/witnesses.json` },
    rooms: started.map(({ room }) => room),
  };
}

async function startWitness(folder: string, name: string, logKey: string, logs: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync("ed25519");
  writeSecret(`${folder}/key.pem`, privateKey.export({ type: "pkcs8", format: "pem" }) as string);
  const config = `${folder}/witness.json`;
  const watched = [{ origin, key: logKey }];
  writeSecret(config, JSON.stringify({ name, keyFile: "key.pem", stateDir: "state", logs: watched }));
  await initWitness({ config, origin, headFile: null }, Date.now());
  const port = await freePort();
  const env = { WITNESS_CONFIG: config };
  const room = await startRoom({ room: "witness", port, env, logFile: `${logs}/${name}.log`, profile: null });
  const key = vkeyOf(noteKeyOf(name, noteAlgorithms.witness, privateKey));
  return { room, url: `http://127.0.0.1:${port}`, key };
}
