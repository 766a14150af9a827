// What a backup says of itself: which room, at which migration, taken when and where in the WAL, and of each
// table its columns, count and hash. It carries its own hash too, so that a damaged manifest is not believed;
// whoever could rewrite everything is caught by the manifest's hash that the command prints, kept elsewhere.

import { canonicalText } from "../core/canonical.ts";
import { sha256Hex } from "../core/hash.ts";
import { Problem } from "../core/problem.ts";
import { jsonOrNull } from "../wire/foreign.ts";
import { type RoomWithTables, roomsWithTables } from "./migrate.ts";

export const manifestName = "manifest.json";

export type TableFacts = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
};

export type Manifest = {
  readonly v: 1;
  readonly room: RoomWithTables;
  /** Names of the migrations that had been run, in order. */
  readonly migrations: readonly string[];
  readonly postgres: string;
  readonly takenAt: string;
  /** Where the WAL stood: everything committed before it is in the backup. */
  readonly walPosition: string;
  readonly tables: readonly TableFacts[];
};

/** SHA-256 of what the manifest says, in hex: the one figure to keep apart from the backup. */
export function manifestHash(manifest: Manifest): string {
  return sha256Hex(canonicalText(manifest));
}

/** The manifest as the text of its file. */
export function writeManifest(manifest: Manifest): string {
  return `${JSON.stringify({ ...manifest, sha256: manifestHash(manifest) }, null, 2)}\n`;
}

/** Reads a manifest; refuses with `backup.bad` when its form or its hash is wrong. */
export function readManifest(bytes: Uint8Array): Manifest {
  const value = jsonOrNull(bytes);
  if (!isManifest(value)) throw new Problem("backup.bad", manifestName);
  const { sha256, ...manifest } = value;
  if (manifestHash(manifest) !== sha256) throw new Problem("backup.bad", manifestName);
  return manifest;
}

function isManifest(value: unknown): value is Manifest & { sha256: string } {
  const read = value as (Manifest & { sha256: string }) | null;
  return (
    read?.v === 1 &&
    roomsWithTables.includes(read.room) &&
    [read.takenAt, read.walPosition, read.postgres, read.sha256].every((text) => typeof text === "string") &&
    isTexts(read.migrations) &&
    Array.isArray(read.tables) &&
    read.tables.every(isTableFacts)
  );
}

function isTableFacts(table: TableFacts): boolean {
  return (
    // The name becomes part of a path, so it may hold nothing that leads out of the folder.
    /^[a-z][a-z0-9_]*$/.test(table?.name) &&
    table.file === `${table.name}.copy` &&
    isTexts(table.columns) &&
    [table.rows, table.bytes].every((count) => Number.isSafeInteger(count) && count >= 0) &&
    /^[0-9a-f]{64}$/.test(table.sha256)
  );
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
