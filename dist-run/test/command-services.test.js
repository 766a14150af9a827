// Goal: the address book can be kept from the command line, by named people, and nothing half right gets in. Method: the built command against a real hub; files are spoilt one field at a time.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { commandLine, linesOf } from "./at-the-command-line.js";
import { edited, keeping } from "./keeping.js";
const here = commandLine();
const { run } = here;
const { path, as, done, refused, shown, changedBook } = keeping(here);
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
    assert.deepEqual(caseSystems.map(({ product, from, to }) => [product, from, to]), [
        ["System", "2026-01-01", "2027-01-01"],
        ["System B", "2027-01-01", null],
    ]);
    const listed = linesOf((await done(["services", "list", "--json"])).stdout);
    assert.deepEqual(listed.map(({ id }) => id).sort(), ["bergen-test", "voss"]);
    const login = linesOf((await done(["services", "svarinn", "voss", "--json", ...as("kari")])).stdout)[0];
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
test("an export comes back unchanged, and changes nothing", async () => {
    const file = await changedBook("book.json", (text) => text);
    const results = linesOf((await done(["services", "import", file, "--json"])).stdout);
    assert.deepEqual([...new Set(results.map(({ result }) => result))], ["unchanged"]);
    assert.equal((await done(["services", "export"])).stdout, readFileSync(file, "utf8"));
});
test("an import says which line is wrong, and changes nothing", async () => {
    const before = (await done(["services", "export"])).stdout;
    const spoilt = [
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
        ["twice.json", edited((book) => book.services.push(book.services[0])), /services\[\d\]\.id/],
        [
            "overlap.json",
            edited((book) => book.services.push({ ...book.services[0], id: "other" })),
            /bergen-test and other|other and bergen-test/,
        ],
        [
            "key.json",
            edited((book) => Object.assign(book.keys[0], { keyId: "0".repeat(32) })),
            /line \d+, column \d+: keys\[0\]/,
        ],
        [
            "owner.json",
            edited((book) => Object.assign(book.keys[0], { owner: "service:gone", keyId: "1".repeat(32) })),
            /keys\[0\]/,
        ],
    ];
    for (const [name, spoil, says] of spoilt) {
        // What comes first in the file is right and would be changed, if anything were.
        const renamed = (text) => spoil(text).replace("Barnevernstjenesten bergen-test", "Barnevernet bergen-test");
        const file = await changedBook(name, renamed);
        const wrongAt = await run(["services", "import", file, ...as("kari", "ola")]);
        assert.equal(wrongAt.code, 1, name);
        assert.match(wrongAt.stderr, says);
    }
    assert.equal((await done(["services", "export"])).stdout, before);
});
test("the line an import names is the line of the fault", async () => {
    const file = await changedBook("line.json", (text) => text.replace('"4601"', '"9999"'));
    const line = readFileSync(file, "utf8")
        .split("\n")
        .findIndex((text) => text.includes('"9999"')) + 1;
    await refused(["services", "import", file, ...as("kari")], new RegExp(`line ${line}, column`));
});
test("places change hands in one import, also crosswise", async () => {
    await done(["services", "add", "x", "--name", "X", "--area", "3401", "--area", "3403", ...as("kari")]);
    await done(["services", "add", "y", "--name", "Y", "--area", "3405", ...as("kari")]);
    const file = await changedBook("swap.json", edited(({ services }) => {
        const [x, y] = ["x", "y"].map((id) => services.find((service) => service.id === id));
        const [ofX, ofY] = [x.areas, y.areas];
        Object.assign(x, { areas: ofY });
        Object.assign(y, { areas: ofX });
    }));
    const dry = await done(["services", "import", file, "--dry-run"]);
    assert.match(dry.stdout, /x: would be changed/);
    assert.deepEqual((await shown("x")).areas.map(({ municipality }) => municipality), ["3401", "3403"]);
    await done(["services", "import", file, ...as("kari")]);
    assert.deepEqual((await shown("x")).areas.map(({ municipality }) => municipality), ["3405"]);
    assert.deepEqual((await shown("y")).areas.map(({ municipality }) => municipality), ["3401", "3403"]);
});
//# sourceMappingURL=command-services.test.js.map