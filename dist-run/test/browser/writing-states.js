// Every page of the portal's form in every state, as a person comes to it: for the accessibility check, the
// screenshots, and whoever wants to look. What comes before a page is posted by hand; the page itself is opened.
import { rateOf } from "../../src/http/rate.js";
import { demoUsers } from "../../src/stand-in/identity-users.js";
import { neighbour, neighbourOfTwo, teacher, young } from "../writing-answers.js";
import { WritingWorld } from "../writing-world.js";
/** A Monday in November, in office hours. */
export const daytime = Date.parse("2026-11-23T12:00:00Z");
export const openWritingWorld = () => new WritingWorld().open({ isListening: true });
/** Somebody new, who has answered these pages. */
export const as = (pages, ...then) => async (page, world) => {
    await page.context().clearCookies();
    await post(page, world, "/meld", {});
    for (const [path, fields] of pages)
        await post(page, world, `/meld${path}`, fields);
    await inTurn(...then)(page, world);
};
async function post(page, { origin }, path, form) {
    const answer = await page.request.post(origin + path, {
        form: { ...form },
        headers: { origin },
        maxRedirects: 0,
    });
    if (answer.status() !== 303)
        throw new Error(`${path} answered ${answer.status()}`);
}
export const inTurn = (...steps) => async (page, world) => {
    for (const step of steps)
        await step(page, world);
};
export const open = (path) => async (page, { origin }) => {
    await page.goto(origin + path);
};
/** Fills in what the page shows, by the fields' names, and presses the button that goes on. */
export const fill = (fields) => async (page) => {
    for (const [name, text] of Object.entries(fields))
        await page.fill(`main [name="${name}"]`, text);
    await page.click("main form:not([action$='/slett']) button[type=submit]:not([name])");
};
/** A page and what comes of sending it in empty. */
const asked = (path, pages, name) => [
    { name, reach: as(pages, open(`/meld${path}`)) },
    { name: `${name}-feil`, reach: as(pages, open(`/meld${path}`), fill({})) },
];
/** Each page of a way, the first time it is seen, and with its errors. */
function wayOf(kind, pages, from) {
    return pages
        .slice(from)
        .flatMap(([path], index) => asked(path, pages.slice(0, from + index), `meld-${kind}${path.replaceAll("/", "-")}`));
}
/** How to reach a private person may be left out. */
const isThere = ({ name }) => !name.endsWith("-kontakt-feil");
const place = (text) => as(neighbour.slice(0, 1), open("/meld/barn/1/sted"), fill({ place: text }));
const district = "main form button[type=submit]:not([name])";
export const logIn = (username) => async (page, { origin }) => {
    await page.goto(`${origin}/login`);
    await page.fill("#username", username);
    await page.fill("#password", demoUsers.find((user) => user.username === username).password);
    await page.click("button[value=login]");
};
const professional = ["/hvem", { who: "professional" }];
/** Somebody who has logged in at work and answered these pages. */
export const atWork = (pages, ...then) => as([professional], logIn("laerer"), async (page, world) => {
    for (const [path, fields] of pages)
        await post(page, world, `/meld${path}`, fields);
    await inTurn(...then)(page, world);
});
/** The pages of somebody at work: their login is kept for the next page, so each is opened once and sent in empty. */
const work = teacher.flatMap(([path], index) => {
    const name = `meld-jobb${path.replaceAll("/", "-")}`;
    const step = index === 0
        ? atWork([])
        : (page, world) => post(page, world, `/meld${teacher[index - 1][0]}`, teacher[index - 1][1]);
    return [
        { name, reach: inTurn(step, open(`/meld${path}`)) },
        { name: `${name}-feil`, reach: fill({}) },
    ];
});
/** In an order where each comes to its page by itself, but for those at work, which follow one another. */
export const writingStates = [
    { name: "meld", reach: inTurn((page) => page.context().clearCookies(), open("/meld")) },
    { name: "meld-nynorsk", reach: open("/nn/meld") },
    { name: "meld-borte", reach: open("/meld/bekymring") },
    { name: "meld-begynt", reach: as(neighbour.slice(0, 3), open("/meld")) },
    {
        name: "meld-for-mange",
        reach: async (page, world) => {
            await page.context().clearCookies();
            world.begins = rateOf(1);
            world.begins.take("127.0.0.1", world.now);
            await page.goto(`${world.origin}/meld`);
            await page.click("main form button[type=submit]");
            world.begins = rateOf(1000);
        },
    },
    ...asked("/hvem", [], "meld-hvem"),
    { name: "meld-hvem-nynorsk", reach: as([], open("/nn/meld/hvem")) },
    ...wayOf("privat", neighbour, 1).filter(isThere),
    {
        name: "meld-privat-kontakt-feil",
        reach: as(neighbour.slice(0, -1), open("/meld/kontakt"), fill({ "own-phone": "hjemme" })),
    },
    { name: "meld-sted-ukjent", reach: place("Begen") },
    { name: "meld-sted-flere", reach: place("Herøy") },
    { name: "meld-sted-annet-sted", reach: place("Grünerløkka i Bergen") },
    { name: "meld-sted-ikke-med", reach: place("Vaksdal") },
    { name: "meld-sted-bydel", reach: place("Bergen") },
    { name: "meld-sted-bydel-mangler", reach: inTurn(place("Bergen"), (page) => page.click(district)) },
    {
        name: "meld-sted-bydel-ukjent",
        reach: inTurn(place("Bergen"), async (page) => {
            await page.click("main label:has-text('Jeg vet ikke')");
            await page.click(district);
        }),
    },
    { name: "meld-barn-to-sted", reach: as(neighbourOfTwo.slice(0, 6), open("/meld/barn/2/sted")) },
    { name: "meld-flere-barn-liste", reach: as(neighbourOfTwo.slice(0, 10), open("/meld/flere-barn")) },
    {
        name: "meld-for-langt",
        reach: as(neighbour.slice(0, -3), open("/meld/bekymring"), fill({ concern: "For langt. ".repeat(10_100) })),
    },
    {
        name: "meld-utlopt",
        reach: as(neighbour.slice(0, -3), open("/meld/bekymring"), async (page, world) => {
            world.now += 25 * 3_600_000;
            await fill({ concern: "Det jeg skrev før jeg gikk." })(page, world);
            world.now = daytime;
        }),
    },
    ...wayOf("barn", young, 1).filter(isThere),
    { name: "meld-bekymring-nynorsk", reach: as(neighbour.slice(0, -3), open("/nn/meld/bekymring")) },
    {
        name: "meld-navn-nynorsk-feil",
        reach: as(neighbour.slice(0, 2), open("/nn/meld/barn/1/navn"), fill({})),
    },
    ...work,
    {
        name: "meld-jobb-stemmer-dette",
        reach: atWork(teacher.slice(0, 4), open("/meld/barn/1/fodsel"), fill({ identity: "12345678901" })),
    },
    {
        name: "slettet",
        reach: as(neighbour.slice(0, 3), open("/meld"), (page) => page.click("form[action='/meld/slett'] button")),
    },
];
//# sourceMappingURL=writing-states.js.map