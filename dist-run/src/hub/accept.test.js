// Goal: a receipt from the hub means that the report, its number, its debt and its leaf are on disk, once.
// Method: reports over HTTP on a real database: one by one, repeated, many at once, and with statements failing.
import assert from "node:assert/strict";
import { createPublicKey } from "node:crypto";
import { after, before, test } from "node:test";
import postgres from "postgres";
import { openHub } from "../../test/hub-room.js";
import { receiptSignatureFits } from "../core/receipt.js";
import { assertionFor } from "../http/assertion.js";
import { log } from "../http/log.js";
import { connect } from "../pg/db.js";
import { makeHub } from "./hub.js";
import { deviations } from "./receipt-store.js";
import { hubApp } from "./routes.js";
let room;
before(async () => {
    room = await openHub();
    await room.addService("alver", "receiver", "4631");
});
after(() => room.close());
const receiptIn = (answer) => answer.json().receipt;
const count = async (of, table, report) => {
    const { read } = of.database.db;
    return (await read `select 1 from ${read(table)} where report = ${report}`).length;
};
const serials = async (of, service) => {
    const rows = await of.database.db.read `
    select serial from report where service = ${service} order by serial`;
    return rows.map(({ serial }) => serial);
};
const upTo = (last) => Array.from({ length: last }, (_, index) => index + 1);
test("an accepted report has number, debt, receipt and leaf, and the receipt is the hub's word for its bytes", async () => {
    const sealed = await room.package("alver");
    const answer = await room.post(sealed);
    assert.equal(answer.status, 201);
    const receipt = receiptIn(answer);
    assert.equal(receipt.kind, "accepted");
    assert.equal(receipt.reportId, sealed.id);
    assert.equal(receipt.sealedHash, sealed.header.sealed.hash);
    assert.equal(receipt.serial, 1);
    assert.deepEqual(receipt.by, { role: "hub", id: "hub" });
    assert.ok(receiptSignatureFits(receipt, createPublicKey(room.hub.key.privateKey)));
    for (const table of ["package", "delivery", "receipt"])
        assert.equal(await count(room, table, sealed.id), 1, table);
    const leaves = await room.database.db.read `
    select 1 from ledger_leaf join receipt on receipt.hash = ledger_leaf.receipt
    where receipt.report = ${sealed.id}`;
    assert.equal(leaves.length, 1);
});
test("the same bytes again give the same receipt, byte for byte", async () => {
    const sealed = await room.package("alver");
    const first = await room.post(sealed);
    room.now += 1000;
    const again = await room.post(sealed);
    assert.equal(again.status, 200);
    assert.deepEqual(again.bytes, first.bytes);
    assert.equal(await count(room, "receipt", sealed.id), 1);
});
test("the same id with other bytes is refused and noted, and the first report stands", async () => {
    const first = await room.accepted("alver");
    const other = await room.package("alver", { id: first.id });
    const answer = await room.post(other);
    assert.equal(answer.status, 409);
    assert.equal(answer.json().error, "report.id-reused");
    const [noted] = (await deviations(room.database.db.read)).filter(({ report }) => report === first.id);
    assert.equal(noted?.kind, "report.id-reused");
    assert.deepEqual(receiptIn(await room.post(first)), first.receipt);
});
test("posted many times at once, a report is accepted once and everybody gets its receipt", async () => {
    const sealed = await room.package("alver");
    const answers = await Promise.all(upTo(12).map(() => room.post(sealed)));
    assert.equal(answers.filter(({ status }) => status === 201).length, 1);
    assert.equal(answers.filter(({ status }) => status === 200).length, 11);
    assert.equal(new Set(answers.map(({ bytes }) => bytes.toString())).size, 1);
    assert.equal(await count(room, "receipt", sealed.id), 1);
});
test("two hubs on one database that get the same report at once accept it once", async () => {
    const other = await openHubBeside(room);
    const packages = await Promise.all(upTo(8).map(() => room.package("alver")));
    const answers = await Promise.all(packages.flatMap((one) => [room.post(one), other.post(one)]));
    assert.ok(answers.every(({ status }) => status === 200 || status === 201));
    for (const one of packages)
        assert.equal(await count(room, "receipt", one.id), 1);
    const given = await serials(room, "alver");
    assert.deepEqual(given, upTo(given.length));
    await other.db.close();
});
test("numbers have no gaps under 200 reports at once, with some transactions failing", async () => {
    let statements = 0;
    log.level = "silent";
    const failing = await openHub({}, (db) => breaking(db, () => ++statements % 11 === 0));
    await failing.addService("alver", "receiver", "4631");
    await failing.addService("fedje", "receiver", "4633");
    const packages = await Promise.all(upTo(200).map((n) => failing.package(n % 3 === 0 ? "fedje" : "alver", {}, 50)));
    let left = packages;
    let failures = 0;
    for (let round = 0; left.length > 0 && round < 30; round++) {
        const answers = await Promise.all(left.map((one) => failing.post(one)));
        failures += answers.filter(({ status }) => status === 500).length;
        left = left.filter((_, index) => answers[index].status >= 300);
    }
    assert.ok(failures > 0, "some transactions have failed");
    assert.equal(left.length, 0);
    assert.deepEqual(await serials(failing, "fedje"), upTo(66));
    assert.deepEqual(await serials(failing, "alver"), upTo(134));
    const { read } = failing.database.db;
    const [leaves] = await read `
    select count(*) from ledger_leaf join receipt on hash = receipt`;
    assert.equal(leaves?.count, 200);
    log.level = "info";
    await failing.close();
});
test("nothing is accepted on a session whose commits may be lost", async () => {
    const url = new URL(room.database.url);
    url.searchParams.set("synchronous_commit", "off");
    const unsafe = await openHubBeside(room, url.href);
    const sealed = await room.package("alver");
    const answer = await unsafe.post(sealed);
    assert.equal(answer.status, 503);
    assert.equal(answer.json().error, "database.not-durable");
    assert.equal(await count(room, "package", sealed.id), 0);
    assert.equal((await room.post(sealed)).status, 201);
    await unsafe.db.close();
});
test("the room's role can neither change nor take away what is a fact", async () => {
    const { read } = room.database.db;
    const facts = ["package", "report", "receipt", "deviation", "ledger_leaf", "ledger_place", "key_change"];
    for (const table of [...facts, "address_change", "person"]) {
        const column = (await read `
        select attname as name from pg_attribute
        where attrelid = ${table}::regclass and attnum = 2`)[0].name;
        const name = read(table);
        await assert.rejects(read `delete from ${name}`, /permission denied/, `delete from ${table}`);
        await assert.rejects(read `truncate ${name}`, /permission denied/, `truncate ${table}`);
        await assert.rejects(read `update ${name} set ${read(column)} = ${read(column)}`, /permission denied/, `update ${table}`);
    }
    for (const table of ["serial_counter", "delivery", "svarinn_account"])
        await assert.rejects(read `delete from ${read(table)}`, /permission denied/, table);
    await assert.rejects(read `drop table report`, /must be owner/);
});
test("a number given twice and a second `accepted` are refused by the tables themselves", async () => {
    const first = await room.accepted("alver");
    const sql = postgres(room.database.ownerUrl, { max: 1, onnotice: () => undefined });
    const { serial } = first.receipt;
    const id = crypto.randomUUID();
    await assert.rejects(sql.begin(async (tx) => {
        await tx `insert into package select ${id}, package_hash, header, signature_key, signature, sealed, paper
               from package where report = ${first.id}`;
        await tx `insert into report select ${id}, service, ${serial}, submitter, tracking_hash, sealed_hash,
               content_hash, accepted_at from report where id = ${first.id}`;
    }), /report_service_serial_key/);
    await assert.rejects(sql `insert into receipt values (decode(repeat('ab', 32), 'hex'), ${first.id}, 'accepted', '{}', now())`, /receipt_accepted_once/);
    await sql.end();
});
/** Another hub process on the same database, perhaps connected otherwise. */
async function openHubBeside(of, url = of.database.url) {
    const { hub } = of;
    const db = connect(url, { name: "beside" });
    const app = hubApp(makeHub({ db, clock: hub.clock, key: hub.key, origin: hub.origin }));
    const post = async ({ bytes }) => {
        const request = { method: "POST", path: "/reports", body: bytes };
        const proof = await assertionFor(of.asSubmitter(), hub.origin, request, of.now);
        const headers = { authorization: `Bearer ${proof}`, "content-type": "application/json" };
        const response = await app.request("/reports", { method: "POST", headers, body: bytes.toString() });
        const answered = Buffer.from(await response.arrayBuffer());
        return {
            status: response.status,
            bytes: answered,
            json: () => JSON.parse(answered.toString()),
        };
    };
    return { db, post };
}
/** A database where a statement inside a transaction fails when `isNext` says so. */
function breaking(db, isNext) {
    const begin = (work) => db.begin((tx) => work(new Proxy(tx, {
        apply(target, self, args) {
            const [first] = args;
            const isAccepting = /insert into (package|report)|serial_counter set/.test(first.join?.("") ?? "");
            if (isAccepting && isNext())
                return Promise.reject(new Error("broken by the test"));
            return Reflect.apply(target, self, args);
        },
    })));
    return { ...db, begin };
}
//# sourceMappingURL=accept.test.js.map