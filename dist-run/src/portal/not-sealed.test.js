// Goal: nobody is told that a report is sealed or sent when it is not, and what could not be sealed can be sent later, as
// it is then right. Method: the portal's door over HTTP, with the real hub, on real databases; the road and the clock
// are played.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Hono } from "hono";
import { openPortalSender, places, wholeDraft } from "../../test/portal-sender.js";
import { rateOf } from "../http/rate.js";
import { cookieOf, openSessions } from "../web/session.js";
import { changeDesk, hashOf } from "./keep-draft.js";
import { portalApp } from "./routes.js";
import { sessionAges } from "./session.js";
const publicOrigin = "https://framme.example";
const day = 24 * 3_600_000;
let world;
let app;
let sessions;
const cookie = cookieOf("portal", publicOrigin);
before(async () => {
    world = await openPortalSender();
    const { clock } = world;
    sessions = openSessions({ db: world.portal.db, ...cookie, ...sessionAges, clock });
    const sending = world.sending();
    app = portalApp({
        hub: sending.hub,
        clock,
        publicOrigin,
        demo: false,
        followsPerMinute: 100,
        forgetReminder: null,
        formTargets: [],
        writing: {
            sending,
            sessions,
            login: null,
            publicOrigin,
            demo: false,
            begins: rateOf(1000),
            kinds: { mail: false, sms: false },
        },
    });
});
after(() => world.close());
/** One person's browser: it keeps its cookie, and its form posts come from our own pages. */
class Person {
    cookie = "";
    async ask(method, path, fields = {}) {
        const body = method === "POST" ? new URLSearchParams(fields) : null;
        const headers = { cookie: this.cookie, origin: publicOrigin };
        const answer = await app.request(path, { method, body, headers });
        const set = answer.headers.get("set-cookie");
        if (set)
            this.cookie = set.split(";")[0] ?? "";
        return { status: answer.status, to: answer.headers.get("location"), text: await answer.text() };
    }
    /** The session as the portal itself sees it. */
    async holder() {
        let holder = null;
        const door = new Hono().get("/", async (c) => {
            holder = await sessions.read(c);
            return c.body(null);
        });
        await door.request("/", { headers: { cookie: this.cookie } });
        return holder ?? assert.fail("there is a session");
    }
    /** As if every page had been answered. */
    async writes(draft) {
        if (this.cookie === "")
            await this.ask("POST", "/meld");
        const change = (desk) => ({ desk: { ...desk, draft }, answer: null });
        await changeDesk(world.portal.db, await this.holder(), world.clock(), change);
        return hashOf(draft);
    }
    send(vist) {
        return this.ask("POST", "/meld/send", { vist });
    }
}
const count = async () => (await world.arrived()).length;
const later = (ms) => {
    world.room.now += ms;
};
/** A service that reports can be addressed to; it has published no certificate. */
async function addKeyless(id, areas, active = true) {
    const service = {
        ...{ id, name: `Barnevernstjenesten ${id}`, aliases: [], organisationNumber: null, phone: "55 11 11 11" },
        areas: areas.map((municipality) => ({ municipality, district: null, from: "2024-01-01", to: null })),
        ...{ contacts: [], channel: "receiver", protocol: "V2", caseSystems: [], active },
    };
    const { status } = await world.room.ask("PUT", `/services/${id}`, service, world.room.asPerson());
    assert.ok(status === 200 || status === 201 || status === 204, String(status));
    // What was published a minute ago is asked for again.
    later(61_000);
}
describe("what could not be sealed", () => {
    test("is said not to be sent, is not called sealed, and is sent once when it can be", async () => {
        await addKeyless("sogndal", ["4640"]);
        const [person, was] = [new Person(), await count()];
        const shown = await person.writes(wholeDraft(world.clock(), "Hun fryser.", "4640", places.alver));
        const refused = await person.send(shown);
        assert.equal(refused.status, 503);
        assert.match(refused.text, /Ikke sendt ennå/);
        assert.match(refused.text, /Hun fryser\./);
        // The sibling's report could have been sealed: it waits, so that the two go together.
        assert.equal(await count(), was);
        assert.doesNotMatch(refused.text + (await person.ask("GET", "/meld/kontroller")).text, /forseglet/);
        assert.doesNotMatch((await person.ask("GET", "/meld/sendt")).text, /lagret og på vei|Koden din/);
        assert.doesNotMatch((await person.ask("GET", "/meld")).text, /Du har trykket «Send»/);
        await world.publishSealing("service:sogndal");
        later(61_000);
        const answers = await Promise.all([person.send(shown), person.send(shown)]);
        assert.deepEqual(new Set(answers.map(({ to }) => to)), new Set(["/meld/sendt"]));
        assert.equal(await count(), was + 2);
        assert.match((await person.ask("GET", "/meld/sendt")).text, /Meldingen er lagret og på vei/);
    });
    test("goes to whoever covers the place when it is sent", async () => {
        await addKeyless("laerdal", ["4642"]);
        const [person, was] = [new Person(), await count()];
        const shown = await person.writes(wholeDraft(world.clock(), "Han er alene.", "4642"));
        assert.equal((await person.send(shown)).status, 503);
        await addKeyless("laerdal", []);
        await world.addService("indre", "4642");
        later(61_000);
        assert.equal((await person.send(shown)).to, "/meld/sendt");
        const arrived = await world.arrived();
        assert.equal(arrived.length, was + 1);
        assert.equal(arrived.at(-1)?.service, "indre");
    });
    test("and is changed then, is one report, and no page speaks of another", async () => {
        await addKeyless("vik", ["4639"]);
        const [person, was] = [new Person(), await count()];
        const draft = wholeDraft(world.clock(), "Først.", "4639");
        assert.equal((await person.send(await person.writes(draft))).status, 503);
        const shown = await person.writes({ ...draft, answers: { ...draft.answers, concern: "Så." } });
        assert.doesNotMatch((await person.ask("GET", "/meld/kontroller")).text, /forseglet/);
        await world.publishSealing("service:vik");
        later(61_000);
        assert.equal((await person.send(shown)).to, "/meld/sendt");
        assert.equal(await count(), was + 1);
        assert.doesNotMatch((await person.ask("GET", "/meld/sendt")).text, /to meldinger/);
    });
});
describe("what was sealed", () => {
    test("and is changed before the hub has it becomes another report, and both pages say so", async () => {
        const [person, was] = [new Person(), await count()];
        const draft = wholeDraft(world.clock(), "Først.", places.alver);
        const first = await person.writes(draft);
        await world.sending().hub.published();
        world.road = async () => {
            throw new TypeError("fetch failed");
        };
        assert.equal((await person.send(first)).to, "/meld/sendt");
        const waiting = (await person.ask("GET", "/meld/sendt")).text;
        assert.match(waiting, /<h1[^>]*>Ikke sendt ennå/);
        assert.match(waiting, /Koden virker først når meldingen er sendt/);
        assert.match((await person.ask("GET", "/meld/kontroller")).text, /allerede forseglet og sendes av seg selv/);
        const second = await person.writes({ ...draft, answers: { ...draft.answers, concern: "Så." } });
        assert.match((await person.ask("GET", "/meld/kontroller")).text, /forrige svarene er allerede forseglet/);
        world.road = null;
        assert.equal((await person.send(second)).to, "/meld/sendt");
        const { text } = await person.ask("GET", "/meld/sendt");
        assert.match(text, /to meldinger med hver sin kode/);
        assert.equal(text.match(/class="shown-code"/g)?.length, 2);
        await person.ask("POST", "/meld/sendt");
        assert.equal(await count(), was + 2);
        assert.doesNotMatch((await person.ask("GET", "/meld/sendt")).text, /Ikke sendt ennå/);
    });
});
describe("what was posted", () => {
    test("by somebody whose session is over stands there again, and is the beginning of another draft", async () => {
        const person = new Person();
        await person.writes(wholeDraft(world.clock(), "Før.", places.alver, places.askoy));
        later(day + 1);
        const answer = await person.ask("POST", "/meld/barn/2/navn", { name: "Ŋávdi 😀 <b>", age: "8" });
        assert.equal(answer.status, 200);
        assert.match(answer.text, /Ŋávdi 😀 &lt;b&gt;/);
        assert.match(answer.text, /sidene før denne, er slettet/);
        assert.doesNotMatch(answer.text, /Før\./);
        const again = await person.ask("GET", "/meld/kontroller");
        assert.equal(again.to, "/meld/hvem");
    });
    test("from another site is not used", async () => {
        const person = new Person();
        const shown = await person.writes(wholeDraft(world.clock(), "Her.", places.alver));
        const was = await count();
        const headers = { cookie: person.cookie, origin: "https://evil.example" };
        const body = new URLSearchParams({ vist: shown });
        const answer = await app.request("/meld/send", { method: "POST", body, headers });
        assert.equal(answer.status, 403);
        assert.equal(await count(), was);
    });
});
//# sourceMappingURL=not-sealed.test.js.map