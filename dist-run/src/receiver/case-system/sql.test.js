// Goal: any table in PostgreSQL can be a case system, and is believed exactly as far as it can give the bytes
// back. Method: tables as suppliers might make them, names that need quoting, and a session that is not durable.
import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import postgres from "postgres";
import { emptyDatabase } from "../../../test/database.js";
import { Problem } from "../../core/problem.js";
import { contentHashOf } from "../../core/report.js";
import { connect } from "../../pg/db.js";
import { tableAt } from "./sql.js";
let database;
let admin;
let db;
let readBack;
before(async () => {
    database = await emptyDatabase();
    admin = postgres(database.adminUrl, { max: 1, onnotice: () => undefined });
    db = connect(database.url, { max: 4 });
    readBack = connect(database.url, { max: 1 });
});
after(async () => {
    await Promise.all([admin.end(), db.close(), readBack.close()]);
    await database.drop();
});
async function table(sql, name, columns) {
    await admin.unsafe(sql);
    await admin.unsafe(`grant select, insert on all tables in schema public to test_empty;
    grant usage on all sequences in schema public to test_empty`);
    return tableAt({ db, readBack, table: name, columns, clock: Date.now });
}
function newReport(json = Buffer.from('{"melding":"æøå 🙂\\n\\u0000"}'), id = randomUUID()) {
    const facts = {
        service: "bergenhus",
        serial: 7,
        channel: "hub",
        acceptedAt: "2026-11-23T12:03:00.000Z",
    };
    return { id, ...facts, kind: "private", flags: [], files: { json, pdf: randomBytes(500) } };
}
const whole = {
    reportId: "external_id",
    json: "data",
    pdf: "letter",
    reference: "case_number",
    service: "unit",
    serial: "running_number",
    kind: "category",
    acceptedAt: "sent",
    receivedAt: "arrived",
};
const wholeTable = (name) => `create table ${name} (
  case_number bigint generated always as identity primary key, external_id uuid not null unique, data bytea,
  letter bytea, unit text, running_number int, category varchar(20), sent timestamptz, arrived timestamptz)`;
