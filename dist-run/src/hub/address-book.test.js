// Goal: one service for each place at each time, changed by named people only, and read by anyone.
// Method: the address book over HTTP.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expectStatus, openHub } from "../../test/hub-room.js";
let room;
let alver;
before(async () => {
    room = await openHub();
    alver = await room.addService("alver", "receiver", "4631");
});
after(() => room.close());
const put = (service, path = `/services/${service.id}`) => room.ask("PUT", path, service, room.asPerson());
test("anyone reads the services with their current keys, by id", async () => {
    await room.addService("aukra", "manual", "1547");
    const book = (await room.ask("GET", "/services")).json();
    assert.deepEqual(book.services.map(({ id }) => id), ["alver", "aukra"]);
    assert.equal(book.services[0]?.keys.receipt.keyId, room.receiptKeys.get("alver")?.keyId);
    const one = (await room.ask("GET", "/services/alver")).json();
    assert.deepEqual(one, book.services[0]);
    assert.equal((await room.ask("GET", "/services/nobody")).status, 404);
});
test("a service is changed by a person, and the change holds at once", async () => {
    const changed = { ...alver, phone: "56 00 00 00" };
    expectStatus(await put(changed), 200);
    assert.equal((await room.ask("GET", "/services/alver")).json().phone, "56 00 00 00");
    assert.equal((await room.ask("PUT", "/services/alver", alver)).status, 401);
    assert.equal((await room.ask("PUT", "/services/alver", alver, room.asService("alver"))).status, 403);
    const history = await room.database.db.read `
    select by_caller from address_change where id = 'alver' order by number`;
    assert.deepEqual(history.map(({ byCaller }) => byCaller), ["person:kari", "person:kari"]);
});
test("the same service put again changes nothing", async () => {
    const now = (await room.ask("GET", "/services/alver")).json();
    const { keys: _, ...same } = now;
    expectStatus(await put(same), 200);
    const rows = await room.database.db.read `select 1 from address_change where id = 'alver'`;
    assert.equal(rows.length, 2);
});
test("two services never cover one place at the same time, also when both come at once", async () => {
    const answer = await put({ ...alver, id: "second" });
    assert.deepEqual([answer.status, answer.json().error], [409, "service.bad-areas"]);
    const area = { municipality: "1103", from: "2024-01-01", to: null };
    const rivals = ["a", "b", "c", "d"].map((id) => ({ ...alver, id, areas: [{ ...area, district: null }] }));
    const statuses = (await Promise.all(rivals.map((service) => put(service))))
        .map(({ status }) => status)
        .sort();
    assert.deepEqual(statuses, [201, 409, 409, 409]);
});
test("a service of the wrong form, or under another id, is refused", async () => {
    assert.equal((await put(alver, "/services/other")).status, 400);
    assert.equal((await put({ ...alver, note: "x" })).status, 400);
    assert.equal((await put({ ...alver, channel: "fax" })).status, 400);
});
test("emergency services are put and read beside the others", async () => {
    const service = {
        id: "vakt-bergen",
        name: "Barnevernvakten i Bergen",
        phone: "55 36 47 00",
        municipalities: ["4601", "4631"],
        hours: "always",
    };
    const put = () => room.ask("PUT", "/emergency-services/vakt-bergen", service, room.asPerson());
    expectStatus(await put(), 201);
    expectStatus(await put(), 200);
    const book = (await room.ask("GET", "/services")).json();
    assert.deepEqual(book.emergencyServices, [service]);
    assert.equal((await room.ask("PUT", "/emergency-services/x", service, room.asPerson())).status, 400);
});
test("a SvarInn account is for a service there is, and made by a person", async () => {
    assert.equal((await room.ask("POST", "/services/nobody/svarinn", undefined, room.asPerson())).status, 404);
    assert.equal((await room.ask("POST", "/services/alver/svarinn")).status, 401);
});
//# sourceMappingURL=address-book.test.js.map