// Goal: the first page of a demonstration works for whoever comes: on the narrowest phone, without scripts, and with no
// fault that axe can find. Method: the page as the starter serves it, in a real browser; the rooms it leads to are not
// needed for it.
import assert from "node:assert/strict";
import "node:child_process"; // Starts a browser, so it is run apart from the pure tests.
import { after, before, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { startDemoSite } from "../../src/stand-in/demo-site.js";
import { demoServices } from "../../src/stand-in/demo-places.js";
import { demoUsers } from "../../src/stand-in/identity-users.js";
import { portsFrom } from "../../src/stand-in/ports.js";
import { freePortBase } from "../demo.js";
import { readyChromium } from "./chromium.js";
const ports = portsFrom(await freePortBase());
const origin = `http://127.0.0.1:${ports.start}`;
let chromium;
let site;
before(async () => {
    site = await startDemoSite(ports);
    chromium = await readyChromium();
});
after(async () => {
    await chromium.close();
    await site.close();
});
for (const width of [320, 1280])
    test(`at ${width} pixels it has no fault that axe can find, is no wider than the screen, and breaks no policy`, async () => {
        const page = await (await chromium.open({ viewport: { width, height: 800 } })).newPage();
        const stopped = [];
        page.on("console", (message) => stopped.push(message.text()));
        for (const path of ["/", "/finnes-ikke"]) {
            await page.goto(origin + path);
            const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
            assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`), [], path);
            const wide = Number(await page.evaluate("document.documentElement.scrollWidth"));
            assert.ok(wide <= width, `${path} is ${wide} wide`);
        }
        assert.deepEqual(stopped.filter((text) => !/404/.test(text)), []);
    });
test("without scripts it names every user and every service, and which of them are on SvarInn", async () => {
    const viewport = { width: 320, height: 800 };
    const page = await (await chromium.open({ viewport, javaScriptEnabled: false })).newPage();
    await page.goto(origin);
    const rows = await page.locator("tbody tr").allInnerTexts();
    assert.equal(rows.length, demoUsers.length + demoServices.length);
    for (const { username, password } of demoUsers)
        assert.ok(rows.some((row) => row.includes(username) && row.includes(password)), username);
    for (const { service } of demoServices) {
        const row = rows.find((text) => text.includes(service.name));
        assert.equal(row?.includes("SvarInn"), service.channel === "svarinn", service.id);
    }
});
test("nobody else may show it, and nothing keeps it", async () => {
    const { headers } = await fetch(origin);
    assert.match(headers.get("content-security-policy") ?? "", /default-src 'none'.*frame-ancestors 'none'/);
    assert.equal(headers.get("cache-control"), "no-store");
    assert.equal(headers.get("x-robots-tag"), "noindex, nofollow");
});
//# sourceMappingURL=demo-site.test.js.map