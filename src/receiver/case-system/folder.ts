// A folder as a case system: one folder for each report, named by its id, put there whole or not at all. Every
// file and every folder entry is synced to disk before the name appears. Reading back goes through the file
// system's cache; that the disk has it too rests on fsync having said so.

import { existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { refuse } from "../../core/problem.ts";
import { jsonName, pdfName } from "../../core/report.ts";
import type { CaseSystem, OpenedReport, ReadBack } from "./case-system.ts";

const factsName = "reference.json";
const names = [jsonName, pdfName, factsName];

/** A case system that is this folder. It is made when it is not there. */
export function folderAt(path: string): CaseSystem {
  return {
    givesBytesBack: true,
    put: (report) => put(path, report),
    readBack: (id) => readBack(path, id),
    ids: () => ids(path),
  };
}

/** A folder that is not there cannot say what it holds: a disk may not be mounted. */
function checkThere(path: string): void {
  if (!existsSync(path)) refuse("case-system.not-reached", "the folder is not there");
}

async function ids(path: string): Promise<string[]> {
  checkThere(path);
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name);
}

async function put(path: string, { files, ...facts }: OpenedReport): Promise<void> {
  const place = join(path, facts.id);
  const isThere = existsSync(place);
  const missing = names.filter((name) => !existsSync(join(place, name)));
  if (missing.length === 0) return;
  // Always the same name, so that what a death left half-written is written over by the next attempt.
  const part = join(path, `.${facts.id}.part`);
  await mkdir(part, { recursive: true, mode: 0o700 });
  await writeSynced(join(part, jsonName), files.json);
  await writeSynced(join(part, pdfName), files.pdf);
  const reference = { reference: facts.id, ...facts };
  await writeSynced(join(part, factsName), Buffer.from(JSON.stringify(reference, null, 2), "utf8"));
  await syncFolder(part);
  if (isThere) await replace(missing, part, place);
  else await rename(part, place);
  await syncFolder(path);
}

/** Somebody has taken files out of the report's folder: they come back, and those that are there stay as they are. */
async function replace(missing: readonly string[], part: string, place: string): Promise<void> {
  for (const name of missing) await rename(join(part, name), join(place, name));
  await syncFolder(place);
  await rm(part, { recursive: true });
}

async function readBack(path: string, id: string): Promise<ReadBack | null> {
  checkThere(path);
  const place = join(path, id);
  if (!names.every((name) => existsSync(join(place, name)))) return null;
  // Once more, for a folder that was renamed just before a death: from here on its name is on disk as well.
  await syncFolder(path);
  const [json, pdf] = await Promise.all([readFile(join(place, jsonName)), readFile(join(place, pdfName))]);
  return { reference: id, files: { json, pdf } };
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  await using file = await open(path, "w", 0o600);
  await file.writeFile(bytes);
  await file.sync();
}

async function syncFolder(path: string): Promise<void> {
  await using folder = await open(path, "r");
  await folder.sync();
}
