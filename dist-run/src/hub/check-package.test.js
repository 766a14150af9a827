// Goal: only a package that is whole, rightly addressed and sealed is accepted, and every other is told why.
// Method: a right package with one thing wrong at a time, over HTTP.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { expectStatus, openHub } from "../../test/hub-room.js";
import { newKey, pemOf } from "../../test/sealed-package.js";
import { sha256Hex } from "../core/hash.js";
import { readPackage, writePackage } from "../wire/report-package.js";
const hour = 3_600_000;
let room;
before(async () => {
    room = await openHub({ reportBytes: 5000 });
    await room.addService("alver", "receiver", "4631");
    await room.addService("fana", "receiver", "4601", {
        areas: [{ municipality: "4601", district: "04", from: "2024-01-01", to: null }],
    });
});
after(() => room.close());
const refused = async (sealed, status, code) => {
    const answer = await room.post(sealed);
    assert.deepEqual([answer.status, answer.json().error], [status, code]);
    const [kept] = await room.database.db.read `select 1 from package where report = ${sealed.id}`;
    assert.equal(kept, undefined);
};
const partsOf = ({ bytes }) => {
    const { sealed, paper, pairs } = readPackage(bytes);
    return { sealed, paper, ...(pairs ? { pairs } : {}) };
};
const headers = [
    ["an unknown service", { service: "nobody", municipality: "4631", district: "00" }, 404, "service.unknown"],
    ["an unknown municipality", { municipality: "1201" }, 404, "municipality.unknown"],
    ["an unknown district", { municipality: "4601", district: "77" }, 404, "district.unknown"],
    ["another service's place", { municipality: "4601", district: "04" }, 422, "report.bad-header"],
    ["a key that is nobody's", { sealed: { size: 0, hash: "", key: "a".repeat(32) } }, 404, "key.unknown"],
    [
        "an identity number in a field that is not in the list",
        { child: "01812050075" },
        422,
        "report.bad-header",
    ],
    ["a note in a field of another form", { district: "Bergenhus" }, 422, "report.bad-header"],
    ["its pairs in the header", { pairs: [] }, 422, "report.bad-header"],
];
for (const [what, more, status, code] of headers)
    test(`a package with ${what} is refused`, async () => {
        const right = await room.package("alver");
        const sealed = more.sealed ? { ...right.header.sealed, key: more.sealed.key } : right.header.sealed;
        const header = { ...right.header, ...more, sealed };
        const posted = writePackage(header, partsOf(right), room.submitter);
        await refused({ ...right, header, bytes: posted }, status, code);
    });
