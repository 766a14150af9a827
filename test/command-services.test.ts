// Goal: the address book and the keys can be kept from the command line, by named people, and nothing half right
// gets in. Method: the built command against a real hub; files are spoilt one field at a time.

import assert from "node:assert/strict";
import { createPrivateKey, createPublicKey } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import type { Service } from "../src/core/area.ts";
import { keyIdOf } from "../src/core/signature.ts";
import type { PublishedKey, PublishedService } from "../src/command/hub.ts";
import { commandLine, linesOf } from "./at-the-command-line.ts";
import type { Ran } from "./rooms.ts";

const here = commandLine();
const { run } = here;

const path = (name: string): string => `${here.country.folder}/${name}`;
const as = (...people: string[]): string[] =>
  people.flatMap((name) => ["--as", `person:${name}`, "--key", path(`person-${name}.key.pem`)]);
const by = (name: string): string[] => ["--countersign-by", name, "--key", path(`person-${name}.key.pem`)];

async function done(args: readonly string[]): Promise<Ran> {
  const ran = await run(args);
  assert.equal(ran.code, 0, `${args.join(" ")}: ${ran.stderr}`);
  return ran;
}

async function refused(args: readonly string[], says: RegExp): Promise<void> {
  const { code, stderr } = await run(args);
  assert.equal(code, 1, stderr);
  assert.match(stderr, says);
}

async function shown(id: string): Promise<PublishedService> {
  return linesOf<PublishedService>((await done(["services", "show", id, "--json"])).stdout)[0]!;
}

test("a service is added, changed and shown; what is not named stays", async () => {
  const fields = [
    "--name",
    "Barneverntjenesten i Voss",
    "--area",
    "4621",
    "--contact",
    "leder;Test Testesen;post@example.no;",
  ];
  const system = ["--case-system", "Leverandør;System;1.0", "--from", "2026-01-01"];
  await done(["services", "add", "voss", ...fields, ...system, ...as("kari")]);
  const first = await shown("voss");
  await done(["services", "set", "voss", "--phone", "56 51 94 00", "--channel", "svarinn", ...as("ola")]);
  await done([
    "services",
    "set",
    "voss",
    "--case-system",
    "Annen;System B;7",
    "--from",
    "2027-01-01",
    ...as("ola"),
  ]);
  const last = await shown("voss");
  const { phone, channel, caseSystems, ...rest } = last;
  assert.deepEqual({ ...first, phone, channel, caseSystems }, { ...rest, phone, channel, caseSystems });
  assert.deepEqual([phone, channel], ["56 51 94 00", "svarinn"]);
  assert.deepEqual(
    caseSystems.map(({ product, from, to }) => [product, from, to]),
    [
      ["System", "2026-01-01", "2027-01-01"],
      ["System B", "2027-01-01", null],
    ],
  );
  const listed = linesOf<Service>((await done(["services", "list", "--json"])).stdout);
  assert.deepEqual(listed.map(({ id }) => id).sort(), ["bergen-test", "voss"]);
  const login = linesOf<{ user: string; password: string }>(
    (await done(["services", "svarinn", "voss", "--json", ...as("kari")])).stdout,
  )[0]!;
  assert.ok(login.user.length > 0 && login.password.length >= 40);
});

test("a place that is taken, an unknown one, an unknown service and a stranger's key are refused", async () => {
  const add = ["services", "add", "new", "--name", "Ny"];
  await refused([...add, "--area", "4601:02", ...as("kari")], /new and bergen-test/);
  await refused([...add, "--area", "9999", ...as("kari")], /areas\[0\]\.municipality/);
  await refused(["services", "set", "nowhere", "--phone", "1", ...as("kari")], /services list/);
  await refused([...add, "--area", "3401"], /--as person/);
  await done(["keys", "new", "person", "kari", "--to", path("stranger")]);
  const stranger = ["--as", "person:kari", "--key", path("stranger/kari.key.pem")];
  await refused([...add, "--area", "3401", ...stranger], /not known here/);
});

/** Exports the address book, changes it, and writes it to a file of this name. */
async function changedBook(name: string, change: (text: string) => string): Promise<string> {
  const { stdout } = await done(["services", "export"]);
  writeFileSync(path(name), change(stdout));
  return path(name);
}

type Book = { services: Service[]; keys: PublishedKey[] };
const edited =
  (edit: (book: Book) => void) =>
  (text: string): string => {
    const book = JSON.parse(text) as Book;
    edit(book);
    return JSON.stringify(book, null, 2);
  };

