// Every page of the portal in every state it can be in, as a person comes to it: for the accessibility check, the
// screenshots, and whoever wants to look.
import { listen } from "../../src/http/server.js";
import { hubAt } from "../../src/portal/hub.js";
import { portalApp } from "../../src/portal/routes.js";
import { PlayedFollowHub, told } from "../played-follow-hub.js";
/** A Monday in November, in office hours. */
export const daytime = Date.parse("2026-11-23T12:30:00Z");
/** The evening of the same day. */
export const evening = Date.parse("2026-11-23T20:30:00Z");
const at = (time) => `2026-11-${time}:00.000Z`;
/** The portal as a server of its own, with a hub whose road and clock are played. */
export class PortalWorld {
    hub = new PlayedFollowHub(daytime);
    codes = {
        accepted: this.hub.add({ channel: "receiver", receipts: [told("accepted", "hub", at("23T12:05"))] }),
        overdue: this.hub.add({
            channel: "receiver",
            receipts: [told("accepted", "hub", at("23T09:02")), told("declined", "receiver", at("23T09:40"))],
        }),
        claimed: this.hub.add({
            channel: "svarinn",
            receipts: [told("accepted", "hub", at("23T09:02")), told("claimed", "channel", at("23T10:12"))],
        }),
        registered: this.hub.add({
            channel: "receiver",
            receipts: [
                told("accepted", "hub", at("20T12:03")),
                told("stored", "receiver", at("20T12:04")),
                told("registered", "receiver", at("20T12:06")),
                told("proven", "hub", at("22T12:03")),
            ],
        }),
        two: this.hub.add({ channel: "receiver", receipts: [told("accepted", "hub", at("23T12:05"))] }, {
            channel: "receiver",
            receipts: [told("accepted", "hub", at("23T12:05")), told("stored", "receiver", at("23T12:06"))],
        }),
    };
    origin = "";
    listening = null;
    async open(followsPerMinute = 1000) {
        // The port is known only when it listens, and the portal must know its own address.
        const port = await freePort();
        this.origin = `http://127.0.0.1:${port}`;
        const clock = () => this.hub.now;
        const hub = hubAt({ url: "http://127.0.0.1:7", fetch: this.hub.fetch, clock });
        const app = portalApp({
            hub,
            clock,
            publicOrigin: this.origin,
            demo: true,
            followsPerMinute,
            forgetReminder: null,
            writing: null,
            formTargets: [],
        });
        this.listening = await listen(app, { host: "127.0.0.1", port, publicOrigin: this.origin, tls: null });
        return this;
    }
    async close() {
        await this.listening?.close();
    }
}
async function freePort() {
    const { Hono } = await import("hono");
    const server = await listen(new Hono(), { host: "127.0.0.1", port: 0, publicOrigin: "", tls: null });
    await server.close();
    return server.port;
}
const fill = (path, field, value) => async (page, world) => {
    await page.goto(world.origin + path);
    await page.fill(`#${field}`, value);
    await page.click("main form button[type=submit]");
};
const open = (path) => async (page, world) => {
    await page.goto(world.origin + path);
};
const follow = (which, path = "/folg") => (async (page, world) => fill(path, "kode", world.codes[which])(page, world));
/** From what was found on to the page that asks whether to end the code; and on to its end. */
const askToClose = (path = "") => (async (page, world) => {
    await follow("accepted", `${path}/folg`)(page, world);
    await page.click("main form[action$='/folg/avslutt'] button");
});
const pressClose = (page) => page.click("main form[action$='/folg/avslutt'] button");
/** While the hub is gone, or at another hour, for this state only. */
const during = (change, reach) => async (page, world) => {
    change(world.hub);
    await reach(page, world);
    Object.assign(world.hub, { isGone: false, waitSeconds: 0, now: daytime });
};
/** In an order where each comes to its page by itself. The first is the only one before the address book is known. */
export const states = [
    {
        name: "tjeneste-hub-borte",
        reach: during((hub) => {
            hub.isGone = true;
        }, fill("/tjeneste", "sted", "Alver")),
    },
    { name: "start", reach: open("/") },
    { name: "start-nynorsk", reach: open("/nn") },
    { name: "tjeneste", reach: open("/tjeneste") },
    { name: "tjeneste-tom", reach: fill("/tjeneste", "sted", "") },
    { name: "tjeneste-feilskrevet", reach: fill("/tjeneste", "sted", "Allver") },
    { name: "tjeneste-flere", reach: fill("/tjeneste", "sted", "Herøy") },
    { name: "tjeneste-bydel", reach: fill("/tjeneste", "sted", "Bergen") },
    {
        name: "tjeneste-bydel-mangler",
        reach: async (page, world) => {
            await fill("/tjeneste", "sted", "Bergen")(page, world);
            await page.click("main form button[type=submit]");
        },
    },
    {
        name: "tjeneste-bydel-ukjent",
        reach: async (page, world) => {
            await fill("/tjeneste", "sted", "Bergen")(page, world);
            await page.click("label[for=bydel-unknown]");
            await page.click("main form button[type=submit]");
        },
    },
    { name: "tjeneste-svar", reach: fill("/tjeneste", "sted", "Bergenhus") },
    {
        name: "tjeneste-svar-kveld",
        reach: during((hub) => {
            hub.now = evening;
        }, fill("/nn/teneste", "sted", "Fedje")),
    },
    { name: "tjeneste-ikke-med", reach: fill("/tjeneste", "sted", "Porsáŋgu") },
    { name: "folg", reach: open("/folg") },
    { name: "folg-tom", reach: fill("/folg", "kode", " ") },
    { name: "folg-ukjent", reach: fill("/folg", "kode", "1A2B-3C4D-5E6F-7G8H-9JKMN-PQRST") },
    { name: "folg-lagret", reach: follow("accepted") },
    { name: "folg-forsinket", reach: follow("overdue") },
    { name: "folg-meldt", reach: follow("claimed") },
    { name: "folg-registrert", reach: follow("registered", "/nn/folg") },
    { name: "folg-to", reach: follow("two") },
    {
        name: "folg-hub-borte",
        reach: during((hub) => {
            hub.isGone = true;
        }, follow("accepted")),
    },
    {
        name: "folg-for-ofte",
        reach: during((hub) => {
            hub.waitSeconds = 90;
        }, follow("accepted")),
    },
    { name: "folg-avslutt", reach: askToClose() },
    { name: "folg-avslutt-nynorsk", reach: askToClose("/nn") },
    {
        name: "folg-avslutt-hub-borte",
        reach: async (page, world) => {
            await askToClose()(page, world);
            await during((hub) => {
                hub.isGone = true;
            }, pressClose)(page, world);
        },
    },
    {
        name: "folg-avsluttet",
        // A code of its own: it is unknown afterwards.
        reach: async (page, world) => {
            const receipts = [told("accepted", "hub", at("23T12:05"))];
            await fill("/folg", "kode", world.hub.add({ channel: "receiver", receipts }))(page, world);
            await pressClose(page);
            await pressClose(page);
        },
    },
    { name: "finnes-ikke", reach: open("/nn/finst-ikkje") },
];
//# sourceMappingURL=portal-states.js.map