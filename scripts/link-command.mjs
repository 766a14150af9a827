// Makes `npx framme` work right after `npm ci`. npx runs what lies in node_modules/.bin as it is; for a `bin` of the
// package itself it would first install the package into its cache, and ask the registry about it.
import { mkdirSync, rmSync, symlinkSync } from "node:fs";

if (process.platform !== "win32") {
  mkdirSync("node_modules/.bin", { recursive: true });
  rmSync("node_modules/.bin/framme", { force: true });
  symlinkSync("../../bin/framme.mjs", "node_modules/.bin/framme");
}
