// Every page of the inbox in every state it can be in, as a caseworker comes to it: for the accessibility check, the
// screenshots, and whoever wants to look. The reports are put by the receiver's hand; the logins are real.
import { randomUUID } from "node:crypto";
import { demoUsers } from "../../src/stand-in/identity-users.js";
import { privateExample } from "../../src/wire/ks-report.examples.js";
import { fana, InboxWorld } from "../inbox-world.js";
const at = (time) => `2026-11-${time}:00.000Z`;
/** The desk of Bergenhus with a report in each state, one of Fana with many, and one of Arna with none. */
export class InboxDesk {
    world = new InboxWorld();
    ids = {
        opened: "",
        late: "",
        today: "",
        svarinn: "",
        changed: "",
        shapeless: "",
        fresh: "",
    };
    get origin() {
        return this.world.origin;
    }
    async open() {
        const { world, ids } = this;
        await world.open();
        const flags = ["schema-deviation", "identity-number-unusual"];
        const hub = { channel: "hub" };
        ids.opened = await world.put({ serial: 1, acceptedAt: at("12T12:03"), flags, ...hub });
        ids.late = await world.put({ serial: 2, acceptedAt: at("16T12:03"), ...hub });
        ids.today = await world.put({ serial: 4, acceptedAt: at("18T13:10"), ...hub });
        const json = Buffer.from(JSON.stringify(privateExample));
        ids.svarinn = await world.put({ serial: 0, acceptedAt: at("20T09:41"), channel: "svarinn", json });
        ids.changed = await world.put({ serial: 5, acceptedAt: at("23T14:20"), ...hub });
        const text = Buffer.from("Dette er ikke en melding i vanlig form.\nMen det står noe her.");
        ids.shapeless = await world.put({ serial: 6, acceptedAt: at("24T07:12"), json: text, ...hub });
        ids.fresh = await world.put({ serial: 7, acceptedAt: at("25T07:05"), ...hub });
        for (const id of [ids.opened, ids.late, ids.today, ids.changed])
            await world.told(id, ["accepted", "stored", "registered"]);
        await world.alter(ids.changed);
        const { browser } = await world.logIn("leder-bergenhus");
        for (const id of [ids.opened, ids.svarinn])
            await browser.visit(`${world.origin}/meldinger/${id}/apne`, {});
        for (let serial = 1; serial <= 51; serial += 1)
            await world.put({ service: fana, serial, acceptedAt: at("24T07:00"), ...hub });
        return this;
    }
    close() {
        return this.world.close();
    }
}
const submit = "main form button[type=submit]";
const caseworker = "saksbehandler-bergenhus";
const open = (path) => async (page, { origin }) => {
    await page.goto(origin + path);
};
/** Logs in as one of the demonstration's users, in a browser that remembers nothing. */
export const logIn = (username) => async (page, { origin }) => {
    await page.context().clearCookies();
    await page.goto(`${origin}/login`);
    await page.fill("#username", username);
    await page.fill("#password", demoUsers.find((user) => user.username === username).password);
    await page.click("button[value=login]");
};
const inTurn = (...steps) => async (page, desk) => {
    for (const step of steps)
        await step(page, desk);
};
const as = (username, path) => inTurn(logIn(username), open(path));
/** Types it all, or puts it where no more can be typed. */
const search = (sought) => inTurn(as(caseworker, "/meldinger"), async (page) => {
    await page.evaluate(`document.querySelector("#sok").removeAttribute("maxlength")`);
    await page.fill("#sok", sought);
    await page.click(submit);
});
const look = (which) => (page, desk) => as(caseworker, `/meldinger/${desk.ids[which]}`)(page, desk);
const openReport = (which) => inTurn(look(which), (page) => page.click(submit));
/** Out of the inbox, and on to the provider, which asks whether that is meant there too. */
export const logOut = async (page) => {
    await page.click("header form button");
    await page.click("button[value=yes]");
};
/** A form on another site that leads here. */
const foreignForm = async (page, { origin }) => {
    const form = `<form method="post" action="${origin}/meldinger/sok"><button>x</button></form>`;
    await page.goto(`data:text/html,${encodeURIComponent(form)}`);
    await page.click("button");
    await page.waitForURL(`${origin}/**`);
};
/** The provider goes while somebody is there to log in. There is no login after it. */
const providerGone = async (page, { origin, world }) => {
    await page.context().clearCookies();
    const answer = await page.request.get(`${origin}/login`, { maxRedirects: 0 });
    const provider = new URL(answer.headers().location);
    await world.closeIdentity();
    const state = provider.searchParams.get("state");
    const back = new URLSearchParams({ code: "x", state, iss: provider.origin });
    await page.goto(`${origin}/login/callback?${back}`);
};
/** While a table is gone. */
const brokenList = async (page, desk) => {
    await logIn(caseworker)(page, desk);
    await desk.world.whileBroken(() => page.goto(`${desk.origin}/meldinger`));
};
/** The last is the end of logging in. */
export const states = [
    { name: "start", reach: open("/") },
    {
        name: "login-avbrutt",
        reach: inTurn(open("/login"), (page) => page.click("button[value=cancel]")),
    },
    { name: "login-for-lavt", reach: logIn("saksbehandler-lavt-niva") },
    { name: "login-for-sent", reach: open("/login/callback?code=x&state=y") },
    { name: "ingen-tilgang", reach: logIn("saksbehandler-alver") },
    { name: "liste", reach: logIn(caseworker) },
    { name: "liste-ikke-apnet", reach: as(caseworker, "/meldinger?vis=ikke-apnet") },
    { name: "liste-mangler", reach: as(caseworker, "/meldinger?vis=mangler") },
    { name: "liste-tom", reach: logIn("saksbehandler-arna") },
    { name: "liste-ingen-mangler", reach: as("saksbehandler-arna", "/meldinger?vis=mangler") },
    { name: "liste-side-to", reach: as("saksbehandler-fana", "/meldinger?side=2") },
    { name: "sok-tomt", reach: search(" ") },
    { name: "sok-funn", reach: search("syntetisk") },
    { name: "sok-uten-funn", reach: search("finnesikke") },
    { name: "sok-for-langt", reach: search("a".repeat(300)) },
    { name: "melding-ikke-apnet", reach: look("late") },
    { name: "melding-apnet-av-andre", reach: look("opened") },
    { name: "melding", reach: openReport("opened") },
    { name: "melding-privat-svarinn", reach: openReport("svarinn") },
    { name: "melding-endret", reach: openReport("changed") },
    { name: "melding-uten-form", reach: openReport("shapeless") },
    { name: "finnes-ikke", reach: as(caseworker, `/meldinger/${randomUUID()}`) },
    { name: "fremmed-skjema", reach: foreignForm },
    { name: "feil-hos-oss", reach: brokenList },
    { name: "logget-ut", reach: inTurn(logIn(caseworker), logOut) },
    { name: "login-ikke-nadd", reach: providerGone },
];
//# sourceMappingURL=inbox-states.js.map