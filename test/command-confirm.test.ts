// Goal: a named person can settle what was only claimed from the command line, for their own service and no other. Method:
// the built command against a real hub; a case system is played by its own two calls.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { commandLine, linesOf } from "./at-the-command-line.ts";
import { keeping } from "./keeping.ts";

const here = commandLine(() => prepare());
const { run } = here;
const { path, as, done } = keeping(here);
let basic = "";

async function prepare(): Promise<void> {
  await done(["services", "set", "bergen-test", "--channel", "svarinn", ...as("kari")]);
  const made = await done(["services", "svarinn", "bergen-test", "--json", ...as("kari")]);
  const { user, password } = linesOf<{ user: string; password: string }>(made.stdout)[0]!;
  basic = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  await done(["services", "person", "bergen-test", "leder-test", ...as("kari")]);
  const folder = join(here.country.folder, "leder");
  await done(["keys", "new", "person", "leder-test", "--to", folder]);
  const change = join(folder, "leder-test.change.json");
  for (const name of ["kari", "ola"] as const) {
    const [, , , key] = as(name);
    await done(["keys", "sign", change, "--countersign-by", `person:${name}`, "--key", key!]);
  }
  await done(["keys", "publish", change]);
}

const leader = () => [
  "--by",
  "person:leder-test",
  "--key",
  join(here.country.folder, "leder", "leder-test.key.pem"),
];

/** Sends a report and lets the case system say that it has it; gives its id. */
async function claimed(): Promise<string> {
  const sent = await done(["send", "--json", here.newReport()]);
  const { id } = linesOf<{ id: string }>(sent.stdout)[0]!;
  const url = `${here.country.sender.HUB_URL}/tjenester/svarinn/kvitterMottak/forsendelse/${id}`;
  const answer = await fetch(url, { method: "POST", headers: { authorization: basic } });
  assert.equal(answer.status, 200);
  return id;
}

test("a person of the service confirms a report, and again; another reference is refused", async () => {
  const id = await claimed();
  const first = await done(["confirm", id, "--reference", "B-2026/1", ...leader()]);
  assert.match(first.stdout, new RegExp(`confirmed: ${id}, number \\d+ of bergen-test, as B-2026/1`));
  await done(["confirm", id, "--reference", "B-2026/1", "--json", ...leader()]);
  const other = await run(["confirm", id, "--reference", "B-2026/2", "--json", ...leader()]);
  assert.equal(other.code, 1);
  assert.match(other.stderr, /"receipt\.conflict"/);
});

test("a list settles what it names, tells each line, and fails when it lacks something", async () => {
  const [a, b] = [await claimed(), await claimed()];
  const file = path("uttrekk.csv");
  writeFileSync(file, `Melding;Referanse\r\n${a};B-10\r\n${crypto.randomUUID()};B-11\r\n`);
  const list = ["confirm", "--list", file, "--service", "bergen-test"];
  const told = await run([...list, ...leader()]);
  assert.equal(told.code, 1);
  assert.match(told.stdout, new RegExp(`line 2: ${a} confirmed\\nline 3: no report`));
  assert.match(told.stdout, new RegExp(`MISSING: ${b}, number`));
  writeFileSync(file, `${a};B-10\n${b};B-12\n`);
  const again = await run([...list, ...leader()]);
  assert.doesNotMatch(again.stdout, new RegExp(`MISSING: (${a}|${b})`));
  assert.match(again.stdout, /line 1: .*before\nline 2: .* confirmed/);
});

test("a list with a line that cannot be read is refused whole, by its number", async () => {
  const file = path("feil.csv");
  writeFileSync(file, "Kari Nordmann;B-1\n");
  const bad = await run(["confirm", "--list", file, "--service", "bergen-test", ...leader()]);
  assert.equal(bad.code, 1);
  assert.match(bad.stderr, /line 1: no reference|line 1: the first cell/);
  assert.doesNotMatch(bad.stderr, /Nordmann/);
});

test("those who run the hub give a reason; wrong use is told", async () => {
  const id = await claimed();
  const [, , , key] = as("kari");
  const kari = ["--by", "person:kari", "--key", key!];
  const without = await run(["confirm", id, "--reference", "B-1", ...kari]);
  assert.match(without.stderr, /--reason/);
  await done(["confirm", id, "--reference", "B-1", "--reason", "lederen ringte", ...kari]);
  for (const args of [[], [id], ["--list", "x.csv"], [id, "--list", "x.csv"]])
    assert.equal((await run(["confirm", ...args, ...leader()])).code, 2, args.join(" "));
});
