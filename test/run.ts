// Runs every test file of the product and says so in one closing line. Fails on a skip, on a todo, and on
// fewer tests than are known to exist: a glob that matches nothing must not pass. Files that need neither a
// database nor a process share one process; the others get one each.

import { glob, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { startTestCluster } from "./database.ts";
import { bringOpenssl } from "./tools.ts";

const fewest = 1360;
const dist = fileURLToPath(new URL("..", import.meta.url));
const only = process.argv.slice(2);

type Tally = { passed: number; failed: number; skipped: number };

async function testFiles(): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob(`${dist}{src,test,bench}/**/*.test.js`)) found.push(file);
  return found.filter((file) => only.length === 0 || only.some((part) => file.includes(part))).sort();
}

async function runFiles(files: string[], isolation: "none" | "process", tally: Tally): Promise<void> {
  if (files.length === 0) return;
  const stream = run({ files, isolation, concurrency: isolation === "none" ? true : 2 });
  stream.on("test:pass", (test) => {
    if (test.skip !== undefined || test.todo !== undefined) tally.skipped += 1;
    else if (test.details.type !== "suite") tally.passed += 1;
  });
  stream.on("test:fail", () => {
    tally.failed += 1;
  });
  await stream.compose(spec).forEach((chunk: unknown) => {
    process.stdout.write(String(chunk));
  });
}

bringOpenssl();
const files = await testFiles();
/** What stands beside pure code, and itself starts nothing, may share a process. */
const sources = await Promise.all(files.map((file) => readFile(file, "utf8")));
const isPure = (index: number) =>
  /\/src\/(core|wire)\//.test(files[index] ?? "") && !/database|child_process/.test(sources[index] ?? "");

process.env.LOG_LEVEL ??= "silent";
const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
await runFiles(
  files.filter((_, index) => isPure(index)),
  "none",
  tally,
);
const cluster = await startTestCluster();
process.env.FRAMME_TEST_CLUSTER = cluster.adminUrl;
await runFiles(
  files.filter((_, index) => !isPure(index)),
  "process",
  tally,
).finally(() => cluster.stop());

if (tally.skipped > 0) console.log(`${tally.skipped} tests were skipped: that counts as failed here`);
if (only.length === 0 && tally.passed < fewest)
  console.log(`only ${tally.passed} tests ran, at least ${fewest} exist`);
const failed = tally.failed + tally.skipped + (only.length === 0 && tally.passed < fewest ? 1 : 0);
console.log(`${tally.passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
