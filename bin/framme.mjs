#!/usr/bin/env node
// `npx framme` runs this under the Node that the lock file pins; called directly under another Node it
// hands over to the pinned one, so that it never half-works on a version it was not tried on.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const pinned = `${root}node_modules/.bin/node`;
const main = `${root}dist/src/main.js`;
const major = Number(process.versions.node.split(".")[0]);

if (!existsSync(main)) {
  console.error("framme: not built. Run: npm ci   (or: npm run build)");
  process.exit(2);
}
if (major >= 26) {
  process.setSourceMapsEnabled(true);
  await import(main);
} else if (existsSync(pinned)) {
  const run = spawnSync(pinned, ["--enable-source-maps", main, ...process.argv.slice(2)], { stdio: "inherit" });
  process.exit(run.status ?? 1);
} else {
  console.error(`framme: needs Node 26.10 or newer, this is ${process.version}. Run npm ci here, or install Node 26.`);
  process.exit(2);
}
