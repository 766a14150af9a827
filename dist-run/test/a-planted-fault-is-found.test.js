// Goal: the test that carries the promise can fail. Method: plant the fault of 2023 in a copy of the built
// product (the receiver swallows the database's error and answers anyway), and run no-report-is-lost on it: it
// must fail, and name the invariant that was broken.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
const dist = fileURLToPath(new URL("..", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));
/** The receiver of 2023: whatever happens while storing, it says that it has stored. */
const swallowing = `
export async function take(room, report) {
  try {
    return await takeWithCare(room, report);
  } catch {
    const storage = { systemId: "1", timeline: 1, committedAt: "0/1", flushedTo: "0/1" };
    return { report, hashReadBack: report.sealedHash, storage, question: report.challenge };
  }
}
`;
function plant(folder) {
    const file = `${folder}/src/receiver/take.js`;
    const built = readFileSync(file, "utf8");
    const planted = built.replace("export async function take(", "async function takeWithCare(");
    assert.notEqual(planted, built, "the place to plant the fault in is still there");
    writeFileSync(file, planted + swallowing);
}
async function runOn(folder) {
    const only = ["--test-name-pattern", "it fails before"]; // one manner is enough to show it
    const args = ["--test", ...only, `${folder}/test/no-report-is-lost.test.js`];
    // The runner above talks to its own files through this variable; this run is nobody's child.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const run = spawn(process.execPath, args, { cwd: root, env });
    let output = "";
    run.stdout.on("data", (chunk) => (output += chunk));
    run.stderr.on("data", (chunk) => (output += chunk));
    const { promise, resolve } = Promise.withResolvers();
    run.on("close", resolve);
    return { code: await promise, output };
}
test("a receiver that swallows the error and answers anyway is found, and the invariant named", async () => {
    const folder = mkdtempSync(`${root}dist-planted-`);
    try {
        for (const part of ["src", "test"])
            cpSync(`${dist}${part}`, `${folder}/${part}`, { recursive: true });
        plant(folder);
        const { code, output } = await runOn(folder);
        assert.notEqual(code, 0, "the promise does not hold, and the test says so");
        assert.match(output, /invariant broken at step \d+/);
        assert.match(output, /told-is-true: \S+ is said to be stored, and is not/);
    }
    finally {
        rmSync(folder, { recursive: true });
    }
});
//# sourceMappingURL=a-planted-fault-is-found.test.js.map