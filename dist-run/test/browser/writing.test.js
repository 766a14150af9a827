// Goal: the form and what comes after it work for whoever writes, in a real browser: on the narrowest phone, with a
// screen reader, on a slow line, and nothing is told to anybody else. Method: every page in every state, as
// writing-states.ts and sending-states.ts reach it, on real databases before a real hub and a real login.
import assert from "node:assert/strict";
import "node:child_process"; // Starts a browser, so it is run apart from the pure tests.
import { after, before, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { neighbour } from "../writing-answers.js";
import { readyChromium } from "./chromium.js";
import { allStates } from "./sending-states.js";
import { as, open, openWritingWorld } from "./writing-states.js";
const narrow = { width: 320, height: 640 };
const desktop = { width: 1280, height: 800 };
let chromium;
const worlds = [];
before(async () => {
    chromium = await readyChromium();
});
after(async () => {
    for (const world of worlds)
        await world.close();
    await chromium.close();
});
async function newWorld() {
    const world = await openWritingWorld();
    worlds.push(world);
    return world;
}
/** What another width can change: how a page is drawn, and not what it says. */
const drawnRules = ["color-contrast", "target-size"];
async function faultsOf(page, rules = null) {
    // Otherwise it opens a page of its own each time, and there are no frames here to need it.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (rules
        ? axe.withRules(rules)
        : axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
async function tooWide(page, width) {
    const found = Number(await page.evaluate("document.documentElement.scrollWidth"));
    return found > width ? [`${found} wide on a screen of ${width}`] : [];
}
/** The states in which the page says that something is wrong with what was filled in. */
const saysWrong = /-feil$|-mangler$|ukjent$|sted-flere$|annet-sted$|ikke-med$|for-langt$/;
/** A window of its own for each width: one that is made wider and narrower hundreds of times stood still. */
const windows = [
    { viewport: narrow, rules: null },
    // What axe finds on a phone it finds on a desktop too, but for how a page is drawn.
    { viewport: desktop, rules: drawnRules },
];
for (const { viewport, rules } of windows)
    test(`at ${viewport.width} pixels no page of writing and sending, in no state, has a fault that axe can find, or is wider than the screen`, async () => {
        const world = await newWorld();
        const page = await (await chromium.open({ viewport, javaScriptEnabled: true })).newPage();
        const asked = [];
        const stopped = [];
        page.on("request", (request) => asked.push(request.url()));
        page.on("console", (message) => {
            if (/Content Security Policy|Refused to/.test(message.text()))
                stopped.push(message.text());
        });
        const headings = new Set();
        for (const { name, reach } of allStates) {
            await reach(page, world);
            const heading = await page.innerText("h1");
            // The widest rules everywhere; on the desktop once for each page.
            const isLookedAt = rules === null || !headings.has(heading);
            headings.add(heading);
            const found = {
                isHere: page.url().startsWith(`${world.origin}/`),
                faults: [
                    ...(isLookedAt ? await faultsOf(page, rules) : []),
                    ...(await tooWide(page, viewport.width)),
                ],
                isWrong: (await page.locator(".ds-error-summary").count()) === 1,
            };
            assert.deepEqual(found, { isHere: true, faults: [], isWrong: saysWrong.test(name) }, name);
        }
        assert.ok(headings.size > 30, `${headings.size} different pages`);
        assert.deepEqual(stopped, []);
        // Nothing from elsewhere but the pages of the login itself.
        const { port } = new URL(world.origin);
        const elsewhere = asked.filter((url) => !/^http:\/\/127\.0\.0\.1:\d+\//.test(url) && !url.startsWith("data:"));
        assert.deepEqual(elsewhere, []);
        assert.ok(asked.some((url) => url.includes(`:${port}/meld`)));
        assert.doesNotMatch(asked.join("\n").toLowerCase(), /syntetisk|testnabo|kari@/);
    });
test("the first load of each page is under 100 kB, typeface included", async () => {
    const world = await newWorld();
    const paths = ["/meld", "/meld/barn/1/sted", "/meld/bekymring", "/meld/kontroller", "/meld/sendt"];
    for (const path of paths) {
        const page = await (await chromium.open({ viewport: narrow, javaScriptEnabled: false })).newPage();
        const isSent = path === "/meld/sendt";
        await as(neighbour)(page, world);
        if (isSent)
            await send(page, world);
        const sizes = [];
        page.on("requestfinished", (request) => {
            sizes.push(request.sizes().then((size) => size.responseBodySize + size.responseHeadersSize));
        });
        await open(path)(page, world);
        await page.waitForLoadState("networkidle");
        assert.equal(new URL(page.url()).pathname, path);
        const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
        assert.ok(sizes.length >= 4, `${path}: page, stylesheet and two fonts, not ${sizes.length} files`);
        assert.ok(total > 40_000 && total < 100_000, `${path}: ${total} bytes`);
    }
});
/** Without the browser, so that nothing is in its store when it opens the page. */
async function send(page, { origin }) {
    const shown = await (await page.request.get(`${origin}/meld/kontroller`)).text();
    const vist = /name="vist" value="([^"]+)"/.exec(shown)[1];
    await page.request.post(`${origin}/meld/send`, { form: { vist }, headers: { origin } });
}
//# sourceMappingURL=writing.test.js.map