// What `framme start` does not do: begin on settings, ports or folders that cannot work. Each refusal names what is
// wrong and what to do, before anything is made.
import assert from "node:assert/strict";
import "node:child_process"; // Starts processes, so it is run apart from the pure tests.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { after, test } from "node:test";
import { freePortBase, startDemoProcess } from "./demo.js";
const root = mkdtempSync(`${tmpdir()}/framme-refused-`);
after(() => rmSync(root, { recursive: true, force: true }));
test("a taken port is refused before anything is made", async () => {
    const elsewhere = `${root}/elsewhere`;
    const portBase = await freePortBase();
    const squatter = createServer().listen(portBase + 2, "127.0.0.1");
    const refused = startDemoProcess(elsewhere, portBase);
    assert.equal(await refused.ended(), 1);
    squatter.close();
    assert.match(refused.said(), new RegExp(`port ${portBase + 2} on 127.0.0.1 is taken.*--port-base`));
    assert.equal(existsSync(`${elsewhere}/national/postgres`), false);
    assert.equal(existsSync(`${elsewhere}/lock.json`), false);
});
test("a broken setting or folder is refused by its name, with what to do", async () => {
    mkdirSync(`${root}/broken`);
    writeFileSync(`${root}/file`, "");
    const portBase = await freePortBase();
    const cases = [
        [{ DATABASE_URL: "mysql://x" }, "broken", /DATABASE_URL: it must be like postgres:/],
        [
            { MUNICIPAL_DATABASE_URL: "postgres://a:b@127.0.0.1:1/x" },
            "broken",
            /MUNICIPAL_DATABASE_URL: that PostgreSQL cannot be reached/,
        ],
        [{ HOST: "0.0.0.0" }, "broken", /HOST: .* stand-in .* this machine only/],
        [{ FRAMME_DEMO: "0" }, "broken", /FRAMME_DEMO: .* stand-in/],
        [{ PUBLIC_ORIGIN: "https://hub.example.no" }, "broken", /PUBLIC_ORIGIN: .* demonstration .* unset it/],
        [{}, "file/var", /--data-dir: .* cannot be written \(ENOTDIR\): choose another folder/],
    ];
    for (const [env, folder, expected] of cases) {
        const refused = startDemoProcess(`${root}/${folder}`, portBase, env);
        assert.equal(await refused.ended(), 1);
        assert.match(refused.said(), expected);
        assert.doesNotMatch(refused.said(), /a:b@|\n +at /);
    }
});
//# sourceMappingURL=start-refused.test.js.map