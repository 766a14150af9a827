// Goal: a key takes effect only on the word of the key before it or of two people, and each change is in the
// ledger. Method: changes over HTTP, each wrong in one way; then keys that are used, rotated, lost and expired.
import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { after, before, test } from "node:test";
import { expectStatus, openHub } from "../../test/hub-room.js";
import { newKey, pemOf } from "../../test/sealed-package.js";
import { countersign } from "../core/key-change.js";
import { Problem } from "../core/problem.js";
import { certificateKeyId, makeCertificate } from "../wire/certificate.js";
import { bootstrap } from "./bootstrap.js";
const day = 24 * 3600 * 1000;
let room;
before(async () => {
    room = await openHub();
    await room.addService("alver", "receiver", "4631");
});
after(() => room.close());
const errorOf = (answer) => answer.json().error;
const publishedAs = (key) => ({ keyId: key.keyId, pem: pemOf(key) });
const signedBy = (change, ...by) => (previous) => by.map((who) => ({
    by: who,
    value: countersign(change, who === "previous" ? previous.privateKey : room.people[who].privateKey),
}));
const publish = (change, countersignatures) => room.ask("POST", "/keys", { change, countersignatures });
test("two people publish a first key; it is in the ledger, and anyone may read it", async () => {
    const key = newKey();
    const change = room.change("submitter:portal", "submitter", publishedAs(key));
    const answer = await room.publish(change);
    assert.equal(answer.status, 201);
    const read = (await room.ask("GET", `/keys/${key.keyId}`)).json();
    assert.deepEqual(read, {
        ...publishedAs(key),
        owner: "submitter:portal",
        use: "submitter",
        validFrom: change.validFrom,
        validTo: change.validTo,
        recordedAt: new Date(room.now).toISOString(),
    });
    const leaves = await room.database.db.read `select 1 from ledger_leaf where key_change = ${key.keyId}`;
    assert.equal(leaves.length, 1);
    const all = (await room.ask("GET", "/keys")).json();
    assert.deepEqual(all.hub.map(({ keyId }) => keyId), [room.hub.key.keyId]);
    assert.ok(all.submitters.some(({ keyId }) => keyId === key.keyId));
});
test("the same change again is answered as the first time; another for the same key is refused", async () => {
    const change = room.change("submitter:twice", "submitter", publishedAs(newKey()));
    const first = await room.publish(change);
    const again = await room.publish(change);
    assert.equal(again.status, 200);
    assert.deepEqual(again.bytes, first.bytes);
    const other = await room.publish({ ...change, owner: "submitter:other" });
    assert.deepEqual([other.status, errorOf(other)], [409, "key.used-before"]);
});
test("without the previous key it takes two different people", async () => {
    const change = room.change("submitter:lonely", "submitter", publishedAs(newKey()));
    const stranger = newKey();
    for (const countersignatures of [
        [],
        signedBy(change, "person:kari")(),
        signedBy(change, "person:kari", "person:kari")(),
        [
            ...signedBy(change, "person:kari")(),
            { by: "person:eva", value: countersign(change, stranger.privateKey) },
        ],
        [
            ...signedBy(change, "person:kari")(),
            { by: "person:ola", value: countersign(change, stranger.privateKey) },
        ],
        signedBy({ ...change, validTo: "2099-01-01T00:00:00.000Z" }, "person:kari", "person:ola")(),
    ]) {
        const answer = await publish(change, countersignatures);
        assert.deepEqual([answer.status, errorOf(answer)], [403, "key.not-countersigned"]);
    }
});
test("the previous key passes its place on by itself, and both are valid until the first one ends", async () => {
    const [old, next] = [newKey(), newKey()];
    expectStatus(await room.publish(room.change("submitter:rotating", "submitter", publishedAs(old))), 201);
    room.now += day;
    const change = room.change("submitter:rotating", "submitter", publishedAs(next), { previous: old.keyId });
    expectStatus(await publish(change, signedBy(change, "previous")(old)), 201);
    for (const key of [old, next]) {
        const answer = await room.ask("GET", `/reports/${crypto.randomUUID()}/receipts`, undefined, {
            caller: "submitter:rotating",
            ...key,
        });
        assert.equal(answer.status, 404, "proved, and there is no such report");
    }
});
test("a key that has passed its place on cannot do it again: then it takes two people", async () => {
    const [old, next, thiefs] = [newKey(), newKey(), newKey()];
    const owner = "submitter:leaking";
    expectStatus(await room.publish(room.change(owner, "submitter", publishedAs(old))), 201);
    const change = room.change(owner, "submitter", publishedAs(next), { previous: old.keyId });
    expectStatus(await publish(change, signedBy(change, "previous")(old)), 201);
    const fork = room.change(owner, "submitter", publishedAs(thiefs), { previous: old.keyId });
    const answer = await publish(fork, signedBy(fork, "previous")(old));
    assert.deepEqual([answer.status, errorOf(answer)], [403, "key.not-countersigned"]);
    assert.equal((await room.ask("GET", `/keys/${thiefs.keyId}`)).status, 404, "nothing of it is published");
    expectStatus(await publish(change, signedBy(change, "previous")(old)), 200);
    expectStatus(await publish(fork, signedBy(fork, "person:kari", "person:ola")()), 201);
});
test("a previous RSA key signs as well, and the newest encryption key is the service's current one", async () => {
    const wish = { commonName: "alver", validFrom: room.now - day, validTo: room.now + 900 * day, bits: 2048 };
    const [old, next] = [await makeCertificate(wish), await makeCertificate(wish)];
    const encryption = (pem, more = {}) => room.change("service:alver", "encryption", { keyId: certificateKeyId(pem), pem }, more);
    expectStatus(await room.publish(encryption(old.certificatePem)), 201);
    const change = encryption(next.certificatePem, { previous: certificateKeyId(old.certificatePem) });
    const { createPrivateKey } = await import("node:crypto");
    const value = countersign(change, createPrivateKey(old.privateKeyPem));
    expectStatus(await publish(change, [{ by: "previous", value }]), 201);
    const service = (await room.ask("GET", "/services/alver")).json();
    assert.equal(service.keys.encryption.keyId, change.keyId);
    assert.match(service.keys.encryption.pem, /^-----BEGIN CERTIFICATE-----/);
    room.serviceKeyIds.set("alver", change.previous);
    expectStatus(await room.post(await room.package("alver")), 201);
    room.serviceKeyIds.set("alver", change.keyId);
    expectStatus(await room.post(await room.package("alver")), 201);
});
test("another owner's key, or one of another use, passes nothing on", async () => {
    const theirs = newKey();
    expectStatus(await room.publish(room.change("submitter:theirs", "submitter", publishedAs(theirs))), 201);
    const change = room.change("submitter:mine", "submitter", publishedAs(newKey()), {
        previous: theirs.keyId,
    });
    const answer = await publish(change, signedBy(change, "previous")(theirs));
    assert.deepEqual([answer.status, errorOf(answer)], [403, "key.not-countersigned"]);
    const unknown = { ...change, previous: "0".repeat(32) };
    assert.equal(errorOf(await publish(unknown, signedBy(unknown, "previous")(theirs))), "key.unknown");
});
test("a new first key, on two people's word, ends the ones that were lost or stolen", async () => {
    const [stolen, next] = [newKey(), newKey()];
    const owner = "submitter:robbed";
    expectStatus(await room.publish(room.change(owner, "submitter", publishedAs(stolen))), 201);
    room.now += 1000;
    expectStatus(await room.publish(room.change(owner, "submitter", publishedAs(next))), 201);
    const ask = (key) => room.ask("GET", `/reports/${crypto.randomUUID()}/receipts`, undefined, { caller: owner, ...key });
    const answer = await ask(stolen);
    assert.deepEqual([answer.status, errorOf(answer)], [401, "caller.key-expired"]);
    assert.equal((await ask(next)).status, 404);
    const read = (await room.ask("GET", `/keys/${stolen.keyId}`)).json();
    assert.equal(read.validTo, new Date(room.now).toISOString());
    const change = room.change(owner, "submitter", publishedAs(newKey()), { previous: stolen.keyId });
    assert.equal((await publish(change, signedBy(change, "previous")(stolen))).status, 403, "the thief cannot rotate");
});
test("keys of the wrong kind are refused", async () => {
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const rsaPem = rsa.publicKey.export({ type: "spki", format: "pem" });
    const key = newKey();
    const secretPem = key.privateKey.export({ type: "pkcs8", format: "pem" });
    const weak = await makeCertificate({
        commonName: "x",
        validFrom: room.now,
        validTo: room.now + day,
        bits: 1024,
    });
    const wrongs = [
        ["submitter:x", "submitter", { keyId: key.keyId, pem: rsaPem }, "key.not-usable"],
        ["submitter:x", "submitter", { keyId: key.keyId, pem: secretPem }, "key.not-usable"],
        ["submitter:x", "submitter", { keyId: "0".repeat(32), pem: pemOf(key) }, "key.not-usable"],
        ["submitter:x", "submitter", { keyId: key.keyId, pem: "nonsense" }, "key.not-usable"],
        ["service:alver", "encryption", publishedAs(key), "key.not-usable"],
        [
            "service:alver",
            "encryption",
            { keyId: certificateKeyId(weak.certificatePem), pem: weak.certificatePem },
            "key.not-usable",
        ],
        ["submitter:x", "receipt", publishedAs(key), "request.bad-shape"],
        ["service:alver", "hub", publishedAs(key), "request.bad-shape"],
    ];
    for (const [owner, use, published, code] of wrongs)
        assert.equal(errorOf(await room.publish(room.change(owner, use, published))), code, `${owner} ${use}`);
    const old = room.change("submitter:x", "submitter", publishedAs(key), {
        validFrom: "2020-01-01T00:00:00.000Z",
        validTo: "2021-01-01T00:00:00.000Z",
    });
    assert.equal(errorOf(await room.publish(old)), "key.expired");
    const change = room.change("submitter:x", "submitter", publishedAs(key));
    assert.equal(errorOf(await publish({ ...change, extra: 1 }, [])), "request.bad-shape");
    assert.equal(errorOf(await publish(change, "x")), "request.bad-shape");
    assert.equal((await room.ask("GET", "/keys/nonsense")).status, 404);
});
test("a hub started with another key file than the published one is refused, until its change is published", async () => {
    const { db } = room.database;
    const next = newKey();
    await assert.rejects(bootstrap(db, next.privateKey, [], room.now), (error) => error instanceof Problem && error.code === "config.bad");
    const old = { ...room.hub.key, publicKey: next.publicKey };
    const change = room.change("hub", "hub", publishedAs(next), { previous: room.hub.key.keyId });
    expectStatus(await publish(change, signedBy(change, "previous")(old)), 201);
    await bootstrap(db, next.privateKey, [], room.now);
    const hubKeys = (await room.ask("GET", "/keys")).json().hub;
    assert.deepEqual(hubKeys.map(({ keyId }) => keyId), [room.hub.key.keyId, next.keyId]);
});
test("once two people are named, a file can neither name a third nor change anybody's key", async () => {
    const { db } = room.database;
    const eva = newKey();
    const named = { id: "person:eva", name: "Eva", publicKey: eva.publicKey };
    const start = () => bootstrap(db, room.hub.key.privateKey, [named], room.now);
    await assert.rejects(start(), /HUB_PEOPLE_FILE/);
    assert.equal((await room.ask("GET", `/keys/${eva.keyId}`)).status, 404, "nothing of it is published");
    expectStatus(await room.publish(room.change("person:eva", "person", publishedAs(eva))), 201);
    for (let n = 0; n < 2; n++)
        await start();
    const leaves = await db.read `select 1 from ledger_leaf where key_change = ${eva.keyId}`;
    assert.equal(leaves.length, 1);
    const other = { ...named, publicKey: newKey().publicKey };
    await assert.rejects(bootstrap(db, room.hub.key.privateKey, [other], room.now), /HUB_PEOPLE_FILE/);
});
//# sourceMappingURL=keys.test.js.map