// Goal: the house keeps its plan. Method: each rule that a machine can keep looks at every file; and is shown a
// planted violation of its own, because a rule that never fails keeps nothing.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: planted code is text
import assert from "node:assert/strict";
import { glob, readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { file, rules } from "./house-planted.js";
import { documentedPaths, importCircles } from "./house-rules.js";
import { importsOf, mask } from "./source-text.js";
/** The same from src/ and from dist/: this file stands two folders down in the one, one in the other. */
const root = fileURLToPath(new URL(import.meta.url.includes("/dist/test/") ? "../../" : "../", import.meta.url));
async function pathsOf(pattern) {
    const found = [];
    for await (const path of glob(pattern, { cwd: root }))
        found.push(path);
    return found.sort();
}
const paths = await pathsOf("{src,test,bench,docs}/**/*.*");
const readable = [...paths, "README.md"].filter((path) => /\.(tsx?|sql|md)$/.test(path));
const sources = await Promise.all(readable.map(async (path) => ({ path, text: await readFile(`${root}${path}`, "utf8") })));
for (const [name, rule, wrong, right] of rules) {
    test(name, () => assert.deepEqual(rule(sources), []));
    test(`${name}: a violation would be found`, () => {
        for (const source of wrong)
            assert.notDeepEqual(rule([source]), [], `${source.path}\n${source.text}`);
        for (const source of right)
            assert.deepEqual(rule([source]), [], `${source.path}\n${source.text}`);
    });
}
test("a circle through several files is found, and told file by file", () => {
    const circle = [
        file("src/core/a.ts", 'import { b } from "./b.ts";'),
        file("src/core/b.ts", 'import type { C } from "./c.ts";'),
        file("src/core/c.ts", 'import { a } from "./a.ts";'),
    ];
    assert.deepEqual(importCircles(circle), [
        "src/core/a.ts: import circle src/core/a.ts → src/core/b.ts → src/core/c.ts → src/core/a.ts",
    ]);
});
test("every path named in the documentation exists", () => {
    assert.deepEqual(documentedPaths(sources, [...paths, "README.md"]), []);
});
test("a path in the documentation that does not exist would be found", () => {
    const there = ["src/hub/accept.ts", "src/hub/tables/0001-hub.sql", "docs/walk.md"];
    const found = (text, path = "docs/a.md") => documentedPaths([{ path, text }], there).length;
    for (const text of ["`src/hub/gone.ts`", "`docs/gone.md`", "`src/gone/`", "`src/hub/*.sql`"])
        assert.equal(found(text), 1, text);
    assert.equal(found("`src/gone.ts`", "README.md"), 1);
    for (const text of [
        "`src/hub/accept.ts`",
        "`src/hub/`",
        "`docs/walk.md#start`",
        "`src/hub/accept.ts:12`",
        "src/gone.ts",
        "`src/*/tables/*.sql`",
    ])
        assert.equal(found(text), 0, text);
});
test("the rules see the house: its files, and what they import", () => {
    const seen = (path) => sources.find((source) => source.path === path);
    for (const path of ["src/core/journey.ts", "src/wire/foreign.ts", "test/house.test.ts"])
        assert.ok(seen(path), path);
    assert.deepEqual(importsOf(seen("src/core/tracking.ts")), ["./hash.ts", "./problem.ts"]);
});
test("code is told from comments and literals", () => {
    const blanks = (text) => text.replace(/#+/g, (marks) => " ".repeat(marks.length));
    const masks = [
        ['a("x // y"); // z', 'a("######"); ####', 'a("x // y"); ####'],
        ["/* y\nz */ c();", "####\n#### c();", "####\n#### c();"],
        ['b(`p ${q({ r: "s" })} t`);', 'b(`###{q({ r: "#" })}##`);', 'b(`p ${q({ r: "s" })} t`);'],
        ['x = /u"[/]v/.test(w) / y;', "x = /######/.test(w) / y;", 'x = /u"[/]v/.test(w) / y;'],
        ["const a = 'it\\'s'; b();", "const a = '#####'; b();", "const a = 'it\\'s'; b();"],
        ["`a${`b${c}`}d` // e", "`##{`##{c}`}#` ####", "`a${`b${c}`}d` ####"],
    ];
    for (const [text, code, uncommented] of masks)
        assert.deepEqual(mask(text), { code: blanks(code), uncommented: blanks(uncommented) });
});
//# sourceMappingURL=house.test.js.map