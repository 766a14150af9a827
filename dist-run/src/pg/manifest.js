// What a backup says of itself: which room, at which migration, taken when and where in the WAL, and of each
// table its columns, count and hash. It carries its own hash too, so that a damaged manifest is not believed;
// whoever could rewrite everything is caught by the manifest's hash that the command prints, kept elsewhere.
import { canonicalText } from "../core/canonical.js";
import { sha256Hex } from "../core/hash.js";
import { Problem } from "../core/problem.js";
import { jsonOrNull } from "../wire/foreign.js";
import { roomsWithTables } from "./migrate.js";
export const manifestName = "manifest.json";
/** SHA-256 of what the manifest says, in hex: the one figure to keep apart from the backup. */
export function manifestHash(manifest) {
    return sha256Hex(canonicalText(manifest));
}
/** The manifest as the text of its file. */
export function writeManifest(manifest) {
    return `${JSON.stringify({ ...manifest, sha256: manifestHash(manifest) }, null, 2)}\n`;
}
/** Reads a manifest; refuses with `backup.bad` when its form or its hash is wrong. */
export function readManifest(bytes) {
    const value = jsonOrNull(bytes);
    if (!isManifest(value))
        throw new Problem("backup.bad", manifestName);
    const { sha256, ...manifest } = value;
    if (manifestHash(manifest) !== sha256)
        throw new Problem("backup.bad", manifestName);
    return manifest;
}
function isManifest(value) {
    const read = value;
    return (read?.v === 1 &&
        roomsWithTables.includes(read.room) &&
        [read.takenAt, read.walPosition, read.postgres, read.sha256].every((text) => typeof text === "string") &&
        isTexts(read.migrations) &&
        Array.isArray(read.tables) &&
        read.tables.every(isTableFacts));
}
function isTableFacts(table) {
    return (
    // The name becomes part of a path, so it may hold nothing that leads out of the folder.
    /^[a-z][a-z0-9_]*$/.test(table?.name) &&
        table.file === `${table.name}.copy` &&
        isTexts(table.columns) &&
        [table.rows, table.bytes].every((count) => Number.isSafeInteger(count) && count >= 0) &&
        /^[0-9a-f]{64}$/.test(table.sha256));
}
function isTexts(value) {
    return Array.isArray(value) && value.every((item) => typeof item === "string");
}
//# sourceMappingURL=manifest.js.map