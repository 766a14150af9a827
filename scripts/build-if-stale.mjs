// Builds when a source is newer than what was built, and only then: a build takes dist away for a moment, under
// whatever runs from it.
import { spawnSync } from "node:child_process";
import { existsSync, globSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const built = "dist/bench/main.js";
const sources = ["package.json", "tsconfig.json", ...globSync("{src,test,bench}/**/*.{ts,tsx,sql,json}")];
const changedAt = (path) => statSync(path).mtimeMs;
const isStale = !existsSync(built) || sources.some((path) => changedAt(path) > changedAt(built));
if (isStale) {
  process.stderr.write("building\n");
  const run = spawnSync("npm", ["run", "--silent", "build"], {
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  process.exit(run.status ?? 1);
}
