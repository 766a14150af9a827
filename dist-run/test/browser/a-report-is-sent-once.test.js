// Goal: however a report is sent, there is exactly one of it, and the person is never told more than is true. Method: a
// whole demonstration, and people in real browsers who press twice, go back, reload, write in two tabs, and send just
// as the hub is killed; what there is, is counted in the hub's and the inbox's own databases.
import assert from "node:assert/strict";
import "node:child_process"; // Starts a browser and processes, so it is run apart from the pure tests.
import { after, before, test } from "node:test";
import { asRole, until } from "../demo.js";
import { wholeDemo } from "../whole-demo.js";
import { readyChromium } from "./chromium.js";
import { button, codeOn, concern, fillIn, heading, looksSafe, pathOf, press, said, sendButton, writePrivate, } from "./walk-form.js";
let demo;
let chromium;
before(async () => {
    [demo, chromium] = await Promise.all([wholeDemo(), readyChromium()]);
});
after(async () => {
    await chromium.close();
    await demo.stop();
});
function newPerson(javaScriptEnabled) {
    return chromium.open({ viewport: { width: 390, height: 844 }, javaScriptEnabled, locale: "nb-NO" });
}
async function countIn(database) {
    const [row] = await asRole(demo.file.databases[database], (sql) => sql `
      select count(*)::int as count from report where service = 'bergen-bergenhus-arstad'`);
    return row.count;
}
/** How many reports the hub has for the service, once the service's own inbox has as many. */
async function reports() {
    const count = await countIn("hub");
    await until(async () => (await countIn("inbox:municipal")) === count, `the inbox has ${count}`);
    return count;
}
async function packages() {
    const [row] = await asRole(demo.file.databases["outbox:portal"], (sql) => sql `select count(*)::int as count from package`);
    return row.count;
}
/** An address of the portal. */
const at = (path) => demo.file.portal + path;
test("the hub is killed in the middle of sending: not sent yet, everything is still here, and then it is sent by itself", async () => {
    const page = await (await newPerson(false)).newPage();
    await writePrivate(page, demo.file.portal);
    demo.hold("hub");
    const pressed = press(page, sendButton(page));
    await until(async () => (await packages()) === 1, "the report is sealed and kept");
    const letUp = await demo.keepDown("hub");
    await pressed;
    assert.equal(await heading(page), "Ikke sendt ennå");
    const text = await said(page);
    assert.match(text, /Meldingen er forseglet og ligger hos oss\. Den nasjonale tjenesten har ikke svart\./);
    assert.match(text, /Vi prøver igjen av oss selv/);
    assert.match(text, /Haster det\?/);
    assert.doesNotMatch(text, /på vei|Kvittering/);
    await looksSafe(page);
    const code = await codeOn(page);
    await page.goto(at("/meld/kontroller"));
    assert.ok((await said(page)).includes(concern));
    assert.match(await said(page), /Trykker du «Send» igjen, blir det ikke to meldinger/);
    await press(page, sendButton(page));
    assert.equal(await heading(page), "Ikke sendt ennå");
    await press(page, button(page, "Prøv å sende nå"));
    assert.equal(await heading(page), "Ikke sendt ennå");
    assert.equal(await codeOn(page), code);
    await letUp();
    await until(async () => (await countIn("hub")) === 1, "it is sent by itself");
    await until(async () => {
        await page.reload();
        return (await heading(page)) === "Meldingen er lagret og på vei";
    }, "the page says so");
    assert.equal(await codeOn(page), code);
    assert.equal(await reports(), 1);
    await page.goto(at("/meld/kontroller"));
    assert.match(await said(page), /Du har trykket «Send» på en melding herfra/);
    assert.equal((await page.content()).includes("Čáhci"), false, "the answers are erased");
});
test("pressed twice at once it is one report; and so it is when the page after is reloaded, or gone back from", async () => {
    const before = await reports();
    const page = await (await newPerson(true)).newPage();
    await writePrivate(page, demo.file.portal);
    const shown = await page.inputValue("[name=vist]");
    await sendButton(page).dblclick();
    await page.waitForURL(at("/meld/sendt"));
    assert.equal(await heading(page), "Meldingen er lagret og på vei");
    const code = await codeOn(page);
    await page.reload();
    assert.equal(await codeOn(page), code);
    assert.equal(await heading(page), "Meldingen er lagret og på vei");
    await page.goBack();
    assert.equal(pathOf(page), "/meld/kontroller");
    assert.match(await said(page), /Du har trykket «Send» på en melding herfra/);
    assert.equal(await sendButton(page).count(), 0);
    // As a browser that had kept the old page would.
    const again = await page.request.post(at("/meld/send"), postOf(shown));
    assert.equal(again.headers().location, "/meld/sendt");
    await page.goto(at("/meld/sendt"));
    assert.equal(await codeOn(page), code);
    assert.equal(await page.locator(".shown-code").count(), 1);
    assert.equal(await reports(), before + 1);
});
const postOf = (shown) => ({
    form: { vist: shown },
    headers: { origin: demo.file.portal },
    maxRedirects: 0,
});
test("posted six times at the same moment from one browser it is one report", async () => {
    const before = await reports();
    const page = await (await newPerson(false)).newPage();
    await writePrivate(page, demo.file.portal);
    const shown = await page.inputValue("[name=vist]");
    const answers = await Promise.all(Array.from({ length: 6 }, () => page.request.post(at("/meld/send"), postOf(shown))));
    for (const answer of answers)
        assert.deepEqual([answer.status(), answer.headers().location], [303, "/meld/sendt"]);
    await page.goto(at("/meld/sendt"));
    assert.equal(await page.locator(".shown-code").count(), 1);
    assert.equal(await reports(), before + 1);
});
test("two tabs with different answers: what is sent is what was seen, and it is one report", async () => {
    const before = await reports();
    const person = await newPerson(true);
    const [first, second] = [await person.newPage(), await person.newPage()];
    await writePrivate(first, demo.file.portal);
    await second.goto(at("/meld/bekymring?fra=kontroller"));
    await fillIn(second, { concern: "Noe helt annet." });
    await press(second, button(second, "Fortsett"));
    assert.equal(pathOf(second), "/meld/kontroller");
    await press(first, sendButton(first));
    assert.equal(await heading(first), "Se over svarene dine");
    const text = await said(first);
    assert.match(text, /Svarene er endret i en annen fane\. Se over dem på nytt\./);
    assert.match(text, /Noe helt annet\./);
    assert.ok(!text.includes("Čáhci"));
    assert.equal(await reports(), before);
    const codes = [];
    for (const tab of [first, second]) {
        await press(tab, sendButton(tab));
        assert.equal(await heading(tab), "Meldingen er lagret og på vei");
        codes.push(await codeOn(tab));
    }
    assert.equal(codes[0], codes[1]);
    assert.equal(await reports(), before + 1);
});
test("answers that are changed after they were sealed are another report, and the page says so", async () => {
    const before = await reports();
    const page = await (await newPerson(false)).newPage();
    await writePrivate(page, demo.file.portal);
    const letUp = await demo.keepDown("hub");
    await press(page, sendButton(page));
    assert.equal(await heading(page), "Ikke sendt ennå");
    await changeConcern(page);
    assert.match(await said(page), /blir det en ny melding med en ny kode, i tillegg til den første/);
    await press(page, sendButton(page));
    const text = await said(page);
    assert.match(text, /Derfor er dette to meldinger med hver sin kode, og begge blir sendt/);
    const codes = await page.locator(".shown-code").allInnerTexts();
    assert.equal(new Set(codes).size, 2);
    await letUp();
    await until(async () => (await countIn("hub")) === before + 2, "both are sent");
    assert.equal(await reports(), before + 2);
});
async function changeConcern(page) {
    await page.goto(at("/meld/bekymring?fra=kontroller"));
    await fillIn(page, { concern: "Og så dette." });
    await press(page, button(page, "Fortsett"));
}
//# sourceMappingURL=a-report-is-sent-once.test.js.map