// Somebody who reports, in a real browser: page by page through the form as it is shown, by the names of its fields, and
// then the ways that lead on from it. Each page on the way must have «Forlat siden», and none may tell what was typed in
// its address or its title.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
/** A line of script, an emoji, and letters of Lule, Northern and Skolt Sámi. */
export const concern = 'Ute sent <script>alert("1")</script> & alene 😀.\nČáhci, ŋ, ǩ og å: «hver» kveld.';
/** A private person's answers about a child in Bergenhus, whose name they do not know. */
export const privatePages = {
    "barn/1/sted": [{ place: "Bergen" }, { district: "02" }],
    "barn/1/navn": { "name-unknown": true, age: "7 år" },
    "barn/1/relasjon": { relation: "Nabo" },
    "barn/1/adresse": { "home-street": "Prøvegata 2" },
    "flere-barn": { "more-children": "nei" },
    bekymring: { concern },
    deg: { "own-name": "Prøve Melder" },
    kontakt: { "own-phone": "90000000" },
};
const child = (number, place, name) => ({
    [`barn/${number}/sted`]: place,
    [`barn/${number}/navn`]: { name },
    [`barn/${number}/fodsel`]: { "identity-unknown": true },
    [`barn/${number}/adresse`]: { "home-street-unknown": true },
    [`barn/${number}/orientert`]: { told: "nei", reason: "For liten." },
});
/** A teacher's answers about two siblings, one in Bergenhus and one in Alver. */
export const siblings = ["Prøve Eldste", "Prøve Yngste"];
export const professionalPages = {
    rolle: { role: "Kontaktlærer", "own-phone": "55000000", "own-email": "laerer@skole.example" },
    virksomhet: { "work-street": "Skolegata 1" },
    ...child(1, [{ place: "Bergen" }, { district: "02" }], siblings[0]),
    "flere-barn": [{ "more-children": "ja" }, { "more-children": "nei" }],
    ...child(2, [{ "same-place": "nei", place: "Alver" }], siblings[1]),
    "foresatt/1/navn": { "name-unknown": true },
    bekymring: { concern },
    historie: { "history-unknown": true },
    "andres-syn": { "views-unknown": true },
    tolk: { interpreter: "vet-ikke" },
    hjelpeinstanser: { "helpers-unknown": true },
};
/** Presses what leads to another page, and waits until that one is there. */
export async function press(page, button) {
    await Promise.all([page.waitForEvent("domcontentloaded"), button.click()]);
}
export const button = (page, name) => page.getByRole("button", { name, exact: true });
export const link = (page, name) => page.getByRole("link", { name, exact: true });
export const heading = (page) => page.innerText("h1");
export const pathOf = (page) => new URL(page.url()).pathname;
/** What the page says. */
export const said = (page) => page.innerText("main");
/** From the first page to the first question, as this kind of reporter. */
export async function begin(page, portal, who) {
    await page.goto(portal);
    await press(page, page.getByRole("link", { name: "Skriv en bekymringsmelding" }));
    assert.match(await said(page), /Et utkast er ikke sendt til noen/);
    await press(page, button(page, "Begynn"));
    await page.getByLabel(who).check();
    await press(page, button(page, "Fortsett"));
}
export const privateWho = "Jeg melder fra som privatperson";
export const workWho = "Jeg melder fra i jobben min";
/** Answers page after page until every answer is shown. Gives the pages on the way. */
export async function walk(page, pages) {
    const way = [];
    while (pathOf(page) !== "/meld/kontroller") {
        const step = pathOf(page).replace("/meld/", "");
        const typed = [pages[step] ?? []].flat()[way.filter((one) => one === step).length];
        assert.ok(typed, `nothing to answer at ${step}: ${await said(page)}`);
        way.push(step);
        await looksSafe(page);
        await fillIn(page, typed);
        await press(page, button(page, "Fortsett"));
    }
    await looksSafe(page);
    return way;
}
/** Types and chooses on one page. */
export async function fillIn(page, typed) {
    for (const [name, value] of Object.entries(typed)) {
        const field = page.locator(`main [name="${name}"]:not([type=hidden])`);
        if (value === true)
            await field.check();
        else if ((await field.first().getAttribute("type")) === "radio")
            await page.locator(`main [name="${name}"][value="${value}"]`).check();
        else
            await field.fill(value);
    }
}
/** The way out is on the page, and its address and title tell nothing of a report. */
export async function looksSafe(page) {
    const exit = page.getByRole("link", { name: "Forlat siden", exact: true });
    assert.equal(await exit.getAttribute("href"), "https://www.yr.no/", page.url());
    assert.doesNotMatch(decodeURIComponent(page.url()) + (await page.title()), /Prøve|Bergen|Alver|90000000/);
}
/** Begins and answers everything as a private person. */
export async function writePrivate(page, portal, pages = privatePages) {
    await begin(page, portal, privateWho);
    await walk(page, pages);
}
export const sendButton = (page) => button(page, "Send meldingen");
/** The code that the page after sending shows. */
export async function codeOn(page) {
    const code = (await page.locator(".shown-code").innerText()).trim();
    assert.match(code, /^([0-9A-Z]{4}-){4}[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    return code;
}
/** Looks up a report by its code, as somebody who has only that. */
export async function follow(page, portal, code) {
    await page.goto(`${portal}/folg`);
    await page.getByLabel("Kode").fill(code);
    await press(page, button(page, "Vis hvor meldingen er"));
}
/** Presses a link to a file, and gives the file's name and content. */
export async function download(page, name) {
    const [file] = await Promise.all([page.waitForEvent("download"), link(page, name).click()]);
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}
/** Logs in at the identity stand-in, where the page already is; without scripts it asks once more who changes user. */
export async function logInAs(page, demo, username) {
    const user = demo.file.users.find((one) => one.username === username);
    await page.getByLabel("Brukernavn").fill(username);
    await page.getByLabel("Passord").fill(user?.password ?? "");
    await press(page, button(page, "Logg inn"));
    const goOn = button(page, "Continue");
    if (page.url().startsWith(demo.file.identity) && (await goOn.count()) > 0)
        await press(page, goOn);
}
/** Comes to the inbox and logs in. */
export async function toInbox(page, demo, username) {
    await page.goto(demo.file.inbox);
    await press(page, link(page, "Logg inn"));
    await logInAs(page, demo, username);
}
//# sourceMappingURL=walk-form.js.map