test("a district's service takes its own district, and no other", async () => {
    expectStatus(await room.post(await room.package("fana")), 201);
    await refused(await room.package("fana", { district: "05" }), 422, "report.bad-header");
    await refused(await room.package("fana", { district: "00" }), 422, "report.bad-header");
});
test("a place that has passed to another service is still right for a package sealed before", async () => {
    const ended = await room.addService("ended", "receiver", "4627", {
        areas: [{ municipality: "4627", district: null, from: "2024-01-01", to: "2026-11-24" }],
    });
    const sealed = await room.package(ended.id);
    const late = await room.package(ended.id, { sealedAt: new Date(room.now + 48 * hour).toISOString() });
    room.now += 48 * hour;
    expectStatus(await room.post(sealed), 201);
    await refused(late, 422, "report.bad-header");
    room.now -= 48 * hour;
});
test("a service that is switched off takes nothing more, but what it took is answered as before", async () => {
    const service = await room.addService("off", "receiver", "4626");
    const before = await room.package("off");
    const first = await room.post(before);
    const after = await room.package("off");
    expectStatus(await room.ask("PUT", "/services/off", { ...service, active: false }, room.asPerson()), 200);
    await refused(after, 404, "service.not-on-network");
    const again = await room.post(before);
    assert.deepEqual([again.status, again.bytes], [200, first.bytes]);
});
test("a package sealed to a key that has expired is refused, but what was accepted is answered as before", async () => {
    await room.addService("expiring", "receiver", "4625");
    const [before, after] = [await room.package("expiring"), await room.package("expiring")];
    const first = await room.post(before);
    room.now += 364 * 24 * hour;
    const { keyId, pem } = { keyId: room.submitter.keyId, pem: pemOf(room.submitter) };
    room.now += 2 * 24 * hour;
    assert.equal((await room.post(after)).status, 401, "the submitter's own key has expired as well");
    const next = newKey();
    expectStatus(await room.publish(room.change("submitter:test", "submitter", { keyId: next.keyId, pem: pemOf(next) })), 201);
    const proof = { caller: "submitter:test", ...next };
    const refusal = await room.ask("POST", "/reports", after.bytes, proof);
    assert.deepEqual([refusal.status, refusal.json().error], [422, "key.expired"]);
    const again = await room.ask("POST", "/reports", before.bytes, proof);
    assert.deepEqual([again.status, again.bytes], [200, first.bytes]);
    assert.ok(keyId && pem);
    room.now -= 366 * 24 * hour;
});
test("a package of another submitter's, or signed by another, is refused", async () => {
    const thief = newKey();
    const key = { keyId: thief.keyId, pem: pemOf(thief) };
    expectStatus(await room.publish(room.change("submitter:thief", "submitter", key)), 201);
    const theirs = await room.package("alver");
    const asThief = { caller: "submitter:thief", ...thief };
    assert.equal((await room.ask("POST", "/reports", theirs.bytes, asThief)).status, 403);
    const forged = writePackage(theirs.header, partsOf(theirs), thief);
    await refused({ ...theirs, bytes: forged }, 401, "caller.key-unknown");
    const signed = JSON.parse(theirs.bytes.toString());
    const changed = Buffer.from(JSON.stringify({ ...signed, header: { ...signed.header, kind: "private" } }));
    await refused({ ...theirs, bytes: changed }, 422, "report.bad-header");
});
test("bytes that are not as the header says, or not sealed at all, are refused", async () => {
    const right = await room.package("alver");
    const parsed = JSON.parse(right.bytes.toString());
    const bytes = Buffer.from(parsed.sealed, "base64");
    bytes[bytes.length - 1] ^= 1;
    const flipped = Buffer.from(JSON.stringify({ ...parsed, sealed: bytes.toString("base64") }));
    await refused({ ...right, bytes: flipped }, 422, "report.wrong-hash");
    const plain = randomBytes(400);
    const header = {
        ...right.header,
        sealed: { ...right.header.sealed, size: plain.length, hash: sha256Hex(plain) },
    };
    const bare = writePackage(header, { ...partsOf(right), sealed: plain }, room.submitter);
    await refused({ ...right, header, bytes: bare }, 422, "report.not-sealed");
});
test("a paper copy must be sealed to the print key, once there is one", async () => {
    const { certificateKeyId, makeCertificate } = await import("../wire/certificate.js");
    const year = 365 * 24 * hour;
    const { certificatePem: pem } = await makeCertificate({
        commonName: "print",
        validFrom: room.now - hour,
        validTo: room.now + year,
        bits: 2048,
    });
    const own = await openHub();
    await own.addService("alver", "receiver", "4631");
    expectStatus(await own.post(await own.package("alver")), 201);
    const keyId = certificateKeyId(pem);
    expectStatus(await own.publish(own.change("print", "encryption", { keyId, pem })), 201);
    const published = (await own.ask("GET", "/keys")).json();
    assert.equal(published.print.keyId, keyId);
    assert.equal((await own.post(await own.package("alver"))).status, 404);
    await own.close();
});
test("a report above the limit is refused, whether its length is stated or not", async () => {
    await refused(await room.package("alver", {}, 6000), 413, "report.too-large");
    const large = Buffer.alloc(200_000, " ");
    const stated = await room.ask("POST", "/reports", large, room.asSubmitter(), {
        "content-length": "200000",
    });
    const counted = await room.ask("POST", "/reports", large, room.asSubmitter());
    for (const answer of [stated, counted])
        assert.deepEqual([answer.status, answer.json().error], [413, "report.too-large"]);
});
test("what is not JSON, or not said to be, is refused before it is read any further", async () => {
    const notJson = await room.ask("POST", "/reports", "{", room.asSubmitter());
    assert.deepEqual([notJson.status, notJson.json().error], [400, "request.not-json"]);
    const { bytes } = await room.package("alver");
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonx", ""])
        assert.equal((await room.ask("POST", "/reports", bytes, room.asSubmitter(), { "content-type": type })).status, 415, type);
});
test("without proof, or with an old one, one made out for later or one for other bytes, nothing is accepted", async () => {
    const sealed = await room.package("alver");
    assert.equal((await room.ask("POST", "/reports", sealed.bytes)).status, 401);
    const unknown = await room.ask("POST", "/reports", sealed.bytes, { caller: "submitter:test", ...newKey() });
    assert.deepEqual([unknown.status, unknown.json().error], [401, "caller.key-unknown"]);
    const { assertionFor } = await import("../http/assertion.js");
    const request = { method: "POST", path: "/reports", body: sealed.bytes };
    const old = await assertionFor(room.asSubmitter(), room.hub.origin, request, room.now - 120_000);
    // Its minute has not come: it ends in half an hour.
    const early = await assertionFor(room.asSubmitter(), room.hub.origin, request, room.now + 1_800_000);
    const other = await assertionFor(room.asSubmitter(), room.hub.origin, { ...request, body: "x" }, room.now);
    const elsewhere = await assertionFor(room.asSubmitter(), "http://other.test", request, room.now);
    for (const proof of [old, early, other, elsewhere]) {
        const authorization = { authorization: `Bearer ${proof}` };
        assert.equal((await room.ask("POST", "/reports", sealed.bytes, undefined, authorization)).status, 401);
    }
    assert.equal((await room.ask("POST", "/reports", sealed.bytes, room.asService("alver"))).status, 403);
});
//# sourceMappingURL=check-package.test.js.map