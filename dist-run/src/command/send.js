// `framme send`: seals and sends reports, one file each. A file that fails never stops the others. Interrupted
// and run again, it sends nothing twice: what was kept is recognised by its bytes, and posted if it was not.
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { Option } from "commander";
import { numberSetting } from "../config.js";
import { strengthOf } from "../core/journey.js";
import { refuse } from "../core/problem.js";
import { keptPackages } from "../outbox/store.js";
import { note, printResult, tellable, WrongUsage } from "./output.js";
import { awaited, NotSentYet, posted, sendBytes, settleEarlier } from "./send-file.js";
import { openRun } from "./send-run.js";
/** Adds `send`. */
export function addSend(program) {
    program
        .command("send")
        .description("seal reports (KS JSON) to their services and send them, until there is a receipt for each")
        .argument("[file...]", "files, or folders with .json files; - for standard input")
        .option("--again", "send also what was sent before, as a new report")
        .option("--resume", "send what is kept here and has no receipt yet")
        .addOption(new Option("--wait <receipt>", "wait until the municipality has it").choices(["stored", "registered"]))
        .option("--timeout <seconds>", "how long to try, and to wait", "60")
        .option("--concurrency <n>", "how many reports at a time", "8")
        .option("--data-dir <dir>", "use the demonstration in this folder")
        .option("--json", "print one JSON object a report")
        .addHelpText("after", help)
        .action(send);
}
const help = `
With --json each report is {"id","trackingCode","service","serial","receipt"}, and has "already": true when the same
bytes were sent before, and "file" when there are several files. What fails is told on standard error.

Settings (environment): HUB_URL, HUB_PUBLIC_KEY_FILE, SUBMITTER_ID, SUBMITTER_KEY_FILE, SENDER_SECRET_FILE,
DATABASE_URL; without them a demonstration's (--data-dir, or ./var).

Examples:
  framme send melding.json
  framme send --json --wait registered - < melding.json
  framme send meldinger/            run it again after an interruption: nothing is sent twice
  framme send --resume`;
async function send(files, options) {
    const seconds = Number(options.timeout);
    const lanes = Number(options.concurrency);
    if (!(seconds >= 0 && seconds <= 86_400))
        throw new WrongUsage("--timeout must be seconds, from 0 to 86400.");
    if (!Number.isInteger(lanes) || lanes < 1 || lanes > 64)
        throw new WrongUsage("--concurrency must be from 1 to 64.");
    if (files.length === 0 && !options.resume)
        throw new WrongUsage("Name a file to send, - for standard input, or --resume.");
    if (files.length > 0 && options.resume)
        throw new WrongUsage("--resume goes without files.");
    const limit = numberSetting(process.env, "REPORT_MAX_BYTES", { fallback: 5_000_000, least: 1 });
    const run = await openRun({ ...options, timeoutMs: seconds * 1000, maxBytes: limit }, process.env);
    process.once("SIGINT", () => {
        note("framme: interrupted. Run the same command again: nothing is sent twice.");
        process.exit(130);
    });
    const items = options.resume ? await unsent(run) : await itemsFrom(files, run, Boolean(options.again));
    if (options.resume && items.length === 0)
        note("framme: nothing is waiting to be sent.");
    const tally = new Tally(items.length, Boolean(options.json));
    const queue = items.values();
    await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, () => lane(run, queue, tally, options)));
    // Earlier reports that the municipality has stored since are let go of while we are here.
    if (tally.sent > 0 || options.resume)
        await settleEarlier(run, options.resume ? 100_000 : 100);
    await run.sender.db.close();
    tally.end();
}
async function lane(run, queue, tally, options) {
    for (let next = queue.next(); !next.done; next = queue.next()) {
        const item = next.value;
        try {
            const sent = await item.send(run);
            const wanted = options.wait;
            const result = wanted ? await awaited(run, sent, wanted, Number(options.timeout) * 1000) : sent;
            tally.add(item.name, result, wanted);
        }
        catch (error) {
            tally.fail(item.name, error);
        }
    }
}
async function itemsFrom(names, run, again) {
    const items = [];
    for (const name of names) {
        if (name === "-")
            items.push({ name, send: async () => sendBytes(run, await buffer(process.stdin), again) });
        else
            for (const file of await filesIn(name))
                items.push({ name: file, send: () => sendFile(run, file, again) });
    }
    return items;
}
/** A file is itself, there or not: a missing one fails alone. A folder is the .json files in it. */
async function filesIn(name) {
    const found = await stat(name, { throwIfNoEntry: false });
    if (!found?.isDirectory())
        return [name];
    const names = (await readdir(name)).filter((each) => each.endsWith(".json")).sort();
    if (names.length === 0)
        refuse("config.bad", `the folder ${name} has no .json files`);
    return names.map((each) => join(name, each));
}
async function sendFile(run, file, again) {
    const { size } = await stat(file);
    if (size > run.maxBytes)
        refuse("report.too-large", `${size} bytes; the limit is ${run.maxBytes}, and nothing was sent`);
    return sendBytes(run, await readFile(file), again);
}
async function unsent(run) {
    const kept = await keptPackages(run.sender.db.read, 1_000_000);
    const waiting = kept.filter(({ nextPostAt }) => nextPostAt !== null);
    return waiting.map((one) => ({ name: one.id, send: () => posted(run, one) }));
}
/** Says how it goes: results on standard output as they come, a moving count only to a person at a terminal. */
class Tally {
    sent = 0;
    failed = 0;
    kept = 0;
    #of;
    #json;
    constructor(of, json) {
        this.#of = of;
        this.#json = json;
    }
    add(name, sent, wanted) {
        this.sent += 1;
        this.#clear();
        const file = this.#of > 1 && name !== sent.id ? { file: name } : {};
        const before = sent.already ? " (was sent before)" : "";
        const where = `${sent.service} no. ${sent.serial}${before}`;
        printResult(this.#json, { ...sent, ...file }, `${name}: ${where}, tracking code ${sent.trackingCode}`);
        if (wanted && sent.reached && strengthOf[sent.reached] < strengthOf[wanted]) {
            this.failed += 1;
            note(`framme: ${name}: sent and ${sent.reached}, but not ${wanted} in time`);
        }
        this.#show();
    }
    fail(name, error) {
        this.failed += 1;
        this.#clear();
        const isKept = error instanceof NotSentYet;
        if (isKept)
            this.kept += 1;
        const told = tellable(error);
        if (this.#json)
            note(JSON.stringify({ file: name, ...told, ...(isKept ? { id: error.id, kept: true } : {}) }));
        else
            note(`framme: ${name}: ${told.message}`);
        this.#show();
    }
    end() {
        this.#clear();
        if (this.#of > 1 && !this.#json)
            note(`${this.sent} of ${this.#of} sent${this.failed > 0 ? `, ${this.failed} failed` : ""}`);
        if (this.failed > 0)
            process.exitCode = 1;
    }
    #show() {
        const done = this.sent + this.failed;
        if (process.stderr.isTTY && this.#of > 1 && done < this.#of)
            process.stderr.write(`${done} of ${this.#of}${this.failed > 0 ? `, ${this.failed} failed` : ""}`);
    }
    #clear() {
        if (process.stderr.isTTY && this.#of > 1)
            process.stderr.write("\r\x1b[K");
    }
}
//# sourceMappingURL=send.js.map