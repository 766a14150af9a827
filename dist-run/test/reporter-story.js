// One reporter's way through the portal, with whatever breaks on it: begin, answer, send, look, while the worker comes by.
// What fails is tried again, as a person does who sees an error page, or is left, as one does who closes the browser. A
// portal that dies is started anew. All along the story keeps what the reporter was shown, and holds it against the hub.
import { isDeepStrictEqual } from "node:util";
import { trackingHashOf } from "../src/core/tracking.js";
import { keptPackages } from "../src/outbox/store.js";
import { postDue, settleDue } from "../src/outbox/worker.js";
import { eraseAllAccepted, eraseIfAccepted } from "../src/portal/forget.js";
import { deliveriesOf } from "../src/portal/form/deliveries.js";
import { newDraft } from "../src/portal/form/read.js";
import { changeDesk, deskOf, hashOf, sentFrom } from "../src/portal/keep-draft.js";
import { isAccepted, stateOf } from "../src/portal/receipts.js";
import { codeOf } from "../src/portal/sending.js";
import { submit } from "../src/portal/submit.js";
import { Breaker, breakingDb, breakingRoad } from "./breaking.js";
import { places, wholeDraft } from "./portal-sender.js";
const roundMs = 10 * 60_000;
const mostTries = 4;
const mostRounds = 3;
export class ReporterStory {
    breaker;
    world;
    nature;
    book;
    sending;
    holder;
    hasLeft = false;
    /** The hash of what the reporter has been shown, from the moment it is kept. */
    shown = null;
    expected = new Map();
    /** What the reporter was told, each time. */
    told = [];
    wrong = new Set();
    constructor(world, book, at, nature) {
        this.breaker = new Breaker(at);
        this.world = world;
        this.book = book;
        this.nature = nature;
        this.start();
    }
    /** Starts the portal, with nothing in memory. */
    start() {
        this.breaker.dead = null;
        this.sending = this.world.sending({
            db: (db) => breakingDb(db, "portal", this.breaker),
            road: (road) => breakingRoad(road, "portal", this.breaker),
        });
    }
    /** The whole story; what was wrong in it. */
    async tell() {
        this.holder = await this.world.holder();
        await this.act(() => this.begin());
        await this.act(() => this.answer());
        await this.act(() => this.send());
        await this.act(() => this.look());
        for (let round = 1; round <= mostRounds && !(await this.isAtRest()); round++) {
            await this.work();
            await this.act(() => this.look());
            this.world.room.now += roundMs;
        }
        await this.checkAtTheEnd();
        return [...this.wrong];
    }
    /** What somebody does at a page, until the page comes. */
    async act(step) {
        for (let tries = 0; tries < mostTries && !this.hasLeft; tries++) {
            const isDone = await this.attempt(step);
            await this.checkNow();
            if (isDone)
                return;
            this.hasLeft = this.nature === "leaves";
        }
        if (!this.hasLeft)
            this.wrong.add(`no page came: ${step}`);
    }
    async attempt(step) {
        const [result] = await Promise.allSettled([step()]);
        if (this.breaker.dead)
            this.start();
        if (result.status === "fulfilled")
            return result.value;
        const { name, stack } = result.reason;
        if (name !== "Broken")
            this.wrong.add(`surprise: ${stack}`);
        return false;
    }
    async change(to) {
        const { now } = this.world.room;
        await changeDesk(this.sending.db, this.holder, now, (desk) => ({
            desk: { ...desk, draft: to(desk.draft) },
            answer: null,
        }));
        return true;
    }
    begin() {
        const { now } = this.world.room;
        return this.change((there) => there ?? { ...newDraft(crypto.randomUUID(), now), who: "private" });
    }
    async answer() {
        const { now } = this.world.room;
        const { id: _, ...written } = wholeDraft(now, "Hun er ofte alene.", places.alver, places.molde);
        await this.change((there) => ({ ...written, id: there.id }));
        const { draft } = await deskOf(this.sending.db.read, this.holder, now);
        if (!draft)
            return false;
        this.shown = hashOf(draft);
        const toSend = deliveriesOf(draft, this.book, now);
        this.expected = new Map(toSend.map(({ service, ksText }) => [service.id, JSON.parse(ksText)]));
        return true;
    }
    async send() {
        const submitted = await submit(this.sending, this.holder, this.shown);
        if (submitted.is === "not-sealed")
            await this.checkUntouched();
        // Erased: an earlier press went the whole way, though nobody heard of it.
        if (submitted.is === "no-draft")
            return true;
        if (submitted.is === "changed")
            this.wrong.add("the answers have changed by themselves");
        return submitted.is === "kept";
    }
    /** The page after sending, as its route makes it. */
    async look() {
        const { now } = this.world.room;
        const desk = await deskOf(this.sending.db.read, this.holder, now);
        const report = sentFrom(desk);
        if (report) {
            const packages = report.deliveries.map(({ id }) => id);
            await eraseIfAccepted(this.sending, this.holder.id, packages);
        }
        for (const one of desk.sent) {
            const state = await stateOf(this.sending.sender, one, now);
            if (state)
                this.told.push({ state, code: codeOf(this.sending, one) });
        }
        return true;
    }
    /** One round of what the portal does without being asked. */
    async work() {
        const rounds = [postDue, settleDue].map((due) => async () => (await due(this.sending.sender)).length >= 0);
        for (const round of [...rounds, async () => (await eraseAllAccepted(this.sending)) >= 0]) {
            await this.attempt(round);
            await this.checkNow();
        }
    }
    /** Whether the hub has it all, the answers are gone, and whoever is still there was told; or nothing was ever kept. */
    async isAtRest() {
        const last = this.told.at(-1)?.state;
        if (this.hasLeft && (await keptPackages(this.world.outbox.db.read, 1)).length === 0)
            return true;
        if (!this.hasLeft && !(last && isAccepted(last)))
            return false;
        const { draft } = await deskOf(this.world.portal.db.read, this.holder, this.world.room.now);
        return draft === null && (await this.world.arrived()).length === this.expected.size;
    }
    async checkUntouched() {
        const { draft, sent } = await deskOf(this.world.portal.db.read, this.holder, this.world.room.now);
        if (!draft || hashOf(draft) !== this.shown)
            this.wrong.add("answers are gone, and nothing was sealed");
        if (sent.length > 0)
            this.wrong.add("something counts as sent, and nothing was sealed");
    }
    /** What must hold at every moment. */
    async checkNow() {
        const arrived = await this.world.arrived();
        const services = arrived.map(({ service }) => service);
        if (new Set(services).size < services.length)
            this.wrong.add(`two reports of the same answers: ${services}`);
        if (new Set(arrived.map(({ trackingHash }) => trackingHash)).size > 1)
            this.wrong.add("two codes");
        for (const one of arrived)
            this.checkText(one);
        for (const { state, code } of this.told)
            this.checkTold(state, code, arrived);
        await this.checkErased(arrived.length);
    }
    checkText({ service, text }) {
        const { framme: _, ...written } = JSON.parse(text);
        if (!isDeepStrictEqual(written, this.expected.get(service)))
            this.wrong.add(`${service} has something else than what was shown`);
    }
    checkTold(state, code, arrived) {
        for (const { is, delivery } of state.deliveries) {
            const there = arrived.filter(({ id }) => id === delivery.id);
            if (is === "accepted" && there.length !== 1)
                this.wrong.add(`told accepted, and the hub has ${there.length}`);
            if (there.some(({ trackingHash }) => trackingHash !== trackingHashOf(code)))
                this.wrong.add("another code");
            if (there.some(({ service }) => service !== delivery.service))
                this.wrong.add("another service");
        }
    }
    /** From when the answers were shown they are here until the hub has all of them. */
    async checkErased(count) {
        if (this.shown === null || count === this.expected.size)
            return;
        const { draft } = await deskOf(this.world.portal.db.read, this.holder, this.world.room.now);
        if (!draft || hashOf(draft) !== this.shown)
            this.wrong.add(`answers erased while the hub has ${count}`);
    }
    /** What must hold when everybody has had time. */
    async checkAtTheEnd() {
        const arrived = await this.world.arrived();
        const { draft, sent } = await deskOf(this.world.portal.db.read, this.holder, this.world.room.now);
        const isAll = arrived.length === this.expected.size && arrived.length > 0;
        if (this.hasLeft && arrived.length === 0) {
            if (this.shown !== null && !draft)
                this.wrong.add("left with nothing at the hub, and nothing here");
            return;
        }
        if (!isAll)
            this.wrong.add(`the hub has ${arrived.length} of ${this.expected.size}`);
        if (draft)
            this.wrong.add("the hub has it, and the answers still lie here");
        if (sent.length !== 1)
            this.wrong.add(`${sent.length} reports were made`);
        const last = this.told.at(-1)?.state;
        if (!this.hasLeft && !(last && isAccepted(last)))
            this.wrong.add("was never told that the hub has it");
    }
}
//# sourceMappingURL=reporter-story.js.map