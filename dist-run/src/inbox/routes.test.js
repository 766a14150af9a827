// Goal: the inbox keeps each service's reports under its own references, gives the exact bytes back, and lets
// no service learn of another's. Method: the inbox over HTTP on a real database, asked as the receiver asks it.
import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import postgres from "postgres";
import { freshDatabase } from "../../test/database.js";
import { newSigner } from "../../test/offering-hub.js";
import { assertionFor } from "../http/assertion.js";
import { inboxApp } from "./routes.js";
const origin = "http://inbox.test";
const services = { bergenhus: newSigner(), fana: newSigner() };
let database;
let app;
let now = Date.now();
before(async () => {
    database = await freshDatabase("inbox");
    app = inboxApp({
        db: database.db,
        clock: () => now,
        publicOrigin: origin,
        keys: new Map(Object.entries(services).map(([id, { keyId, publicKey }]) => [
            keyId,
            { caller: `service:${id}`, publicKey, validFrom: 0, validTo: Number.MAX_SAFE_INTEGER },
        ])),
        bodyMax: 20_000,
    });
});
after(() => database.drop());
async function call(as, method, path, value) {
    const body = value === undefined ? undefined : JSON.stringify(value);
    const identity = { caller: `service:${as}`, ...services[as] };
    const request = { method, path, ...(body === undefined ? {} : { body }) };
    const authorization = `Bearer ${await assertionFor(identity, origin, request, now)}`;
    return app.request(`${origin}${path}`, { method, headers: { authorization }, ...(body ? { body } : {}) });
}
const file = (name, bytes) => ({ name, bytes: bytes.toString("base64") });
function reportOf(service) {
    return {
        service,
        serial: 3,
        acceptedAt: "2026-11-23T12:03:00.000Z",
        kind: "professional",
        flags: ["schema-deviation"],
        files: [
            file("bekymringsmelding.json", randomBytes(300)),
            file("bekymringsmelding.pdf", randomBytes(300)),
        ],
    };
}
const at = (id) => `/reports/${id}`;
const errorOf = async (response) => [
    response.status,
    (await response.json()).error,
];
test("a report put comes back as its exact bytes, under the service's next reference of the year", async () => {
    now = Date.parse("2027-01-01T00:30:00+01:00");
    for (const [index, as] of [
        [1, "bergenhus"],
        [2, "bergenhus"],
        [1, "fana"],
    ]) {
        const [id, report] = [randomUUID(), reportOf(as)];
        const put = await call(as, "PUT", at(id), report);
        assert.equal(put.status, 201);
        const { reference } = (await put.json());
        assert.equal(reference, `2027-00000${index}`);
        assert.deepEqual(await (await call(as, "GET", at(id))).json(), { reference, files: report.files });
    }
});
test("the same report again has the same reference, however many come at once", async () => {
    const [id, report] = [randomUUID(), reportOf("bergenhus")];
    const answers = await Promise.all(Array.from({ length: 6 }, () => call("bergenhus", "PUT", at(id), report)));
    assert.deepEqual([...new Set(answers.map((one) => one.status))].sort(), [200, 201]);
    assert.equal(answers.filter((one) => one.status === 201).length, 1);
    const bodies = await Promise.all(answers.map((one) => one.json()));
    assert.equal(new Set(bodies.map((one) => one.reference)).size, 1);
});
test("many reports at once get references that are all different", async () => {
    const puts = Array.from({ length: 20 }, () => call("fana", "PUT", at(randomUUID()), reportOf("fana")));
    const answers = await Promise.all((await Promise.all(puts)).map((one) => one.json()));
    assert.equal(new Set(answers.map((one) => one.reference)).size, 20);
});
test("other bytes under the same id are refused, and the first stand", async () => {
    const [id, report] = [randomUUID(), reportOf("bergenhus")];
    await call("bergenhus", "PUT", at(id), report);
    assert.deepEqual(await errorOf(await call("bergenhus", "PUT", at(id), reportOf("bergenhus"))), [
        409,
        "report.id-reused",
    ]);
    const { files } = (await (await call("bergenhus", "GET", at(id))).json());
    assert.deepEqual(files, report.files);
});
test("another service's report is answered as one that does not exist, byte for byte", async () => {
    const id = randomUUID();
    await call("bergenhus", "PUT", at(id), reportOf("bergenhus"));
    const [others, unknown, malformed] = [
        await call("fana", "GET", at(id)),
        await call("fana", "GET", at(randomUUID())),
        await call("fana", "GET", at("no-id")),
    ];
    assert.equal(others.status, 404);
    const text = await others.text();
    assert.deepEqual([unknown.status, await unknown.text()], [404, text]);
    assert.deepEqual([malformed.status, await malformed.text()], [404, text]);
    assert.equal((await call("fana", "PUT", at(id), reportOf("fana"))).status, 201, "its id is no one else's");
});
test("a service cannot put a report for another", async () => {
    const response = await call("fana", "PUT", at(randomUUID()), reportOf("bergenhus"));
    assert.deepEqual(await errorOf(response), [403, "caller.not-allowed"]);
});
test("whoever has not proved who it is gets nothing", async () => {
    const path = `${origin}${at(randomUUID())}`;
    assert.deepEqual(await errorOf(await app.request(path)), [401, "caller.not-proven"]);
    const stranger = { caller: "service:bergenhus", ...newSigner() };
    const assertion = await assertionFor(stranger, origin, { method: "GET", path: new URL(path).pathname }, now);
    const response = await app.request(path, { headers: { authorization: `Bearer ${assertion}` } });
    assert.deepEqual(await errorOf(response), [401, "caller.key-unknown"]);
});
test("a body that is too large, not JSON or of the wrong shape is refused and nothing is kept", async () => {
    const id = randomUUID();
    const report = reportOf("bergenhus");
    const wrong = [
        [
            { ...report, files: [file("bekymringsmelding.json", randomBytes(30_000)), report.files[1]] },
            413,
            "request.too-large",
        ],
        [{ ...report, files: [report.files[0]] }, 400, "request.bad-shape"],
        [
            { ...report, files: [report.files[0], { name: "bekymringsmelding.pdf", bytes: "not base64!" }] },
            400,
            "request.bad-shape",
        ],
        [{ ...report, serial: -1 }, 400, "request.bad-shape"],
        [{ ...report, kind: "other" }, 400, "request.bad-shape"],
        [{ ...report, acceptedAt: "yesterday" }, 400, "request.bad-shape"],
        [[], 400, "request.bad-shape"],
    ];
    for (const [value, status, error] of wrong)
        assert.deepEqual(await errorOf(await call("bergenhus", "PUT", at(id), value)), [status, error]);
    assert.equal((await call("bergenhus", "GET", at(id))).status, 404);
});
test("on a database that can lose it nothing is kept", async () => {
    const name = new URL(database.url).pathname.slice(1);
    const admin = postgres(database.adminUrl, { max: 1 });
    await admin.unsafe(`alter role test_inbox in database ${name} set synchronous_commit = off`);
    await admin `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'test_inbox' and datname = ${name}`;
    const id = randomUUID();
    let answer = await call("bergenhus", "PUT", at(id), reportOf("bergenhus"));
    // A connection that was just ended may still be in the pool.
    for (let tries = 0; answer.status === 500 && tries < 10; tries += 1)
        answer = await call("bergenhus", "PUT", at(id), reportOf("bergenhus"));
    assert.deepEqual(await errorOf(answer), [503, "database.not-durable"]);
    await admin.unsafe(`alter role test_inbox in database ${name} reset synchronous_commit`);
    await admin `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'test_inbox' and datname = ${name}`;
    await admin.end();
});
//# sourceMappingURL=routes.test.js.map