test("an export comes back unchanged, and changes nothing", async () => {
  const file = await changedBook("book.json", (text) => text);
  const results = linesOf<{ result: string }>((await done(["services", "import", file, "--json"])).stdout);
  assert.deepEqual([...new Set(results.map(({ result }) => result))], ["unchanged"]);
  assert.equal((await done(["services", "export"])).stdout, readFileSync(file, "utf8"));
});

test("an import says which line is wrong, and changes nothing", async () => {
  const before = (await done(["services", "export"])).stdout;
  const spoilt: [string, (text: string) => string, RegExp][] = [
    ["cut.json", (text) => text.slice(0, 200), /cut\.json: line \d+ column \d+/],
    [
      "place.json",
      (text) => text.replace('"4601"', '"9999"'),
      /line \d+, column \d+: services\[0\]\.areas\[0\]\.municipality/,
    ],
    [
      "field.json",
      (text) => text.replace('"phone"', '"fone"'),
      /line \d+, column \d+: unknown field in services\[0\]/,
    ],
    ["twice.json", edited((book) => book.services.push(book.services[0]!)), /services\[\d\]\.id/],
    [
      "overlap.json",
      edited((book) => book.services.push({ ...book.services[0]!, id: "other" })),
      /bergen-test and other|other and bergen-test/,
    ],
    [
      "key.json",
      edited((book) => Object.assign(book.keys[0]!, { keyId: "0".repeat(32) })),
      /line \d+, column \d+: keys\[0\]/,
    ],
    [
      "owner.json",
      edited((book) => Object.assign(book.keys[0]!, { owner: "service:gone", keyId: "1".repeat(32) })),
      /keys\[0\]/,
    ],
  ];
  for (const [name, spoil, says] of spoilt) {
    // What comes first in the file is right and would be changed, if anything were.
    const renamed = (text: string) =>
      spoil(text).replace("Barnevernstjenesten bergen-test", "Barnevernet bergen-test");
    const file = await changedBook(name, renamed);
    const wrongAt = await run(["services", "import", file, ...as("kari", "ola")]);
    assert.equal(wrongAt.code, 1, name);
    assert.match(wrongAt.stderr, says);
  }
  assert.equal((await done(["services", "export"])).stdout, before);
});

test("the line an import names is the line of the fault", async () => {
  const file = await changedBook("line.json", (text) => text.replace('"4601"', '"9999"'));
  const line =
    readFileSync(file, "utf8")
      .split("\n")
      .findIndex((text) => text.includes('"9999"')) + 1;
  await refused(["services", "import", file, ...as("kari")], new RegExp(`line ${line}, column`));
});

test("places change hands in one import, also crosswise", async () => {
  await done(["services", "add", "x", "--name", "X", "--area", "3401", "--area", "3403", ...as("kari")]);
  await done(["services", "add", "y", "--name", "Y", "--area", "3405", ...as("kari")]);
  const file = await changedBook(
    "swap.json",
    edited(({ services }) => {
      const [x, y] = ["x", "y"].map((id) => services.find((service) => service.id === id)!) as [
        Service,
        Service,
      ];
      const [ofX, ofY] = [x.areas, y.areas];
      Object.assign(x, { areas: ofY });
      Object.assign(y, { areas: ofX });
    }),
  );
  const dry = await done(["services", "import", file, "--dry-run"]);
  assert.match(dry.stdout, /x: would be changed/);
  assert.deepEqual(
    (await shown("x")).areas.map(({ municipality }) => municipality),
    ["3401", "3403"],
  );
  await done(["services", "import", file, ...as("kari")]);
  assert.deepEqual(
    (await shown("x")).areas.map(({ municipality }) => municipality),
    ["3405"],
  );
  assert.deepEqual(
    (await shown("y")).areas.map(({ municipality }) => municipality),
    ["3401", "3403"],
  );
});

test("private keys are their owner's only, and are never written over", async () => {
  const folder = path("voss-keys");
  await done(["keys", "new", "service", "voss", "--to", folder]);
  for (const name of ["encryption.key.pem", "receipt.key.pem"])
    assert.equal(statSync(`${folder}/${name}`).mode & 0o777, 0o600, name);
  const before = readFileSync(`${folder}/receipt.key.pem`);
  await refused(["keys", "new", "service", "voss", "--to", folder], /exists already/);
  assert.deepEqual(readFileSync(`${folder}/receipt.key.pem`), before);
});

