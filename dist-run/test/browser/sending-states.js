// The portal's pages around sending, in every state: every answer on one page, what the hub's receipts say, the reminder,
// and the logins that came to nothing.
import { neighbour, neighbourOfTwo, teacher, young } from "../writing-answers.js";
import { as, atWork, daytime, fill, inTurn, logIn, open, writingStates, } from "./writing-states.js";
const minute = 60_000;
const check = open("/meld/kontroller");
const press = (page) => page.click("form[action$='/meld/send'] button");
const send = inTurn(check, press);
/** While the world is otherwise, for this state only. */
const during = (change, reach) => async (page, world) => {
    change(world);
    await reach(page, world);
    Object.assign(world, { isHubGone: false, mayPost: Number.POSITIVE_INFINITY, now: daytime });
};
/** The hub takes so many reports more. */
const taking = (count, reach) => during((world) => {
    world.mayPost = count;
}, reach);
const sent = (pages) => as(pages, send);
const remind = (contact) => inTurn(sent(neighbour), fill({ kontakt: contact }));
/** Changed after it was sealed. */
const changed = inTurn(as(neighbour, send), open("/meld/bekymring"), fill({ concern: "Det er verre." }));
const lettingOne = async (_page, world) => {
    world.mayPost = 1;
};
/** Before the address book is known. It must come first. */
const unknownBook = [
    {
        name: "kontroller-ikke-forseglet",
        reach: during((world) => {
            world.isHubGone = true;
        }, as(neighbour, send)),
    },
];
/** The last is the end of logging in. */
const sendingStates = [
    { name: "kontroller", reach: as(neighbour, check) },
    { name: "kontroller-nynorsk", reach: open("/nn/meld/kontroller") },
    { name: "kontroller-barn", reach: as(young, check) },
    { name: "kontroller-jobb", reach: atWork(teacher, check) },
    { name: "kontroller-sosken", reach: as(neighbourOfTwo, check) },
    {
        name: "kontroller-endre",
        reach: as(neighbour, check, (page) => page.click("main a[href='/meld/bekymring?fra=kontroller']")),
    },
    {
        name: "kontroller-endret-i-annen-fane",
        reach: as(neighbour, check, async (page, world) => {
            const form = { concern: "Fra den andre fanen." };
            await page.request.post(`${world.origin}/meld/bekymring`, { form, headers: { origin: world.origin } });
            await press(page);
        }),
    },
    { name: "kontroller-forseglet", reach: taking(0, inTurn(sent(neighbour), check)) },
    { name: "kontroller-endret-etter", reach: taking(0, inTurn(changed, check)) },
    { name: "sendt", reach: sent(neighbour) },
    { name: "sendt-nynorsk", reach: open("/nn/meld/sendt") },
    { name: "meld-har-sendt", reach: open("/meld") },
    {
        name: "meld-etter-sending",
        reach: taking(9, async (page, world) => {
            await as(neighbour, open("/meld/bekymring"))(page, world);
            const other = await page.context().newPage();
            await send(other, world);
            await other.close();
            await fill({ concern: "En ting til." })(page, world);
        }),
    },
    { name: "sendt-sosken", reach: sent(neighbourOfTwo) },
    {
        name: "sendt-kveld",
        reach: during((world) => {
            world.now = daytime + 8 * 60 * minute;
        }, inTurn(sent(neighbour))),
    },
    {
        name: "sendt-forsinket",
        reach: inTurn(sent(neighbour), during((world) => {
            world.now = daytime + 120 * minute;
        }, open("/meld/sendt"))),
    },
    { name: "sendt-en-av-to", reach: taking(1, sent(neighbourOfTwo)) },
    { name: "sendt-ikke-ennaa", reach: taking(0, sent(neighbour)) },
    { name: "sendt-to-meldinger", reach: taking(0, inTurn(changed, lettingOne, check, press)) },
    { name: "sendt-paminnelse-feil", reach: remind("kari@") },
    { name: "sendt-paminnelse", reach: remind("kari@example.no") },
    {
        name: "sendt-folg-avslutt",
        reach: inTurn(sent(neighbour), async (page, world) => {
            const code = (await page.innerText(".shown-code")).trim();
            await page.goto(`${world.origin}/folg`);
            await fill({ kode: code })(page, world);
            await page.click("main form[action$='/folg/avslutt'] button");
        }),
    },
    { name: "sendt-folg-avsluttet", reach: (page) => page.click("main form[action$='/folg/avslutt'] button") },
    { name: "login-trengs", reach: as([["/hvem", { who: "professional" }]], open("/meld/rolle")) },
    {
        name: "login-avbrutt",
        reach: inTurn(open("/login"), (page) => page.click("button[value=cancel]")),
    },
    { name: "login-for-lavt", reach: logIn("privatperson-lavt-niva") },
    { name: "login-for-sent", reach: open("/login/callback?code=x&state=y") },
    {
        name: "login-ikke-nadd",
        reach: async (page, world) => {
            const answer = await page.request.get(`${world.origin}/login`, { maxRedirects: 0 });
            const provider = new URL(answer.headers().location);
            await world.closeIdentity();
            const state = provider.searchParams.get("state");
            const back = new URLSearchParams({ code: "x", state, iss: provider.origin });
            await page.goto(`${world.origin}/login/callback?${back}`);
        },
    },
];
/** All of them, in their order. */
export const allStates = [...unknownBook, ...writingStates, ...sendingStates];
//# sourceMappingURL=sending-states.js.map