// `npm run bench`: the edge of the bench. Prints the result, and fails when a report was lost, doubled or came
// from nowhere: a rate without that says nothing.
import { Problem } from "../src/core/problem.js";
import { readOptions } from "./options.js";
import { progressOn } from "./progress.js";
import { runBench } from "./rounds.js";
import { summaryOf, tableOf } from "./table.js";
const options = readOptions(process.argv.slice(2));
if (typeof options === "string") {
    console.log(options);
    process.exit(process.argv.includes("--help") ? 0 : 2);
}
for (const signal of ["SIGINT", "SIGTERM"])
    process.once(signal, () => process.exit(130));
try {
    const result = await runBench(options, progressOn(process.stderr));
    const summary = summaryOf(result);
    const { lost, duplicates, strange } = summary.framme;
    console.log(options.json ? JSON.stringify({ options, summary, ...result }) : `\n${tableOf(options, result, summary)}`);
    process.exit(lost + duplicates + strange === 0 ? 0 : 1);
}
catch (error) {
    console.error(error instanceof Problem ? `bench: ${error.message}` : error);
    process.exit(1);
}
//# sourceMappingURL=main.js.map