// Goal: what somebody writes can be read by nobody without their cookie, is not lost between two tabs or by a login, and
// is gone when the hub has it, when it has lain for a day, and when the session is over. Method: real databases and the
// real hub; every byte of every row is searched for what was typed; the clock is the test's.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { withAdmin } from "../../test/admin.js";
import { openPortalSender, places, wholeDraft } from "../../test/portal-sender.js";
import { postDue } from "../outbox/worker.js";
import { moveSession } from "../web/session-store.js";
import { sweepSessions } from "../web/session.js";
import { draftOf as rowOf } from "./draft-store.js";
import { eraseAllAccepted, eraseAllIdle } from "./forget.js";
import { changeDesk, deskOf, idleMs, moveDesk } from "./keep-draft.js";
import { sessionAges } from "./session.js";
import { submit } from "./submit.js";
const concern = "Et helt særskilt ord: rododendron.";
let world;
before(async () => {
    world = await openPortalSender();
});
after(() => world.close());
const desk = (holder) => deskOf(world.portal.db.read, holder, world.room.now);
const row = (holder) => rowOf(world.portal.db.read, holder.id);
async function written() {
    const holder = await world.holder();
    return { holder, shown: await world.write(holder, wholeDraft(world.room.now, concern, places.alver)) };
}
/** All rows of all tables of a database, every column as text, and bytes both as hex and as letters. */
function everything(adminUrl) {
    return withAdmin(adminUrl, async (sql) => {
        const tables = await sql `
      select table_name as name from information_schema.tables where table_schema = 'public'`;
        const rows = await Promise.all(tables.map(({ name }) => sql `select * from ${sql(name)}`));
        const values = rows.flat().flatMap((one) => Object.values(one));
        return values
            .map((value) => Buffer.isBuffer(value)
            ? `${value.toString("latin1")} ${value.toString("utf8")} ${value.toString("utf16le")}`
            : String(value))
            .join("\n");
    });
}
/** Everything in the portal's and the outbox's databases. */
const allThatIsKept = async () => (await Promise.all([world.portal, world.outbox].map(({ adminUrl }) => everything(adminUrl)))).join("\n");
test("nothing that was typed stands readable in any row, and without the cookie's key no draft opens", async () => {
    const { holder, shown } = await written();
    const absent = world.sending({
        road: (road) => async (url, init) => init.method === "POST" ? Promise.reject(new TypeError("fetch failed")) : road(url, init),
    });
    assert.equal((await submit(absent, holder, shown)).is, "kept");
    const all = await allThatIsKept();
    assert.ok(all.includes(holder.id), "the rows were really searched");
    assert.ok(all.includes("alver"), "in both databases");
    for (const typed of ["rododendron", "særskilt", "Turid", "Vitne", "900 00 000", "Barn 1", "Nabo"])
        for (const form of [typed, Buffer.from(typed).toString("base64").slice(0, -3)])
            assert.ok(!all.includes(form), `${typed} can be read`);
    assert.equal((await desk({ ...holder, key: randomBytes(32) })).draft, null);
    const other = await written();
    assert.equal((await desk({ id: other.holder.id, key: holder.key })).draft, null);
    assert.equal((await desk(holder)).draft?.answers.concern, concern);
});
test("a draft that is put in another's place does not open", async () => {
    const [one, two] = [await written(), await written()];
    await withAdmin(world.portal.adminUrl, (sql) => sql `
      update draft set answers = (select answers from draft where id = ${one.holder.id}) where id = ${two.holder.id}`);
    assert.equal((await desk({ id: two.holder.id, key: one.holder.key })).draft, null);
});
test("the answers are erased when the hub has all of it, also for those who closed the browser, and not before", async () => {
    const holder = await world.holder();
    const shown = await world.write(holder, wholeDraft(world.room.now, concern, places.alver, places.askoy));
    let posts = 0;
    const half = world.sending({
        road: (road) => async (url, init) => {
            if (init.method === "POST")
                posts += 1;
            return init.method === "POST" && posts > 1
                ? Promise.reject(new TypeError("fetch failed"))
                : road(url, init);
        },
    });
    assert.equal((await submit(half, holder, shown)).is, "kept");
    await eraseAllAccepted(half);
    assert.equal((await desk(holder)).draft?.answers.concern, concern, "one of the two is not through");
    world.room.now += 3_600_000;
    await postDue(world.sending().sender);
    assert.ok((await eraseAllAccepted(half)) >= 1);
    const after = await row(holder);
    assert.equal(after?.answers, null);
    assert.deepEqual(after?.packages, []);
    const { sent } = await desk(holder);
    assert.equal(sent[0]?.deliveries.length, 2, "what was sent can still be shown");
});
test("answers that were changed after sealing are not erased when the hub has the first ones", async () => {
    const { holder, shown } = await written();
    const sending = world.sending();
    assert.equal((await submit(sending, holder, shown)).is, "kept");
    const draft = (await world.draftOf(holder));
    await world.write(holder, { ...draft, answers: { ...draft.answers, concern: "Mer enn først." } });
    await eraseAllAccepted(sending);
    assert.equal((await desk(holder)).draft?.answers.concern, "Mer enn først.");
});
test("after 24 hours without a touch a draft counts as gone, and the next round erases it", async () => {
    const { holder } = await written();
    const sending = world.sending();
    world.room.now += idleMs - 1;
    await eraseAllIdle(sending, world.room.now);
    assert.equal((await desk(holder)).draft?.answers.concern, concern);
    world.room.now += 1;
    assert.equal((await desk(holder)).draft, null, "before anybody has erased it");
    assert.notEqual((await row(holder))?.answers, null);
    assert.ok((await eraseAllIdle(sending, world.room.now)) >= 1);
    assert.equal((await row(holder))?.answers, null);
});
test("a touch starts the 24 hours anew", async () => {
    const { holder } = await written();
    world.room.now += idleMs - 1;
    await world.write(holder, (await world.draftOf(holder)));
    world.room.now += idleMs - 1;
    await eraseAllIdle(world.sending(), world.room.now);
    assert.equal((await desk(holder)).draft?.answers.concern, concern);
});
test("a session that is swept takes its draft along", async () => {
    const { holder } = await written();
    world.room.now += sessionAges.idleMs;
    await sweepSessions(world.portal.db, sessionAges, world.room.now);
    assert.equal(await row(holder), null);
});
test("two tabs that write on different pages at once both keep what they wrote", async () => {
    const { holder } = await written();
    const fields = Array.from({ length: 12 }, (_, index) => `field-${index}`);
    const write = (field) => changeDesk(world.portal.db, holder, world.room.now, ({ draft, sent }) => ({
        desk: { sent, draft: { ...draft, answers: { ...draft.answers, [field]: field } } },
        answer: null,
    }));
    await Promise.all(fields.map(write));
    const { answers } = (await desk(holder)).draft;
    for (const field of fields)
        assert.equal(answers[field], field);
    assert.equal(answers.concern, concern);
});
test("a login gives the draft another key: the new one opens it with what the login told, the old one nothing", async () => {
    const { holder, shown } = await written();
    const sending = world.sending();
    const report = await submit(sending, holder, shown);
    const to = { id: randomBytes(32).toString("hex"), key: randomBytes(32) };
    const now = world.room.now;
    await world.portal.db.begin(async (tx) => {
        assert.ok(await moveSession(tx, holder.id, { id: to.id, sealed: Buffer.alloc(1), now }));
        await moveDesk(tx, holder, to, now, (before) => ({
            ...before,
            draft: { ...before.draft, who: "professional" },
        }));
    });
    const moved = await desk(to);
    assert.equal(moved.draft?.answers.concern, concern);
    assert.equal(moved.draft?.who, "professional");
    assert.ok(report.is === "kept");
    assert.deepEqual(moved.sent, [report.report]);
    assert.deepEqual(await desk(holder), { draft: null, sent: [] });
    assert.equal((await desk({ id: to.id, key: holder.key })).draft, null);
});
//# sourceMappingURL=keep-draft.test.js.map