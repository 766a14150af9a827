// Goal: who reports sees who has the report and who has not, in words that are true at every step, and a caseworker at
// the right service, and no other, reads it as it was written. Method: a whole demonstration with real processes, and
// people in real browsers: a private person without scripts, a teacher with them, and caseworkers.
import assert from "node:assert/strict";
import "node:child_process"; // Starts a browser and processes, so it is run apart from the pure tests.
import { createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { receiptSignatureFits } from "../../src/core/receipt.js";
import { asRole, until } from "../demo.js";
import { wholeDemo } from "../whole-demo.js";
import { readyChromium } from "./chromium.js";
import { begin, button, codeOn, concern, download, fillIn, follow, heading, link, logInAs, looksSafe, pathOf, press, privatePages, privateWho, professionalPages, said, sendButton, siblings, toInbox, walk, workWho, writePrivate, } from "./walk-form.js";
const phone = { width: 390, height: 844 };
const opened = "En saksbehandler hos barnevernstjenesten har åpnet meldingen.";
const registered = "Meldingen er registrert hos barnevernstjenesten. Det betyr ikke at noen har lest den.";
let demo;
let chromium;
before(async () => {
    [demo, chromium] = await Promise.all([wholeDemo({ RATE_FOLLOW_PER_MINUTE: "100" }), readyChromium()]);
});
after(async () => {
    await chromium.close();
    await demo.stop();
});
async function newPage(javaScriptEnabled) {
    return (await chromium.open({ viewport: phone, javaScriptEnabled, locale: "nb-NO" })).newPage();
}
/** Waits until the hub has this receipt for the report. */
function hubHas(kind, id) {
    const kinds = () => asRole(demo.file.databases.hub, (sql) => sql `select kind from receipt where report = ${id}`);
    return until(async () => (await kinds()).some((one) => one.kind === kind), `${id} is ${kind}`);
}
/** The ids of the reports that were sent, from the receipt that can be downloaded, its signatures checked. */
async function idsFrom(page, code) {
    const { name, bytes } = await download(page, "Last ned den signerte kvitteringen (JSON)");
    assert.equal(name, "kvittering.json");
    const file = JSON.parse(bytes.toString());
    assert.equal(file.trackingCode, code);
    const key = createPublicKey(readFileSync(demo.file.sender.hubPublicKeyFile));
    for (const receipt of file.receipts) {
        assert.equal(receipt.kind, "accepted");
        assert.ok(receiptSignatureFits(receipt, key), "signed by the hub");
        assert.ok(!receiptSignatureFits({ ...receipt, at: "2026-01-01T00:00:00.000Z" }, key), "and by it alone");
    }
    return file.receipts.map(({ reportId }) => reportId);
}
/** A caseworker who has found the report in the list and opened it; gives all that it says, value by value. */
async function openInInbox(page, id) {
    await press(page, page.locator(`a[href="/meldinger/${id}"]`));
    assert.doesNotMatch(await said(page), /Ute sent|Prøve/, "nothing of it before it is opened");
    await press(page, button(page, "Åpne meldingen"));
    return page.locator(".said").allTextContents();
}
/** The follow page as it came, but for the time it was shown. */
async function followed(page, code) {
    await follow(page, demo.file.portal, code);
    await looksSafe(page);
    return (await page.content()).replace(/Slik var det [^<]*?\. Last/, "Last");
}
/** The private report, and the pages of the one who wrote it and of somebody who only has the code. */
const story = { code: "", id: "", reference: "", page: null, reader: null };
test("a private person without scripts: from the first page to the code, the time limit and the receipts", async () => {
    const page = await newPage(false);
    await begin(page, demo.file.portal, privateWho);
    const way = await walk(page, privatePages);
    assert.deepEqual(way, ["barn/1/sted", ...Object.keys(privatePages)]);
    const answers = await said(page);
    assert.match(answers, /Ingenting er sendt før du trykker «Send meldingen»/);
    assert.match(answers, /Hit går meldingen\s+Barnevernstjenesten Bergenhus-Årstad/);
    assert.match(answers, /Navnet til barnet\s+Jeg vet ikke/);
    assert.ok(answers.includes(concern), answers);
    await press(page, link(page, "Endre: Hvordan kjenner du barnet?"));
    assert.equal(await page.inputValue("#relation"), "Nabo");
    await fillIn(page, { relation: "Tante" });
    await press(page, button(page, "Fortsett"));
    assert.equal(pathOf(page), "/meld/kontroller");
    assert.match(await said(page), /Tante/);
    await press(page, sendButton(page));
    assert.equal(await heading(page), "Meldingen er lagret og på vei");
    const text = await said(page);
    assert.match(text, /Til Barnevernstjenesten Bergenhus-Årstad/);
    assert.match(text, /Det betyr ikke at noen har lest meldingen/);
    assert.match(text, /(Systemet hos kommunen skal bekrefte .* innen|Etter loven skal .* senest) \w+dag \d/);
    assert.doesNotMatch(text, /mottatt/i);
    await looksSafe(page);
    const code = await codeOn(page);
    const pdf = await download(page, "Last ned kvitteringen (PDF)");
    assert.equal(pdf.name, "kvittering.pdf");
    assert.equal(pdf.bytes.subarray(0, 5).toString(), "%PDF-");
    const [id, ...more] = await idsFrom(page, code);
    assert.deepEqual(more, []);
    Object.assign(story, { code, id, page });
});
test("whoever has the code, and nothing else, sees that it is registered, and nothing of what it is about", async () => {
    await hubHas("registered", story.id);
    const page = await newPage(false);
    story.reader = page;
    await followed(page, story.code);
    assert.equal(await heading(page), "Hvor meldingen er");
    const text = await said(page);
    assert.ok(text.includes(registered), text);
    assert.match(text, /Vi viser ikke her om noen har lest den/);
    assert.doesNotMatch(await page.content(), /Bergen|Årstad|Prøve|Ute sent|Nr\. 1/);
    assert.equal(page.url().includes(story.code.slice(0, 4)), false);
});
test("a caseworker at the service reads it as it was written; the private person's page is the same before and after", async () => {
    const before = await followed(story.reader, story.code);
    const page = await newPage(false);
    await toInbox(page, demo, "saksbehandler-bergenhus");
    assert.equal(await heading(page), "Meldinger");
    assert.match(await said(page), /Alle \(1\)\s+Ikke åpnet \(1\)\s+Mangler \(0\)/);
    const row = await page.locator("tr", { has: page.locator(`a[href="/meldinger/${story.id}"]`) }).innerText();
    assert.match(row, /Nr\. 1/);
    assert.match(row, /Framme[\s\S]*dager igjen[\s\S]*Ikke åpnet/);
    story.reference = /Referanse (\S+)/.exec(row)?.[1] ?? "";
    assert.ok((await openInInbox(page, story.id)).includes(concern), await said(page));
    assert.match(await said(page), /Tante/);
    assert.match(await said(page), /Berit Demo åpnet meldingen/);
    await hubHas("opened", story.id);
    assert.equal(await followed(story.reader, story.code), before);
});
test("a caseworker of another service finds nothing of it: not in list, count or search, nor at its address", async () => {
    const page = await newPage(false);
    await toInbox(page, demo, "saksbehandler-fana");
    const list = await said(page);
    assert.match(list, /Alle \(0\)\s+Ikke åpnet \(0\)\s+Mangler \(0\)/);
    assert.match(list, /Det er ikke kommet noen meldinger ennå/);
    for (const sought of [story.reference, "Čáhci", "1", story.id]) {
        await page.locator("[name=sok]").fill(sought);
        await press(page, button(page, "Søk"));
        assert.match(await said(page), /Ingen meldinger passer/, sought);
    }
    const nobodys = "0197c0de-0000-7000-8000-000000000000";
    for (const rest of ["", "/bekymringsmelding.pdf"]) {
        const answers = [];
        for (const id of [story.id, nobodys]) {
            const answer = await page.goto(`${demo.file.inbox}/meldinger/${id}${rest}`);
            answers.push(`${answer?.status()} ${(await answer?.text())?.replaceAll(id, "ID")}`);
        }
        assert.match(answers[0], /^404 [\s\S]*Vi finner ikke siden/);
        assert.equal(answers[0], answers[1], "as one that does not exist");
    }
    const answer = await page.request.post(`${demo.file.inbox}/meldinger/${story.id}/apne`, {
        headers: { origin: demo.file.inbox },
    });
    assert.equal(answer.status(), 404);
});
test("closed by the one who reported, the code is as one that never was", async () => {
    const page = story.page;
    await follow(page, demo.file.portal, story.code);
    await press(page, button(page, "Avslutt koden"));
    assert.match(await said(page), /meldingen blir ikke trukket tilbake eller slettet/);
    await looksSafe(page);
    await press(page, button(page, "Ja, avslutt koden for godt"));
    assert.equal(await heading(page), "Koden virker ikke lenger");
    await follow(story.reader, demo.file.portal, story.code);
    assert.match(await said(story.reader), /Vi kjenner ikke denne koden/);
});
test("a teacher with scripts on: two siblings in two services, one code, and word when a caseworker has opened it", async () => {
    const page = await newPage(true);
    await begin(page, demo.file.portal, workWho);
    await logInAs(page, demo, "laerer");
    await walk(page, professionalPages);
    const answers = await said(page);
    assert.match(answers, /Navn\s+Lærke Demo/);
    assert.match(answers, /Virksomhet\s+Oppdikta skole/);
    assert.match(answers, /1 av 2: Barnevernstjenesten Bergenhus-Årstad\s+Om Prøve Eldste/);
    assert.match(answers, /2 av 2: Barnevernstenesta i Alver, Austrheim og Fedje\s+Om Prøve Yngste/);
    await press(page, sendButton(page));
    const text = await said(page);
    assert.match(text, /2 av 2 er lagret og på vei/);
    assert.match(text, /1 av 2\. Til Barnevernstjenesten Bergenhus-Årstad/);
    assert.match(text, /2 av 2\. Til Barnevernstenesta i Alver/);
    assert.match(text, /Koden er den samme for alle mottakerne/);
    const code = await codeOn(page);
    const [bergenhus = "", alver = ""] = await idsFrom(page, code);
    for (const id of [bergenhus, alver])
        await hubHas("registered", id);
    const [document] = await asRole(demo.file.databases.case_system, (sql) => sql `
      select data_file, unit from incoming_document where external_id = ${alver}`);
    const inAlver = document.data_file.toString();
    assert.ok(inAlver.includes(siblings[1]) && !inAlver.includes(siblings[0]), "Alver has its own child alone");
    const desk = await newPage(true);
    await toInbox(desk, demo, "saksbehandler-bergenhus");
    const read = (await openInInbox(desk, bergenhus)).join("\n");
    assert.ok(read.includes(siblings[0]) && !read.includes(siblings[1]), read);
    assert.ok(read.includes("Lærke Demo") && read.includes(concern), read);
    await hubHas("opened", bergenhus);
    await follow(page, demo.file.portal, code);
    const told = await said(page);
    assert.match(told, /1 av 2: Nå[\s\S]*2 av 2: Nå/);
    const now = await page.locator("section", { hasText: /^[12] av 2: Nå/ }).allInnerTexts();
    assert.equal(now.filter((one) => one.includes(opened)).length, 1, told);
    assert.equal(now.filter((one) => one.includes(registered)).length, 1, told);
});
test("a service on SvarInn: what its system says is told as what the system says, and that nobody has checked it", async () => {
    const page = await newPage(false);
    await writePrivate(page, demo.file.portal, { ...privatePages, "barn/1/sted": { place: "Austevoll" } });
    await press(page, sendButton(page));
    assert.match(await said(page), /Lagret i den nasjonale tjenesten\. Ikke hos barnevernstjenesten ennå/);
    const code = await codeOn(page);
    const [id] = await idsFrom(page, code);
    const { baseUrl, user, password } = demo.file.services.find((one) => one.id === "austevoll").svarinn;
    const headers = { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` };
    const call = (method, path) => fetch(`${baseUrl}/svarinn${path}`, { method, headers });
    const waiting = (await (await call("GET", "/mottaker/hentNyeForsendelser")).json());
    assert.deepEqual(waiting.map((one) => one.id), [id]);
    assert.equal((await call("GET", `/forsendelse/${id}`)).status, 200);
    assert.equal((await call("POST", `/kvitterMottak/forsendelse/${id}`)).status, 200);
    await follow(page, demo.file.portal, code);
    const text = await said(page);
    assert.match(text, /Kommunens system har meldt at det har tatt imot meldingen/);
    assert.match(text, /Vi har ikke kontrollert det ennå\. Du trenger ikke gjøre noe\./);
    assert.ok(!text.includes(registered));
});
//# sourceMappingURL=a-report-is-told-of.test.js.map