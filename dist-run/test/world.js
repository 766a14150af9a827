// One small world: a sender, the hub, a municipality's receiver and its inbox, each with its own PostgreSQL
// database, on a road that can break. The rooms are the product's own, built as they ship; only the road, the
// clock and the breaking are played. A room that dies loses all it had in memory and is started again.
import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { makeHub } from "../src/hub/hub.js";
import { hubApp } from "../src/hub/routes.js";
import { sequencer } from "../src/hub/sequence.js";
import { openReport } from "../src/inbox/open-report.js";
import { inboxApp } from "../src/inbox/routes.js";
import { keep } from "../src/outbox/keep.js";
import { postNext } from "../src/outbox/post.js";
import { settleNext } from "../src/outbox/settle.js";
import { inboxAt } from "../src/receiver/case-system/inbox.js";
import { deskFor, isQuiet, takeOffer } from "../src/receiver/desk.js";
import { bookDue, bookEverythingNow, tryDue } from "../src/receiver/due.js";
import { hearOpenings } from "../src/receiver/hear-openings.js";
import { pollOffers } from "../src/receiver/source/hub.js";
import { Breaker, breakingDb, breakingRoad, Broken } from "./breaking.js";
import { freshDatabase } from "./database.js";
import { caseworker, certificates, hubOrigin, inboxOrigin, keys, publishAll, service, sealedReport, serviceKeys, } from "./world-keys.js";
import { isAtRest, wrongAtTheEnd, wrongNow } from "./world-truth.js";
const rooms = ["outbox", "hub", "receiver", "inbox"];
/** How far apart two rounds are: longer than any wait between two attempts. */
const roundMs = 10 * 60_000;
export class World {
    now = Date.parse("2026-03-16T12:00:00.000Z");
    breaker;
    /** Errors that are neither refusals nor the test's own breaking: each is a fault in the product. */
    surprises = [];
    /** What a caseworker is waiting to open, and what the receiver may not have heard of. */
    toOpen = new Set();
    isUnheard = false;
    databases;
    admins;
    hub;
    inbox;
    sender;
    receiver;
    constructor(databases, admins, at) {
        this.databases = databases;
        this.admins = admins;
        this.breaker = new Breaker(at);
        for (const room of rooms)
            this.start(room);
    }
    clock = () => this.now;
    db(room) {
        return breakingDb(this.databases[room].db, room, this.breaker);
    }
    /** Starts a room anew, with nothing in memory. */
    start(room) {
        if (room === "hub")
            this.startHub();
        else if (room === "inbox")
            this.startInbox();
        else if (room === "outbox")
            this.startSender();
        else
            this.startReceiver();
    }
    startHub() {
        const key = keys.hub;
        const hub = makeHub({ db: this.db("hub"), clock: this.clock, key, origin: hubOrigin });
        this.hub = { hub, app: hubApp(hub), sequence: sequencer(hub) };
    }
    startInbox() {
        this.inbox = inboxApp({
            db: this.db("inbox"),
            clock: this.clock,
            publicOrigin: inboxOrigin,
            keys: serviceKeys,
            bodyMax: 20_000_000,
        });
    }
    startSender() {
        const identity = { caller: "submitter:test", ...keys.submitter };
        const hub = { url: hubOrigin, keys: [keys.hub.publicKey] };
        this.sender = { db: this.db("outbox"), fetch: this.road("outbox"), clock: this.clock, hub, identity };
    }
    startReceiver() {
        const identity = { caller: `service:${service.id}`, ...keys.service };
        const fetch = this.road("receiver");
        const hubKeys = new Map([[keys.hub.keyId, keys.hub.publicKey]]);
        const door = { kind: "hub", url: hubOrigin, hubKeys, identity, fetch, clock: this.clock };
        const served = {
            id: service.id,
            name: service.name,
            encryption: [certificates.service],
            receiptKey: keys.service,
            source: door,
            caseSystem: inboxAt({ url: inboxOrigin, identity, fetch, clock: this.clock }),
        };
        const db = this.db("receiver");
        const limits = { software: "framme test", flushWaitMs: 5000, contentMax: 50_000_000 };
        const room = { db, readBack: db, clock: this.clock, services: [served], ...limits };
        this.receiver = { desk: deskFor(room, served, 1, this.attempt), room, door, session: randomUUID() };
    }
    /** The road from `room`. A room that is dead, or dies while it answers, gives no answer. */
    road(room) {
        const direct = async (url, init) => {
            const target = url.startsWith(hubOrigin) ? "hub" : "inbox";
            if (this.breaker.dead === target)
                throw new Broken(`${target} is not there`);
            const answer = await (target === "hub" ? this.hub.app.request(url, init) : this.askInbox(url, init));
            if (this.breaker.dead === target)
                throw new Broken(`${target} died before it answered`);
            return answer;
        };
        return breakingRoad(direct, room, this.breaker);
    }
    /** A caseworker opens a report the moment the inbox has it, before the receiver has seen that it is there. */
    async askInbox(url, init) {
        const answer = await this.inbox.request(url, init);
        if (init.method === "PUT" && !url.endsWith("/receipts"))
            await this.openAll();
        return answer;
    }
    /** Opens what there is to open. An error on the page, and the caseworker tries again. */
    async openAll() {
        for (const id of this.toOpen) {
            const error = await this.attempt("open", {}, () => openReport(this.db("inbox"), caseworker, id, "report", this.now));
            if (error === null)
                this.toOpen.delete(id);
            this.isUnheard = true;
        }
    }
    /** The edge of a worker, as in the product: what fails is passed by, because it was booked to come again. */
    attempt = async (event, _ids, work) => {
        try {
            await work();
            return null;
        }
        catch (error) {
            const name = error.name;
            if (name !== "Problem" && name !== "Broken")
                this.surprises.push(`${event}: ${error.stack}`);
            return error;
        }
    };
    /** The sender keeps a sealed report, before anything is posted. A caseworker may be waiting to open it. */
    async submit(name, isToBeOpened) {
        if (isToBeOpened)
            this.toOpen.add((await sealedReport(name)).header.id);
        await this.attempt("submit", {}, async () => {
            await keep(this.sender.db, await sealedReport(name), null, this.now);
        });
    }
    /** One round of everybody's work, then time goes on. */
    async round() {
        const dead = this.breaker.dead;
        this.breaker.dead = null;
        if (dead)
            this.start(dead);
        await this.postAll();
        await this.attempt("sequence", {}, async () => void (await this.hub.sequence()));
        await this.receive(dead === "receiver");
        await this.settleAll();
        this.now += roundMs;
    }
    async postAll() {
        let isMore = true;
        while (isMore) {
            const error = await this.attempt("post", {}, async () => {
                isMore = (await postNext(this.sender)) !== null;
            });
            if (error)
                return;
        }
    }
    async settleAll() {
        let isMore = true;
        while (isMore) {
            const error = await this.attempt("settle", {}, async () => {
                isMore = (await settleNext(this.sender)) !== null;
            });
            if (error)
                return;
        }
    }
    async receive(isFresh) {
        const { desk, room, door } = this.receiver;
        if (isFresh)
            await this.attempt("start", {}, () => bookEverythingNow(room));
        const error = await this.attempt("poll", {}, async () => {
            const poll = { session: this.receiver.session, wait: 0, limit: 8 };
            const offers = await pollOffers(door, poll, AbortSignal.timeout(30_000));
            for (const offer of offers)
                desk.takes.enter(() => takeOffer(desk, door, offer));
        });
        if (error)
            this.receiver.session = randomUUID();
        await this.untilQuiet(desk);
        await this.openAll();
        await this.hear(room, desk);
        const desks = new Map([[service.id, desk]]);
        await this.attempt("due", {}, async () => tryDue(room, desks, await bookDue(room, [service.id])));
        await this.untilQuiet(desk);
    }
    /** Listening with nothing new to hear would only be more of the same steps to break. */
    async hear(room, desk) {
        if (!this.isUnheard)
            return;
        const error = await this.attempt("openings", {}, async () => void (await hearOpenings(room, desk.service)));
        this.isUnheard = error !== null;
    }
    async untilQuiet(desk) {
        await isQuiet(desk);
    }
    /** What is wrong right now: see world-truth.ts. */
    wrongNow() {
        return wrongNow(this.admins);
    }
    /** What is wrong when everybody has had time. */
    async wrongAtTheEnd() {
        const wrong = await wrongAtTheEnd(this.admins, this.now);
        return [...wrong, ...this.surprises.map((stack) => `no-surprises: ${stack}`)];
    }
    /** Whether more rounds would change nothing. */
    isAtRest() {
        return isAtRest(this.admins);
    }
}
/** The databases of a world, used by one world after another. */
export async function groundForWorlds() {
    const made = await Promise.all(rooms.map(async (room) => [room, await freshDatabase(room)]));
    const databases = Object.fromEntries(made);
    const admins = Object.fromEntries(made.map(([room, { adminUrl }]) => [room, postgres(adminUrl, { max: 2, onnotice: () => undefined })]));
    await publishAll(databases.hub.db, Date.parse("2026-03-01T12:00:00.000Z"));
    return {
        /** A new world with nothing in it yet but keys and address book. */
        world: async (at) => {
            await clear(admins);
            return new World(databases, admins, at);
        },
        close: async () => {
            await Promise.all(Object.values(admins).map((admin) => admin.end()));
            await Promise.all(made.map(([, database]) => database.drop()));
        },
    };
}
/** Few rows are deleted far faster than tables are truncated. Each after those that point to it. */
async function clear(admins) {
    const tables = {
        hub: "ledger_place ledger_leaf delivery receipt report package deviation",
        receiver: "reported receipt held_report asked work deviation opening opening_cursor",
        inbox: "receipt opening opening_turn report reference_counter",
        outbox: "package_receipt package",
    };
    const emptied = rooms.map((room) => {
        const statements = tables[room].split(" ").map((table) => `delete from ${table}`);
        return admins[room].unsafe(statements.join("; "));
    });
    await Promise.all([...emptied, admins.hub.unsafe("update serial_counter set last = 0")]);
}
//# sourceMappingURL=world.js.map