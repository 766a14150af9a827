// `framme services` and `framme keys` in tests: the people who sign, and what the hub shows afterwards.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { linesOf } from "./at-the-command-line.js";
/** What the tests of the address book and of keys do with the command line. */
export function keeping(here) {
    const { run } = here;
    const path = (name) => `${here.country.folder}/${name}`;
    const keyOf = (name) => ["--key", path(`person-${name}.key.pem`)];
    const as = (...people) => people.flatMap((name) => ["--as", `person:${name}`, ...keyOf(name)]);
    const by = (name) => ["--countersign-by", name, ...keyOf(name)];
    const done = async (args) => {
        const ran = await run(args);
        assert.equal(ran.code, 0, `${args.join(" ")}: ${ran.stderr}`);
        return ran;
    };
    const refused = async (args, says) => {
        const { code, stderr } = await run(args);
        assert.equal(code, 1, stderr);
        assert.match(stderr, says);
    };
    const shown = async (id) => linesOf((await done(["services", "show", id, "--json"])).stdout)[0];
    /** Exports the address book, changes it, and writes it to a file of this name. */
    const changedBook = async (name, change) => {
        const { stdout } = await done(["services", "export"]);
        writeFileSync(path(name), change(stdout));
        return path(name);
    };
    return { path, as, by, done, refused, shown, changedBook };
}
/** A change of an exported address book, made in the parsed book. */
export function edited(edit) {
    return (text) => {
        const book = JSON.parse(text);
        edit(book);
        return JSON.stringify(book, null, 2);
    };
}
//# sourceMappingURL=keeping.js.map