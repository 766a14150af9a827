// Goal: a SvarInn client that nobody here wrote can fetch reports, and what it says is recorded for what it is:
// a claim, or a failure that does not get lost. Method: the documented calls, right and wrong, over HTTP.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expectStatus, openHub, origin } from "../../test/hub-room.js";
import { sha256Hex } from "../core/hash.js";
import { municipalities } from "../core/area.js";
import { deviations } from "./receipt-store.js";
let room;
const accounts = new Map();
before(async () => {
    room = await openHub();
    for (const [id, place] of [
        ["alver", "4631"],
        ["oslo", "0301"],
    ]) {
        await room.addService(id, "svarinn", place, { organisationNumber: "123456785" });
        accounts.set(id, await newAccount(id));
    }
});
after(() => room.close());
async function newAccount(service) {
    const answer = await room.ask("POST", `/services/${service}/svarinn`, undefined, room.asPerson());
    expectStatus(answer, 201);
    const { user, password } = answer.json();
    return basic(user, password);
}
const basic = (user, password) => `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
const call = (method, path, service = "alver", body, type) => room.ask(method, `/tjenester/svarinn${path}`, body, undefined, {
    authorization: accounts.get(service),
    ...(type === undefined ? {} : { "content-type": type }),
});
const listed = async (service = "alver") => {
    const answer = await call("GET", "/mottaker/hentNyeForsendelser", service);
    expectStatus(answer, 200);
    return answer.json();
};
const isListed = async (id) => (await listed()).some((one) => one.id === id);
const receiptsOf = async ({ id }) => {
    const answer = await room.ask("GET", `/reports/${id}/receipts`, undefined, room.asSubmitter());
    return answer.json().receipts;
};
const noted = async (id) => (await deviations(room.database.db.read)).filter(({ report }) => report === id);
test("nothing waiting is an empty list", async () => {
    assert.deepEqual(await listed("oslo"), []);
});
test("a report is listed with the documented fields, and with nothing drawn from its content", async () => {
    const report = await room.accepted("alver");
    const one = (await listed()).find(({ id }) => id === report.id);
    for (const field of ["downloadUrl", "filmetadata", "id", "mottaker", "niva", "status", "tittel"])
        assert.ok(one[field], field);
    assert.equal(one.niva, "4");
    assert.equal(one.tittel, "Bekymringsmelding");
    assert.equal(one.date, room.now);
    assert.equal(one.downloadUrl, `${origin}/tjenester/svarinn/forsendelse/${report.id}`);
    assert.equal(one.mottaker.orgnr, "123456785");
    assert.equal(one.mottaker.navn, "Barnevernstjenesten alver");
    assert.deepEqual(one.filmetadata.map(({ filnavn, mimetype, sha256hash, size }) => ({
        filnavn,
        mimetype,
        sha256hash,
        size,
    })), report.header.files.map(({ name, hash, size }) => ({
        filnavn: name,
        mimetype: name.endsWith(".pdf") ? "application/pdf" : "application/json",
        sha256hash: hash,
        size,
    })));
});
test("the download is the sealed bytes, as a ZIP to be saved", async () => {
    const report = await room.accepted("alver");
    const answer = await call("GET", `/forsendelse/${report.id}`);
    assert.equal(answer.status, 200);
    assert.equal(sha256Hex(answer.bytes), report.header.sealed.hash);
    assert.equal(answer.headers.get("content-type"), "application/zip");
    assert.equal(answer.headers.get("content-disposition"), 'attachment; filename="dokumenter.zip"');
    assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
});
test("an acknowledgement gives `claimed`, never `stored`, takes the report off the list, and can be repeated", async () => {
    const report = await room.accepted("alver");
    for (let n = 0; n < 3; n++) {
        const answer = await call("POST", `/kvitterMottak/forsendelse/${report.id}`);
        assert.equal(answer.status, 200);
        room.now += 1000;
    }
    const receipts = await receiptsOf(report);
    assert.deepEqual(receipts.map(({ kind, by }) => `${kind} ${by.role} ${by.id}`), ["accepted hub hub", "claimed channel svarinn"]);
    assert.equal(await isListed(report.id), false);
    assert.equal((await call("GET", `/forsendelse/${report.id}`)).status, 200, "nothing is taken away");
});
test("acknowledged many times at once, it is claimed once", async () => {
    const report = await room.accepted("alver");
    const path = `/kvitterMottak/forsendelse/${report.id}`;
    const answers = await Promise.all(Array.from({ length: 6 }, () => call("POST", path)));
    assert.ok(answers.every(({ status }) => status === 200));
    assert.equal((await receiptsOf(report)).length, 2);
});
test("an acknowledgement is taken whatever body and type come with it", async () => {
    for (const [body, type] of [
        ["", "text/plain"],
        ["{}", "application/json"],
        ["x=1", "application/x-www-form-urlencoded"],
    ]) {
        const report = await room.accepted("alver");
        expectStatus(await call("POST", `/kvitterMottak/forsendelse/${report.id}`, "alver", body, type), 200);
        assert.equal(await isListed(report.id), false);
    }
});
test("a failure for now is `declined`, and the report stays listed", async () => {
    const report = await room.accepted("alver");
    const path = `/mottakFeilet/forsendelse/${report.id}`;
    for (const body of [
        '{"feilmelding":"Syntetisk Barn: feil","permanent":false}',
        "",
        "not JSON",
        "{}",
        "null",
    ])
        expectStatus(await call("POST", path, "alver", body, "application/json"), 200);
    const declined = (await receiptsOf(report)).filter(({ kind }) => kind === "declined");
    assert.equal(declined.length, 1, "said at every poll, it is written down once an hour");
    assert.deepEqual({ reason: declined[0]?.reason, lasting: declined[0]?.lasting }, { reason: "channel-temporary", lasting: false });
    assert.equal(await isListed(report.id), true);
    assert.deepEqual(await noted(report.id), []);
});
test("a failure for good is `declined`, leaves the list and gets an owner, once", async () => {
    const report = await room.accepted("alver");
    const path = `/mottakFeilet/forsendelse/${report.id}`;
    for (let n = 0; n < 2; n++) {
        expectStatus(await call("POST", path, "alver", '{"feilmelding":"kan ikke","permanent":true}', "application/json"), 200);
        room.now += 1000;
    }
    const declined = (await receiptsOf(report)).filter(({ kind }) => kind === "declined");
    assert.equal(declined.length, 1);
    assert.deepEqual({ reason: declined[0]?.reason, lasting: declined[0]?.lasting }, { reason: "channel-permanent", lasting: true });
    assert.equal(await isListed(report.id), false);
    const [deviation] = await noted(report.id);
    assert.equal(deviation?.kind, "report.declined");
    assert.equal(deviation?.owner, "service:alver");
});
test("what the client writes in a failure is kept nowhere", async () => {
    const report = await room.accepted("alver");
    const body = '{"feilmelding":"Kari Nordmanns barn 01812050075","permanent":true}';
    expectStatus(await call("POST", `/mottakFeilet/forsendelse/${report.id}`, "alver", body), 200);
    const { read } = room.database.db;
    for (const table of ["receipt", "deviation", "delivery", "report"]) {
        const found = await read `select 1 from ${read(table)} as t where t::text like '%Nordmann%' or t::text like '%018120%'`;
        assert.equal(found.length, 0, table);
    }
});
test("a failure after an acknowledgement is noted: somebody must find out which is true", async () => {
    const report = await room.accepted("alver");
    await call("POST", `/kvitterMottak/forsendelse/${report.id}`);
    room.now += 1000;
    await call("POST", `/mottakFeilet/forsendelse/${report.id}`, "alver", '{"permanent":false}');
    assert.deepEqual((await noted(report.id)).map(({ kind }) => kind), ["report.declined-after-claimed"]);
});
test("at most 200 are listed, the oldest first, and the rest come when these are acknowledged", async () => {
    const many = await openHub();
    const place = municipalities.find(({ number }) => number.startsWith("50")).number;
    await many.addService("many", "svarinn", place);
    const made = await many.ask("POST", "/services/many/svarinn", undefined, many.asPerson());
    const { user, password } = made.json();
    const ids = [];
    for (let n = 0; n < 21; n++)
        ids.push(...(await Promise.all(Array.from({ length: 10 }, () => many.accepted("many")))).map(({ id }) => id));
    const list = async () => {
        const headers = { authorization: basic(user, password) };
        const path = "/tjenester/svarinn/mottaker/hentNyeForsendelser";
        return (await many.ask("GET", path, undefined, undefined, headers)).json();
    };
    const first = await list();
    assert.equal(first.length, 200);
    for (const { id } of first.slice(0, 15))
        await many.ask("POST", `/tjenester/svarinn/kvitterMottak/forsendelse/${id}`, undefined, undefined, {
            authorization: basic(user, password),
        });
    assert.equal((await list()).length, 195);
    assert.equal(new Set(ids).size, 210);
    await many.close();
});
test("an unknown id, and one that is none, are not found", async () => {
    const ids = [crypto.randomUUID(), "x", "1", "00000000-0000-0000-0000-00000000000g"];
    for (const id of ids) {
        assert.equal((await call("GET", `/forsendelse/${id}`)).status, 404);
        assert.equal((await call("POST", `/kvitterMottak/forsendelse/${id}`)).status, 404);
        assert.equal((await call("POST", `/mottakFeilet/forsendelse/${id}`)).status, 404);
    }
    assert.equal((await call("GET", "/nothing/here")).status, 404);
});
test("another service's report is as unknown as none, and the attempt is noted", async () => {
    const theirs = await room.accepted("oslo");
    const unknown = await call("GET", `/forsendelse/${crypto.randomUUID()}`);
    const answers = [
        await call("GET", `/forsendelse/${theirs.id}`),
        await call("POST", `/kvitterMottak/forsendelse/${theirs.id}`),
        await call("POST", `/mottakFeilet/forsendelse/${theirs.id}`),
    ];
    for (const answer of answers)
        assert.deepEqual([answer.status, answer.bytes], [404, unknown.bytes]);
    assert.deepEqual((await noted(theirs.id)).map(({ kind, service }) => `${kind} ${service}`), ["svarinn.wrong-service alver"]);
    assert.ok((await listed("oslo")).some(({ id }) => id === theirs.id));
});
test("a report that goes by another channel is not in SvarInn", async () => {
    await room.addService("bergen", "receiver", "4601");
    const report = await room.accepted("bergen");
    accounts.set("bergen", await newAccount("bergen"));
    assert.deepEqual(await listed("bergen"), []);
    assert.equal((await call("POST", `/kvitterMottak/forsendelse/${report.id}`, "bergen")).status, 404);
});
test("wrong user, wrong password, none, and another form are 401 and say what is asked for", async () => {
    const path = "/tjenester/svarinn/mottaker/hentNyeForsendelser";
    const wrongs = [
        basic("svarinn-alver", "wrong"),
        basic("svarinn-nobody", "x"),
        basic("svarinn-alver\0", "x"),
        basic("", ""),
        "Basic ***",
        "Bearer x",
        accounts.get("alver").slice(0, -4),
    ];
    const answers = [await room.ask("GET", path)];
    for (const authorization of wrongs)
        answers.push(await room.ask("GET", path, undefined, undefined, { authorization }));
    for (const answer of answers) {
        assert.equal(answer.status, 401);
        assert.match(answer.headers.get("www-authenticate") ?? "", /^Basic realm=/);
    }
});
test("a new password replaces the old one, which is kept as a hash only", async () => {
    const old = accounts.get("alver");
    const next = await newAccount("alver");
    const path = "/tjenester/svarinn/mottaker/hentNyeForsendelser";
    assert.equal((await room.ask("GET", path, undefined, undefined, { authorization: old })).status, 401);
    assert.equal((await room.ask("GET", path, undefined, undefined, { authorization: next })).status, 200);
    const password = Buffer.from(next.slice(6), "base64").toString().split(":")[1];
    assert.equal(Buffer.from(password, "base64url").length, 32);
    const kept = await room.database.db.read `select * from svarinn_account`;
    assert.ok(!JSON.stringify(kept).includes(password));
    accounts.set("alver", next);
});
//# sourceMappingURL=svarinn.test.js.map