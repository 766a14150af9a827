// Goal: the pages work for whoever comes, in a real browser: without scripts, on the narrowest phone, with a screen
// reader, on a slow line. Method: every page in every state, as portal-states.ts reaches it; and the small story of
// somebody who looks for a service and follows a report.
import assert from "node:assert/strict";
import "node:child_process"; // Starts a browser, so it is run apart from the pure tests.
import { after, before, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { readyChromium } from "./chromium.js";
import { PortalWorld, states } from "./portal-states.js";
const narrow = { width: 320, height: 640 };
const desktop = { width: 1280, height: 800 };
let chromium;
const worlds = [];
before(async () => {
    chromium = await readyChromium();
});
after(async () => {
    await chromium.close();
    for (const world of worlds)
        await world.close();
});
async function newWorld() {
    const world = await new PortalWorld().open();
    worlds.push(world);
    return world;
}
/** A page that notes whatever it asks for, and whatever its content policy stops. */
async function newPage(wish) {
    const page = await (await chromium.open(wish)).newPage();
    const asked = [];
    const stopped = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => {
        if (/Content Security Policy|Refused to/.test(message.text()))
            stopped.push(message.text());
    });
    return { page, asked, stopped };
}
for (const viewport of [narrow, desktop])
    test(`at ${viewport.width} pixels no page, in no state, has a fault that axe can find, or is wider than the screen`, async () => {
        const world = await newWorld();
        const { page, asked, stopped } = await newPage({ viewport, javaScriptEnabled: true });
        for (const { name, reach } of states) {
            await reach(page, world);
            const { violations } = await new AxeBuilder({ page })
                .setLegacyMode() // Otherwise it opens a page of its own each time, and there are no frames here to need it.
                .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
                .analyze();
            const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
            assert.deepEqual(found, [], name);
            const width = await page.evaluate("document.documentElement.scrollWidth");
            assert.ok(Number(width) <= viewport.width, `${name} is ${width} wide`);
        }
        assert.deepEqual(stopped, []);
        const elsewhere = asked.filter((url) => !url.startsWith(`${world.origin}/`) && !url.startsWith("data:"));
        assert.deepEqual(elsewhere, []);
    });
test("without scripts: a place spelled wrong, the right one, its district, and its telephone, in the other language", async () => {
    const world = await newWorld();
    const { page } = await newPage({ viewport: narrow, javaScriptEnabled: false });
    await page.goto(`${world.origin}/`);
    await page.focus("main h2 a[href='/tjeneste']");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/tjeneste");
    await page.fill("#sted", "Begen");
    await page.press("#sted", "Enter");
    assert.equal(await page.inputValue("#sted"), "Begen");
    assert.equal(await page.locator("#sted-feil").count(), 1);
    await page.click(".ds-error-summary a");
    assert.equal(new URL(page.url()).hash, "#sted");
    await page.click("button[name=valgt] >> text=Bergen");
    await page.click("label[for=bydel-02]");
    await page.click("main form button[type=submit]");
    assert.match(await page.innerText("main"), /Barnevernstjenesten Bergenhus-Årstad\s+00 00 00 00/);
    await page.click("nav button[lang=nn]");
    assert.match(await page.innerText("h1"), /^Tenesta for Bergenhus i Bergen$/);
    assert.equal(new URL(page.url()).pathname, "/nn/teneste");
});
test("without scripts: a wrong code, then the right one; it stands in no address and no title", async () => {
    const world = await newWorld();
    const { page, asked } = await newPage({ viewport: narrow, javaScriptEnabled: false });
    const titles = [];
    const submit = async (code) => {
        await page.fill("#kode", code);
        await page.press("#kode", "Enter");
        titles.push(await page.title());
    };
    await page.goto(`${world.origin}/folg`);
    await submit("1A2B-3C4D-5E6F-7G8H-9JKMN-PQRST");
    assert.match(await page.innerText("#kode-feil"), /Vi kjenner ikke denne koden/);
    const code = world.codes.claimed;
    await submit(code.toLowerCase().replaceAll("-", " "));
    assert.match(await page.innerText("main"), /Vi har ikke kontrollert det ennå\. Du trenger ikke gjøre noe\./);
    await page.click("nav button[lang=nn]");
    assert.match(await page.innerText("main"), /Vi har ikkje kontrollert det enno/);
    const written = [...asked, ...titles].join(" ").toLowerCase();
    assert.equal(written.includes(code.slice(0, 9).toLowerCase()), false);
});
test("with the keyboard alone: the content first, then the way out, which leads to the weather", async () => {
    const world = await newWorld();
    const { page } = await newPage({ viewport: narrow, javaScriptEnabled: false });
    await page.goto(`${world.origin}/tjeneste`);
    await page.keyboard.press("Tab");
    assert.equal(await page.locator(":focus").textContent(), "Gå til innholdet");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.equal(await page.locator(":focus").getAttribute("id"), "sted");
    assert.equal(await page.getAttribute("text=Forlat siden", "href"), "https://www.yr.no/");
    assert.equal(await page.getAttribute("text=Forlat siden", "rel"), "noreferrer");
});
test("the first load of each page is under 100 kB, typeface included", async () => {
    const world = await newWorld();
    for (const path of ["/", "/tjeneste", "/folg"]) {
        const { page } = await newPage({ viewport: narrow, javaScriptEnabled: false });
        const sizes = [];
        page.on("requestfinished", (request) => {
            sizes.push(request.sizes().then((size) => size.responseBodySize + size.responseHeadersSize));
        });
        await page.goto(world.origin + path, { waitUntil: "networkidle" });
        const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
        assert.ok(sizes.length >= 4, `${path}: page, stylesheet and two fonts, not ${sizes.length} files`);
        assert.ok(total > 40_000 && total < 100_000, `${path}: ${total} bytes`);
    }
});
//# sourceMappingURL=portal.test.js.map