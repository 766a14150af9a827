// What a run of `framme send` stands on: the sender's keys and database, the hub's pinned key, and what the hub
// publishes, asked for once and again when it is a minute old.

import type { KeyObject } from "node:crypto";
import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { Environment } from "../config.ts";
import { Problem, refuse } from "../core/problem.ts";
import { keyIdOf } from "../core/signature.ts";
import { overTheNetwork } from "../http/client.ts";
import { checkDatabase, connect } from "../pg/db.ts";
import { versionOf } from "../pg/migrate.ts";
import { fetchBook, fetchKeys, pinnedIn, type Published, refuseOtherHub } from "../outbox/published.ts";
import { privateKeyIn, warnIfOpen } from "./hub.ts";
import { note } from "./output.ts";
import type { Run } from "./send-file.ts";
import { type SenderSettings, senderSettings, type Where } from "./settings.ts";

const freshMs = 60_000;

/** Reads the settings and keys, and opens the sender's database. Refuses with what is missing. */
export async function openRun(
  wish: Where & { timeoutMs: number; maxBytes: number },
  env: Environment,
): Promise<Run> {
  const settings = await senderSettings(wish, env);
  const privateKey = await privateKeyIn(settings.keyFile);
  const identity = { caller: settings.submitter, keyId: keyIdOf(privateKey), privateKey };
  const secret = await secretIn(settings.secretFile);
  const keys =
    pinnedIn(await readFile(settings.hubPublicKeyFile, "utf8")) ??
    refuse("key.not-usable", `${settings.hubPublicKeyFile}: it must hold public keys and no other`);
  const db = connect(settings.databaseUrl, { name: "framme-send" });
  await checkDatabase(db, await versionOf("outbox"));
  const told = new Set<string>();
  const hub = { url: new URL(settings.hubUrl).origin, keys };
  const run: Run = {
    sender: { db, fetch: overTheNetwork, clock: Date.now, hub, identity },
    secret,
    maxBytes: wish.maxBytes,
    patienceMs: wish.timeoutMs,
    published: remembered(() => patiently(run, () => publishedBy(settings, keys))),
    say: (text) => {
      if (!told.has(text)) note(text);
      told.add(text);
    },
  };
  return run;
}

/** The address book of the hub that was pinned, and of no other. */
async function publishedBy({ hubUrl }: SenderSettings, pinned: readonly KeyObject[]): Promise<Published> {
  const { origin } = new URL(hubUrl);
  const [book, keys] = await Promise.all([
    fetchBook(overTheNetwork, origin),
    fetchKeys(overTheNetwork, origin),
  ]);
  refuseOtherHub(keys, pinned);
  return { book, print: keys.print };
}

/** One question at a time, and the answer for a minute; a failure is for all who waited for it. */
function remembered(ask: () => Promise<Published>): () => Promise<Published> {
  let answer: Promise<Published> | null = null;
  let askedAt = 0;
  return () => {
    if (!answer || Date.now() - askedAt > freshMs) {
      askedAt = Date.now();
      answer = ask();
    }
    return answer;
  };
}

async function patiently(run: Run, ask: () => Promise<Published>): Promise<Published> {
  const until = Date.now() + run.patienceMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const isAway = error instanceof Problem && error.code === "hub.not-reached";
      if (!isAway || Date.now() > until) throw notKept(run, error, isAway);
      await wait(500);
    }
  }
}

/** Without the service's certificate nothing can be sealed, and so nothing is kept: the sender must know that. */
function notKept(run: Run, error: unknown, isAway: boolean): unknown {
  if (!isAway) return error;
  run.patienceMs = 0;
  return new Problem("hub.not-reached", "nothing was sealed or sent: run the same command again");
}

async function secretIn(path: string): Promise<Buffer> {
  await warnIfOpen(path);
  const secret = Buffer.from((await readFile(path, "utf8")).trim());
  return secret.length >= 32
    ? secret
    : refuse("config.bad", `SENDER_SECRET_FILE: ${path} is too short to be a secret`);
}
