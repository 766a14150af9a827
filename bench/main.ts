// `npm run bench`: the edge of the bench. Prints the result, and fails when a report was lost, doubled or came
// from nowhere: a rate without that says nothing.

import { Problem } from "../src/core/problem.ts";
import { readOptions } from "./options.ts";
import { progressOn } from "./progress.ts";
import { runBench } from "./rounds.ts";
import { summaryOf, tableOf } from "./table.ts";

const options = readOptions(process.argv.slice(2));
if (typeof options === "string") {
  console.log(options);
  process.exit(process.argv.includes("--help") ? 0 : 2);
}
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

try {
  const result = await runBench(options, progressOn(process.stderr));
  const summary = summaryOf(result);
  const sides = result.rounds.flatMap(({ framme, bare }) => [framme, bare]);
  const isWhole = sides.every(({ lost, duplicates, strange }) => lost + duplicates + strange === 0);
  console.log(
    options.json ? JSON.stringify({ options, summary, ...result }) : `\n${tableOf(options, result, summary)}`,
  );
  process.exit(isWhole ? 0 : 1);
} catch (error) {
  console.error(error instanceof Problem ? `bench: ${error.message}` : error);
  process.exit(1);
}
