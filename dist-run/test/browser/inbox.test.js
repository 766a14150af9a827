// Goal: the desk works for whoever sits at it, in a real browser: on the narrowest phone, with a screen reader, with the
// keyboard alone, without scripts; and a colleague elsewhere sees nothing of it. Method: every page in every state, as
// inbox-states.ts reaches it, and the way from the login to a report.
import assert from "node:assert/strict";
import "node:child_process"; // Starts a browser, so it is run apart from the pure tests.
import { after, before, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { readyChromium } from "./chromium.js";
import { InboxDesk, logIn, states } from "./inbox-states.js";
const narrow = { width: 320, height: 640 };
const desktop = { width: 1280, height: 800 };
let chromium;
const desks = [];
before(async () => {
    chromium = await readyChromium();
});
after(async () => {
    await chromium.close();
    for (const desk of desks)
        await desk.close();
});
async function newDesk() {
    const desk = await new InboxDesk().open();
    desks.push(desk);
    return desk;
}
/** A page that notes whatever it asks for, and whatever its content policy stops. */
async function newPage(viewport, javaScriptEnabled) {
    const page = await (await chromium.open({ viewport, javaScriptEnabled })).newPage();
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
        const desk = await newDesk();
        const { page, stopped } = await newPage(viewport, true);
        const titles = new Map();
        for (const { name, reach } of states) {
            await reach(page, desk);
            assert.ok(page.url().startsWith(`${desk.origin}/`), `${name} is at ${page.url()}`);
            const { violations } = await new AxeBuilder({ page })
                .setLegacyMode()
                .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
                .analyze();
            const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
            assert.deepEqual(found, [], name);
            const width = await page.evaluate("document.documentElement.scrollWidth");
            assert.ok(Number(width) <= viewport.width, `${name} is ${width} wide`);
            titles.set(name, await page.innerText("h1"));
        }
        assert.deepEqual(stopped, []);
        assert.deepEqual(Object.fromEntries(titles), headings);
    });
/** So that no state is another page than it says. */
const headings = {
    start: "Innboks for barnevernstjenesten",
    "login-avbrutt": "Du ble ikke logget inn",
    "login-for-lavt": "Innloggingen er ikke sikker nok",
    "login-for-sent": "Innloggingen tok for lang tid",
    "ingen-tilgang": "Du har ikke tilgang",
    liste: "Meldinger",
    "liste-ikke-apnet": "Meldinger",
    "liste-mangler": "Meldinger",
    "liste-tom": "Meldinger",
    "liste-ingen-mangler": "Meldinger",
    "liste-side-to": "Meldinger",
    "sok-tomt": "Søk i meldingene",
    "sok-funn": "Søk i meldingene",
    "sok-uten-funn": "Søk i meldingene",
    "sok-for-langt": "Søk i meldingene",
    "melding-ikke-apnet": "Melding nr. 2",
    "melding-apnet-av-andre": "Melding nr. 1",
    melding: "Melding nr. 1",
    "melding-privat-svarinn": "Melding uten nummer",
    "melding-endret": "Melding nr. 5",
    "melding-uten-form": "Melding nr. 6",
    "finnes-ikke": "Vi finner ikke siden",
    "fremmed-skjema": "Skjemaet kom ikke fra denne siden",
    "feil-hos-oss": "Noe gikk galt hos oss",
    "logget-ut": "Du er logget ut",
    "login-ikke-nadd": "Vi får ikke kontakt med innloggingen",
};
/** Goes on with the keyboard until what has the focus says this. */
async function tabTo(page, words) {
    for (let times = 0; times < 40; times += 1) {
        await page.keyboard.press("Tab");
        const focused = page.locator(":focus");
        const said = (await focused.count()) === 1 ? await focused.textContent() : null;
        if (said?.trim() === words)
            return;
    }
    assert.fail(`the keyboard never comes to «${words}»`);
}
test("with the keyboard alone and without scripts: log in, find the report in the list, open it, log out", async () => {
    const desk = await newDesk();
    const { page } = await newPage(narrow, false);
    await page.goto(`${desk.origin}/`);
    const press = async (words) => {
        await tabTo(page, words);
        await page.keyboard.press("Enter");
        await page.waitForLoadState("load");
    };
    await press("Logg inn");
    await page.waitForURL((url) => url.origin !== desk.origin);
    await page.locator("#username").focus();
    await page.keyboard.type("saksbehandler-bergenhus");
    await page.keyboard.press("Tab");
    await page.keyboard.type("demonstrasjon");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${desk.origin}/meldinger`);
    await press("Gå til innholdet");
    await press("Nr. 7");
    await page.waitForURL(`${desk.origin}/meldinger/${desk.ids.fresh}`);
    assert.doesNotMatch(await page.innerText("main"), /Syntetisk Barn/);
    await press("Åpne meldingen");
    await page.waitForSelector("text=Syntetisk Barn");
    assert.match(await page.innerText("main"), /Berit Demo åpnet meldingen onsdag 25\. november 2026/);
    await press("Logg ut");
    await page.waitForURL((url) => url.origin !== desk.origin);
    await press("Logg ut");
    await page.waitForURL(`${desk.origin}/logged-out`);
    await page.goBack();
    assert.doesNotMatch(await page.innerText("body"), /Syntetisk Barn/);
});
test("a caseworker who tries another service's report by list, count, search and address is told that there is none", async () => {
    const desk = await newDesk();
    const { page, asked } = await newPage(desktop, false);
    await logIn("saksbehandler-arna")(page, desk);
    assert.match(await page.innerText("main"), /Alle \(0\)\s+Ikke åpnet \(0\)\s+Mangler \(0\)/);
    await page.fill("#sok", "Syntetisk");
    await page.press("#sok", "Enter");
    assert.match(await page.innerText("main"), /Ingen meldinger passer/);
    for (const path of ["", "/bekymringsmelding.pdf"]) {
        const answer = await page.goto(`${desk.origin}/meldinger/${desk.ids.opened}${path}`);
        assert.equal(answer?.status(), 404);
        assert.equal(await page.innerText("h1"), "Vi finner ikke siden");
    }
    assert.equal(asked.join(" ").toLowerCase().includes("syntetisk"), false);
});
//# sourceMappingURL=inbox.test.js.map