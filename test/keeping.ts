// `framme services` and `framme keys` in tests: the people who sign, and what the hub shows afterwards.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import type { PublishedKey, PublishedService } from "../src/outbox/published.ts";
import type { Service } from "../src/core/area.ts";
import { type CommandLine, linesOf } from "./at-the-command-line.ts";
import type { Ran } from "./rooms.ts";

export type Book = { services: Service[]; keys: PublishedKey[] };

/** What the tests of the address book and of keys do with the command line. */
export function keeping(here: CommandLine) {
  const { run } = here;
  const path = (name: string): string => `${here.country.folder}/${name}`;
  const keyOf = (name: string): string[] => ["--key", path(`person-${name}.key.pem`)];
  const as = (...people: string[]) => people.flatMap((name) => ["--as", `person:${name}`, ...keyOf(name)]);
  const by = (name: string) => ["--countersign-by", name, ...keyOf(name)];
  const done = async (args: readonly string[]): Promise<Ran> => {
    const ran = await run(args);
    assert.equal(ran.code, 0, `${args.join(" ")}: ${ran.stderr}`);
    return ran;
  };
  const refused = async (args: readonly string[], says: RegExp): Promise<void> => {
    const { code, stderr } = await run(args);
    assert.equal(code, 1, stderr);
    assert.match(stderr, says);
  };
  const shown = async (id: string): Promise<PublishedService> =>
    linesOf<PublishedService>((await done(["services", "show", id, "--json"])).stdout)[0]!;
  /** Exports the address book, changes it, and writes it to a file of this name. */
  const changedBook = async (name: string, change: (text: string) => string): Promise<string> => {
    const { stdout } = await done(["services", "export"]);
    writeFileSync(path(name), change(stdout));
    return path(name);
  };
  return { path, as, by, done, refused, shown, changedBook };
}

/** A change of an exported address book, made in the parsed book. */
export function edited(edit: (book: Book) => void): (text: string) => string {
  return (text) => {
    const book = JSON.parse(text) as Book;
    edit(book);
    return JSON.stringify(book, null, 2);
  };
}
