// Goal: an offer is believed only as far as the hub's pinned key and the bytes themselves carry it. Method: one
// true offer, changed in each place where a lie could stand.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { newOffer, newSigner, signAccepted } from "../../../test/offering-hub.js";
import { newEncryption } from "../../../test/receiver-room.js";
import { Problem } from "../../core/problem.js";
import { signReceipt } from "../../core/receipt.js";
import { pollOffers, postReceipts, readOffer, withBytes } from "./hub.js";
const hub = newSigner();
const successor = newSigner();
const hubKeys = new Map([hub, successor].map((key) => [key.keyId, key.publicKey]));
let offer;
before(async () => {
    const { certificatePem } = await newEncryption();
    offer = await newOffer(hub, { service: "fana", serial: 3, certificatePem });
});
const isProblem = (code) => (error) => error instanceof Problem && error.code === code;
const resigned = (changes, key = hub) => {
    const { key: _key, signature: _signature, ...body } = offer.accepted;
    return { ...offer, accepted: signReceipt({ ...body, ...changes }, key.keyId, key.privateKey) };
};
test("a true offer is read as what the hub vouches for", () => {
    const report = withBytes(readOffer(offer, "fana", hubKeys));
    assert.deepEqual([report.id, report.service, report.serial, report.sealedHash], [offer.header.id, "fana", 3, offer.header.sealed.hash]);
});
test("any of several pinned keys may have signed, as when the hub changes its own", () => {
    const signed = { ...offer, accepted: signAccepted(successor, offer.header, 3) };
    assert.equal(readOffer(signed, "fana", hubKeys).id, offer.header.id);
});
test("an offer that lies is refused", () => {
    const stranger = newSigner();
    const header = (changes) => ({ ...offer, header: { ...offer.header, ...changes } });
    const lies = [
        ["not an object", null, "report.bad-header"],
        ["a header with a field too many", header({ name: "x" }), "report.bad-header"],
        ["a receipt of no known form", { ...offer, accepted: { kind: "accepted" } }, "receipt.bad-form"],
        ["signed by a key that is not pinned", resigned({}, stranger), "caller.key-unknown"],
        [
            "a receipt changed after it was signed",
            { ...offer, accepted: { ...offer.accepted, serial: 4 } },
            "receipt.bad-signature",
        ],
        ["another kind of receipt", resigned({ kind: "printed" }), "receipt.bad-form"],
        ["issued by one who may not", resigned({ by: { role: "receiver", id: "fana" } }), "receipt.wrong-issuer"],
        ["a receipt for another service", resigned({ service: "bergenhus" }), "receipt.wrong-service"],
        ["a header for another service", header({ service: "bergenhus" }), "receipt.wrong-service"],
        [
            "a receipt for another report",
            resigned({ reportId: "00000000-0000-4000-8000-000000000000" }),
            "receipt.wrong-content",
        ],
        ["a receipt for other bytes", resigned({ sealedHash: "b".repeat(64) }), "receipt.wrong-content"],
        ["another serial number beside the receipt", { ...offer, serial: 4 }, "receipt.wrong-serial"],
        ["no serial number", resigned({ serial: 0 }), "receipt.wrong-serial"],
        ["no bytes", { ...offer, sealed: undefined }, "report.bad-header"],
    ];
    for (const [name, lie, code] of lies)
        assert.throws(() => readOffer(lie, "fana", hubKeys), isProblem(code), name);
    assert.throws(() => readOffer(offer, "bergenhus", hubKeys), isProblem("receipt.wrong-service"));
});
test("one bit changed, a byte cut off, or two reports mixed up: the bytes are not the ones vouched for", () => {
    const vouched = readOffer(offer, "fana", hubKeys);
    const bytes = Buffer.from(offer.sealed, "base64");
    bytes.writeUInt8(bytes.readUInt8(99) ^ 0x10, 99);
    for (const sealedBase64 of [bytes.toString("base64"), offer.sealed.slice(0, -4), ""])
        assert.throws(() => withBytes({ ...vouched, sealedBase64 }), isProblem("report.wrong-hash"));
});
function door(answer) {
    const identity = { caller: "service:fana", ...newSigner() };
    return {
        kind: "hub",
        url: "http://hub.test",
        hubKeys,
        identity,
        fetch: async () => answer(),
        clock: Date.now,
    };
}
test("an answer cut short or not from a hub is refused, and is asked for again", async () => {
    const ask = (answer) => pollOffers(door(answer), { session: "s", wait: 0, limit: 1 }, new AbortController().signal);
    await assert.rejects(ask(() => new Response('{"offers":[{"hea')), isProblem("hub.refused"));
    await assert.rejects(ask(() => Response.json({ other: 1 })), isProblem("hub.refused"));
    await assert.rejects(ask(() => new Response("busy", { status: 503 })), isProblem("hub.refused"));
    const named = { error: "rate.exceeded", message: "" };
    await assert.rejects(ask(() => Response.json(named, { status: 429 })), isProblem("rate.exceeded"));
});
test("the hub's word on each receipt is read also where it refuses them all", async () => {
    const results = [
        { hash: "a", outcome: "refused", error: "receipt.wrong-service" },
        { hash: "b", outcome: "huh" },
        null,
    ];
    const all = door(() => Response.json({ error: "receipt.wrong-service", message: "", results }, { status: 403 }));
    const outcomes = await postReceipts(all, []);
    assert.deepEqual([...outcomes], [["a", { outcome: "refused", error: "receipt.wrong-service", challenge: null }]]);
    await assert.rejects(postReceipts(door(() => Response.json({})), []), isProblem("hub.refused"));
});
//# sourceMappingURL=hub.test.js.map