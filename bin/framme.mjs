#!/usr/bin/env node
// `npx framme` runs this under the Node that the lock file pins; called directly under another Node it hands over
// to the pinned one, so that it never half-works on a version it was not tried on.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const pinned = `${root}node_modules/.bin/node`;
const main = `${root}dist/src/main.js`;
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (!existsSync(main)) {
  console.error("framme: not built. Run: npm ci   (or: npm run build)");
  process.exit(2);
}
if (major > 26 || (major === 26 && minor >= 10)) {
  process.setSourceMapsEnabled(true);
  await import(main);
} else if (existsSync(pinned)) {
  handOver();
} else {
  console.error(`framme: needs Node 26.10 or newer, this is ${process.version}. Run npm ci here, or install Node 26.`);
  process.exit(2);
}

/** Whoever stops or kills this process means the one it stands for: signals go on, and so does our end. */
function handOver() {
  const args = ["--enable-source-maps", main, ...process.argv.slice(2)];
  // Over the channel the other notices when this process is gone, even killed.
  const child = spawn(pinned, args, { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
}
