// Which log the portal checks, and by whose names: the hub's pinned keys under the log's name, and the witnesses. Read
// from its environment at start; what cannot be used is refused by name.

import type { KeyObject } from "node:crypto";
import { type Environment, fileSetting, refusePlainHttp, refuseSetting, setting } from "../config.ts";
import { isNoteName, noteAlgorithms, noteKeyFrom } from "../core/note.ts";
import { jsonOrNull } from "../wire/foreign.ts";
import type { LogOptions, Witness } from "./hub-log.ts";

/**
 * HUB_LOG_ORIGIN (the hub's host and `/log` without it), and WITNESSES_FILE: a JSON list of {url, key, name}, where `key`
 * is the witness's vkey, `url` where it tells what it signed last, and `name` what people call it; the last two may be
 * left out. Refuses with `config.bad`.
 */
export function logSettings(
  env: Environment,
  hub: { readonly url: string; readonly keys: readonly KeyObject[] },
): Pick<LogOptions, "origin" | "keys" | "witnesses"> {
  const origin = setting(env, "HUB_LOG_ORIGIN", `${new URL(hub.url).host}/log`);
  if (!isNoteName(origin)) return refuseSetting("HUB_LOG_ORIGIN", "it must be like hub.example.no/log");
  return { origin, keys: hub.keys, witnesses: env.WITNESSES_FILE ? witnessesIn(env) : [] };
}

function witnessesIn(env: Environment): Witness[] {
  const value = jsonOrNull(Buffer.from(fileSetting(env, "WITNESSES_FILE")));
  const witnesses = Array.isArray(value) ? value.map(witnessIn) : [null];
  return witnesses.every((witness) => witness !== null)
    ? witnesses
    : refuseSetting("WITNESSES_FILE", 'it must be a JSON list of {"url", "key", "name"}, each key a vkey');
}

function witnessIn(value: unknown): Witness | null {
  const { url, key: vkey, name } = (value ?? {}) as Record<string, unknown>;
  const key = typeof vkey === "string" ? noteKeyFrom(vkey, noteAlgorithms.witness) : null;
  if (!key || !isTextOrNone(name) || !isTextOrNone(url)) return null;
  const at = url ? refusePlainHttp(url, "WITNESSES_FILE").href.replace(/\/+$/, "") : null;
  return { key, name: name || key.name, url: at };
}

function isTextOrNone(value: unknown): value is string | undefined {
  return value === undefined || typeof value === "string";
}
