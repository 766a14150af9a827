// Witnesses for tests: the real app behind a real door, or a process of the built product, with a key, a configuration
// and a state folder of its own, started from the head of an empty log. And a log to show them, which can also lie.

import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { addCheckpointBody } from "../src/core/add-checkpoint.ts";
import { signCheckpoint } from "../src/core/checkpoint.ts";
import { consistencyPath, leafHash, rootOf } from "../src/core/ledger.ts";
import { noteAlgorithms, noteKeyOf, vkeyOf } from "../src/core/note.ts";
import { initWitness } from "../src/witness/init.ts";
import { makeWitness } from "../src/witness/room.ts";
import { witnessApp } from "../src/witness/routes.ts";
import { witnessSettings } from "../src/witness/settings.ts";
import { freePort } from "./database.ts";
import { type RoomProcess, roomProcess } from "./rooms.ts";

/** What a hub is told of a witness: an entry of HUB_WITNESSES_FILE. */
export type WitnessEntry = { readonly url: string; readonly key: string };

/** A witness's files. */
export type WitnessFiles = {
  readonly name: string;
  readonly key: string;
  readonly config: string;
  readonly stateDir: string;
};

/** The log's key as witnesses know it. */
export function logKey(origin: string, hubKey: KeyObject | string): string {
  return vkeyOf(
    noteKeyOf(origin, noteAlgorithms.log, typeof hubKey === "string" ? createPublicKey(hubKey) : hubKey),
  );
}

/** Makes the key and the configuration of a witness in its own folder. It has no head yet. */
export function makeWitnessFiles(folder: string, name: string, origin: string, vkey: string): WitnessFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync("ed25519");
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }) as string;
  writeFileSync(`${folder}/key.pem`, pem, { mode: 0o600 });
  const config = { name, keyFile: "key.pem", stateDir: "state", logs: [{ origin, key: vkey }] };
  writeFileSync(`${folder}/witness.json`, JSON.stringify(config));
  const key = vkeyOf(noteKeyOf(name, noteAlgorithms.witness, privateKey));
  return { name, key, config: `${folder}/witness.json`, stateDir: `${folder}/state` };
}

/** The witness as an app, in this process. */
export function witnessIn({ config }: WitnessFiles, clock: () => number = Date.now) {
  return witnessApp(makeWitness(witnessSettings({ WITNESS_CONFIG: config }), clock));
}

/**
 * A witness of an empty log that listens, in this process. It does not keep the process alive: closing it is for those
 * who want it away.
 */
export async function listeningWitness(
  folder: string,
  origin: string,
  vkey: string,
  name = "witness.test",
): Promise<WitnessEntry & { readonly files: WitnessFiles; close(): void }> {
  const files = makeWitnessFiles(folder, name, origin, vkey);
  await initWitness({ config: files.config, origin, headFile: null }, Date.now());
  const { promise, resolve } = Promise.withResolvers<number>();
  const options = { fetch: witnessIn(files).fetch, hostname: "127.0.0.1", port: 0 };
  const server = serve(options, ({ port }: AddressInfo) => resolve(port));
  const url = `http://127.0.0.1:${await promise}`;
  server.unref();
  return { url, key: files.key, files, close: () => void server.close() };
}

/** What a hub that runs as a process is told: its log's name, and the witnesses in a file of this folder. */
export async function witnessedLog(folder: string, hubPublicPem: string, origin = "hub.test/log") {
  const { url, key } = await listeningWitness(`${folder}/witness`, origin, logKey(origin, hubPublicPem));
  writeFileSync(`${folder}/witnesses.json`, JSON.stringify([{ url, key }]));
  return { HUB_LOG_ORIGIN: origin, HUB_WITNESSES_FILE: `${folder}/witnesses.json` };
}

/** A witness as a process of the built product. It is not started, and has no head unless somebody gave it one. */
export async function witnessProcess(files: WitnessFiles, logFile: string): Promise<RoomProcess> {
  return roomProcess("witness", files.name, await freePort(), { WITNESS_CONFIG: files.config }, logFile);
}

/** A log of our own making, by which a witness can be told the truth and anything else. */
export class ShownLog {
  readonly origin: string;
  readonly keys = generateKeyPairSync("ed25519");
  readonly leaves: Buffer[] = [];

  constructor(origin = "log.test/log") {
    this.origin = origin;
  }

  get vkey(): string {
    return logKey(this.origin, this.keys.publicKey);
  }

  /** Adds leaves whose data is this text and a number. */
  grow(by: number, text = "leaf"): this {
    for (let n = 0; n < by; n += 1) this.leaves.push(leafHash(Buffer.from(`${text} ${this.leaves.length}`)));
    return this;
  }

  /** Another log of the same name and key, with the first leaves the same and the rest another story. */
  fork(from: number, size: number): ShownLog {
    const other = new ShownLog(this.origin);
    Object.assign(other, { keys: this.keys });
    other.leaves.push(...this.leaves.slice(0, from));
    return other.grow(size - from, "another leaf");
  }

  /** The log's signed head at this size. */
  checkpoint(size = this.leaves.length): string {
    const root = rootOf(this.leaves.slice(0, size));
    const signer = { name: this.origin, privateKey: this.keys.privateKey };
    return signCheckpoint({ origin: this.origin, size, root }, signer);
  }

  /** What is posted to a witness that has seen the log come to `old`. */
  body(old: number, size = this.leaves.length): string {
    return addCheckpointBody(old, consistencyPath(this.leaves.slice(0, size), old), this.checkpoint(size));
  }
}