const hashOf = async (system, id) => contentHashOf((await system.readBack(id)).files);
test("a table with bytea columns gives the bytes back under its own reference", async () => {
    const system = await table(wholeTable("whole"), "whole", whole);
    const report = newReport();
    await system.put(report);
    assert.equal(system.givesBytesBack, true);
    assert.equal(await hashOf(system, report.id), contentHashOf(report.files));
    const [row] = await admin `select * from whole where external_id = ${report.id}`;
    assert.equal((await system.readBack(report.id)).reference, String(row.case_number));
    assert.deepEqual([row.unit, row.running_number, row.category, row.sent.toISOString()], ["bergenhus", 7, "private", "2026-11-23T12:03:00.000Z"]);
    assert.equal(await system.readBack(randomUUID()), null);
});
test("text columns give the bytes back as well: the JSON readable, the PDF in base64", async () => {
    const sql = "create table texts (id text primary key, json text, pdf text)";
    const system = await table(sql, "texts", { reportId: "id", json: "json", pdf: "pdf" });
    const report = newReport();
    await system.put(report);
    assert.equal(await hashOf(system, report.id), contentHashOf(report.files));
    const [row] = await admin `select json from texts`;
    assert.equal(row.json, Buffer.from(report.files.json).toString("utf8"));
    assert.equal((await system.readBack(report.id)).reference, report.id);
});
test("JSON that is not UTF-8 does not survive a text column, and that shows", async () => {
    const sql = "create table latin (id text primary key, json text, pdf bytea)";
    const system = await table(sql, "latin", { reportId: "id", json: "json", pdf: "pdf" });
    const report = newReport(Buffer.from([0x7b, 0xe6, 0x7d]));
    await system.put(report);
    assert.notEqual(await hashOf(system, report.id), contentHashOf(report.files));
});
test("a table without the bytes, or with jsonb, has the report and cannot prove it", async () => {
    const few = await table("create table few (id uuid primary key, n serial)", "few", {
        reportId: "id",
        reference: "n",
    });
    const parsed = await table("create table parsed (id uuid primary key, json jsonb, pdf bytea)", "parsed", {
        reportId: "id",
        json: "json",
        pdf: "pdf",
    });
    assert.equal(few.givesBytesBack, false);
    for (const system of [few, parsed]) {
        const report = newReport(Buffer.from('{"b":1,"a":2}'));
        await system.put(report);
        assert.equal((await system.readBack(report.id)).files, null);
    }
});
test("the same report put many times at once is there once, with or without a constraint", async () => {
    const free = await table("create table free (id text, json bytea, pdf bytea)", "free", {
        reportId: "id",
        json: "json",
        pdf: "pdf",
    });
    const kept = await table(wholeTable("kept"), "kept", whole);
    for (const [system, name, column] of [
        [free, "free", "id"],
        [kept, "kept", "external_id"],
    ]) {
        const report = newReport();
        await Promise.all(Array.from({ length: 8 }, () => system.put(report)));
        const [row] = await admin.unsafe(`select count(*)::int as count from ${name} where ${column}::text = '${report.id}'`);
        assert.equal(row.count, 1);
        await system.put({ ...report, files: newReport().files });
        assert.equal(await hashOf(system, report.id), contentHashOf(report.files));
    }
});
test("of many put at once, one that the table will not take takes no other with it", async () => {
    const sql = "create table picky (id text primary key, json bytea check (length(json) < 100), pdf bytea)";
    const system = await table(sql, "picky", { reportId: "id", json: "json", pdf: "pdf" });
    const good = Array.from({ length: 6 }, () => newReport());
    const bad = newReport(Buffer.alloc(100));
    const all = [good[0], ...good.slice(1, 4), bad, ...good.slice(4)];
    const outcomes = await Promise.allSettled(all.map((report) => system.put(report)));
    assert.deepEqual(outcomes.map(({ status }) => status === "fulfilled"), all.map((report) => report !== bad));
    for (const report of good)
        assert.equal(await hashOf(system, report.id), contentHashOf(report.files));
    assert.equal(await system.readBack(bad.id), null);
});
test("names that need quoting are quoted, in any schema", async () => {
    const sql = `create schema "Sak; drop"; grant usage on schema "Sak; drop" to test_empty;
    create table "Sak; drop"."Innkomne ""brev""" ("Id-nr" text primary key, "select" bytea, "å" bytea);
    grant select, insert on "Sak; drop"."Innkomne ""brev""" to test_empty`;
    const columns = { reportId: "Id-nr", json: "select", pdf: "å" };
    const system = await table(sql, 'Sak; drop.Innkomne "brev"', columns);
    const report = newReport();
    await system.put(report);
    assert.equal(await hashOf(system, report.id), contentHashOf(report.files));
});
test("a column or table that is not there is refused by its name", async () => {
    const system = await table("create table bare (id text)", "bare", { reportId: "id", json: "gone" });
    const isRefused = (error) => error instanceof Problem && error.code === "case-system.refused" && /gone/.test(error.detail ?? "");
    await assert.rejects(system.put(newReport()), isRefused);
    const nowhere = tableAt({ db, readBack, table: "nowhere", columns: { reportId: "id" }, clock: Date.now });
    await assert.rejects(nowhere.put(newReport()), (error) => error instanceof Problem);
});
test("a session that does not wait for the disk puts nothing", async () => {
    const system = await table(wholeTable("hasty"), "hasty", whole);
    const name = new URL(database.url).pathname.slice(1);
    await admin.unsafe(`alter role test_empty in database ${name} set synchronous_commit = off`);
    const hasty = connect(database.url, { max: 1 });
    try {
        const unsafe = tableAt({ db: hasty, readBack, table: "hasty", columns: whole, clock: Date.now });
        const report = newReport();
        const isRefused = (error) => error instanceof Problem && error.code === "database.not-durable";
        await assert.rejects(unsafe.put(report), isRefused);
        assert.equal(await system.readBack(report.id), null);
    }
    finally {
        await hasty.close();
        await admin.unsafe(`alter role test_empty in database ${name} reset synchronous_commit`);
    }
});
//# sourceMappingURL=sql.test.js.map