// Where the commands find the hub, the sender's own things and the people: in the environment, or in the
// demo.json of a demonstration (--data-dir, else ./var when it is there and nothing is set).

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { refuseSetting, type Environment, refusePlainHttp, setting } from "../config.ts";
import { refuse } from "../core/problem.ts";
import { jsonOrNull } from "../wire/foreign.ts";

/** What demo.json holds of interest here; paths are absolute once read. */
export type Demo = {
  readonly folder: string;
  readonly portal: string;
  readonly hub: string;
  readonly inbox: string;
  readonly identity: string;
  readonly sender: SenderSettings;
  readonly people: readonly PersonSettings[];
  readonly databases: Readonly<Record<string, string>>;
  /** None in a demonstration that an earlier version started. */
  readonly witnesses: readonly { readonly url: string; readonly key: string }[];
};

export type SenderSettings = {
  readonly hubUrl: string;
  readonly hubPublicKeyFile: string;
  readonly submitter: string;
  readonly keyFile: string;
  readonly secretFile: string;
  readonly databaseUrl: string;
};

/** A named person, `person:ID`, and the file of the key she signs with. */
export type PersonSettings = { readonly id: string; readonly keyFile: string };

export type Where = { readonly dataDir?: string | undefined };

type DemoFile = {
  portal: string;
  hub: string;
  inbox: string;
  identity: string;
  sender: Omit<SenderSettings, "hubUrl"> & { hub: string };
  people: PersonSettings[];
  databases: Record<string, string>;
  witnesses?: { url: string; key: string }[];
};

/** The demonstration in a folder, or null when there is none. */
export async function demoIn(folder: string): Promise<Demo | null> {
  const path = resolve(folder, "demo.json");
  if (!existsSync(path)) return null;
  const read = jsonOrNull(await readFile(path)) as DemoFile | null;
  if (!read?.hub || !read.sender || !read.people || !read.databases)
    return refuse("config.bad", `${path} is not one that \`framme start\` wrote: start it again`);
  const { hub, ...sender } = read.sender;
  const at = (file: string) => resolve(folder, file);
  return {
    folder: resolve(folder),
    portal: read.portal,
    hub: read.hub,
    inbox: read.inbox,
    identity: read.identity,
    sender: {
      ...sender,
      hubUrl: hub,
      hubPublicKeyFile: at(sender.hubPublicKeyFile),
      keyFile: at(sender.keyFile),
      secretFile: at(sender.secretFile),
    },
    people: read.people.map(({ id, keyFile }) => ({ id, keyFile: at(keyFile) })),
    databases: read.databases,
    witnesses: read.witnesses ?? [],
  };
}

/** The demonstration that was asked for; the one in ./var when `name` is not set in the environment; or null. */
export async function demoFor(where: Where, env: Environment, name: string): Promise<Demo | null> {
  if (where.dataDir === undefined) return env[name] ? null : demoIn("var");
  return (
    (await demoIn(where.dataDir)) ??
    refuse(
      "config.bad",
      `there is no demo.json in ${where.dataDir}: run \`framme start --data-dir ${where.dataDir}\``,
    )
  );
}

/** Everything a sender needs. Refuses with `config.bad`, naming the first setting that is missing. */
export async function senderSettings(where: Where, env: Environment): Promise<SenderSettings> {
  const demo = await demoFor(where, env, "HUB_URL");
  if (demo) return demo.sender;
  const submitter = setting(env, "SUBMITTER_ID");
  return {
    hubUrl: await hubUrl(where, env),
    hubPublicKeyFile: setting(env, "HUB_PUBLIC_KEY_FILE"),
    submitter: submitter.startsWith("submitter:") ? submitter : `submitter:${submitter}`,
    keyFile: setting(env, "SUBMITTER_KEY_FILE"),
    secretFile: setting(env, "SENDER_SECRET_FILE"),
    databaseUrl: setting(env, "DATABASE_URL"),
  };
}

/** The hub's origin, without a slash at the end. */
export async function hubUrl(where: Where, env: Environment): Promise<string> {
  const demo = await demoFor(where, env, "HUB_URL");
  if (!demo && !env.HUB_URL)
    refuseSetting("HUB_URL", "set it to the hub's address, or start a demo: framme start");
  return refusePlainHttp(demo?.hub ?? setting(env, "HUB_URL"), "HUB_URL").origin;
}

/** The file of the hub's pinned public key, or null when none is set. */
export async function hubKeyFile(where: Where, env: Environment): Promise<string | null> {
  const demo = await demoFor(where, env, "HUB_URL");
  return demo?.sender.hubPublicKeyFile ?? env.HUB_PUBLIC_KEY_FILE ?? null;
}

/** The people given as pairs of id and key file; none given: those of the demonstration, or none. */
export async function peopleOf(
  ids: readonly string[],
  keyFiles: readonly string[],
  where: Where,
  env: Environment,
): Promise<readonly PersonSettings[]> {
  if (ids.length !== keyFiles.length)
    return refuse("config.bad", "give one --key FILE for each person, in the same order");
  if (ids.length > 0)
    return ids.map((id, index) => ({
      id: id.startsWith("person:") ? id : `person:${id}`,
      keyFile: keyFiles[index]!,
    }));
  return (await demoFor(where, env, "HUB_URL"))?.people ?? [];
}

/** The database of a room: of the demonstration asked for, else DATABASE_URL, else of the one in ./var. */
export async function databaseUrlFor(room: string, where: Where, env: Environment): Promise<string> {
  const demo = await demoFor(where, env, "DATABASE_URL");
  if (!demo) return setting(env, "DATABASE_URL");
  // By its whole name first: beside `outbox` there is the portal's, `outbox:portal`.
  if (demo.databases[room]) return demo.databases[room];
  const names = Object.keys(demo.databases).filter((name) => name.startsWith(`${room}:`));
  if (names.length === 1) return demo.databases[names[0]!]!;
  const known = Object.keys(demo.databases).join(", ");
  return refuse("config.bad", `say which database: ${known}`);
}
