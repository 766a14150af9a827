// Secrets on disk: a file that only its owner may read, written whole or not at all, and kept once it is there.
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
/** What the file holds; when it is not there yet, what `make` gives is kept in it first. */
export function keepSecret(path, make) {
    if (!existsSync(path))
        writeSecret(path, make());
    return readFileSync(path, "utf8").trim();
}
/** Writes a file for its owner only (0600): beside, flushed, then renamed into place. */
export function writeSecret(path, text) {
    const beside = `${path}.${randomBytes(4).toString("hex")}`;
    const file = openSync(beside, "wx", 0o600);
    writeSync(file, `${text.trimEnd()}\n`);
    fsyncSync(file);
    closeSync(file);
    renameSync(beside, path);
    const folder = openSync(dirname(path), "r");
    fsyncSync(folder);
    closeSync(folder);
}
//# sourceMappingURL=secret-file.js.map