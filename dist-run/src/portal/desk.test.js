// Goal: what somebody writes is not overwritten by another tab of theirs, not erased on anybody's word but the hub's, and
// not sent twice because it was changed and changed back. Method: the steps on real databases and a real hub; what
// lies in them is looked at, and false receipts put there, by hand.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { withAdmin } from "../../test/admin.js";
import { openPortalSender, places, wholeDraft } from "../../test/portal-sender.js";
import { newKey } from "../../test/sealed-package.js";
import { receiptHash, signReceipt } from "../core/receipt.js";
import { sweepSessions } from "../web/session.js";
import { eraseAllAccepted, eraseIfAccepted } from "./forget.js";
import { readStep } from "./form/read.js";
import { changeDesk } from "./keep-draft.js";
import { sessionAges } from "./session.js";
import { submit } from "./submit.js";
const concern = "Han gråter hver dag, og sier det ikke til noen.";
let world;
let sending;
let holder;
before(async () => {
    world = await openPortalSender();
});
after(() => world.close());
beforeEach(async () => {
    world.road = null;
    sending = world.sending();
    await withAdmin(world.portal.adminUrl, (sql) => sql `truncate session cascade`);
    holder = await world.holder();
});
const wholeOf = () => wholeDraft(world.clock(), concern, places.alver);
async function sent(shown) {
    const submitted = await submit(sending, holder, shown);
    return submitted.is === "kept" ? submitted.report : assert.fail(submitted.is);
}
const idsOf = ({ deliveries }) => deliveries.map(({ id }) => id);
const changed = (draft, text) => ({
    ...draft,
    answers: { ...draft.answers, concern: text },
});
async function rowsOfDrafts() {
    const rows = await withAdmin(world.portal.adminUrl, (sql) => sql `select id from draft`);
    return rows.map(({ id }) => id);
}
test("a receipt that the hub did not sign erases nothing", async () => {
    const shown = await world.write(holder, wholeOf());
    await sending.hub.published();
    world.road = async () => new Response(null, { status: 502 });
    const submitted = await submit(sending, holder, shown);
    assert.ok(submitted.is === "kept");
    const ids = submitted.report.deliveries.map(({ id }) => id);
    const [{ sealedHash }] = await withAdmin(world.outbox.adminUrl, (sql) => sql `
      select sealed_hash as "sealedHash" from package where id = ${ids[0]}`);
    const at = new Date(world.clock()).toISOString();
    const by = { role: "hub", id: "hub" };
    const forged = signReceipt({ v: 1, kind: "accepted", reportId: ids[0], service: "alver", serial: 1, at, by, sealedHash }, world.room.hub.key.keyId, newKey().privateKey);
    await withAdmin(world.outbox.adminUrl, (sql) => sql `
      insert into package_receipt (report_id, hash, kind, at, receipt, recorded_at)
      values (${forged.reportId}, ${receiptHash(forged)}, 'accepted', ${at}, ${JSON.stringify(forged)}, ${at})`);
    assert.equal(await eraseIfAccepted(sending, holder.id, ids), false);
    assert.equal(await eraseAllAccepted(sending), 0);
    assert.ok(await world.draftOf(holder));
});
test("the row goes with its session, and a late tab is told that the session is over", async () => {
    await world.write(holder, wholeOf());
    world.room.now += sessionAges.idleMs;
    assert.equal(await sweepSessions(sending.db, sessionAges, world.clock()), 1);
    assert.deepEqual(await rowsOfDrafts(), []);
    await assert.rejects(world.write(holder, wholeOf()), { code: "session.over" });
    assert.deepEqual(await rowsOfDrafts(), []);
});
test("tabs that write different pages at the same time all keep what they wrote", async () => {
    await world.write(holder, wholeDraft(world.clock(), concern, places.alver, places.askoy));
    const book = await sending.hub.addressBook();
    const pages = [
        ["concern", null, "concern"],
        ["you", null, "own-name"],
        ["child", 0, "name"],
        ["child", 1, "name"],
        ["relation", 0, "relation"],
        ["relation", 1, "relation"],
    ];
    const typed = (name, index) => `Skrevet på ${name} ${index ?? ""}`.trim();
    await Promise.all(pages.map(([name, index, field]) => changeDesk(sending.db, holder, world.clock(), (desk) => {
        const form = new URLSearchParams({ [field]: typed(name, index) });
        const read = readStep(desk.draft, { name, index }, form, book, world.clock());
        return { desk: { ...desk, draft: read.draft }, answer: null };
    })));
    const { answers, children } = (await world.draftOf(holder));
    for (const [name, index, field] of pages) {
        const at = index === null ? answers : children[index];
        assert.equal(at?.[field], typed(name, index));
    }
});
test("answers changed, sent, and changed back again are the report that they were the first time", async () => {
    const draft = wholeDraft(world.clock(), "Fram og tilbake.", places.alver);
    const first = await sent(await world.write(holder, draft));
    await sent(await world.write(holder, changed(draft, "Noe annet enn før.")));
    const now = await world.draftOf(holder);
    assert.notEqual(now?.id, draft.id);
    const again = await sent(await world.write(holder, changed(now, "Fram og tilbake.")));
    assert.deepEqual(idsOf(again), idsOf(first));
    assert.equal((await world.arrived()).filter(({ text }) => text.includes("Fram og tilbake.")).length, 1);
});
//# sourceMappingURL=desk.test.js.map