// Goal: a login that comes to nothing harms nothing that was written and lets nobody in; and the form needs neither a
// mouse nor a session that lasts. Method: a whole demonstration with its identity stand-in, and real browsers in which
// people turn back, are not known well enough, come by an old address, and use the keyboard alone.
import assert from "node:assert/strict";
import "node:child_process"; // Starts a browser and processes, so it is run apart from the pure tests.
import { after, before, test } from "node:test";
import { wholeDemo } from "../whole-demo.js";
import { readyChromium } from "./chromium.js";
import { begin, button, concern, fillIn, heading, link, logInAs, looksSafe, pathOf, press, privateWho, said, toInbox, workWho, } from "./walk-form.js";
let demo;
let chromium;
before(async () => {
    [demo, chromium] = await Promise.all([wholeDemo(), readyChromium()]);
});
after(async () => {
    await chromium.close();
    await demo.stop();
});
/** A browser of its own, and the addresses by which it came back from a login. */
async function newPage() {
    const viewport = { width: 390, height: 844 };
    const page = await (await chromium.open({ viewport, javaScriptEnabled: false, locale: "nb-NO" })).newPage();
    const callbacks = [];
    page.on("request", (request) => {
        if (request.url().includes("/login/callback"))
            callbacks.push(request.url());
    });
    return { page, callbacks };
}
/** Answers one page and goes on. */
async function answer(page, typed) {
    await fillIn(page, typed);
    await press(page, button(page, "Fortsett"));
}
const unharmed = /det du har skrevet, er her fortsatt/i;
test("a login that is cancelled, too weak or too old harms nothing that was written, and a right one goes on with it", async () => {
    const { page, callbacks } = await newPage();
    await begin(page, demo.file.portal, privateWho);
    await answer(page, { place: "Alver" });
    await answer(page, { name: "Prøve Eldste", age: "7 år" });
    await page.goto(`${demo.file.portal}/meld/hvem`);
    await page.getByLabel(workWho).check();
    await press(page, button(page, "Fortsett"));
    assert.ok(page.url().startsWith(demo.file.identity), page.url());
    await press(page, button(page, "Avbryt"));
    assert.equal(await heading(page), "Du avbrøt innloggingen");
    assert.match(await said(page), unharmed);
    await looksSafe(page);
    await press(page, link(page, "Prøv å logge inn igjen"));
    await logInAs(page, demo, "privatperson-lavt-niva");
    assert.equal(await heading(page), "Innloggingen var ikke sikker nok");
    assert.match(await said(page), /høyeste nivået, for eksempel med BankID/);
    assert.match(await said(page), unharmed);
    await page.goto(`${demo.file.portal}/meld/barn/1/navn`);
    assert.equal(await heading(page), "Du må logge inn");
    await press(page, link(page, "Logg inn"));
    await logInAs(page, demo, "laerer");
    assert.equal(pathOf(page), "/meld/rolle");
    assert.match(await said(page), /Lærke Demo/);
    assert.equal(callbacks.length, 3);
    for (const old of [...callbacks]) {
        const answered = await page.goto(old);
        assert.equal(answered?.status(), 400);
        assert.equal(await heading(page), "Innloggingen ble for gammel");
        assert.match(await said(page), unharmed);
    }
    await press(page, link(page, "Tilbake til meldingen"));
    await press(page, link(page, "Fortsett på meldingen"));
    assert.match(await said(page), /Lærke Demo/, "still logged in");
    await page.goto(`${demo.file.portal}/meld/barn/1/navn`);
    assert.equal(await page.inputValue("#name"), "Prøve Eldste");
});
test("a login begun in another browser lets nobody in here", async () => {
    const [mine, theirs] = [await newPage(), await newPage()];
    await begin(mine.page, demo.file.portal, workWho);
    await logInAs(mine.page, demo, "laerer");
    await begin(theirs.page, demo.file.portal, workWho);
    await theirs.page.goto(mine.callbacks[0]);
    assert.equal(await heading(theirs.page), "Innloggingen ble for gammel");
    await theirs.page.goto(`${demo.file.portal}/meld/rolle`);
    assert.equal(await heading(theirs.page), "Du må logge inn");
});
test("nobody comes into the inbox who turns back, is not known well enough, works elsewhere, or has an old address", async () => {
    const { page, callbacks } = await newPage();
    const isOutside = async () => {
        await page.goto(`${demo.file.inbox}/meldinger`);
        assert.ok(page.url().startsWith(demo.file.identity), page.url());
        await page.context().clearCookies();
    };
    await page.goto(`${demo.file.inbox}/login`);
    await press(page, button(page, "Avbryt"));
    assert.equal(await heading(page), "Du ble ikke logget inn");
    await isOutside();
    await toInbox(page, demo, "saksbehandler-lavt-niva");
    assert.equal(await heading(page), "Innloggingen er ikke sikker nok");
    await isOutside();
    for (const username of ["laerer", "privatperson", "saksbehandler-alver"]) {
        await toInbox(page, demo, username);
        assert.equal(await heading(page), "Du har ikke tilgang", username);
        assert.equal((await page.goto(`${demo.file.inbox}/meldinger`))?.status(), 403);
        await page.context().clearCookies();
    }
    for (const old of [...callbacks]) {
        await page.goto(old);
        assert.equal(await heading(page), "Innloggingen tok for lang tid");
    }
    await isOutside();
});
test("a session that is over in the middle of a page: what was written there is shown again, and what is gone is said", async () => {
    const { page } = await newPage();
    await begin(page, demo.file.portal, privateWho);
    await answer(page, { place: "Alver" });
    await page.goto(`${demo.file.portal}/meld/bekymring`);
    await page.context().clearCookies();
    await answer(page, { concern });
    assert.match(await said(page), /Du må svare på noe på nytt/);
    assert.match(await said(page), /Det du skrev på denne siden, står her fortsatt\.[\s\S]*Ingenting er sendt/);
    assert.equal(await page.inputValue("#concern"), concern);
    await looksSafe(page);
    await page.goto(`${demo.file.portal}/meld/kontroller`);
    assert.equal(pathOf(page), "/meld/hvem", "and it is asked anew");
});
/** Presses Tab until this has the focus, which must then be seen. */
async function tabTo(page, selector) {
    for (let presses = 0; presses < 40; presses++) {
        await page.keyboard.press("Tab");
        const isThere = await page.locator(`${selector}:focus`).count();
        if (isThere === 0)
            continue;
        // A round button's ring is around its whole line.
        const rings = ["", ".parentElement"].map((part) => `getComputedStyle(document.activeElement${part}).outlineStyle`);
        const shown = await page.evaluate(`[${rings}].join(" ")`);
        assert.notEqual(shown, "none none", `${selector} shows that it has the focus`);
        return;
    }
    assert.fail(`${selector} is not reached with Tab at ${page.url()}`);
}
async function key(page, name) {
    await Promise.all([page.waitForEvent("domcontentloaded"), page.keyboard.press(name)]);
}
test("with the keyboard alone: who, where, which district, a wrong answer and a right one; and out of here", async () => {
    const { page } = await newPage();
    await page.goto(`${demo.file.portal}/meld`);
    await tabTo(page, "main form[action='/meld'] button");
    await key(page, "Enter");
    await tabTo(page, "#who");
    await page.keyboard.press("Space");
    await key(page, "Enter");
    assert.equal(pathOf(page), "/meld/barn/1/sted");
    await tabTo(page, "#place");
    await page.keyboard.type("Bergn");
    await key(page, "Enter");
    assert.match(await said(page), /Vi finner ikke dette stedet/);
    await tabTo(page, ".ds-error-summary a");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#place:focus").count(), 1, "the error leads to its field");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("Bergen");
    await key(page, "Enter");
    assert.equal(await heading(page), "Hvilken bydel i Bergen?");
    await tabTo(page, "#district");
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.isChecked("#district-02"), true);
    await key(page, "Enter");
    assert.equal(pathOf(page), "/meld/barn/1/navn");
    await tabTo(page, "#name-unknown");
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.type("7 år");
    await key(page, "Enter");
    assert.equal(pathOf(page), "/meld/barn/1/relasjon");
    const asked = [];
    await page.route("https://www.yr.no/**", (route) => {
        asked.push(route.request().headers());
        return route.fulfill({ body: "Sol", contentType: "text/plain" });
    });
    await tabTo(page, "a[href='https://www.yr.no/']");
    await key(page, "Enter");
    assert.equal(page.url(), "https://www.yr.no/");
    assert.deepEqual(asked.map(({ referer }) => referer), [undefined], "and it is not told where somebody came from");
});
//# sourceMappingURL=who-comes-in.test.js.map