test("a new key takes two people, who sign apart", async () => {
  const change = path("voss-keys/encryption.change.json");
  await refused(["keys", "publish", change], /countersigned by the previous key, or by two/);
  await done(["keys", "sign", change, ...by("kari")]);
  await refused(["keys", "publish", change], /two named people/);
  const signed = await done(["keys", "sign", change, ...by("ola"), "--json"]);
  assert.deepEqual(linesOf<{ by: string[] }>(signed.stdout)[0]!.by, ["person:kari", "person:ola"]);
  await done(["keys", "publish", change]);
  const own = keyIdOf(createPrivateKey(readFileSync(path("voss-keys/encryption.key.pem"))));
  assert.equal((await shown("voss")).keys.encryption?.keyId, own);
});

test("an import brings a service's key, on two people's word", async () => {
  const pem = readFileSync(path("voss-keys/receipt.public.pem"), "utf8");
  const { change } = JSON.parse(readFileSync(path("voss-keys/receipt.change.json"), "utf8")) as {
    change: PublishedKey;
  };
  const { owner, use, keyId, validFrom, validTo } = change;
  const file = await changedBook(
    "with-key.json",
    edited((book) => book.keys.push({ owner, use, keyId, pem, validFrom, validTo } as PublishedKey)),
  );
  await refused(["services", "import", file, ...as("kari")], /two people/);
  await done(["services", "import", file, ...as("kari", "ola")]);
  assert.equal((await shown("voss")).keys.receipt?.keyId, keyId);
});

test("a rotation keeps the old key, is signed with it, and says what comes next", async () => {
  const folder = path("voss-keys");
  const before = readdirSync(folder);
  const old = (await shown("voss")).keys.encryption!.keyId;
  const { stdout } = await done(["keys", "rotate", "service:voss", "--dir", folder, "--json"]);
  const [made] = linesOf<{
    keyId: string;
    previous: string;
    changeFile: string;
    privateKeyFile: string;
    next: string[];
  }>(stdout);
  assert.equal(made!.previous, old);
  for (const name of before) assert.ok(readdirSync(folder).includes(name), name);
  assert.match(made!.next[0]!, /"encryption" list/);
  assert.equal((await shown("voss")).keys.encryption?.keyId, old, "nothing is published yet");
  await done(["keys", "publish", made!.changeFile]);
  assert.equal((await shown("voss")).keys.encryption?.keyId, made!.keyId);

  const listed = linesOf<PublishedKey & { state: string; file?: string }>(
    (await done(["keys", "list", "--json", "--dir", folder])).stdout,
  );
  const current = listed.find((key) => key.keyId === made!.keyId && key.use === "encryption");
  assert.equal(current?.state, "valid");
  const file = listed.find((key) => key.file === `${folder}/encryption.key.pem`);
  assert.equal(file?.owner, null, "the old private key is not the published one any more");
});

test("a key that is about to expire is warned of, and the limit that has passed is named", async () => {
  const folder = path("short-keys");
  for (const [id, days, limit] of [
    ["s-60", "59", 60],
    ["s-7", "6", 7],
    ["s-1", "1", 1],
  ] as const) {
    await done([
      "keys",
      "new",
      "submitter",
      id,
      "--to",
      `${folder}/${id}`,
      "--days",
      days,
      "--publish",
      ...by("kari"),
      ...by("ola"),
    ]);
    const { stderr } = await done(["keys", "list"]);
    assert.match(stderr, new RegExp(`submitter:${id}'s submitter key \\w+ expires within ${limit} day`));
  }
});

test("a submitter made and published here can send", async () => {
  const folder = path("sender-2");
  await done([
    "keys",
    "new",
    "submitter",
    "second",
    "--to",
    folder,
    "--publish",
    ...by("kari"),
    ...by("ola"),
  ]);
  assert.ok(createPublicKey(readFileSync(`${folder}/public.pem`)));
  const { code, stdout, stderr } = await run(["send", "--json", here.newReport()], {
    SUBMITTER_ID: "second",
    SUBMITTER_KEY_FILE: `${folder}/key.pem`,
    SENDER_SECRET_FILE: `${folder}/secret`,
  });
  // The service of this place has its certificate from before; the sender is new.
  assert.equal(code, 0, stderr);
  assert.equal(linesOf(stdout).length, 1);
});
