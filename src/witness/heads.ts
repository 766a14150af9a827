// The last head a witness has put its name to, one for each log, in files. A head is written beside, flushed, and takes
// its place under the next number, which a file system gives only once: killed at any point, and even run twice on one
// folder, a witness has the old head or the new one, and never two that could part ways.

import { existsSync } from "node:fs";
import { link, mkdir, open, readdir, readFile, rm } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import { checkpointFrom } from "../core/checkpoint.ts";
import { sha256Hex } from "../core/hash.ts";
import { rootOf } from "../core/ledger.ts";
import { refuse } from "../core/problem.ts";
import { jsonOrNull } from "../wire/foreign.ts";

/** What is known of a log: how far it had come. `note` is null where nothing has been signed: an empty log. */
export type KnownHead = { readonly size: number; readonly root: Buffer; readonly note: string | null };

/** A head and the number of the file it stands in, from 1. */
export type KeptHead = KnownHead & { readonly number: number };

/** The head of a log with no leaves. */
export const emptyHead: KnownHead = { size: 0, root: rootOf([]), note: null };

/**
 * The head that is kept of this log; null where there is none: it was never given, or the state is lost. Refuses with
 * `witness.bad-state` what cannot be read: an older head is never taken instead.
 */
export async function headOf(folder: string, origin: string): Promise<KeptHead | null> {
  const [highest] = (await numbersOf(folder, origin)).sort((a, b) => b - a);
  if (highest === undefined) return null;
  const path = pathOf(folder, origin, highest);
  const head = readHead(await readFile(path), origin);
  return head ? { ...head, number: highest } : refuse("witness.bad-state", path);
}

/** Keeps a log's first head, on somebody's word. Refuses with `witness.head-exists` where there is one. */
export async function keepFirst(folder: string, origin: string, head: KnownHead): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await numbersOf(folder, origin)).length > 0) refuse("witness.head-exists", origin);
  await put(folder, origin, head, 1);
}

/**
 * Puts a new head in the place of `before`, on disk when this resolves. Where somebody else was quicker it fails, and
 * nothing has changed.
 */
export async function replaceHead(
  folder: string,
  origin: string,
  before: KeptHead,
  head: KnownHead,
): Promise<void> {
  await put(folder, origin, head, before.number + 1);
  const numbers = await numbersOf(folder, origin);
  // Ours may have taken a number that had been used and cleared away while we were on our way.
  if (Math.max(...numbers) !== before.number + 1) refuse("witness.behind", origin);
  for (const number of numbers)
    if (number <= before.number) await rm(pathOf(folder, origin, number), { force: true });
}

async function put(folder: string, origin: string, head: KnownHead, number: number): Promise<void> {
  const path = pathOf(folder, origin, number);
  const beside = `${path}.${randomBytes(4).toString("hex")}.part`;
  const file = await open(beside, "wx", 0o600);
  await file.writeFile(textOf(origin, head));
  await file.sync();
  await file.close();
  // Unlike a rename, this never takes the place of what is there.
  await link(beside, path).finally(() => rm(beside, { force: true }));
  const above = await open(folder, "r");
  await above.sync();
  await above.close();
}

function textOf(origin: string, { size, root, note }: KnownHead): string {
  return `${JSON.stringify({ v: 1, origin, size, root: root.toString("base64"), note }, null, 2)}\n`;
}

/** Read as strictly as what comes over the wire: half a head is no head. */
function readHead(bytes: Uint8Array, origin: string): KnownHead | null {
  const fields = jsonOrNull(bytes) as Record<string, unknown> | null;
  if (fields?.v !== 1 || fields.origin !== origin) return null;
  const { size, root, note } = fields;
  if (note === null) return size === 0 && root === emptyHead.root.toString("base64") ? emptyHead : null;
  const checkpoint = typeof note === "string" ? checkpointFrom(note) : null;
  if (checkpoint === null || checkpoint.origin !== origin || checkpoint.size !== size) return null;
  const read = Buffer.from(checkpoint.root);
  return read.toString("base64") === root
    ? { size: checkpoint.size, root: read, note: note as string }
    : null;
}

async function numbersOf(folder: string, origin: string): Promise<number[]> {
  if (!existsSync(folder)) return [];
  const name = new RegExp(`^${sha256Hex(origin)}\\.(\\d+)\\.head$`);
  return (await readdir(folder)).flatMap((file) => {
    const number = name.exec(file)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

function pathOf(folder: string, origin: string, number: number): string {
  return `${folder}/${sha256Hex(origin)}.${number}.head`;
}
