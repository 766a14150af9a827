// What a witness is told: its name and key, the folder of its state, and the logs it watches with each log's own key.
// Everything is checked at start and refused by the place in the file; it trusts no log that is not named here.

import { createPrivateKey, type KeyObject } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type Environment, fileSetting, refuseSetting, setting } from "../config.ts";
import { isNoteName, type NoteKey, noteAlgorithms, noteKeyFrom } from "../core/note.ts";
import { jsonOrNull, valueOrNull } from "../wire/foreign.ts";

/** A log, and the keys it may sign its heads with: more than one only while it changes its key. */
export type WatchedLog = { readonly origin: string; readonly keys: readonly NoteKey[] };

export type WitnessSettings = {
  readonly name: string;
  readonly privateKey: KeyObject;
  readonly stateDir: string;
  readonly logs: readonly WatchedLog[];
};

type Fields = Record<string, unknown>;

const name = "WITNESS_CONFIG";

/** Reads the file that WITNESS_CONFIG names. Refuses with `config.bad`, naming the place in the file. */
export function witnessSettings(env: Environment): WitnessSettings {
  const path = resolve(setting(env, name));
  const fields = fieldsIn(path, fileSetting(env, name));
  const at = (file: string) => resolve(dirname(path), file);
  const witness = textIn(fields, "name");
  if (!isNoteName(witness))
    refuseSetting(`${name}.name`, "no space and no plus in it, such as witness.example.no");
  return {
    name: witness,
    privateKey: keyIn(at(textIn(fields, "keyFile"))),
    stateDir: at(textIn(fields, "stateDir")),
    logs: logsIn(fields.logs),
  };
}

function fieldsIn(path: string, text: string): Fields {
  const value = jsonOrNull(Buffer.from(text));
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return refuseSetting(name, `${path} does not hold a JSON object`);
  return value as Fields;
}

function textIn(fields: Fields, field: string): string {
  const value = fields[field];
  return typeof value === "string" && value !== ""
    ? value
    : refuseSetting(`${name}.${field}`, "it must be a text that is not empty");
}

function keyIn(path: string): KeyObject {
  if (!existsSync(path))
    refuseSetting(
      `${name}.keyFile`,
      `there is no file ${path}: make the key with \`framme witness key --to ${path} --name NAME\``,
    );
  const key = valueOrNull(() => createPrivateKey(readFileSync(path)));
  return key?.asymmetricKeyType === "ed25519"
    ? key
    : refuseSetting(`${name}.keyFile`, `${path} does not hold an Ed25519 private key that can be read`);
}

function logsIn(value: unknown): WatchedLog[] {
  if (!Array.isArray(value) || value.length === 0)
    return refuseSetting(`${name}.logs`, "name at least one log: { origin, key }");
  const logs = value.map((one: unknown, index) => logIn((one ?? {}) as Fields, `${name}.logs[${index}]`));
  if (new Set(logs.map(({ origin }) => origin)).size !== logs.length)
    refuseSetting(`${name}.logs`, "two have the same origin");
  return logs;
}

function logIn(fields: Fields, place: string): WatchedLog {
  const { origin, key } = fields;
  if (typeof origin !== "string" || !isNoteName(origin))
    return refuseSetting(`${place}.origin`, "it must be the log's origin, such as hub.example.no/log");
  const keys = [key].flat().map((vkey) => {
    const read = typeof vkey === "string" ? noteKeyFrom(vkey, noteAlgorithms.log) : null;
    return read ?? refuseSetting(`${place}.key`, "it must be the log's key as text: origin+id+base64");
  });
  if (keys.some((each) => each.name !== origin))
    refuseSetting(`${place}.key`, `the key is of another log than ${origin}`);
  return { origin, keys };
}
