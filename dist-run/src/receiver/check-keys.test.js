// Goal: a published key that is not the service's own is found, and found again until it is mended. Method: a
// played hub that publishes strangers' keys.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newSigner, pemOf } from "../../test/offering-hub.js";
import { newEncryption, testRoom } from "../../test/receiver-room.js";
import { keyIdOf } from "../core/signature.js";
import { certificateKeyId } from "../wire/certificate.js";
import { checkKeys as checkKeysUntil } from "./check-keys.js";
import * as store from "./store.js";
const checkKeys = (room, service) => checkKeysUntil(room, service, new AbortController().signal);
let world;
before(async () => {
    world = await testRoom();
});
after(() => world.close());
function publish(encryptionPem, receiptPem) {
    world.hub.published.set(world.service.id, {
        encryption: encryptionPem === null ? null : { pem: encryptionPem },
        receipt: receiptPem === null ? null : { pem: receiptPem },
    });
}
const ours = () => [world.encryption.certificatePem, pemOf(world.receiptKey.publicKey)];
const noted = async () => (await store.deviationsSince(world.room.db.read, 0, 100))
    .filter((one) => one.kind === "key.not-ours")
    .map((one) => one.detail);
test("our own keys are no deviation, in a rotation either of them", async () => {
    assert.deepEqual(await checkKeys(world.room, world.service), []);
    const next = await newEncryption();
    publish(next.certificatePem, ours()[1]);
    const rotating = { ...world.service, encryption: [world.encryption, next] };
    assert.deepEqual(await checkKeys(world.room, rotating), []);
    publish(...ours());
    assert.deepEqual(await noted(), []);
});
test("a stranger's encryption key and a stranger's receipt key are each found and noted", async () => {
    const [stranger, other] = [await newEncryption(), newSigner()];
    publish(stranger.certificatePem, pemOf(other.publicKey));
    const expected = [
        { use: "encryption", published: certificateKeyId(stranger.certificatePem) },
        { use: "receipt", published: keyIdOf(other.publicKey) },
    ];
    assert.deepEqual(await checkKeys(world.room, world.service), expected);
    assert.deepEqual(await checkKeys(world.room, world.service), expected, "as long as it lasts");
    const details = expected.map(({ use, published }) => `${use}: ${published}`);
    assert.deepEqual((await noted()).sort(), details.sort(), "once in the hour");
    world.now += 3_600_000;
    await checkKeys(world.room, world.service);
    assert.equal((await noted()).length, 4, "and again in the next");
    publish(...ours());
    assert.deepEqual(await checkKeys(world.room, world.service), []);
});
test("no key, and what is not a key, are found as well", async () => {
    publish(null, "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----");
    assert.deepEqual(await checkKeys(world.room, world.service), [
        { use: "encryption", published: "none published" },
        { use: "receipt", published: "not a key" },
    ]);
    publish(...ours());
});
//# sourceMappingURL=check-keys.test.js.map