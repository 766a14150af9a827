// What was asked for on the command line, after `npm run bench --`.
import { parseArgs } from "node:util";
export const help = `npm run bench [-- OPTIONS]     the whole guarantee beside a chain of four plain commits

  --n N          reports a round (2500)
  --rounds N     rounds (5)
  --warm-up N    reports before the first round that are not counted (300, at most --n)
  --json         one JSON object on standard output (npm run --silent bench -- --json)
  --dir DIR      put the database cluster under this folder (var/ in the checkout); it must be on a disk
  --profile DIR  write CPU profiles of hub and receiver there (a profiled run is slower)
  --help         this

A quick run: npm run bench -- --n 300 --rounds 1`;
/** Reads the arguments. A string is what to tell the caller instead of running. */
export function readOptions(args) {
    const { values } = parseArgs({
        args: [...args],
        options: {
            n: { type: "string", default: "2500" },
            rounds: { type: "string", default: "5" },
            "warm-up": { type: "string", default: "300" },
            json: { type: "boolean", default: false },
            dir: { type: "string" },
            profile: { type: "string" },
            help: { type: "boolean", default: false },
        },
    });
    const [count, rounds, warmUp] = [Number(values.n), Number(values.rounds), Number(values["warm-up"])];
    const isWhole = [count, rounds, warmUp].every((value) => Number.isSafeInteger(value) && value >= 0);
    if (values.help || !isWhole || count < 1 || rounds < 1)
        return help;
    const { json, dir = null, profile = null } = values;
    return { count, rounds, warmUp: Math.min(warmUp, count), json, dir, profile };
}
//# sourceMappingURL=options.js.map