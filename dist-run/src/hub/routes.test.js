// Goal: the door keeps floods, strangers and mistakes out, and its description is true.
// Method: requests over HTTP against small limits; the list of routes against the list that is served.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expectStatus, openHub } from "../../test/hub-room.js";
import { placesOf } from "../http/failure.js";
import { log } from "../http/log.js";
let room;
before(async () => {
    room = await openHub();
    await room.addService("alver", "receiver", "4631");
});
after(() => room.close());
const errorOf = (answer) => answer.json().error;
test("the description lists every address there is, and none that there is not", async () => {
    const served = (await room.ask("GET", "/openapi.json")).json();
    assert.equal(served.openapi, "3.1.0");
    const described = Object.entries(served.paths).flatMap(([path, operations]) => Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`));
    const routes = room.app.routes
        .filter(({ method }) => method !== "ALL")
        .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`);
    assert.deepEqual(described.sort(), [...new Set(routes)].sort());
    for (const [path, operations] of Object.entries(served.paths))
        for (const operation of Object.values(operations)) {
            const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
            assert.deepEqual((operation.parameters ?? []).filter((one) => one.in === "path").map(({ name }) => name), inPath, path);
            assert.ok(Object.keys(operation.responses).some((status) => /^2/.test(status)), path);
        }
    const references = JSON.stringify(served).matchAll(/"#\/components\/schemas\/(\w+)"/g);
    for (const [, name] of references)
        assert.ok(served.components.schemas[name], name ?? "");
});
test("what is not there is said to be, as JSON, and every answer is closed against being misread", async () => {
    for (const [method, path] of [
        ["GET", "/"],
        ["DELETE", "/reports"],
        ["GET", "/../etc/passwd"],
        ["PUT", "/keys"],
    ]) {
        const answer = await room.ask(method, path);
        assert.deepEqual([answer.status, errorOf(answer)], [404, "request.unknown-path"]);
    }
    const { headers } = await room.ask("GET", "/health");
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("cache-control"), "no-store");
    assert.match(headers.get("content-security-policy") ?? "", /default-src 'none'/);
});
test("the hub is well on a durable database only", async () => {
    assert.deepEqual((await room.ask("GET", "/health")).json(), { ok: true });
});
test("what fails inside is answered as such, and neither answer nor log tells what it choked on", async () => {
    let isBroken = false;
    const broken = await openHub({}, (db) => ({
        ...db,
        begin: (work) => (isBroken ? Promise.reject(new Error("duplicate key (01812050075)")) : db.begin(work)),
    }));
    await broken.addService("alver", "receiver", "4631");
    const sealed = await broken.package("alver");
    isBroken = true;
    log.level = "silent";
    const answer = await broken.post(sealed);
    log.level = "info";
    assert.deepEqual([answer.status, errorOf(answer)], [500, "internal"]);
    assert.ok(!answer.bytes.includes("01812050075"));
    assert.ok(!placesOf(new Error("duplicate key (01812050075)\n    (01812050075)")).join().includes("0181"));
    isBroken = false;
    expectStatus(await broken.post(sealed), 201);
    await broken.close();
});
test("a submitter that posts too fast is told when to come again, and others are not held back", async () => {
    const limited = await openHub({ reportsPerMinute: 3 });
    await limited.addService("alver", "receiver", "4631");
    for (let n = 0; n < 3; n++)
        await limited.accepted("alver");
    const sealed = await limited.package("alver");
    const answer = await limited.post(sealed);
    assert.deepEqual([answer.status, errorOf(answer)], [429, "rate.exceeded"]);
    assert.equal(answer.headers.get("retry-after"), "20");
    limited.now += 20_000;
    expectStatus(await limited.post(sealed), 201);
    await limited.close();
});
test("nothing of a stranger's body is read", async () => {
    let isRead = false;
    const body = new ReadableStream({
        pull: () => {
            isRead = true;
            throw new Error("the body was read");
        },
    }, { highWaterMark: 0 });
    const init = { method: "POST", body, duplex: "half", headers: { "content-type": "application/json" } };
    const answer = await room.app.request("/reports", init);
    assert.equal(answer.status, 401);
    assert.equal(isRead, false);
});
test("guessing at codes, keys and passwords is slowed down", async () => {
    const limited = await openHub({ followsPerMinute: 2, requestsPerMinute: 10 });
    const follow = () => limited.ask("POST", "/follow", { code: "x" });
    assert.deepEqual([(await follow()).status, (await follow()).status, (await follow()).status], [404, 404, 429]);
    const path = "/tjenester/svarinn/mottaker/hentNyeForsendelser";
    const guess = () => limited.ask("GET", path, undefined, undefined, { authorization: "Basic eDp5" });
    const guesses = [];
    for (let n = 0; n < 12; n++)
        guesses.push((await guess()).status);
    assert.ok(guesses.includes(401));
    assert.equal(guesses.at(-1), 429);
    assert.equal((await limited.ask("GET", "/services")).status, 429);
    limited.now += 60_000;
    assert.equal((await limited.ask("GET", "/services")).status, 200);
    await limited.close();
});
//# sourceMappingURL=routes.test.js.map