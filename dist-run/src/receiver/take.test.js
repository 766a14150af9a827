// Goal: `stored` is said of a report only when its bytes have been read back from a database that keeps them.
// Method: a real database, spoilt in each way that would make the word untrue.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import postgres from "postgres";
import { newOffer } from "../../test/offering-hub.js";
import { takeOver, testRoom } from "../../test/receiver-room.js";
import { Problem } from "../core/problem.js";
import { checkReceipt, receiptHash } from "../core/receipt.js";
import { storedReceipt } from "./sign.js";
import { readOffer, withBytes } from "./source/hub.js";
import * as store from "./store.js";
import { readBack } from "./take.js";
import { openToAnswer, vouch } from "./vouch.js";
let world;
let serial = 0;
before(async () => {
    world = await testRoom();
});
after(() => world.close());
async function offerOf() {
    serial += 1;
    const { certificatePem } = world.encryption;
    const offer = await newOffer(world.hub.signer, { service: world.service.id, serial, certificatePem });
    return { offer, report: reportIn(offer) };
}
function reportIn(offer) {
    const hubKeys = new Map([[world.hub.signer.keyId, world.hub.signer.publicKey]]);
    return withBytes(readOffer(offer, world.service.id, hubKeys));
}
const isProblem = (code) => (error) => error instanceof Problem && error.code === code;
async function asAdmin(work) {
    const sql = postgres(world.database.adminUrl, { max: 1, onnotice: () => undefined });
    return work(sql).finally(() => sql.end());
}
const receiptKinds = async (id) => (await store.receiptsOf(world.room.db.read, id)).map((receipt) => receipt.kind);
const heldCopies = async (id) => (await world.room.db.read `select copy from held_report where id = ${id} order by copy`).map((row) => row.copy);
test("a report taken over is held as it came, and its receipt names the ground it stands on", async () => {
    const { report } = await offerOf();
    const { receipt, held } = await takeOver(world.room, world.service, report);
    checkReceipt(receipt, world.receiptKey.publicKey);
    assert.equal(receipt.kind, "stored");
    assert.equal(receipt.reportId, report.id);
    assert.equal(receipt.serial, serial);
    assert.equal(receipt.sealedHash, report.sealedHash);
    assert.deepEqual(receipt.by, { role: "receiver", id: world.service.id });
    assert.equal(held.report.sealed.equals(report.sealed), true);
    const [is] = await asAdmin((sql) => sql `select system_identifier::text as id, timeline_id as timeline,
      ${receipt.storage.flushedTo}::pg_lsn >= ${receipt.storage.committedAt}::pg_lsn as flushed
      from pg_control_system(), pg_control_checkpoint()`);
    assert.deepEqual([receipt.storage.systemId, receipt.storage.timeline, true], [is.id, is.timeline, is.flushed]);
});
test("a repeat changes nothing and is offered the same receipts again", async () => {
    const { report } = await offerOf();
    const first = await takeOver(world.room, world.service, report);
    await world.room.db.begin((tx) => store.keepReported(tx, [{ hash: receiptHash(first.receipt), outcome: "recorded" }], world.now));
    world.now += 60_000;
    const again = await takeOver(world.room, world.service, report);
    assert.deepEqual(again.receipt, first.receipt);
    assert.deepEqual(await heldCopies(report.id), [1]);
    const due = await world.room.db.begin((tx) => store.dueWork(tx, [world.service.id], world.now, 1000));
    assert.ok(due.some((one) => one.step === "report" && one.subject === receiptHash(first.receipt)));
});
test("the same id with other bytes is refused and noted, and the first report stands", async () => {
    const { report, offer } = await offerOf();
    await takeOver(world.room, world.service, report);
    const { certificatePem } = world.encryption;
    const to = { service: world.service.id, serial, certificatePem };
    const other = reportIn(await newOffer(world.hub.signer, to, undefined, { id: offer.header.id }));
    assert.notEqual(other.sealedHash, report.sealedHash);
    await assert.rejects(takeOver(world.room, world.service, other), isProblem("report.id-reused"));
    const held = await store.heldReport(world.room.db.read, report.id);
    assert.equal(held.sealedHash, report.sealedHash);
    const deviations = await store.deviationsSince(world.room.db.read, 0, 100);
    assert.ok(deviations.some((one) => one.kind === "report.id-reused" && one.reportId === report.id));
});
test("with synchronous_commit off for the role nothing is stored and nothing is said", async () => {
    const shaky = await testRoom({ hub: world.hub, encryption: world.encryption });
    try {
        const sql = postgres(shaky.database.adminUrl, { max: 1 });
        const name = new URL(shaky.database.url).pathname.slice(1);
        await sql.unsafe(`alter role test_receiver in database ${name} set synchronous_commit = off`);
        await sql.end();
        const { report } = await offerOf();
        await assert.rejects(takeOver(shaky.room, shaky.service, report), isProblem("database.not-durable"));
        assert.equal(await store.heldReport(shaky.room.db.read, report.id), null);
        assert.deepEqual(await store.receiptsOf(shaky.room.db.read, report.id), []);
    }
    finally {
        await shaky.close();
    }
});
/** The room, with something done just before the first statement of its read-back. */
function beforeReadBack(room, meddle) {
    let isDone = false;
    const read = new Proxy(room.readBack.read, {
        apply: (target, self, args) => (async () => {
            if (!isDone)
                await meddle();
            isDone = true;
            return Reflect.apply(target, self, args);
        })(),
    });
    const readBack = { ...room.readBack, read };
    return { ...room, readBack };
}
test("bytes changed between commit and read-back get no receipt; offered again, the report is whole", async () => {
    const { report } = await offerOf();
    const meddle = async () => {
        await asAdmin((sql) => sql `update held_report set sealed = set_byte(sealed, 100, 255 - get_byte(sealed, 100))
      where id = ${report.id}`);
    };
    const meddled = beforeReadBack(world.room, meddle);
    await assert.rejects(takeOver(meddled, world.service, report), isProblem("report.changed-on-disk"));
    assert.deepEqual(await receiptKinds(report.id), []);
    const { receipt, held } = await takeOver(world.room, world.service, report);
    assert.equal(held.report.sealed.equals(report.sealed), true);
    assert.deepEqual(await heldCopies(report.id), [1, 2]);
    assert.equal(receipt.sealedHash, report.sealedHash);
    const deviations = await store.deviationsSince(world.room.db.read, 0, 100);
    assert.ok(deviations.some((one) => one.kind === "report.changed-on-disk" && one.reportId === report.id));
});
test("bytes and stated hash changed together are caught by the hub's word", async () => {
    const { report } = await offerOf();
    const meddle = async () => {
        await asAdmin((sql) => sql `update held_report set sealed = 'other'::bytea,
      sealed_hash = encode(sha256('other'::bytea), 'hex') where id = ${report.id}`);
    };
    const meddled = beforeReadBack(world.room, meddle);
    await assert.rejects(takeOver(meddled, world.service, report), isProblem("report.changed-on-disk"));
    assert.deepEqual(await receiptKinds(report.id), []);
    const { receipt } = await takeOver(world.room, world.service, report);
    assert.equal(receipt.sealedHash, report.sealedHash);
});
test("a row that vanishes between commit and read-back gets no receipt", async () => {
    const { report } = await offerOf();
    const meddled = beforeReadBack(world.room, async () => {
        await asAdmin((sql) => sql `delete from held_report where id = ${report.id}`);
    });
    await assert.rejects(takeOver(meddled, world.service, report), isProblem("report.unknown"));
    assert.deepEqual(await receiptKinds(report.id), []);
});
test("after a death between commit and read-back the proof is made up for", async () => {
    const { report } = await offerOf();
    const dying = beforeReadBack(world.room, async () => {
        throw new Error("killed here");
    });
    await assert.rejects(takeOver(dying, world.service, report), /killed here/);
    assert.deepEqual(await receiptKinds(report.id), []);
    const due = await world.room.db.begin((tx) => store.dueWork(tx, [world.service.id], world.now + 5000, 1000));
    assert.ok(due.some((one) => one.step === "prove" && one.subject === report.id));
    const held = await readBack(world.room, report.id);
    await vouch(world.room, world.service, held, await openToAnswer(world.room, world.service, held));
    assert.deepEqual(await receiptKinds(report.id), ["stored"]);
});
test("the receiver's own role can neither change nor delete what it holds", async () => {
    const { report } = await offerOf();
    const { receipt } = await takeOver(world.room, world.service, report);
    const denied = (error) => error.code === "42501";
    const { db } = world.room;
    await assert.rejects(db.begin((tx) => tx `delete from held_report where id = ${report.id}`), denied);
    await assert.rejects(db.begin((tx) => tx `update held_report set sealed = '' where id = ${report.id}`), denied);
    await assert.rejects(db.begin((tx) => tx `delete from receipt where report_id = ${report.id}`), denied);
    await assert.rejects(db.begin((tx) => tx `truncate receipt`), denied);
    await assert.rejects(db.begin((tx) => tx `delete from work`), denied);
    assert.deepEqual(await receiptKinds(report.id), [receipt.kind]);
});
test("nothing but what was read back can be signed for as stored", () => {
    const made = {
        report: {},
        hashReadBack: "",
        storage: { systemId: "", timeline: 1, committedAt: "", flushedTo: "" },
        question: null,
    };
    // @ts-expect-error a `Held` is made by `holding` only
    const sign = () => storedReceipt(world.room, world.service, made, null);
    assert.equal(typeof sign, "function");
});
//# sourceMappingURL=take.test.js.map